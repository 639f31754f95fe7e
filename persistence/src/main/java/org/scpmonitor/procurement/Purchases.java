package org.scpmonitor.procurement;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Criterion;
import org.scpmonitor.text.Text;

/** The indicators that criteria name, by code, as they were read at once. */
public final class Purchases {
    private final Map<String, Purchase> indicators;
    private final Map<String, Text> institutions;

    /** @param institutions names by code */
    Purchases(List<Purchase> indicators, Map<String, Text> institutions) {
        this.indicators = indicators.stream().collect(Collectors.toMap(Purchase::code, Function.identity()));
        this.institutions = Map.copyOf(institutions);
    }

    public Optional<Purchase> find(@Nullable String code) {
        return Optional.ofNullable(code).map(indicators::get);
    }

    /** Every indicator that was read. */
    Collection<Purchase> all() {
        return indicators.values();
    }

    /** What an institution is called; its code where it isn't known. */
    public Text institution(String code) {
        return institutions.getOrDefault(code, new Text(code, code, code));
    }

    /** Every indicator that criteria name. */
    public static List<String> named(Collection<Criterion> criteria) {
        return criteria.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(
                                        Optional.ofNullable(each.meeting()),
                                        Optional.ofNullable(each.purchases()),
                                        Optional.ofNullable(each.spendMeeting()),
                                        Optional.ofNullable(each.spend()),
                                        Optional.ofNullable(each.share()))
                                .flatMap(Optional::stream),
                        each.impacts().stream()))
                .distinct()
                .toList();
    }

    /** Nothing was read. */
    public static Purchases none() {
        return new Purchases(List.of(), Collections.emptyMap());
    }
}
