package org.scpmonitor.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was put in lately: forgotten after a while, and the longest unused first when there is too much of it. */
final class Recent<V> {

    private record Kept<V>(V value, Instant until) {}

    private final Clock clock;
    private final Duration kept;
    private final Map<String, Kept<V>> entries;

    /** @param most how many are kept at once */
    Recent(Clock clock, Duration kept, int most) {
        this.clock = clock;
        this.kept = kept;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> find(String key) {
        return Optional.ofNullable(current(key));
    }

    synchronized void put(String key, V value) {
        entries.put(key, new Kept<>(value, clock.instant().plus(kept)));
    }

    /** Replaces what is kept, or {@code first} where nothing is, and gives the new value. */
    synchronized V update(String key, V first, UnaryOperator<V> next) {
        V current = current(key);
        V value = next.apply(current == null ? first : current);
        put(key, value);
        return value;
    }

    synchronized void forget(String key) {
        entries.remove(key);
    }

    private @Nullable V current(String key) {
        Kept<V> entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (clock.instant().isBefore(entry.until())) {
            return entry.value();
        }
        entries.remove(key);
        return null;
    }
}
