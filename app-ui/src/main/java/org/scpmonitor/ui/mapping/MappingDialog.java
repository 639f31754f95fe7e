package org.scpmonitor.ui.mapping;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.LongTableRow;
import org.scpmonitor.batch.intake.TablePreview;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mapping.Constants;
import org.scpmonitor.mapping.Mapping.DataRows;
import org.scpmonitor.mapping.Mapping.Duplicates;
import org.scpmonitor.mapping.Mapping.Footers;
import org.scpmonitor.mapping.Mapping.HeaderRows;
import org.scpmonitor.mapping.Mapping.PeriodColumns;
import org.scpmonitor.mapping.Mapping.Sheet;
import org.scpmonitor.mapping.MappingFlaw;
import org.scpmonitor.mapping.Mappings.Owner;
import org.scpmonitor.mapping.Mappings.Saved;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.OurCodes.Code;
import org.scpmonitor.mapping.PeriodFormat;
import org.scpmonitor.mapping.Proposal;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.text.Spelling;
import org.scpmonitor.ui.component.Note;
import org.springframework.security.access.AccessDeniedException;

/**
 * Where a sender says how the own table is read: above what each column means, below what comes out of the first rows,
 * changed with every choice. The file is read where it lies; what is held of it are its first rows.
 */
public class MappingDialog extends Dialog {

    private static final int ROWS = 500;
    private static final int CODES = 60;
    private static final int SHOWN = 8;
    private static final int TRIED = 2_000;

    private final MappingTools tools;
    private final SubmissionLine line;
    private final LongConsumer send;
    private final Path file;
    private final Locale locale = UI.getCurrent().getLocale();
    private final ColumnRow.Choices choices;
    private final Select<Integer> sheet = new Select<>();
    private final IntegerField headerFirst = rowField("mapping.header.first");
    private final IntegerField headerLast = rowField("mapping.header.last");
    private final IntegerField dataFirst = rowField("mapping.data.first");
    private final IntegerField dataLast = rowField("mapping.data.last");
    private final IntegerField footerRows = rowField("mapping.footers.rows");
    private final TextField footerTexts = new TextField(translate("mapping.footers.texts"));
    private final Select<String> numbers = new Select<>();
    private final Select<Duplicates> duplicates = new Select<>();
    private final ComboBox<Code> indicator = new ComboBox<>(translate("mapping.kind.INDICATOR"));
    private final TextField period = new TextField(translate("mapping.period.constant"));
    private final TextField unit = new TextField(translate("mapping.kind.UNIT"));
    private final Select<PeriodFormat.Style> periodHeaders = new Select<>();
    private final Select<Integer> periodMonths = new Select<>();
    private final NoValueFields noValue = new NoValueFields(this::refresh);
    private final TextField name = new TextField(translate("mapping.name"));
    private final Div columns = new Div();
    private final Div outcome = new Div();
    private final Button save = new Button(translate("mapping.save"));
    private final @Nullable Saved saved;
    private List<ColumnRow> rows = List.of();
    private TablePreview preview;
    private boolean building = true;

