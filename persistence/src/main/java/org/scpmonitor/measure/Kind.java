package org.scpmonitor.measure;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a unit measures. Units of one kind convert into each other; units of two kinds never do.
 *
 * <p>UCUM gives an annotation no dimension. Here it is part of the kind, so that {@code t{CO2e}} is not {@code t}, a
 * figure per {@code {person}} is not a total, and a currency or price year is not another.
 *
 * @param dimensions exponents of the base dimensions, such as M=1, T=-2; none is zero
 * @param annotations exponents of the annotations, such as CO2e=1, person=-1; none is zero
 */
public record Kind(SortedMap<String, Integer> dimensions, SortedMap<String, Integer> annotations) {
    static final Kind NUMBER = new Kind(new TreeMap<>(), new TreeMap<>());

    public Kind {
        dimensions = withoutZeros(dimensions);
        annotations = withoutZeros(annotations);
    }

    /** Whether it is a plain number: no dimension, no annotation. */
    public boolean isNumber() {
        return dimensions.isEmpty() && annotations.isEmpty();
    }

    public Kind times(Kind other) {
        return new Kind(sum(dimensions, other.dimensions), sum(annotations, other.annotations));
    }

    public Kind power(int exponent) {
        return new Kind(scaled(dimensions, exponent), scaled(annotations, exponent));
    }

    /** The dimensions and annotations with their exponents: "M", "L2.M.T-2", "M.{CO2e}.{person}-1", or "1". */
    @Override
    public String toString() {
        return isNumber()
                ? "1"
                : Stream.concat(
                                dimensions.entrySet().stream().map(each -> factor(each.getKey(), each.getValue())),
                                annotations.entrySet().stream()
                                        .map(each -> factor("{" + each.getKey() + "}", each.getValue())))
                        .collect(Collectors.joining("."));
    }

    private static String factor(String name, int exponent) {
        return exponent == 1 ? name : name + exponent;
    }

    private static SortedMap<String, Integer> withoutZeros(Map<String, Integer> exponents) {
        var kept = new TreeMap<>(exponents);
        kept.values().removeIf(exponent -> exponent == 0);
        return Collections.unmodifiableSortedMap(kept);
    }

    private static SortedMap<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        var sum = new TreeMap<>(one);
        other.forEach((name, exponent) -> sum.merge(name, exponent, Math::addExact));
        return sum;
    }

    private static SortedMap<String, Integer> scaled(Map<String, Integer> exponents, int by) {
        var scaled = new TreeMap<>(exponents);
        scaled.replaceAll((name, exponent) -> Math.multiplyExact(exponent, by));
        return scaled;
    }
}
