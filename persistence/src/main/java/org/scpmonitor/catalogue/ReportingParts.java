package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.field;
import static org.scpmonitor.schema.tables.Disaggregation.DISAGGREGATION;
import static org.scpmonitor.schema.tables.DisaggregationPart.DISAGGREGATION_PART;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.AssignmentRows;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.assignment.CalendarRows.Rule;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.Assignment;
import org.scpmonitor.catalogue.CatalogueDocument.Institution;
import org.scpmonitor.catalogue.CatalogueDocument.Participation;
import org.scpmonitor.catalogue.CatalogueDocument.Selection;
import org.scpmonitor.listing.Moment;

/** Stores who takes part in which programme, who reports what and by when, set by set. */
record ReportingParts(DSLContext sql, Moment moment) {
    static final Field<LocalDate> OPEN_END = field("date 'infinity'", LocalDate.class);

    List<CatalogueChange> store(CatalogueDocument document) {
        List<CatalogueChange> changes = new ArrayList<>();
        for (Participation participation : document.participations()) {
            changes.addAll(participate(participation, codes(participation.institutions(), document.institutions())));
        }
        for (Assignment assignment : document.assignments()) {
            Set<String> institutions = ReportingRules.selected(assignment.institutions(), document.institutions());
            for (String indicator : assignment.indicators()) {
                changes.addAll(assign(assignment, indicator, institutions));
            }
        }
        changes.addAll(plan(document.calendar()));
        return changes;
    }

    private static String[] codes(Selection selection, List<Institution> institutions) {
        return ReportingRules.selected(selection, institutions).toArray(String[]::new);
    }

    private List<CatalogueChange> participate(Participation participation, String[] institutions) {
        ParticipationRows.Changed changed = new ParticipationRows(sql)
                .put(
                        participation.programme(),
                        institutions,
                        participation.from(),
                        participation.until(),
                        moment::current);
        return counted("participations", participation.programme(), changed.added(), changed.changed());
    }

    private List<CatalogueChange> assign(Assignment assignment, String indicator, Set<String> institutions) {
        AssignmentRows.Changed changed = new AssignmentRows(sql)
                .put(
                        new AssignmentRows.Wanted(
                                institutions,
                                indicator,
                                disaggregation(assignment.disaggregation()),
                                IndicatorParts.months(assignment.periodicity()),
                                assignment.from(),
                                assignment.until()),
                        moment::current);
        return counted("assignments", indicator, changed.added(), changed.changed());
    }

    private List<CatalogueChange> plan(List<CatalogueDocument.Deadline> calendar) {
        List<Rule> rules = calendar.stream()
                .flatMap(deadline -> deadline.indicators().stream()
                        .map(indicator -> new Rule(
                                indicator,
                                deadline.country(),
                                deadline.from() == null ? CalendarRows.ALWAYS : deadline.from(),
                                deadline.timelyDays(),
                                deadline.closedDays())))
                .toList();
        return new CalendarRows(sql)
                .put(rules, moment::current).stream()
                        .map(changed -> new CatalogueChange(
                                "calendar", changed.indicator(), changed.added() ? Kind.ADDED : Kind.CHANGED, 1))
                        .toList();
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

    private static List<CatalogueChange> counted(String part, String code, int added, int changed) {
        List<CatalogueChange> changes = new ArrayList<>();
        if (added > 0) {
            changes.add(new CatalogueChange(part, code, Kind.ADDED, added));
        }
        if (changed > 0) {
            changes.add(new CatalogueChange(part, code, Kind.CHANGED, changed));
        }
        return changes;
    }
}
