package org.scpmonitor.cooperation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Adoption;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.Learning;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.register.Entry;

/**
 * Who learns what from whom, by what exchange, and what was taken over.
 *
 * @param givers countries that offer, the one that offers most first
 * @param learners countries that learn, the one that learns most first
 * @param cells of pairs between which there is anything
 */
public record LearningMatrix(List<String> givers, List<String> learners, List<Cell> cells) {
    /** What passes from one country to another. */
    public record Cell(
            String giver,
            String learner,
            List<Entry<Learning>> topics,
            List<Entry<Event>> exchanges,
            List<Entry<Adoption>> adoptions) {
        int size() {
            return topics.size() + exchanges.size() + adoptions.size();
        }
    }

    /**
     * What holds or happened in a year.
     *
     * @param year null for all of it
     */
    public static LearningMatrix of(
            List<Entry<Learning>> learnings,
            List<Entry<Event>> events,
            List<Entry<Adoption>> adoptions,
            @Nullable Integer year) {
        List<Entry<Learning>> topics = learnings.stream()
                .filter(each -> holds(each.content().begins(), each.content().ends(), year))
                .toList();
        List<Entry<Event>> exchanges = events.stream()
                .filter(each -> within(each.content().begins(), each.content().ends(), year))
                .toList();
        List<Entry<Adoption>> taken = adoptions.stream()
                .filter(each -> holds(each.content().since(), null, year))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (String giver : countries(topics, exchanges, taken, true)) {
            for (String learner : countries(topics, exchanges, taken, false)) {
                Cell cell = cell(giver, learner, topics, exchanges, taken);
                if (!giver.equals(learner) && cell.size() > 0) {
                    cells.add(cell);
                }
            }
        }
        return new LearningMatrix(ordered(cells, true), ordered(cells, false), cells);
    }

    /** What passes between two; empty lists where nothing does. */
    public Cell cell(String giver, String learner) {
        return cells.stream()
                .filter(each -> each.giver().equals(giver) && each.learner().equals(learner))
                .findFirst()
                .orElseGet(() -> new Cell(giver, learner, List.of(), List.of(), List.of()));
    }

    private static Cell cell(
            String giver,
            String learner,
            List<Entry<Learning>> topics,
            List<Entry<Event>> exchanges,
            List<Entry<Adoption>> adoptions) {
        return new Cell(
                giver,
                learner,
                topics.stream()
                        .filter(each -> each.content().giver().equals(giver)
                                && each.content().learner().equals(learner))
                        .toList(),
                exchanges.stream()
                        .filter(each -> each.content().givers().contains(giver)
                                && each.content().learners().contains(learner))
                        .toList(),
                adoptions.stream()
                        .filter(each -> each.content().giver().equals(giver)
                                && each.content().country().equals(learner))
                        .toList());
    }

    private static Set<String> countries(
            List<Entry<Learning>> topics, List<Entry<Event>> exchanges, List<Entry<Adoption>> adoptions, boolean give) {
        Set<String> all = new LinkedHashSet<>();
        topics.forEach(
                each -> all.add(give ? each.content().giver() : each.content().learner()));
        exchanges.forEach(each ->
                all.addAll(give ? each.content().givers() : each.content().learners()));
        adoptions.forEach(
                each -> all.add(give ? each.content().giver() : each.content().country()));
        return all;
    }

    private static List<String> ordered(List<Cell> cells, boolean give) {
        return cells.stream()
                .map(each -> give ? each.giver() : each.learner())
                .distinct()
                .sorted(Comparator.comparingInt((String country) -> -cells.stream()
                                .filter(each -> (give ? each.giver() : each.learner()).equals(country))
                                .mapToInt(each -> each.topics().size())
                                .sum())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The years in which anything begins, holds or happens, the earliest first. */
    public static List<Integer> years(
            List<Entry<Learning>> learnings, List<Entry<Event>> events, List<Entry<Adoption>> adoptions) {
        return Stream.of(
                        learnings.stream()
                                .flatMap(each -> span(
                                        each.content().begins(), each.content().ends())),
                        events.stream()
                                .filter(each -> !each.content().givers().isEmpty())
                                .flatMap(each -> span(
                                        each.content().begins(), each.content().ends())),
                        adoptions.stream().map(each -> each.content().since().year()))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Integer> span(@Nullable PartialDate begins, @Nullable PartialDate ends) {
        if (begins == null) {
            return Stream.empty();
        }
        int last = ends == null
                ? begins.year()
                : Math.max(begins.year(), ends.last().getYear());
        return Stream.iterate(begins.year(), year -> year <= last, year -> year + 1);
    }

    /** What has no end holds on. */
    private static boolean holds(@Nullable PartialDate begins, @Nullable PartialDate ends, @Nullable Integer year) {
        return year == null
                || (begins == null || begins.year() <= year)
                        && (ends == null || ends.last().getYear() >= year);
    }

    /** What has no end happened when it began. */
    private static boolean within(PartialDate begins, @Nullable PartialDate ends, @Nullable Integer year) {
        return holds(begins, ends == null ? begins : ends, year);
    }
}
