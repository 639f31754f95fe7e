package org.scpmonitor.submission;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.CURRENT_ASSIGNMENT;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.springframework.stereotype.Repository;

/** The institutions that a viewer may send files for, and what those are to report. */
@Repository
public class SendingInstitutions {

    private final DSLContext sql;
    private final Clock clock;

    SendingInstitutions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A page by code. @param text a part of code or name; empty for all */
    public List<Place> page(Viewer viewer, String text, int offset, int limit) {
        Condition alike = text.isBlank()
                ? noCondition()
                : INSTITUTION
                        .CODE
                        .containsIgnoreCase(text.strip())
                        .or(INSTITUTION.NAME.containsIgnoreCase(text.strip()));
        return sql.select(INSTITUTION.ID, INSTITUTION.CODE, INSTITUTION.NAME, INSTITUTION.COUNTRY)
                .from(INSTITUTION)
                .where(Visible.ofInstitution(viewer.asSender(), INSTITUTION.ID))
                .and(alike)
                .orderBy(INSTITUTION.CODE)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Place::new));
    }

    /**
     * An indicator that an institution is to report.
     *
     * @param unit in UCUM's spelling
     * @param months length of the reporting period
     */
    public record Assigned(String indicator, String unit, int months) {}

    /** Some of what an institution is to report now, for an example. */
    public List<Assigned> assigned(int institution, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return sql.selectDistinct(
                        CURRENT_INDICATOR.CODE,
                        CURRENT_INDICATOR.UNIT,
                        CURRENT_ASSIGNMENT.PERIOD_MONTHS.cast(Integer.class))
                .from(CURRENT_ASSIGNMENT)
                .join(CURRENT_INDICATOR)
                .on(CURRENT_INDICATOR.INDICATOR_ID.eq(CURRENT_ASSIGNMENT.INDICATOR_ID))
                .where(CURRENT_ASSIGNMENT.INSTITUTION_ID.eq(institution))
                .and(CURRENT_ASSIGNMENT.VALID_FROM.le(today))
                .and(CURRENT_ASSIGNMENT.VALID_UNTIL.gt(today))
                .and(condition(
                        "exists (select from asked() k where k.indicator_id = {0} and k.calculated_from > {1})",
                        CURRENT_ASSIGNMENT.INDICATOR_ID, val(today)))
                .orderBy(CURRENT_INDICATOR.CODE)
                .limit(limit)
                .fetch(mapping(Assigned::new));
    }
}
