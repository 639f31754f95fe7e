package org.scpmonitor.provenance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.formula.Meanings;
import org.scpmonitor.formula.Tallies;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/**
 * Leads a figure back to what made it: the observations that its run knew, and for each of them approval, file, cell and
 * the text that stood there. Published figures need no account; the files themselves are scoped elsewhere.
 */
@Repository
public class ProvenanceQueries {
    private final DSLContext sql;

    ProvenanceQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The figure with its value computed anew from the same observations; empty for an unknown one. */
    public Optional<Figure> find(long actualId) {
        return sql.fetchOptional(derived(actualId) + FigureSql.FIGURE, actualId).map(ProvenanceQueries::figure);
    }

    /**
     * The observations that made the figure, largest first.
     *
     * @param offset how many to leave out
     * @param limit how many to read
     */
    public List<Source> listSources(long actualId, int offset, int limit) {
        return sql.fetch(derived(actualId) + FigureSql.SOURCES, actualId, offset, limit)
                .map(ProvenanceQueries::source);
    }

    /** Those of one institution, by its code, the largest first. */
    public List<Source> listSourcesOf(long actualId, String institution, int offset, int limit) {
        return sql.fetch(derived(actualId) + FigureSql.SOURCES_OF, actualId, institution, offset, limit)
                .map(ProvenanceQueries::source);
    }

    /** How many {@link #listSourcesOf} has. */
    public int countSourcesOf(long actualId, String institution) {
        return sql.fetchSingle(derived(actualId) + FigureSql.NUMBER_OF_SOURCES_OF, actualId, institution)
                .get(0, Integer.class);
    }

    /** The formulas that the figure follows from with what they read, those that others read first. */
    public List<Calculated> listFormulas(long actualId) {
        Derivation derivation = derivation(actualId).orElse(null);
        if (derivation == null) {
            return List.of();
        }
        String derived = derived(actualId);
        Record head = sql.fetchSingle(FigureSql.HEAD, actualId);
        var meanings = Meanings.read(sql, head.get("moment", Instant.class).toString());
        var examples = new Examples(sql, derived, meanings, head);
        var factors = sql.fetch(derived + FigureSql.FACTORS, actualId);
        return derivation.formulas().stream()
                .map(each -> {
                    List<Calculated.Factor> read = factors.stream()
                            .filter(row -> row.get("formula_id", Integer.class) == each.id())
                            .map(ProvenanceQueries::factor)
                            .toList();
                    return new Calculated(
                            each.indicator(),
                            each.version(),
                            each.validFrom(),
                            each.expression(),
                            each.reason(),
                            read,
                            examples.of(each, derivation.expression(each), read));
                })
                .toList();
    }

    private static Calculated.Factor factor(Record row) {
        return new Calculated.Factor(
                row.get("code", String.class),
                row.get("country", String.class),
                row.get("variant", String.class),
                row.get("version", Integer.class),
                row.get("valid_from", LocalDate.class),
                row.get("value", BigDecimal.class),
                row.get("lower", BigDecimal.class),
                row.get("upper", BigDecimal.class),
                row.get("unit", String.class),
                row.get("gas", String.class),
                row.get("source_title", String.class),
                row.get("source_url", String.class),
                row.get("illustrative", Boolean.class),
                row.get("carried", Boolean.class));
    }

    /** What is calculated on the way to a figure; empty where nothing is. */
    private Optional<Derivation> derivation(long actualId) {
        return sql.fetchOptional(FigureSql.HEAD, actualId)
                .filter(head -> head.get("calculated", Boolean.class))
                .map(head -> Derivation.of(
                        sql,
                        head.get("moment", Instant.class),
                        List.of(head.get("indicators", String[].class)),
                        head.get("period_start", LocalDate.class),
                        head.get("period_end", LocalDate.class)));
    }

    /** The beginning of the statements: what formulas made, as the figure's run knew it. */
    private String derived(long actualId) {
        return derivation(actualId)
                .map(derivation -> {
                    Record head = sql.fetchSingle(FigureSql.HEAD, actualId);
                    Instant moment = head.get("moment", Instant.class);
                    Integer programme = head.get("programme_id", Integer.class);
                    String institutions = programme == null
                            ? "select id from institution where country = '" + head.get("country", String.class) + "'"
                                    + within(head)
                            : "select institution_id from participation_version where programme_id = " + programme;
                    return new DerivedSql(derivation, Meanings.read(sql, moment.toString()), moment)
                            .relations(institutions);
                })
                .orElse(DerivedSql.NOTHING);
    }

    private static String within(Record head) {
        String part = head.get("part", String.class);
        return part.isEmpty() ? "" : " and " + head.get("part_of", String.class) + " = " + DSL.inline(part);
    }