    /**
     * @param line the submission whose file is mapped
     * @param saved the mapping that is to be changed; null for a new one
     * @param send takes the version of the mapping with which the file is to be sent again
     */
    public MappingDialog(MappingTools tools, SubmissionLine line, @Nullable Saved saved, LongConsumer send) {
        this.tools = tools;
        this.saved = saved;
        this.line = line;
        this.send = send;
        Viewer viewer = sender();
        this.choices = new ColumnRow.Choices(
                tools.codes().institutions(viewer),
                tools.codes().indicators(locale),
                tools.codes().disaggregations(locale));
        this.file = tools.files().copy(line.id());
        this.preview = look(1);
        int position = saved == null ? 1 : position(saved.mapping().sheet());
        this.preview = position == 1 ? preview : look(position);
        setHeaderTitle(translate("mapping.title", line.fileName()));
        setWidth("min(76rem, 100%)");
        setMaxHeight("100%");
        addClassName("mapping");
        prepare();
        columns.addClassName("mapcols");
        outcome.addClassName("stack");
        outcome.getElement().setAttribute("aria-live", "polite");
        Div content = new Div(
                new Paragraph(translate("mapping.says")),
                fields(
                        sheet,
                        headerFirst,
                        headerLast,
                        dataFirst,
                        dataLast,
                        footerRows,
                        footerTexts,
                        numbers,
                        duplicates,
                        periodHeaders,
                        periodMonths),
                new H3(translate("mapping.columns")),
                columns,
                new H3(translate("mapping.constants")),
                fields(indicator, period, unit),
                new H3(translate("mapping.noValue")),
                noValue,
                new H3(translate("mapping.preview")),
                outcome);
        content.addClassName("stack");
        add(content);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        getFooter().add(name, new Button(translate("mapping.cancel"), click -> close()), save);
        addOpenedChangeListener(opened -> {
            if (!opened.isOpened()) {
                forget();
            }
        });
        addDetachListener(detached -> forget());
        if (saved == null) {
            readSheet();
        } else {
            show(saved);
        }
    }

    private Viewer sender() {
        Viewer viewer = tools.viewers().get();
        if (!viewer.maySend(line.place().id(), line.place().country())) {
            throw new AccessDeniedException(
                    viewer.username() + " may not send for " + line.place().code());
        }
        return viewer;
    }

