package org.scpmonitor.approval;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.SUBMISSION;
import static org.scpmonitor.schema.Tables.SUBMISSION_APPROVAL;
import static org.scpmonitor.schema.Tables.SUBMISSION_EVENT;
import static org.scpmonitor.schema.Tables.SUBMISSION_PROGRAMME;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Role;
import org.springframework.stereotype.Repository;

/**
 * The approvals of submissions. A submission needs those of every programme whose indicators it reports for institutions
 * that take part; the stricter path wins: a second approval where any of them wants one, by the role of the first such
 * programme in the catalogue's order.
 */
@Repository
public class Approvals {

    private static final org.scpmonitor.schema.tables.AppUser GIVER = APP_USER.as("giver");
    private static final org.scpmonitor.schema.tables.AppUser SENDER = APP_USER.as("sender");

    /** What has been given, for a query on {@code submission}. */
    public static final Field<List<Given>> GIVEN = multiset(select(
                            SUBMISSION_APPROVAL.LEVEL.cast(Integer.class),
                            SUBMISSION_APPROVAL.ACCOUNT,
                            coalesce(GIVER.DISPLAY_NAME, SUBMISSION_APPROVAL.ACCOUNT),
                            SUBMISSION_APPROVAL.ON_BEHALF_OF,
                            SUBMISSION_APPROVAL.AT,
                            SUBMISSION_APPROVAL.COMMENT)
                    .from(SUBMISSION_APPROVAL)
                    .leftJoin(GIVER)
                    .on(GIVER.USERNAME.eq(SUBMISSION_APPROVAL.ACCOUNT))
                    .where(SUBMISSION_APPROVAL.SUBMISSION_ID.eq(SUBMISSION.ID))
                    .orderBy(SUBMISSION_APPROVAL.LEVEL))
            .convertFrom(rows -> rows.map(mapping(Given::new)));

    private static final Field<Set<String>> TAKING_PART = multiset(select(SENDER.USERNAME)
                    .from(SENDER)
                    .where(SENDER.ID.eq(SUBMISSION.SENT_BY))
                    .union(select(SUBMISSION_EVENT.ACTOR)
                            .from(SUBMISSION_EVENT)
                            .where(SUBMISSION_EVENT.SUBMISSION_ID.eq(SUBMISSION.ID))
                            .and(SUBMISSION_EVENT.STATE.eq("submitted"))))
            .convertFrom(rows -> new HashSet<>(rows.getValues(0, String.class)));

    /** What it waits for, for a query on {@code submission} joined with {@code institution}. */
    public static final SelectField<Awaited> AWAITED = row(
                    INSTITUTION.ID,
                    INSTITUTION.COUNTRY,
                    TAKING_PART,
                    second(PROGRAMME.SECOND_APPROVAL).convertFrom(role -> role == null ? null : Role.of(role)),
                    second(PROGRAMME.CODE),
                    GIVEN)
            .mapping(Awaited::new);

    private final DSLContext sql;

    Approvals(DSLContext sql) {
        this.sql = sql;
    }

    private static Field<@Nullable String> second(Field<String> what) {
        return field(select(what)
                .from(SUBMISSION_PROGRAMME)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(SUBMISSION_PROGRAMME.PROGRAMME_ID))
                .where(SUBMISSION_PROGRAMME.SUBMISSION_ID.eq(SUBMISSION.ID))
                .and(PROGRAMME.SECOND_APPROVAL.isNotNull())
                .orderBy(PROGRAMME.SORT, PROGRAMME.CODE)
                .limit(1));
    }

    /** What a submission waits for. Part of the caller's transaction, if there is one. */
    public Awaited awaited(long submission) {
        return sql.select(AWAITED)
                .from(SUBMISSION)
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .where(SUBMISSION.ID.eq(submission))
                .fetchSingle()
                .value1();
    }

    /** Remembers an approval. Part of the caller's transaction. */
    public void give(
            long submission, int level, String account, @Nullable String onBehalfOf, String comment, Instant at) {
        sql.insertInto(SUBMISSION_APPROVAL)
                .set(SUBMISSION_APPROVAL.SUBMISSION_ID, submission)
                .set(SUBMISSION_APPROVAL.LEVEL, (short) level)
                .set(SUBMISSION_APPROVAL.ACCOUNT, account)
                .set(SUBMISSION_APPROVAL.ON_BEHALF_OF, onBehalfOf)
                .set(SUBMISSION_APPROVAL.COMMENT, comment)
                .set(SUBMISSION_APPROVAL.AT, at)
                .execute();
    }

    /**
     * Finds out which programmes a checked submission reports for. Part of the caller's transaction.
     *
     * @param values name of the table of its staged values
     */
    public void determineProgrammes(long submission, String values) {
        sql.deleteFrom(SUBMISSION_PROGRAMME)
                .where(SUBMISSION_PROGRAMME.SUBMISSION_ID.eq(submission))
                .execute();
        sql.execute(PROGRAMMES.formatted(values), submission);
    }

    private static final String PROGRAMMES = """
            insert into submission_programme (submission_id, programme_id)
            select distinct ?::bigint, p.programme_id
            from (
                select distinct institution_id, indicator_id, period_start, period_months
                from %s where defects = 0) v
            join participation m on m.institution_id = v.institution_id
                and m.valid_from < (v.period_start + make_interval(months => v.period_months))::date
                and m.valid_until > v.period_start
            join programme_indicator p on p.programme_id = m.programme_id and p.indicator_id = v.indicator_id
            """;
}
