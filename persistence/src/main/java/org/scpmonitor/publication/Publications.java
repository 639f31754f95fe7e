package org.scpmonitor.publication;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.scpmonitor.schema.Tables.FIGURE;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PUBLICATION;
import static org.scpmonitor.schema.Tables.PUBLICATION_FIGURE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * Publishes figures and tells what became of them. A publication keeps the bytes of its file and the moment whose
 * knowledge it holds, so that it can be {@linkplain #again made again}; everyone may read it.
 */
@Repository
public class Publications {

    private final DSLContext sql;

    Publications(DSLContext sql) {
        this.sql = sql;
    }

    /** What publishing would take. */
    public record Preview(int figures, int partial) {}

    /** What would be published now; no figures where there are none. */
    public Preview preview(@Nullable String programme, ReportingPeriod period) {
        PublicationFile file = file(programmeId(programme), period, settled());
        return new Preview(file.figures(), file.partial());
    }

    /**
     * Publishes the figures of a period as they are known now. Whether this account may is for the caller to have checked.
     *
     * @param programme null for all programmes and countries
     * @param note shown beside it; may be empty
     * @return empty where there are no figures
     */
    public Optional<Publication> publish(
            @Nullable String programme, ReportingPeriod period, String account, String note) {
        return sql.transactionResult(tx -> {
            Integer programmeId = programmeId(programme);
            // A moment of its own: nothing can become known before it any more, not even by a replay of dated history.
            Instant moment =
                    sql.fetchSingle("select advance_knowledge('publication')").get(0, Instant.class);
            var figures = figures(programmeId, period, moment);
            if (figures.isEmpty()) {
                return Optional.empty();
            }
            PublicationFile file = PublicationFile.of(figures);
            int id = sql.insertInto(PUBLICATION)
                    .set(PUBLICATION.PROGRAMME_ID, programmeId)
                    .set(PUBLICATION.PERIOD_START, period.start())
                    .set(PUBLICATION.PERIOD_MONTHS, (short) period.months())
                    .set(PUBLICATION.AS_OF, moment)
                    .set(PUBLICATION.PUBLISHED_BY, account)
                    .set(PUBLICATION.NOTE, note)
                    .set(PUBLICATION.FIGURES, file.figures())
                    .set(PUBLICATION.PARTIAL, file.partial())
                    .set(PUBLICATION.CSV, file.bytes())
                    .set(PUBLICATION.SHA256, file.sha256())
                    .returningResult(PUBLICATION.ID)
                    .fetchSingle()
                    .value1();
            sql.execute(
                    "insert into publication_figure select ?, unnest(?::bigint[])",
                    id,
                    figures.getValues("id", Long.class).toArray(Long[]::new));
            return find(id);
        });
    }

    /** The latest first. */
    public Listing<?, Publication> list(@Nullable String programme) {
        return new Listing<>(
                sql,
                () -> sql.select(DSL.asterisk())
                        .from("(" + PublicationSql.LIST + ") b")
                        .where(programme == null ? noCondition() : DSL.condition("programme = {0}", val(programme))),
                Publications::publication,
                DSL.field("id").desc());
    }

    /** What may be published for itself. */
    public List<Programme> programmes() {
        return sql.select(
                        PROGRAMME.CODE,
                        row(PROGRAMME.NAME_ES, PROGRAMME.NAME_EN, PROGRAMME.NAME_DE)
                                .mapping(Text::new))
                .from(PROGRAMME)
                .orderBy(PROGRAMME.SORT)
                .fetch(mapping(Programme::new));
    }

    public record Programme(String code, Text name) {}

    public Optional<Publication> find(long id) {
        return sql.fetchOptional(PublicationSql.LIST + " where b.id = ?", id).map(Publications::publication);
    }

    /**
     * What was published last of an indicator in a programme.
     *
     * @param revised how many of these figures have been replaced since, or have gone
     */
    public record Mark(int publication, ReportingPeriod period, Instant asOf, int revised) {}

    /**
     * The latest publication that holds figures of an indicator in a programme, as known then: part of a statement that
     * asks for more; null where there is none.
     */
    public static Field<@Nullable Mark> mark(String programme, String indicator, AsOf asOf) {
        Instant moment = asOf.moment();
        Condition replaced =
                moment == null ? condition("{0} <> 'infinity'", FIGURE.KNOWN_UNTIL) : FIGURE.KNOWN_UNTIL.le(moment);
        return field(select(row(
                                PUBLICATION.ID,
                                row(PUBLICATION.PERIOD_START, PUBLICATION.PERIOD_MONTHS)
                                        .mapping(ReportingPeriod::of),
                                PUBLICATION.AS_OF,
                                count().filterWhere(replaced))
                        .mapping(Mark::new))
                .from(PUBLICATION_FIGURE)
                .join(PUBLICATION)
                .on(PUBLICATION.ID.eq(PUBLICATION_FIGURE.PUBLICATION_ID))
                .join(FIGURE)
                .on(FIGURE.ID.eq(PUBLICATION_FIGURE.FIGURE_ID))
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(FIGURE.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FIGURE.INDICATOR_ID))
                .where(PROGRAMME.CODE.eq(programme))
                .and(INDICATOR.CODE.eq(indicator))
                .and(moment == null ? noCondition() : PUBLICATION.AS_OF.le(moment))
                .groupBy(PUBLICATION.ID)
                .orderBy(PUBLICATION.AS_OF.desc(), PUBLICATION.ID.desc())
                .limit(1));
    }

    /** The same by itself. */
    public Optional<Mark> findMark(String programme, String indicator, AsOf asOf) {
        return Optional.ofNullable(
                sql.select(mark(programme, indicator, asOf)).fetchSingle().value1());
    }

    /** The bytes of its file, as they were published. */
    public byte[] file(int id) {
        return Objects.requireNonNull(sql.select(PUBLICATION.CSV)
                .from(PUBLICATION)
                .where(PUBLICATION.ID.eq(id))
                .fetchSingle()
                .value1());
    }

    /** Its file made again of what was known at its moment. */
    public byte[] again(int id) {
        return made(id).bytes();
    }

    /** Whether the file that is kept and the one made again are those that were published. */
    public boolean isReproduced(Publication publication) {
        return publication.sha256().equals(sha256Again(publication.id()))
                && publication.sha256().equals(PublicationFile.sha256(file(publication.id())));
    }

    String sha256Again(int id) {
        return made(id).sha256();
    }

    private PublicationFile made(int id) {
        var publication = sql.select(
                        PUBLICATION.PROGRAMME_ID,
                        PUBLICATION.PERIOD_START,
                        PUBLICATION.PERIOD_MONTHS,
                        PUBLICATION.AS_OF)
                .from(PUBLICATION)
                .where(PUBLICATION.ID.eq(id))
                .fetchSingle();
        return file(
                publication.value1(),
                ReportingPeriod.of(publication.value2(), publication.value3()),
                publication.value4());
    }

    /** What changed since, the latest first; what was written to a submission is told to accounts only. */
    public List<Revision> revisions(int id, Viewer viewer) {
        return sql.fetch(PublicationSql.REVISIONS, id)
                .map(row -> viewer.isPublic() ? revision(row).withoutComments() : revision(row));
    }

    private Instant settled() {
        return sql.fetchSingle("select settle_knowledge(clock_timestamp())").get(0, Instant.class);
    }

    private @Nullable Integer programmeId(@Nullable String code) {
        return code == null
                ? null
                : sql.select(PROGRAMME.ID)
                        .from(PROGRAMME)
                        .where(PROGRAMME.CODE.eq(code))
                        .fetchSingle()
                        .value1();
    }

    private PublicationFile file(@Nullable Integer programme, ReportingPeriod period, Instant moment) {
        return PublicationFile.of(figures(programme, period, moment));
    }

    private Result<Record> figures(@Nullable Integer programme, ReportingPeriod period, Instant moment) {
        return sql.fetch(PublicationSql.FIGURES, programme, period.months(), moment, period.start());
    }

    private static Publication publication(Record row) {
        return new Publication(
                row.get("id", Integer.class),
                row.get("programme", String.class),
                period(row),
                row.get("as_of", Instant.class),
                row.get("published_by", String.class),
                row.get("note", String.class),
                row.get("figures", Integer.class),
                row.get("partial", Integer.class),
                row.get("sha256", String.class),
                row.get("revised", Integer.class));
    }

    private static Revision revision(Record row) {
        return new Revision(
                row.get("programme", String.class),
                row.get("country", String.class),
                row.get("indicator", String.class),
                row.get("disaggregation", String.class),
                period(row),
                row.get("unit", String.class),
                state(row, "old_"),
                state(row, "new_"),
                row.get("moment", Instant.class),
                row.get("cause", String.class),
                row.get("submission_id", Long.class),
                row.get("reason", String.class));
    }

    private static Revision.@Nullable State state(Record row, String prefix) {
        Long figure = row.get(prefix + "id", Long.class);
        return figure == null
                ? null
                : new Revision.State(
                        figure,
                        row.get(prefix + "value", BigDecimal.class),
                        row.get(prefix + "status", String.class),
                        row.get(prefix + "reported", Integer.class),
                        row.get(prefix + "expected", Integer.class),
                        row.get(prefix + "partial", Boolean.class));
    }

    private static ReportingPeriod period(Record row) {
        return ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class));
    }
}
