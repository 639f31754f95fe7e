package org.scpmonitor.ui.register;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.register.Entries.Line;
import org.scpmonitor.register.EntrySearch;
import org.scpmonitor.register.EntrySearch.Hit;
import org.scpmonitor.register.EntrySearch.Place;

/**
 * What answers a question.
 *
 * @param lines in the order that is asked for; the best first where words were looked for
 * @param counts of all kinds, whichever is asked for
 * @param excerpts where words were found, by kind and code
 * @param catalogue what the catalogue has of the words
 */
record Found(List<Line> lines, Map<Kind, Integer> counts, Map<String, String> excerpts, List<Hit> catalogue) {
    private static final int MOST_HITS = 400;

    static Found of(RegisterQuestion question, List<Line> all, EntrySearch search, Locale locale) {
        if (question.search().isEmpty()) {
            return among(question, all, locale, line -> true);
        }
        if (question.asOf() != null) {
            return among(question, all, locale, line -> holds(line, question.search(), locale));
        }
        List<Hit> hits = search.find(
                        new EntrySearch.Question(question.search(), locale, null, question.country()), 0, MOST_HITS)
                .items();
        Map<String, Line> lines = all.stream().collect(Collectors.toMap(Found::key, Function.identity()));
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        Map<String, String> excerpts = new HashMap<>();
        List<Line> found = new ArrayList<>();
        List<Hit> catalogue = new ArrayList<>();
        for (Hit hit : hits) {
            switch (hit.place()) {
                case Place.InCatalogue _ -> catalogue.add(hit);
                case Place.InRegister(Kind kind) -> {
                    Line line = lines.get(key(kind, hit.code()));
                    if (line != null) {
                        counts.merge(kind, 1, Integer::sum);
                        excerpts.put(key(line), hit.excerpt());
                        if (question.kind() == null || question.kind() == kind) {
                            found.add(line);
                        }
                    }
                }
            }
        }
        return new Found(found, counts, excerpts, question.kind() == null ? catalogue : List.of());
    }

    private static Found among(RegisterQuestion question, List<Line> all, Locale locale, Predicate<Line> isFound) {
        List<Line> held = all.stream()
                .filter(line -> question.country() == null || line.countries().contains(question.country()))
                .filter(isFound)
                .toList();
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        held.forEach(line -> counts.merge(line.kind(), 1, Integer::sum));
        return new Found(
                held.stream()
                        .filter(line -> question.kind() == null || line.kind() == question.kind())
                        .sorted(order(question.sort(), locale))
                        .toList(),
                counts,
                Map.of(),
                List.of());
    }

    /** Where words were found in the line's entry; empty where none were looked for. */
    String excerpt(Line line) {
        return excerpts.getOrDefault(key(line), "");
    }

    private static String key(Line line) {
        return key(line.kind(), line.code());
    }

    private static String key(Kind kind, String code) {
        return kind.code() + " " + code;
    }

    private static boolean holds(Line line, String words, Locale locale) {
        String text = (line.code() + " " + line.title().in(locale)).toLowerCase(locale);
        return Stream.of(words.toLowerCase(locale).split("\\s+")).allMatch(text::contains);
    }

    private static Comparator<Line> order(RegisterQuestion.Sort sort, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        Comparator<Line> byTitle =
                Comparator.<Line, String>comparing(line -> line.title().in(locale), collator::compare);
        Comparator<Line> byDay =
                Comparator.comparing(Line::when, Comparator.nullsLast(Comparator.<PartialDate>reverseOrder()));
        Labels labels = Labels.in(locale);
        return switch (sort) {
            case DAY -> byDay.thenComparing(byTitle);
            case TITLE -> byTitle;
            case KIND ->
                Comparator.<Line, String>comparing(line -> labels.kinds(line.kind()), collator::compare)
                        .thenComparing(byDay)
                        .thenComparing(byTitle);
        };
    }
}
