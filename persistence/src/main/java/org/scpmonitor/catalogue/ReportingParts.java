package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.tables.Assignment.ASSIGNMENT;
import static org.scpmonitor.schema.tables.Disaggregation.DISAGGREGATION;
import static org.scpmonitor.schema.tables.DisaggregationPart.DISAGGREGATION_PART;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Participation.PARTICIPATION;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.Assignment;
import org.scpmonitor.catalogue.CatalogueDocument.Institution;
import org.scpmonitor.catalogue.CatalogueDocument.Participation;
import org.scpmonitor.catalogue.CatalogueDocument.Selection;

/** Stores who takes part in which programme and who reports what, set by set. */
record ReportingParts(DSLContext sql) {
    static final Field<LocalDate> OPEN_END = field("date 'infinity'", LocalDate.class);
    private static final Field<Boolean> IS_NEW = field("xmax = 0", Boolean.class);

    List<CatalogueChange> store(CatalogueDocument document) {
        List<CatalogueChange> changes = new ArrayList<>();
        for (Participation participation : document.participations()) {
            changes.addAll(participate(participation, codes(participation.institutions(), document.institutions())));
        }
        for (Assignment assignment : document.assignments()) {
            String[] institutions = codes(assignment.institutions(), document.institutions());
            for (String indicator : assignment.indicators()) {
                changes.addAll(assign(assignment, indicator, institutions));
            }
        }
        return changes;
    }

    private static String[] codes(Selection selection, List<Institution> institutions) {
        return ReportingRules.selected(selection, institutions).toArray(String[]::new);
    }

    private List<CatalogueChange> participate(Participation participation, String[] institutions) {
        List<Boolean> rows = sql.insertInto(
                        PARTICIPATION,
                        PARTICIPATION.PROGRAMME_ID,
                        PARTICIPATION.INSTITUTION_ID,
                        PARTICIPATION.VALID_FROM,
                        PARTICIPATION.VALID_UNTIL)
                .select(select(
                                PROGRAMME.ID,
                                INSTITUTION.ID,
                                val(participation.from()),
                                untilOrOpen(participation.until()))
                        .from(PROGRAMME)
                        .join(INSTITUTION)
                        .on(INSTITUTION.CODE.eq(any(institutions)))
                        .where(PROGRAMME.CODE.eq(participation.programme())))
                .onConflict(PARTICIPATION.PROGRAMME_ID, PARTICIPATION.INSTITUTION_ID, PARTICIPATION.VALID_FROM)
                .doUpdate()
                .set(PARTICIPATION.VALID_UNTIL, excluded(PARTICIPATION.VALID_UNTIL))
                .where(PARTICIPATION.VALID_UNTIL.isDistinctFrom(excluded(PARTICIPATION.VALID_UNTIL)))
                .returningResult(IS_NEW)
                .fetch(IS_NEW);
        return counted("participations", participation.programme(), rows);
    }

    private List<CatalogueChange> assign(Assignment assignment, String indicator, String[] institutions) {
        List<Boolean> rows = sql.insertInto(
                        ASSIGNMENT,
                        ASSIGNMENT.INSTITUTION_ID,
                        ASSIGNMENT.INDICATOR_ID,
                        ASSIGNMENT.DISAGGREGATION_ID,
                        ASSIGNMENT.PERIOD_MONTHS,
                        ASSIGNMENT.VALID_FROM,
                        ASSIGNMENT.VALID_UNTIL)
                .select(select(
                                INSTITUTION.ID,
                                INDICATOR.ID,
                                val(disaggregation(assignment.disaggregation())),
                                val(IndicatorParts.months(assignment.periodicity())),
                                val(assignment.from()),
                                untilOrOpen(assignment.until()))
                        .from(INDICATOR)
                        .join(INSTITUTION)
                        .on(INSTITUTION.CODE.eq(any(institutions)))
                        .where(INDICATOR.CODE.eq(indicator)))
                .onConflict(
                        ASSIGNMENT.INDICATOR_ID,
                        ASSIGNMENT.INSTITUTION_ID,
                        ASSIGNMENT.DISAGGREGATION_ID,
                        ASSIGNMENT.VALID_FROM)
                .doUpdate()
                .set(ASSIGNMENT.PERIOD_MONTHS, excluded(ASSIGNMENT.PERIOD_MONTHS))
                .set(ASSIGNMENT.VALID_UNTIL, excluded(ASSIGNMENT.VALID_UNTIL))
                .where(row(ASSIGNMENT.PERIOD_MONTHS, ASSIGNMENT.VALID_UNTIL)
                        .isDistinctFrom(row(excluded(ASSIGNMENT.PERIOD_MONTHS), excluded(ASSIGNMENT.VALID_UNTIL))))
                .returningResult(IS_NEW)
                .fetch(IS_NEW);
        return counted("assignments", indicator, rows);
    }

    /** The id of a set of pairs, made when it is the first of its kind; 0 for the total. */
    private int disaggregation(@Nullable String pairs) {
        if (pairs == null) {
            return 0;
        }
        String key = Arrays.stream(pairs.split(";")).sorted().collect(Collectors.joining(";"));
        Integer made = sql.insertInto(DISAGGREGATION)
                .set(DISAGGREGATION.KEY, key)
                .onConflict(DISAGGREGATION.KEY)
                .doNothing()
                .returningResult(DISAGGREGATION.ID)
                .fetchOne(DISAGGREGATION.ID);
        if (made == null) {
            return sql.fetchSingle(DISAGGREGATION, DISAGGREGATION.KEY.eq(key)).getId();
        }
        for (String pair : key.split(";")) {
            sql.insertInto(DISAGGREGATION_PART)
                    .set(DISAGGREGATION_PART.DISAGGREGATION_ID, made)
                    .set(DISAGGREGATION_PART.DIMENSION, pair.substring(0, pair.indexOf('=')))
                    .set(DISAGGREGATION_PART.CODE, pair.substring(pair.indexOf('=') + 1))
                    .execute();
        }
        return made;
    }

    private static Field<LocalDate> untilOrOpen(@Nullable LocalDate until) {
        return until == null ? OPEN_END : val(until);
    }

    private static List<CatalogueChange> counted(String part, String code, List<Boolean> rows) {
        Map<Boolean, Long> byKind =
                rows.stream().collect(Collectors.partitioningBy(isNew -> isNew, Collectors.counting()));
        return byKind.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new CatalogueChange(
                        part, code, each.getKey() ? Kind.ADDED : Kind.CHANGED, Math.toIntExact(each.getValue())))
                .toList();
    }
}
