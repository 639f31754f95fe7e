package org.scpmonitor.statusquo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Instrument;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Survey;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.Shelf;
import org.springframework.stereotype.Repository;

/** Reads questionnaires and what countries answered. */
@Repository
public class StatusQuoQueries {
    private final Entries entries;

    StatusQuoQueries(Entries entries) {
        this.entries = entries;
    }

    /**
     * A questionnaire with its rounds. One statement, and another where a round answered an earlier version.
     *
     * @param instrument its code; null for the one that asks about most areas, and among such the one that has most rounds
     */
    public StatusQuo read(@Nullable String instrument, AsOf asOf) {
        Shelf shelf = entries.read(Set.of(Kind.INSTRUMENT, Kind.SURVEY), asOf);
        List<Entry<Survey>> surveys = shelf.all(Survey.class);
        List<Entry<Instrument>> all = shelf.all(Instrument.class);
        Entry<Instrument> chosen = all.stream()
                .filter(each -> instrument == null || each.code().equals(instrument))
                .max(Comparator.<Entry<Instrument>>comparingLong(StatusQuoQueries::areas)
                        .thenComparingLong(each -> rounds(each, surveys))
                        .thenComparing(Entry::code, Comparator.reverseOrder()))
                .orElse(null);
        return chosen == null
                ? new StatusQuo(all, null, List.of())
                : new StatusQuo(all, chosen, rounds(chosen, surveys, asOf));
    }

    private static long areas(Entry<Instrument> instrument) {
        return instrument.content().questions().stream()
                .map(Instrument.Question::area)
                .distinct()
                .count();
    }

    private static long rounds(Entry<Instrument> instrument, List<Entry<Survey>> surveys) {
        return surveys.stream()
                .filter(each -> each.content().instrument().equals(instrument.code()))
                .count();
    }

    private List<Round> rounds(Entry<Instrument> chosen, List<Entry<Survey>> surveys, AsOf asOf) {
        List<Entry<Survey>> answered = surveys.stream()
                .filter(each -> each.content().instrument().equals(chosen.code()))
                .sorted(Comparator.comparing(
                                (Entry<Survey> each) -> each.content().country())
                        .thenComparing(each -> each.content().date())
                        .thenComparing(Entry::code))
                .toList();
        Map<Integer, Instrument> editions = new HashMap<>();
        editions.put(chosen.version(), chosen.content());
        if (answered.stream().anyMatch(each -> each.content().edition() != chosen.version())) {
            entries.history(Kind.INSTRUMENT, chosen.code(), asOf)
                    .forEach(each -> editions.put(each.version(), (Instrument) each.content()));
        }
        return answered.stream()
                .map(each -> Round.of(
                        each,
                        Objects.requireNonNullElse(editions.get(each.content().edition()), chosen.content())))
                .toList();
    }
}
