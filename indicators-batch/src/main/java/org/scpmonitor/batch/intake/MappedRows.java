package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.MappedHeader.Placed;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.mapping.CodeList;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.PeriodFormat;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.text.Spelling;

/** Reads the rows of a sheet as its mapping says, each on its own; a row gives as many values as it has cells for them. */
final class MappedRows {

    private static final String SECONDS = "s";

    /** A column whose text stands for a code of ours. */
    private record Coded(int at, Memo<String> ours) {

        static Coded of(Placed place, CodeList codes) {
            UnaryOperator<String> lookup = codes.lookup();
            return new Coded(place.at(), new Memo<>(lookup::apply));
        }
    }

    private record Dimension(String name, Coded column) {}

    /** A column of values, with what the mapping says of them; empty where the row does. */
    private record Target(
            int at,
            String indicator,
            String disaggregation,
            @Nullable ReportingPeriod period,
            String unit,
            boolean duration) {}

    private final Table table;
    private final MappedHeader header;
    private final Mapping.Constants constants;
    private final boolean wide;
    private final Tally tally;
    private final Cells cells;
    private final int neededWidth;

    private final List<Target> targets = new ArrayList<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<String, Status> noValue = new HashMap<>();
    private final Memo<Optional<String>> disaggregations = new Memo<>(Disaggregation::canonical);
    private final BitSet told = new BitSet();
    private final @Nullable ReportingPeriod constantPeriod;

    private @Nullable Coded institution;
    private @Nullable Coded indicator;
    private @Nullable Coded unit;
    private @Nullable Coded status;
    private @Nullable PeriodFormat periodFormat;
    private @Nullable Memo<Optional<ReportingPeriod>> periods;
    private int period = -1;
    private int year = -1;
    private int month = -1;
    private int comment = -1;

    private SheetRow row = new SheetRow();

    MappedRows(Table table, Mapping mapping, MappedHeader header, FileNumbers numbers, Tally tally) {
        this.table = table;
        this.header = header;
        this.constants = mapping.constants();
        this.wide = mapping.isWide();
        this.tally = tally;
        this.cells = new Cells(table, numbers, tally);
        this.constantPeriod = period(constants.period());
        mapping.noValue()
                .forEach((text, code) -> Status.of(code).ifPresent(of -> noValue.put(Spelling.plain(text), of)));
        int needed = 0;
        for (Placed place : header.placed()) {
            compile(place);
            needed = place.column().means() instanceof Meaning.LeftOut ? needed : Math.max(needed, place.at() + 1);
        }
        this.neededWidth = needed;
    }

    private static @Nullable ReportingPeriod period(String canonical) {
        return ReportingPeriod.parse(canonical).orElse(null);
    }

    private void compile(Placed place) {
        switch (place.column().means()) {
            case Meaning.Institution(CodeList codes) -> institution = Coded.of(place, codes);
            case Meaning.Indicator(CodeList codes) -> indicator = Coded.of(place, codes);
            case Meaning.Disaggregation(String dimension, CodeList codes) ->
                dimensions.add(new Dimension(dimension, Coded.of(place, codes)));
            case Meaning.Period(PeriodFormat format) -> {
                period = place.at();
                periodFormat = format;
                periods = new Memo<>(text -> PeriodCell.read(format, Kind.TEXT, text));
            }
            case Meaning.Year _ -> year = place.at();
            case Meaning.Month _ -> month = place.at();
            case Meaning.Value value ->
                targets.add(new Target(
                        place.at(),
                        value.indicator(),
                        value.disaggregation(),
                        period(value.period()),
                        value.duration() ? SECONDS : value.unit(),
                        value.duration()));
            case Meaning.Unit(CodeList codes) -> unit = Coded.of(place, codes);
            case Meaning.Status(CodeList codes) -> status = Coded.of(place, codes);
            case Meaning.Comment _ -> comment = place.at();
            case Meaning.LeftOut _ -> {
                // nothing for us
            }
        }
    }

