package org.scpmonitor.submission;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.MAPPING;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record18;
import org.jooq.Records;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.approval.Approvals;
import org.scpmonitor.approval.Given;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Listing;
import org.springframework.stereotype.Repository;

/** Reads submissions with their history, each viewer those of the own scope. */
@Repository
public class SubmissionList {

    private final DSLContext sql;

    SubmissionList(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param revision 1 for the first of its line
     * @param revises the submission that this one mends; null for the first
     * @param institution code of the one it was sent for
     * @param period null where its rows say
     * @param fileSize in bytes
     * @param numberFormat comma or point as declared; null where it is detected
     * @param mapping what it was read with; null for the long table
     * @param dryRun whether it was only to be checked
     * @param sentBy user name of who sent it
     * @param approvals those that it has, the first before the second
     */
    public record Item(
            long id,
            int revision,
            @Nullable Long revises,
            SubmissionState state,
            String institution,
            String country,
            @Nullable ReportingPeriod period,
            String fileName,
            long fileSize,
            String sha256,
            @Nullable String numberFormat,
            @Nullable MappedBy mapping,
            boolean dryRun,
            Instant receivedAt,
            String sentBy,
            Rows rows,
            List<Event> events,
            List<Given> approvals) {

        /** Who sent it or asked for its approval: none of them may approve it. */
        public Set<String> takingPart() {
            Set<String> users = new TreeSet<>(Set.of(sentBy));
            events.stream()
                    .filter(event -> event.state() == SubmissionState.SUBMITTED)
                    .map(Event::actor)
                    .forEach(users::add);
            return users;
        }
    }

    /** The name and version of a mapping. */
    public record MappedBy(String name, int version) {}

    /** How many rows were read, and what became of them; null before it has been checked. */
    public record Rows(
            @Nullable Long read,
            @Nullable Long accepted,
            @Nullable Long refused,
            @Nullable Long queried) {}

    /**
     * A step of its way.
     *
     * @param state where it led
     * @param actor user name, or {@code system}
     * @param comment may be empty
     */
    public record Event(Instant at, SubmissionState state, String actor, String comment) {}

    /** The newest first; null leaves a filter out. */
    public Listing<?, Item> list(Viewer viewer, @Nullable String institution, @Nullable SubmissionState state) {
        return new Listing<>(
                sql,
                () -> items().where(Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID))
                        .and(institution == null ? noCondition() : INSTITUTION.CODE.eq(institution))
                        .and(state == null ? noCondition() : SUBMISSION.STATE.eq(state.code())),
                Records.mapping(Item::new),
                SUBMISSION.ID.desc());
    }

    /** Empty where there is none of that number, or none that this viewer may know of. */
    public Optional<Item> find(Viewer viewer, long submission) {
        Condition which =
                Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID).and(SUBMISSION.ID.eq(submission));
        return items().where(which).fetchOptional(Records.mapping(Item::new));
    }

    private SelectJoinStep<
                    Record18<
                            Long,
                            Integer,
                            Long,
                            SubmissionState,
                            String,
                            String,
                            ReportingPeriod,
                            String,
                            Long,
                            String,
                            String,
                            MappedBy,
                            Boolean,
                            Instant,
                            String,
                            Rows,
                            List<Event>,
                            List<Given>>>
            items() {
        return sql.select(
                        SUBMISSION.ID,
                        SUBMISSION.REVISION,
                        SUBMISSION.REVISES,
                        SUBMISSION.STATE.convertFrom(SubmissionState::ofCode),
                        INSTITUTION.CODE,
                        INSTITUTION.COUNTRY,
                        row(SUBMISSION.PERIOD_START, SUBMISSION.PERIOD_MONTHS).mapping(SubmissionList::period),
                        SUBMISSION.FILE_NAME,
                        SUBMISSION.FILE_SIZE,
                        SUBMISSION.SHA256,
                        SUBMISSION.NUMBER_FORMAT,
                        row(MAPPING.NAME, MAPPING.VERSION).mapping(SubmissionList::mappedBy),
                        SUBMISSION.DRY_RUN,
                        SUBMISSION.RECEIVED_AT,
                        APP_USER.USERNAME,
                        row(
                                        SUBMISSION.ROWS_READ,
                                        SUBMISSION.ROWS_ACCEPTED,
                                        SUBMISSION.ROWS_REFUSED,
                                        SUBMISSION.ROWS_QUERIED)
                                .mapping(Rows::new),
                        events(),
                        Approvals.GIVEN)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .leftJoin(MAPPING)
                .on(MAPPING.ID.eq(SUBMISSION.MAPPING_ID));
    }

    private static @Nullable MappedBy mappedBy(@Nullable String name, @Nullable Integer version) {
        return name == null || version == null ? null : new MappedBy(name, version);
    }

    private static @Nullable ReportingPeriod period(@Nullable LocalDate start, @Nullable Short months) {
        return start == null || months == null ? null : ReportingPeriod.of(start, months);
    }

    private static Field<List<Event>> events() {
        return multiset(select(
                                SUBMISSION_EVENT.AT,
                                SUBMISSION_EVENT.STATE,
                                SUBMISSION_EVENT.ACTOR,
                                SUBMISSION_EVENT.COMMENT)
                        .from(SUBMISSION_EVENT)
                        .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .orderBy(SUBMISSION_EVENT.ID))
                .convertFrom(rows -> rows.map(each ->
                        new Event(each.value1(), SubmissionState.ofCode(each.value2()), each.value3(), each.value4())));
    }
}
