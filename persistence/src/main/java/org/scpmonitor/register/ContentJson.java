package org.scpmonitor.register;

import java.util.Map;
import org.jooq.JSONB;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Reading;
import org.scpmonitor.entry.Writing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How contents stand in the database. */
final class ContentJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ContentJson() {}

    static JSONB write(Content content) {
        return write(Writing.tree(content));
    }

    static JSONB write(Map<String, ?> tree) {
        return JSONB.valueOf(JSON.writeValueAsString(tree));
    }

    /** @throws IllegalStateException where what is stored isn't of its kind's shape, which a migration would have to mend */
    static Content read(Kind kind, JSONB stored) {
        return switch (Reading.read(kind, tree(stored))) {
            case Reading.Outcome.Whole(Content content) -> content;
            case Reading.Outcome.Flawed(var flaws) ->
                throw new IllegalStateException("What is stored is no " + kind.code() + ": " + flaws);
        };
    }

    static Map<String, Object> tree(JSONB stored) {
        return JSON.readValue(stored.data(), new TypeReference<Map<String, Object>>() {});
    }
}
