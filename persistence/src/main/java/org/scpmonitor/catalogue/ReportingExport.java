package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.nullif;
import static org.scpmonitor.schema.tables.CalendarRule.CALENDAR_RULE;
import static org.scpmonitor.schema.tables.CurrentAssignment.CURRENT_ASSIGNMENT;
import static org.scpmonitor.schema.tables.Disaggregation.DISAGGREGATION;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Participation.PARTICIPATION;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.CalendarRows;
import org.scpmonitor.catalogue.CatalogueDocument.Assignment;
import org.scpmonitor.catalogue.CatalogueDocument.Deadline;
import org.scpmonitor.catalogue.CatalogueDocument.Participation;
import org.scpmonitor.catalogue.CatalogueDocument.Selection;
import org.scpmonitor.listing.Moment;

/** Who takes part and who reports what, gathered into as few selections as say it. */
final class ReportingExport {
    /** A whole kind of institutions in a country is told as such from this many on. */
    private static final int MANY = 20;

    private static final Field<LocalDate> PARTICIPATES_UNTIL =
            nullif(PARTICIPATION.VALID_UNTIL, ReportingParts.OPEN_END);
    private static final Field<LocalDate> REPORTS_UNTIL =
            nullif(CURRENT_ASSIGNMENT.VALID_UNTIL, ReportingParts.OPEN_END);

    private final DSLContext sql;
    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Map<Kind, Set<String>> institutions = new LinkedHashMap<>();

    private record Kind(String country, String kind) {}

    private record Role(
            String programme, LocalDate from, @Nullable LocalDate until) {}

    private record Duty(
            String indicator,
            String disaggregation,
            int months,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What assignments share that differ in their indicator only. */
    private record Shared(
            Selection institutions,
            String disaggregation,
            int months,
            LocalDate from,
            @Nullable LocalDate until) {}

    ReportingExport(DSLContext sql) {
        this.sql = sql;
        sql.select(INSTITUTION.CODE, INSTITUTION.COUNTRY, INSTITUTION.KIND)
                .from(INSTITUTION)
                .forEach(row -> {
                    var kind = new Kind(row.value2(), row.value3());
                    kinds.put(row.value1(), kind);
                    institutions.computeIfAbsent(kind, first -> new TreeSet<>()).add(row.value1());
                });
    }

    List<Participation> participations() {
        Map<Role, Set<String>> roles = new LinkedHashMap<>();
        sql.select(PROGRAMME.CODE, PARTICIPATION.VALID_FROM, PARTICIPATES_UNTIL, INSTITUTION.CODE)
                .from(PARTICIPATION)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PARTICIPATION.PROGRAMME_ID))
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(PARTICIPATION.INSTITUTION_ID))
                .orderBy(PROGRAMME.SORT, PROGRAMME.CODE, PARTICIPATION.VALID_FROM, PARTICIPATION.VALID_UNTIL)
                .forEach(row -> roles.computeIfAbsent(
                                new Role(row.value1(), row.value2(), row.value3()), first -> new TreeSet<>())
                        .add(row.value4()));
        List<Participation> participations = new ArrayList<>();
        roles.forEach((role, codes) -> selections(codes)
                .forEach(selection ->
                        participations.add(new Participation(role.programme(), selection, role.from(), role.until()))));
        return participations;
    }

    List<Assignment> assignments() {
        Map<Duty, Set<String>> duties = new LinkedHashMap<>();
        sql.select(
                        INDICATOR.CODE,
                        DISAGGREGATION.KEY,
                        CURRENT_ASSIGNMENT.PERIOD_MONTHS,
                        CURRENT_ASSIGNMENT.VALID_FROM,
                        REPORTS_UNTIL,
                        INSTITUTION.CODE)
                .from(CURRENT_ASSIGNMENT)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(CURRENT_ASSIGNMENT.INDICATOR_ID))
                .join(DISAGGREGATION)
                .on(DISAGGREGATION.ID.eq(CURRENT_ASSIGNMENT.DISAGGREGATION_ID))
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(CURRENT_ASSIGNMENT.INSTITUTION_ID))
                .orderBy(INDICATOR.SORT, INDICATOR.CODE, DISAGGREGATION.KEY, CURRENT_ASSIGNMENT.VALID_FROM)
                .forEach(row -> duties.computeIfAbsent(
                                new Duty(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()),
                                first -> new TreeSet<>())
                        .add(row.value6()));
        Map<Shared, List<String>> indicators = new LinkedHashMap<>();
        duties.forEach((duty, codes) -> selections(codes)
                .forEach(selection -> indicators
                        .computeIfAbsent(
                                new Shared(selection, duty.disaggregation(), duty.months(), duty.from(), duty.until()),
                                first -> new ArrayList<>())
                        .add(duty.indicator())));
        List<Assignment> assignments = new ArrayList<>();
        indicators.forEach((shared, codes) -> assignments.add(new Assignment(
                codes,
                shared.institutions(),
                shared.disaggregation().isEmpty() ? null : shared.disaggregation(),
                IndicatorRules.periodicity(shared.months()),
                shared.from(),
                shared.until())));
        return assignments;
    }

    List<Deadline> calendar() {
        Map<Deadline, List<String>> indicators = new LinkedHashMap<>();
        sql.select(
                        INDICATOR.CODE,
                        CALENDAR_RULE.COUNTRY,
                        nullif(CALENDAR_RULE.VALID_FROM, CalendarRows.ALWAYS),
                        CALENDAR_RULE.TIMELY_DAYS,
                        CALENDAR_RULE.CLOSED_DAYS)
                .from(CALENDAR_RULE)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(CALENDAR_RULE.INDICATOR_ID))
                .where(CALENDAR_RULE.KNOWN_UNTIL.eq(Moment.FOR_EVER))
                .orderBy(
                        INDICATOR.SORT,
                        INDICATOR.CODE,
                        CALENDAR_RULE.COUNTRY.asc().nullsFirst(),
                        CALENDAR_RULE.VALID_FROM)
                .forEach(row -> indicators
                        .computeIfAbsent(
                                new Deadline(List.of(), row.value2(), row.value3(), row.value4(), row.value5()),
                                first -> new ArrayList<>())
                        .add(row.value1()));
        List<Deadline> calendar = new ArrayList<>();
        indicators.forEach((days, codes) ->
                calendar.add(new Deadline(codes, days.country(), days.from(), days.timelyDays(), days.closedDays())));
        return calendar;
    }

    /** The same institutions as one list of codes and those kinds that are there completely. */
    private List<Selection> selections(Set<String> codes) {
        List<Selection> selections = new ArrayList<>();
        Set<String> rest = new TreeSet<>(codes);
        institutions.forEach((kind, all) -> {
            if (all.size() >= MANY && codes.containsAll(all)) {
                selections.add(new Selection(List.of(), kind.country(), kind.kind()));
                rest.removeIf(code -> Objects.equals(kinds.get(code), kind));
            }
        });
        if (!rest.isEmpty()) {
            selections.addFirst(new Selection(List.copyOf(rest), null, null));
        }
        return selections;
    }
}