    /** Where its columns stand; those that stand in none are told at the value's own cell. */
    SheetColumns places() {
        return new SheetColumns(
                place(institution),
                place(indicator),
                dimensions.isEmpty() ? null : place(dimensions.getFirst().column()),
                period >= 0 ? Integer.valueOf(period + 1) : year >= 0 ? Integer.valueOf(year + 1) : null,
                targets.size() == 1 ? targets.getFirst().at() + 1 : null,
                place(unit));
    }

    private static @Nullable Integer place(@Nullable Coded column) {
        return column == null ? null : column.at() + 1;
    }

    /** Where values stand, from 0. */
    int[] valuePlaces() {
        return targets.stream().mapToInt(Target::at).toArray();
    }

    boolean saysNoValue(String text) {
        return !noValue.isEmpty() && noValue.containsKey(Spelling.plain(text));
    }

    /** How many values a row gave, and how many of them with an error. */
    record Given(long values, long refused) {}

    /** Reads a row and hands its values over. */
    Given read(SheetRow next, RowSink sink) throws IOException {
        row = next;
        cells.begin(next);
        if (table.separator() != 0 && !isWhole()) {
            cells.otherWidth(header.width());
            return new Given(1, 1);
        }
        unknownColumns();
        String ofInstitution = institution == null ? constants.institution() : ours(institution);
        String ofIndicator = indicator == null ? constants.indicator() : ours(indicator);
        String ofUnit = unit == null ? constants.unit() : ours(unit);
        String parts = disaggregation();
        String periodText = periodText();
        ReportingPeriod ofPeriod = readPeriod(periodText);
        String statusText = status == null ? "" : ours(status);
        Optional<Status> ofStatus = Status.of(statusText);
        if (ofStatus.isEmpty() && status != null) {
            cells.find(FindingCode.UNKNOWN_STATUS, status.at(), statusText);
        }
        String ofComment = comment < 0 ? "" : cells.text(comment);
        boolean keysRefused = cells.refused();
        long values = 0;
        long refused = 0;
        for (Target target : targets) {
            cells.begin(next);
            Kind kind = row.kind(target.at());
            Status said = ofStatus.orElse(Status.FINAL);
            if (kind == Kind.TEXT && saysNoValue(row.text(target.at()))) {
                said = noValue.getOrDefault(Spelling.plain(row.text(target.at())), Status.NOT_AVAILABLE);
                kind = Kind.BLANK;
            }
            if (kind == Kind.BLANK && said.hasValue() && wide) {
                continue;
            }
            BigDecimal value = value(target, kind, said);
            String indicatorHere = target.indicator().isEmpty() ? ofIndicator : target.indicator();
            String unitHere = target.unit().isEmpty() ? ofUnit : target.unit();
            ReportingPeriod periodHere = target.period() == null ? ofPeriod : target.period();
            required(target.at(), indicatorHere, indicator, Column.INDICATOR);
            if (value != null) {
                required(target.at(), unitHere, unit, Column.UNIT);
            }
            if (target.period() == null && periodText.isEmpty()) {
                cells.find(FindingCode.MISSING_CELL, Math.max(period, year), "", Column.PERIOD.english());
            }
            String disaggregationHere = canonical(target, parts);
            boolean isRefused = keysRefused || cells.refused();
            values++;
            refused += isRefused ? 1 : 0;
            sink.row(new LongTableRow(
                    table.sheet(),
                    row.number(),
                    target.at() + 1,
                    ofInstitution,
                    indicatorHere,
                    target.period() == null ? periodText : target.period().toString(),
                    periodHere,
                    row.raw(target.at()),
                    value,
                    unitHere,
                    disaggregationHere,
                    said,
                    ofComment,
                    isRefused));
        }
        return new Given(values, refused);
    }

    private String ours(Coded column) throws IOException {
        String theirs = cells.text(column.at());
        return theirs.isEmpty() ? "" : column.ours().of(theirs);
    }

    /** Whether its fields can be told apart: none that is needed is missing, and none is over that holds something. */
    private boolean isWhole() {
        for (int i = header.width(); i < row.kept(); i++) {
            if (row.kind(i) != Kind.BLANK) {
                return false;
            }
        }
        return row.width() >= neededWidth;
    }