    private static IntegerField rowField(String key) {
        IntegerField field = new IntegerField(translate(key));
        field.setMin(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static Div fields(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("mapfields");
        return row;
    }

    private void prepare() {
        List<String> sheets = preview.sheets();
        sheet.setLabel(translate("mapping.sheet"));
        sheet.setItems(
                IntStream.rangeClosed(1, Math.max(sheets.size(), 1)).boxed().toList());
        sheet.setItemLabelGenerator(each ->
                each > sheets.size() || sheets.get(each - 1).isEmpty() ? Integer.toString(each) : sheets.get(each - 1));
        sheet.setValue(saved == null ? 1 : position(saved.mapping().sheet()));
        sheet.setVisible(sheets.size() > 1);
        int header = preview.likelyHeader();
        headerFirst.setValue(header);
        headerLast.setValue(header);
        dataFirst.setValue(header + 1);
        footerRows.setValue(0);
        footerTexts.setHelperText(translate("mapping.footers.help"));
        numbers.setLabel(translate("report.numbers"));
        numbers.setItems("", "comma", "point");
        numbers.setItemLabelGenerator(
                each -> translate("report.numbers." + (each.isEmpty() ? "DETECT" : each.toUpperCase(Locale.ROOT))));
        numbers.setValue("");
        duplicates.setLabel(translate("mapping.duplicates"));
        duplicates.setItems(Duplicates.values());
        duplicates.setItemLabelGenerator(each -> translate("mapping.duplicates." + each.name()));
        duplicates.setValue(Duplicates.REFUSE);
        indicator.setItems(choices.indicators());
        indicator.setItemLabelGenerator(code -> code.code() + " · " + code.name());
        indicator.setClearButtonVisible(true);
        name.setValue(line.fileName().replaceAll("\\.[A-Za-z]{2,5}$", ""));
        name.setMaxLength(100);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(any -> sayVersion());
        sayVersion();
        sheet.addValueChangeListener(any -> {
            preview = look(sheet.getValue());
            int found = preview.likelyHeader();
            building = true;
            headerFirst.setValue(found);
            headerLast.setValue(found);
            dataFirst.setValue(found + 1);
            readSheet();
        });
        List.of(headerFirst, headerLast, dataFirst)
                .forEach(field -> field.addValueChangeListener(any -> {
                    if (!building) {
                        readSheet();
                    }
                }));
        periodHeaders.setLabel(translate("mapping.periodHeaders"));
        periodHeaders.setItems(PeriodFormat.Style.values());
        periodHeaders.setItemLabelGenerator(
                style -> style == null ? translate("mapping.periodHeaders.none") : style.example());
        periodHeaders.setEmptySelectionAllowed(true);
        periodHeaders.setEmptySelectionCaption(translate("mapping.periodHeaders.none"));
        periodHeaders.addValueChangeListener(any -> {
            periodMonths.setVisible(
                    periodHeaders.getValue() != null && periodHeaders.getValue().months() == 0);
            refresh();
        });
        periodMonths.setItems(1, 3, 6, 12);
        periodMonths.setItemLabelGenerator(each -> translate("mapping.months." + each));
        periodMonths.setLabel(translate("mapping.months"));
        periodMonths.setValue(1);
        periodMonths.setVisible(false);
        periodMonths.addValueChangeListener(any -> refresh());
        dataLast.addValueChangeListener(any -> refresh());
        footerRows.addValueChangeListener(any -> refresh());
        footerTexts.addValueChangeListener(any -> refresh());
        numbers.addValueChangeListener(any -> refresh());
        duplicates.addValueChangeListener(any -> refresh());
        indicator.addValueChangeListener(any -> refresh());
        period.addValueChangeListener(any -> refresh());
        unit.addValueChangeListener(any -> refresh());
    }

    private void sayVersion() {
        name.setHelperText(tools.mappings()
                .find(Owner.institution(line.place().code()), name.getValue().strip())
                .map(exists -> translate("mapping.name.version", exists.version() + 1))
                .orElse(""));
    }

    private TablePreview look(int position) {
        try {
            return TablePreview.of(file, position, ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + line.id() + " can't be read from disk", e);
        }
    }

    /** Shows the columns that the header names, each with what it seems to mean. */
    private void readSheet() {
        building = true;
        columns.removeAll();
        List<ColumnRow> shown = new ArrayList<>();
        List<String> names = preview.names(value(headerFirst, 1), value(headerLast, 1));
        for (int i = 0; i < names.size(); i++) {
            List<String> samples = preview.texts(i, value(dataFirst, 2), CODES);
            if (!names.get(i).isEmpty() || !samples.isEmpty()) {
                ColumnRow row = new ColumnRow(names.get(i), i + 1, samples, choices, this::refresh);
                shown.add(row);
                columns.add(row);
                if (names.get(i).isEmpty()) {
                    continue;
                }
                Proposal.of(names.get(i), samples, TablePreview::isNumber).ifPresent(row::mean);
            }
        }
        rows = shown;
        List<String> periods = rows.stream()
                .filter(row -> row.isUndecided() && row.isNumeric())
                .map(ColumnRow::name)
                .filter(header -> PeriodFormat.of(List.of(header)).isPresent())
                .toList();
        periodHeaders.setValue(
                periods.size() < 2
                        ? null
                        : PeriodFormat.of(periods).map(PeriodFormat::pattern).orElse(null));
        building = false;
        refresh();
    }

    /** The place among the sheets of this file that a mapping means; the first where it has no such sheet. */
    private int position(Sheet wanted) {
        List<String> sheets = preview.sheets();
        int named = wanted.name().isEmpty() ? wanted.position() : sheets.indexOf(wanted.name()) + 1;
        return named >= 1 && named <= sheets.size() ? named : 1;
    }

    /** Shows a mapping as it was saved, each column where this file has it. */
    private void show(Saved shown) {
        Mapping mapping = shown.mapping();
        building = true;
        name.setValue(shown.name());
        headerFirst.setValue(mapping.header().first());
        headerLast.setValue(mapping.header().last());
        dataFirst.setValue(mapping.data().first());
        dataLast.setValue(mapping.data().last());
        footerRows.setValue(mapping.footers().rows());
        footerTexts.setValue(String.join("; ", mapping.footers().texts()));
        numbers.setValue(mapping.numberFormat() == null ? "" : mapping.numberFormat());
        duplicates.setValue(mapping.duplicates());
        Constants constants = mapping.constants();
        choices.indicators().stream()
                .filter(code -> code.code().equals(constants.indicator()))
                .findFirst()
                .ifPresent(indicator::setValue);
        period.setValue(constants.period());
        unit.setValue(constants.unit());
        noValue.show(mapping.noValue());
        readSheet();
        building = true;
        for (ColumnRow row : rows) {
            mapping.columns().stream()
                    .filter(column -> column.header().isEmpty()
                            ? column.position() == row.position()
                            : Spelling.plain(column.header()).equals(Spelling.plain(row.name())))
                    .min(Comparator.comparing(column -> Math.abs(column.position() - row.position())))
                    .ifPresentOrElse(column -> row.mean(column.means()), row::undecide);
        }
        PeriodColumns rule = mapping.periodColumns();
        periodHeaders.setValue(rule == null ? null : rule.format().pattern());
        periodMonths.setValue(rule == null ? 1 : rule.format().months());
        building = false;
        refresh();
    }

    private @Nullable PeriodColumns periodColumns() {
        PeriodFormat.Style style = periodHeaders.getValue();
        if (style == null) {
            return null;
        }
        PeriodColumns before = saved == null ? null : saved.mapping().periodColumns();
        return new PeriodColumns(
                style.months() == 0 ? new PeriodFormat(style, periodMonths.getValue()) : PeriodFormat.of(style),
                before == null ? new Meaning.Value("", "", "", "", false) : before.as());
    }

    private static int value(IntegerField field, int otherwise) {
        return field.getValue() == null || field.getValue() < 1 ? otherwise : field.getValue();
    }

    private @Nullable Mapping mapping() {
        int first = value(headerFirst, 1);
        int last = Math.max(first, value(headerLast, first));
        int data = Math.max(last + 1, value(dataFirst, last + 1));
        Integer end = dataLast.getValue();
        String sheetName = preview.sheets().isEmpty()
                ? ""
                : preview.sheets()
                        .get(Math.min(sheet.getValue(), preview.sheets().size()) - 1);
        if (last - first >= HeaderRows.MOST || end != null && end < data) {
            return null;
        }
        Constants before = saved == null ? Constants.NONE : saved.mapping().constants();
        return new Mapping(
                new Sheet(sheetName, sheet.getValue()),
                new HeaderRows(first, last),
                new DataRows(data, end),
                new Footers(
                        Stream.of(footerTexts.getValue().split(";"))
                                .map(String::strip)
                                .filter(text -> !text.isEmpty())
                                .toList(),
                        footerRows.getValue() == null ? 0 : Math.clamp(footerRows.getValue(), 0, Mapping.MOST_FOOTERS)),
                rows.stream().flatMap(row -> row.column().stream()).toList(),
                periodColumns(),
                new Constants(
                        before.institution(),
                        indicator.getValue() == null ? "" : indicator.getValue().code(),
                        before.disaggregation(),
                        period.getValue().strip(),
                        unit.getValue().strip()),
                noValue.texts(),
                numbers.getValue().isEmpty() ? null : numbers.getValue(),
                duplicates.getValue());
    }

    /** Shows what comes out of the first rows now. */
    private void refresh() {
        if (building) {
            return;
        }
        outcome.removeAll();
        Finding unreadable = preview.unreadable();
        if (unreadable != null) {
            outcome.add(new Note(
                    Note.Kind.ERROR, FindingTexts.of(unreadable, locale).what()));
            save.setEnabled(false);
            return;
        }
        unmapped();
        Mapping mapping = mapping();
        Set<MappingFlaw> flaws = mapping == null ? Set.of() : MappingFlaw.of(mapping);
        if (mapping == null) {
            outcome.add(new Note(Note.Kind.ERROR, translate("mapping.rows.wrong")));
        }
        flaws.forEach(flaw -> outcome.add(new Note(Note.Kind.QUERY, translate("mapping.flaw." + flaw.name()))));
        save.setEnabled(mapping != null && flaws.isEmpty());
        if (mapping != null && !flaws.contains(MappingFlaw.NO_VALUE)) {
            show(trial(mapping), mapping);
        }
    }

    private TablePreview.Trial trial(Mapping mapping) {
        try {
            return TablePreview.trial(file, mapping, TRIED);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + line.id() + " can't be read from disk", e);
        }
    }

    private void unmapped() {
        PeriodColumns rule = periodColumns();
        List<ColumnRow> undecided = rows.stream()
                .filter(ColumnRow::isUndecided)
                .filter(row -> rule == null || rule.format().read(row.name()).isEmpty())
                .toList();
        if (undecided.isEmpty()) {
            return;
        }
        Button leave = new Button(translate("mapping.unmapped.leave"), click -> {
            building = true;
            undecided.forEach(ColumnRow::leaveOut);
            building = false;
            refresh();
        });
        leave.addThemeVariants(ButtonVariant.LUMO_SMALL);
        List<ColumnRow> numeric =
                undecided.stream().filter(ColumnRow::isNumeric).toList();
        Button take = new Button(translate("mapping.unmapped.take", numeric.size()), click -> {
            building = true;
            numeric.forEach(ColumnRow::takeAsValue);
            building = false;
            refresh();
        });
        take.addThemeVariants(ButtonVariant.LUMO_SMALL);
        take.setVisible(!numeric.isEmpty());
        Div choice = new Div(leave, take);
        choice.addClassNames("row", "wrap");
        outcome.add(new Note(
                Note.Kind.QUERY,
                new Paragraph(translate(
                        "mapping.unmapped",
                        undecided.size(),
                        undecided.stream()
                                .map(row -> row.name().isEmpty() ? "#" + row.position() : row.name())
                                .collect(Collectors.joining(", ")))),
                choice));
    }

    private void show(TablePreview.Trial trial, Mapping mapping) {
        NativeTable table = new NativeTable();
        table.getElement().setAttribute("aria-label", translate("mapping.preview"));
        NativeTableRow head = table.getHead().addRow();
        Stream.of("cell", "institution", "indicator", "disaggregation", "period", "value", "unit")
                .map(column -> new NativeTableHeaderCell(translate("mapping.preview." + column)))
                .forEach(head::add);
        for (LongTableRow read :
                trial.rows().subList(0, Math.min(SHOWN, trial.rows().size()))) {
            NativeTableRow row = table.getBody().addRow();
            Stream.of(
                            Finding.cell(read.row(), read.valueColumn()),
                            read.institution(),
                            read.indicator(),
                            read.disaggregation(),
                            read.period() == null
                                    ? read.periodText()
                                    : read.period().label(locale),
                            read.value() == null ? "–" : read.value().toPlainString(),
                            read.unit())
                    .map(NativeTableCell::new)
                    .forEach(row::add);
        }
        Div scrolled = new Div(table);
        scrolled.addClassNames("cells", "tablewrap");
        scrolled.getElement().setAttribute("tabindex", "0");
        outcome.add(scrolled);
        new Strangers(trial.rows(), choices).notes(mapping.duplicates()).forEach(outcome::add);
        Map<String, Note.Kind> told = new LinkedHashMap<>();
        trial.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> told.put(
                        finding.place() + " " + FindingTexts.of(finding, locale).what(),
                        switch (finding.severity()) {
                            case ERROR -> Note.Kind.ERROR;
                            case QUERY -> Note.Kind.QUERY;
                        }));
        told.forEach((text, kind) -> outcome.add(new Note(kind, text.strip())));
    }

    private void save() {
        Mapping mapping = mapping();
        if (name.getValue().isBlank()) {
            name.setInvalid(true);
            name.setErrorMessage(translate("mapping.name.missing"));
            name.focus();
            return;
        }
        if (mapping == null || !MappingFlaw.of(mapping).isEmpty()) {
            return;
        }
        long version = tools.mappings()
                .save(Owner.institution(line.place().code()), name.getValue().strip(), mapping, sender().username())
                .id();
        close();
        send.accept(version);
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The working copy " + file + " can't be deleted", e);
        }
    }
}
