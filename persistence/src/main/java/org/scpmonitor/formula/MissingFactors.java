package org.scpmonitor.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.measure.Kind;

/** Which factors of the catalogue would make a term's unit what is wanted: a density and a calorific value, say. */
final class MissingFactors {

    private static final int MOST = 3;

    private final Vocabulary vocabulary;
    private final Set<String> words;

    MissingFactors(Vocabulary vocabulary, Expression term) {
        this.vocabulary = vocabulary;
        this.words = term.parts()
                .flatMap(part -> switch (part) {
                    case Expression.FactorValue factor -> words(factor.code()).stream();
                    case Expression.IndicatorValue value -> words(value.code()).stream();
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
    }

    /** The fewest whose product is of the kind, at most three; of several alike those named most like the term's parts. */
    List<String> of(Kind missing) {
        Map<Kind, String> likeliest = new LinkedHashMap<>();
        vocabulary.factors().values().stream()
                .filter(factor ->
                        factor.dimension() == null && !factor.unit().kind().isNumber())
                .sorted(Comparator.comparing(this::unlikeness).thenComparing(Vocabulary.Factor::code))
                .forEach(factor -> likeliest.putIfAbsent(factor.unit().kind(), factor.code()));
        List<Kind> kinds = List.copyOf(likeliest.keySet());
        for (int count = 1; count <= MOST; count++) {
            List<String> found = new ArrayList<>();
            if (search(missing, kinds, 0, count, likeliest, found)) {
                return found.stream().sorted(Comparator.comparing(this::step)).toList();
            }
        }
        return List.of();
    }

    /** From the amount to its mass, its energy, its gases, and what these are worth. */
    private int step(String code) {
        return vocabulary
                .factor(code)
                .map(factor -> List.of("density", "calorific", "emission", "other", "gwp")
                        .indexOf(factor.kind()))
                .orElse(0);
    }

    private static boolean search(
            Kind missing, List<Kind> kinds, int from, int count, Map<Kind, String> codes, List<String> found) {
        if (count == 0) {
            return missing.isNumber();
        }
        for (int i = from; i < kinds.size(); i++) {
            found.add(codes.getOrDefault(kinds.get(i), ""));
            if (search(missing.times(kinds.get(i).power(-1)), kinds, i + 1, count - 1, codes, found)) {
                return true;
            }
            found.removeLast();
        }
        return false;
    }

    private int unlikeness(Vocabulary.Factor factor) {
        long shared = words(factor.code()).stream().filter(words::contains).count();
        return (int) -shared;
    }

    private static List<String> words(String code) {
        return Arrays.asList(code.split("[-_]"));
    }
}
