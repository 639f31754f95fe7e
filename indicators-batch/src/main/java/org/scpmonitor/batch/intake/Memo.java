package org.scpmonitor.batch.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what a few thousand texts mean: periods and the like repeat from row to row. */
final class Memo<V> {

    private static final int MOST = 4_096;

    private final Map<String, V> known = new HashMap<>();
    private final Function<String, V> meaning;

    Memo(Function<String, V> meaning) {
        this.meaning = meaning;
    }

    V of(String text) {
        V found = known.get(text);
        if (found == null) {
            if (known.size() == MOST) {
                known.clear();
            }
            found = meaning.apply(text);
            known.put(text, found);
        }
        return found;
    }
}