    /**
     * What the register counts that the figure is made of, as its run knew it, the latest first.
     *
     * @param institution code of the one that it is counted for; null for all
     */
    public List<CountedEntry> listEntries(long actualId, @Nullable String institution, int offset, int limit) {
        return sql.fetch(derived(actualId) + FigureSql.ENTRIES, actualId, institution, institution, offset, limit)
                .map(row -> new CountedEntry(
                        row.get("tally", String.class),
                        Tallies.name(row.get("tally", String.class)),
                        row.get("kind", String.class),
                        row.get("code", String.class),
                        text(row, "title"),
                        row.get("institution_code", String.class),
                        row.get("institution", String.class),
                        row.get("institution_name", String.class),
                        row.get("day", LocalDate.class),
                        row.get("amount", BigDecimal.class),
                        row.get("version", Integer.class),
                        row.get("author", String.class),
                        row.get("known_from", Instant.class),
                        row.get("source", String.class),
                        row.get("illustrative", Boolean.class)));
    }

    /** How many {@link #listEntries} has. */
    public int countEntries(long actualId, @Nullable String institution) {
        return sql.fetchSingle(derived(actualId) + FigureSql.NUMBER_OF_ENTRIES, actualId, institution, institution)
                .get(0, Integer.class);
    }

    /** How many observations made the figure. */
    public int countSources(long actualId) {
        return sql.fetchSingle(derived(actualId) + FigureSql.NUMBER_OF_SOURCES, actualId)
                .get(0, Integer.class);
    }

    /**
     * The cells that an accepted value sums, in file order; none where it stands in one.
     *
     * @param sheet number of the sheet, from 0, of the first of them
     * @param row of the first of them, from 1
     * @param column of the first of them, from 1
     */
    public List<Source.Part> listParts(long submission, int sheet, int row, int column, int offset, int limit) {
        return sql.fetch(FigureSql.PARTS, submission, sheet, row, column, offset, limit)
                .map(part -> new Source.Part(
                        new Source.Cell(
                                part.get("sheet_number", Integer.class),
                                part.get("sheet", String.class),
                                part.get("row_number", Integer.class),
                                part.get("column_number", Integer.class),
                                part.get("text_read", String.class)),
                        part.get("value", BigDecimal.class),
                        part.get("reported_value", BigDecimal.class),
                        part.get("reported_unit", String.class)));
    }

    /** How many cells {@link #listParts} has. */
    public int countParts(long submission, int sheet, int row, int column) {
        return sql.fetchSingle(FigureSql.NUMBER_OF_PARTS, submission, sheet, row, column)
                .get(0, Integer.class);
    }

    /** The rows around a source in its file, itself included, as they were accepted. */
    public List<Source> listNeighbours(Source source) {
        return sql.fetch(
                        FigureSql.NEIGHBOURS,
                        source.submission().id(),
                        source.cell().sheetNumber(),
                        source.cell().row() - 2,
                        source.cell().row() + 2)
                .map(ProvenanceQueries::source);
    }

    private static Figure figure(Record row) {
        return new Figure(
                row.get("id", Long.class),
                row.get("programme", String.class),
                row.get("country", String.class),
                text(row, "country_name"),
                row.get("part_of", String.class),
                row.get("part", String.class),
                row.get("indicator", String.class),
                text(row, "name"),
                row.get("unit", String.class),
                row.get("disaggregation", String.class),
                period(row),
                row.get("value", BigDecimal.class),
                row.get("recomputed", BigDecimal.class),
                row.get("status", String.class),
                row.get("observations", Long.class),
                row.get("reported", Integer.class),
                row.get("expected", Integer.class),
                row.get("over_institutions", String.class),
                row.get("over_time", String.class),
                row.get("version", Integer.class),
                row.get("run", Long.class),
                row.get("cause", String.class),
                row.get("moment", Instant.class),
                row.get("replaced", Instant.class));
    }

    private static Source source(Record row) {
        return new Source(
                row.get("institution_code", String.class),
                row.get("institution", String.class),
                row.get("institution_name", String.class),
                row.get("indicator", String.class),
                period(row),
                row.get("value", BigDecimal.class),
                row.get("unit", String.class),
                row.get("reported_value", BigDecimal.class),
                row.get("reported_unit", String.class),
                row.get("status", String.class),
                row.get("comment", String.class),
                row.get("explanation", String.class),
                row.get("known_from", Instant.class),
                row.get("replaces", Instant.class),
                new Source.Cell(
                        row.get("sheet_number", Integer.class),
                        row.get("sheet", String.class),
                        row.get("row_number", Integer.class),
                        row.get("column_number", Integer.class),
                        row.get("text_read", String.class)),
                new Source.Submission(
                        row.get("submission", Long.class),
                        row.get("revision", Integer.class),
                        row.get("file_name", String.class),
                        row.get("sha256", String.class),
                        row.get("number_format", String.class),
                        row.get("rows_read", Long.class),
                        row.get("sent_by", String.class),
                        row.get("approved_by", String.class),
                        row.get("approved_at", Instant.class)),
                typed(row),
                row.get("parts", Integer.class));
    }

    private static Source.@Nullable Typed typed(Record row) {
        @Nullable String by = row.get("typed_by", String.class);
        return by == null
                ? null
                : new Source.Typed(by, row.get("typed_at", Instant.class), row.get("written", String.class));
    }

    private static ReportingPeriod period(Record row) {
        return ReportingPeriod.of(row.get("period_start", LocalDate.class), row.get("period_months", Integer.class));
    }

    private static Text text(Record row, String column) {
        return new Text(
                row.get(column + "_es", String.class),
                row.get(column + "_en", String.class),
                row.get(column + "_de", String.class));
    }
}
