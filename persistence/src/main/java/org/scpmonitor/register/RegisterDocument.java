package org.scpmonitor.register;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.EntryEdits.Wanted;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A register as a document: a list of entries, each with the day from which it is known. */
public final class RegisterDocument {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Line> lines;

    private RegisterDocument(List<Line> lines) {
        this.lines = lines;
    }

    /** @param illustrative null for no */
    record Line(
            LocalDate since,
            String kind,
            String code,
            @Nullable Boolean illustrative,
            String source,
            Map<String, Object> content) {}

    /** @throws IllegalArgumentException where the bytes are no such document */
    public static RegisterDocument read(InputStream json) {
        try {
            return new RegisterDocument(JSON.readValue(json, new TypeReference<List<Line>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no register: " + e.getOriginalMessage(), e);
        }
    }

    /** The entries as they were known on a day: where several lines tell of one, the last. */
    public List<Wanted> knownOn(LocalDate day) {
        Map<String, Wanted> known = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!line.since().isAfter(day)) {
                Kind kind = Kind.find(line.kind())
                        .orElseThrow(() -> new IllegalArgumentException("No such kind: " + line.kind()));
                known.put(
                        line.kind() + " " + line.code(),
                        new Wanted(
                                kind,
                                line.code(),
                                line.content(),
                                Boolean.TRUE.equals(line.illustrative()),
                                line.source(),
                                null));
            }
        }
        return List.copyOf(known.values());
    }
}
