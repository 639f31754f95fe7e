package org.scpmonitor.ui.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.ReviewQueue.Entry;

/**
 * What of the queue is shown, and in which order.
 *
 * @param country two letters; null for all
 * @param programme code; null for all
 */
record QueueOrder(@Nullable String country, @Nullable String programme, By by) {

    /** The order of a queue. */
    enum By {
        AGE(Comparator.comparing(entry -> entry.line().id())),
        SIZE(Comparator.comparing(
                entry -> Objects.requireNonNullElse(entry.line().rows().accepted(), 0L), Comparator.reverseOrder())),
        FLAGGED(Comparator.comparing(entry -> entry.line().found().queries(), Comparator.reverseOrder())),
        EFFECT(Comparator.comparing(entry -> entry.outlook().figures(), Comparator.reverseOrder())),
        COUNTRY(Comparator.comparing(
                entry -> entry.line().place().country() + entry.line().place().code()));

        private final Comparator<Entry> comparator;

        By(Comparator<Entry> comparator) {
            this.comparator = comparator;
        }

        static By of(String code) {
            for (By each : values()) {
                if (each.code().equals(code)) {
                    return each;
                }
            }
            return AGE;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param open one that stays whatever is left out; 0 for none */
    List<Entry> of(List<Entry> entries, long open) {
        return entries.stream()
                .filter(entry -> entry.line().id() == open || isShown(entry))
                .sorted(by.comparator)
                .toList();
    }

    private boolean isShown(Entry entry) {
        return (country == null || country.equals(entry.line().place().country()))
                && (programme == null || entry.programmes().contains(programme));
    }

    QueueOrder withCountry(@Nullable String chosen) {
        return new QueueOrder(chosen, programme, by);
    }

    QueueOrder withProgramme(@Nullable String chosen) {
        return new QueueOrder(country, chosen, by);
    }

    QueueOrder by(By chosen) {
        return new QueueOrder(country, programme, chosen);
    }

    /** As an address carries it; empty where nothing is chosen. */
    String query() {
        String query = parameter("country", country)
                + parameter("programme", programme)
                + parameter("by", by == By.AGE ? null : by.code());
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
