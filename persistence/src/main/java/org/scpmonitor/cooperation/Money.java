package org.scpmonitor.cooperation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.cooperation.Rates.Converted;
import org.scpmonitor.entry.Contribution;
import org.scpmonitor.entry.Contribution.Stage;
import org.scpmonitor.entry.Cooperation;
import org.scpmonitor.register.Entry;

/**
 * What partners give to a cooperation.
 *
 * @param currency in which all of it is told
 * @param given every contribution, the earliest first
 * @param volume all contributions together, as the source states them; null where it states none
 * @param committed what of the volume is broken down, by country: commitments, and plans of countries that committed nothing.
 *     What was made up isn't held against a volume that wasn't
 */
public record Money(
        String currency, List<Given> given, @Nullable BigDecimal volume, Map<String, BigDecimal> committed) {
    private static final MathContext ROUNDED = new MathContext(20, RoundingMode.HALF_EVEN);

    /** @param inCurrency in the cooperation's currency; null where no rate is known */
    public record Given(
            Entry<Contribution> contribution, @Nullable Converted inCurrency) {}

    /**
     * What others give for each unit of what one gives.
     *
     * @param own what the one gives; above 0
     */
    public record Leverage(BigDecimal own, BigDecimal others) {
        /** Rounded half-even to 20 significant digits. */
        public BigDecimal ratio() {
            return others.divide(own, ROUNDED);
        }
    }

    public static Money of(Entry<Cooperation> cooperation, List<Entry<Contribution>> contributions, Rates rates) {
        String currency = Objects.requireNonNullElse(cooperation.content().currency(), "EUR");
        List<Given> given = contributions.stream()
                .filter(each -> each.content().cooperation().equals(cooperation.code()))
                .map(each -> new Given(
                        each,
                        rates.convert(
                                        each.content().amount(),
                                        each.content().currency(),
                                        currency,
                                        each.content().date())
                                .orElse(null)))
                .toList();
        return new Money(currency, given, cooperation.content().volume(), committed(cooperation.illustrative(), given));
    }

    private static Map<String, BigDecimal> committed(boolean illustrative, List<Given> given) {
        List<Given> comparable = given.stream()
                .filter(each -> illustrative || !each.contribution().illustrative())
                .toList();
        Map<String, BigDecimal> committed = sums(comparable, Stage.COMMITTED);
        sums(comparable, Stage.PLANNED).forEach(committed::putIfAbsent);
        return committed;
    }

    private static Map<String, BigDecimal> sums(List<Given> given, Stage stage) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Given each : given) {
            Contribution contribution = each.contribution().content();
            if (contribution.stage() == stage && each.inCurrency() != null) {
                sums.merge(contribution.country(), each.inCurrency().amount(), BigDecimal::add);
            }
        }
        return sums;
    }

    /** What of the volume no contribution accounts for; empty where the source states no volume. */
    public Optional<BigDecimal> remainder() {
        return Optional.ofNullable(volume)
                .map(all -> all.subtract(committed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /** Contributions that no known rate converts. */
    public List<Given> unconverted() {
        return given.stream().filter(each -> each.inCurrency() == null).toList();
    }

    /** What of a stage was given by a country, in the cooperation's currency, without what no rate converts. */
    public BigDecimal sum(Stage stage, String country) {
        return sums(given, stage).getOrDefault(country, BigDecimal.ZERO);
    }

    /** Countries that gave anything, in the order of their contributions. */
    public List<String> countries() {
        return given.stream()
                .map(each -> each.contribution().content().country())
                .distinct()
                .toList();
    }

    /** The stages of which there is any contribution. */
    public List<Stage> stages() {
        Set<Stage> there = new java.util.TreeSet<>();
        given.forEach(each -> there.add(each.contribution().content().stage()));
        return new ArrayList<>(there);
    }

    /** Of the stated volume: all but what some countries committed, for each unit of that. */
    public Optional<Leverage> leverageOfVolume(Set<String> funders) {
        BigDecimal own = of(committed, funders);
        return volume == null || own.signum() == 0
                ? Optional.empty()
                : Optional.of(new Leverage(own, volume.subtract(own)));
    }

    /** Of the recorded contributions of a stage. */
    public Optional<Leverage> leverage(Stage stage, Set<String> funders) {
        Map<String, BigDecimal> sums = sums(given, stage);
        BigDecimal own = of(sums, funders);
        BigDecimal all = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return own.signum() == 0 ? Optional.empty() : Optional.of(new Leverage(own, all.subtract(own)));
    }

    private static BigDecimal of(Map<String, BigDecimal> sums, Set<String> countries) {
        return sums.entrySet().stream()
                .filter(each -> countries.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
