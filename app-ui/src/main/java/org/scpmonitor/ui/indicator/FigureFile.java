package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.indicator.Breakdown.Contributor;
import org.scpmonitor.indicator.Contributors;
import org.scpmonitor.indicator.Contributors.Share;
import org.scpmonitor.indicator.FigureRows;
import org.scpmonitor.indicator.FigureRows.Place;
import org.scpmonitor.indicator.FigureRows.Row;
import org.scpmonitor.indicator.IndicatorSheet;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.ui.component.PageActions;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.TableFile;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.Picture;

/**
 * A programme's figures of an indicator as a file: above what they are and as of when, then each with its unit, how sure
 * it is, who is missing, and the cell that it stood in; after the programme's figures those of its country's regions and
 * sectors, and what each institution gave whose values the reader may read. Numbers are written in full, with a decimal point in CSV.
 *
 * @param selection whose periods are written
 * @param moment as of which they are, to the instant
 * @param address of the page that shows the same figures for ever
 */
record FigureFile(
        Picture picture, IndicatorSheet sheet, Selection selection, Instant moment, String address, Locale locale) {

    /** A column of the figures, by the key of its heading. */
    private enum Column {
        PERIOD(row -> row.period().toString()),
        LEVEL(row -> null),
        PART(Row::part),
        CODE(row -> null),
        DISAGGREGATION(Row::disaggregation),
        VALUE(Row::value),
        UNIT(row -> null),
        KIND(row -> null),
        UNCERTAINTY(Row::uncertainty),
        REPORTED(row -> BigDecimal.valueOf(row.reported())),
        EXPECTED(row -> BigDecimal.valueOf(row.expected())),
        SHARE(Row::share),
        KNOWN(row -> row.knownFrom().toString()),
        OBSERVATIONS(row -> BigDecimal.valueOf(row.observations())),
        FILE(row -> of(row, Place::file)),
        SHEET(row -> of(row, Place::sheet)),
        CELL(row -> of(row, Place::cell)),
        TEXT(row -> of(row, Place::text)),
        SHA256(row -> of(row, Place::sha256)),
        PROVENANCE(row -> "/api/v1/provenance/" + row.figure()),
        SAID(row -> null),
        LANGUAGE(row -> null);

        private final Function<Row, @Nullable Object> cell;

        Column(Function<Row, @Nullable Object> cell) {
            this.cell = cell;
        }

        private static @Nullable String of(Row row, Function<Place, String> part) {
            Place place = row.place();
            return place == null ? null : part.apply(place);
        }
    }

    /** Where the rows are read, for whom. */
    record Source(FigureRows rows, Contributors contributors, Viewer viewer) {}

    TableFile table(Source source) {
        return new TableFile(
                sheet.code() + "_" + picture.progress().programme().code(),
                translate(locale, "indicator.file.figures"),
                head(),
                headings(),
                lines(source));
    }

    /** What stands above the figures: a name and what is said of it in each line. */
    private List<List<String>> head() {
        IndicatorProgress progress = picture.progress();
        List<List<String>> head = new ArrayList<>();
        line(head, "indicator", sheet.code() + " · " + sheet.name().in(locale));
        line(
                head,
                "programme",
                progress.programme().code() + " · "
                        + progress.programme().name().in(locale) + " · "
                        + progress.programme().countryName().in(locale));
        line(head, "unit", UnitText.of(progress.unit()) + " (UCUM: " + progress.unit() + ")");
        line(
                head,
                "method",
                translate(locale, "method." + picture.method().name())
                        + picture.verdict()
                                .map(each -> ": "
                                        + translate(
                                                locale,
                                                "status." + each.status().name()) + ", "
                                        + each.period().label(locale))
                                .orElse(""));
        progress.baseline()
                .ifPresent(each -> line(
                        head, "baseline", each.period() + ": " + each.value().toPlainString()));
        for (TargetVersion each : progress.targets()) {
            line(
                    head,
                    each.current() ? "target" : "target.superseded",
                    each.period() + ": " + each.value().toPlainString() + " · " + each.sourceTitle());
        }
        line(head, "source", sheet.verification().in(locale));
        line(head, "institutions", translate(locale, "indicator.file.institutions.says"));
        head.addAll(PageActions.said(moment, address, locale));
        return head;
    }

    private void line(List<List<String>> head, String key, String said) {
        head.add(List.of(translate(locale, "indicator.file." + key), said));
    }

    private List<String> headings() {
        return Arrays.stream(Column.values())
                .map(each -> translate(locale, "indicator.file.column." + each.name()))
                .toList();
    }

    private List<List<@Nullable Object>> lines(Source source) {
        FigureRows rows = source.rows();
        IndicatorProgress progress = picture.progress();
        AsOf asOf = new AsOf(moment);
        String programme = progress.programme().code();
        Map<ReportingPeriod, Narrative> said = rows.narratives(programme, sheet.code(), asOf).stream()
                .collect(Collectors.toMap(Narrative::period, Function.identity()));
        Periodicity periodicity = selection.periodicity();
        int months = periodicity == null ? sheet.periodMonths() : periodicity.months();
        return Stream.concat(
                        rows.list(programme, sheet.code(), months, asOf).stream()
                                .filter(row -> isAskedFor(row.period()))
                                .map(row -> cells(row, isWhole(row) ? said.get(row.period()) : null)),
                        source
                                .contributors()
                                .listShares(source.viewer(), programme, sheet.code(), months, asOf)
                                .stream()
                                .filter(share -> isAskedFor(share.period()))
                                .map(this::cells))
                .toList();
    }

    private static boolean isWhole(Row row) {
        return row.partOf().isEmpty() && row.disaggregation().isEmpty();
    }

    private boolean isAskedFor(ReportingPeriod period) {
        ReportingPeriod from = selection.from();
        ReportingPeriod to = selection.to();
        return (from == null || !period.start().isBefore(from.start()))
                && (to == null || !period.endExclusive().isAfter(to.endExclusive()));
    }

    private List<@Nullable Object> cells(Row row, @Nullable Narrative said) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.add(
                    switch (column) {
                        case LEVEL -> level(row.partOf().isEmpty() ? "programme" : row.partOf());
                        case UNIT -> picture.progress().unit();
                        case KIND -> kind(row);
                        case SAID -> said == null ? null : said.text();
                        case LANGUAGE -> said == null ? null : said.language();
                        default -> column.cell.apply(row);
                    });
        }
        return cells;
    }

    /** What an institution gave: who, when, how much. */
    private List<@Nullable Object> cells(Share share) {
        Contributor institution = share.contributor();
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            cells.add(
                    switch (column) {
                        case PERIOD -> share.period().toString();
                        case LEVEL -> level("institution");
                        case PART -> institution.name();
                        case CODE -> institution.key();
                        case VALUE -> institution.value();
                        case UNIT -> picture.progress().unit();
                        default -> null;
                    });
        }
        return cells;
    }

    private String level(String of) {
        return translate(locale, "indicator.file.level." + of);
    }

    private String kind(Row row) {
        String kind = row.partial()
                ? "PARTIAL"
                : switch (row.status()) {
                    case "P" -> "PROVISIONAL";
                    case "E" -> "ESTIMATED";
                    default -> "FINAL";
                };
        return translate(locale, "chart.table.kind." + kind);
    }
}