    /** Something below no name that the mapping doesn't know either; told once for each such column. */
    private void unknownColumns() throws IOException {
        for (int i = 0; i < row.kept(); i++) {
            if (row.kind(i) != Kind.BLANK && !header.knows(i) && !told.get(i)) {
                told.set(i);
                cells.find(FindingCode.UNMAPPED_COLUMN, i, row.raw(i));
            }
        }
    }

    private void required(int at, String text, @Nullable Coded column, Column what) throws IOException {
        int place = column == null ? at : column.at();
        if (text.isEmpty() && (column == null || !cells.isBroken(place)) && !cells.isMerged(place)) {
            cells.find(FindingCode.MISSING_CELL, place, "", what.english());
        }
    }

    private String disaggregation() throws IOException {
        if (dimensions.isEmpty()) {
            return constants.disaggregation();
        }
        StringBuilder parts = new StringBuilder(constants.disaggregation());
        for (Dimension dimension : dimensions) {
            String code = ours(dimension.column());
            if (!code.isEmpty()) {
                parts.append(parts.isEmpty() ? "" : ";")
                        .append(dimension.name())
                        .append(dimension.name().isEmpty() ? "" : "=")
                        .append(code);
            }
        }
        return parts.toString();
    }

    private String canonical(Target target, String parts) throws IOException {
        String all = target.disaggregation().isEmpty()
                ? parts
                : parts.isEmpty() ? target.disaggregation() : parts + ";" + target.disaggregation();
        Optional<String> canonical = disaggregations.of(all);
        if (canonical.isEmpty()) {
            int at = dimensions.isEmpty()
                    ? target.at()
                    : dimensions.getFirst().column().at();
            cells.find(FindingCode.BAD_DISAGGREGATION, at, all);
        }
        return canonical.orElse(all);
    }

    private String periodText() throws IOException {
        if (period >= 0) {
            return cells.text(period);
        }
        if (year < 0) {
            return constants.period();
        }
        String ofYear = cells.text(year);
        return month < 0 ? ofYear : (ofYear + " " + cells.text(month)).strip();
    }

    private @Nullable ReportingPeriod readPeriod(String text) throws IOException {
        if (text.isEmpty()) {
            return null;
        }
        if (period >= 0 && periodFormat != null && periods != null) {
            Kind kind = row.kind(period);
            Optional<ReportingPeriod> read =
                    kind == Kind.TEXT ? periods.of(text) : PeriodCell.read(periodFormat, kind, text);
            if (read.isEmpty()) {
                cells.find(
                        FindingCode.MAPPED_PERIOD,
                        period,
                        text,
                        periodFormat.pattern().example());
            }
            return read.orElse(null);
        }
        return year < 0 ? constantPeriod : ofYearAndMonth();
    }

    private @Nullable ReportingPeriod ofYearAndMonth() throws IOException {
        String ofYear = cells.text(year);
        if (!ofYear.matches("[1-9]\\d{3}")) {
            cells.find(FindingCode.MAPPED_PERIOD, year, ofYear, PeriodFormat.Style.YEAR.example());
            return null;
        }
        int number = Integer.parseInt(ofYear);
        if (month < 0) {
            return ReportingPeriod.year(number);
        }
        String ofMonth = cells.text(month);
        Optional<Integer> read = PeriodFormat.month(ofMonth);
        if (read.isEmpty()) {
            cells.find(FindingCode.MAPPED_PERIOD, month, ofMonth, "4");
            return null;
        }
        return ReportingPeriod.month(number, read.get());
    }

    private @Nullable BigDecimal value(Target target, Kind kind, Status said) throws IOException {
        if (kind == Kind.BLANK) {
            if (said.hasValue() && !cells.isMerged(target.at())) {
                cells.find(FindingCode.MISSING_VALUE, target.at(), "");
            }
            return null;
        }
        if (!said.hasValue()) {
            cells.find(FindingCode.VALUE_DESPITE_STATUS, target.at(), row.raw(target.at()), said.code());
            return null;
        }
        return target.duration() ? cells.seconds(target.at()) : cells.number(target.at());
    }
}
