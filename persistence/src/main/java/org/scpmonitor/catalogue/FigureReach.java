package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.listing.Moment;

/** Of which indicators figures may change with an import. What only names, describes or judges them changes none. */
record FigureReach(DSLContext sql, Moment moment) {

    /** Those whose new version is measured or aggregated otherwise than the one before it, and new ones. */
    List<Reach> ofIndicators() {
        var wanted = INDICATOR_VERSION;
        var before = INDICATOR_VERSION.as("before");
        return moment.first().stream()
                .flatMap(first -> sql
                        .select(wanted.INDICATOR_ID)
                        .from(wanted)
                        .leftJoin(before)
                        .on(before.INDICATOR_ID.eq(wanted.INDICATOR_ID))
                        .and(before.VERSION.eq(wanted.VERSION.minus(1)))
                        .where(wanted.KNOWN_FROM.ge(first))
                        .and(row(
                                        wanted.UNIT,
                                        wanted.PERIOD_MONTHS,
                                        wanted.OVER_INSTITUTIONS,
                                        wanted.OVER_TIME,
                                        wanted.NUMERATOR_ID,
                                        wanted.DENOMINATOR_ID,
                                        wanted.WEIGHT_ID,
                                        wanted.UNCERTAINTY_PERCENT)
                                .isDistinctFrom(row(
                                        before.UNIT,
                                        before.PERIOD_MONTHS,
                                        before.OVER_INSTITUTIONS,
                                        before.OVER_TIME,
                                        before.NUMERATOR_ID,
                                        before.DENOMINATOR_ID,
                                        before.WEIGHT_ID,
                                        before.UNCERTAINTY_PERCENT)))
                        .fetch(row -> Reach.all(row.value1()))
                        .stream())
                .toList();
    }

    /** Those that a programme follows otherwise, and all of one that counts its years or warms otherwise. */
    List<Reach> ofProgrammes(List<Programme> before, List<Programme> after) {
        Map<String, Programme> earlier =
                before.stream().collect(Collectors.toMap(Programme::code, Function.identity()));
        Set<String> codes = new HashSet<>();
        after.forEach(programme -> codes.addAll(changed(earlier.get(programme.code()), programme)));
        return sql.select(INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.in(codes))
                .fetch(row -> Reach.all(row.value1()));
    }

    private static List<String> changed(@Nullable Programme before, Programme after) {
        List<ProgrammeIndicator> same =
                before == null || !countsTheSame(before, after) ? List.of() : before.indicators();
        return after.indicators().stream()
                .filter(followed -> same.stream().noneMatch(each -> givesTheSame(each, followed)))
                .map(ProgrammeIndicator::indicator)
                .toList();
    }

    private static boolean countsTheSame(Programme before, Programme after) {
        return before.country().equals(after.country())
                && before.gwpSet().equals(after.gwpSet())
                && Objects.equals(before.fiscalStart(), after.fiscalStart());
    }

    /** The baseline weighs the coverage of the others. */
    private static boolean givesTheSame(ProgrammeIndicator before, ProgrammeIndicator after) {
        return before.indicator().equals(after.indicator())
                && Objects.equals(before.estimation(), after.estimation())
                && Objects.equals(before.baseline(), after.baseline());
    }
}
