package org.scpmonitor.ui.completeness;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.Completeness.Cell;
import org.scpmonitor.assignment.Completeness.Matrix;
import org.scpmonitor.assignment.Completeness.Row;
import org.scpmonitor.assignment.Completeness.Rows;
import org.scpmonitor.assignment.Counts;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.submission.Counted;

/** Rows by periods; each cell says how much has come and opens what is behind it. */
class MatrixTable extends Div {
    private final Question question;
    private final List<ReportingPeriod> columns;
    private final Consumer<Question> show;
    private final Locale locale = UI.getCurrent().getLocale();
    private final NativeTable table = new NativeTable();

    /**
     * @param institutions those under the open country; null where none is open
     * @param below what stands under them: the search and the way to their other pages
     */
    MatrixTable(
            Question question,
            List<ReportingPeriod> columns,
            Matrix matrix,
            @Nullable Matrix institutions,
            @Nullable Component below,
            Consumer<Question> show) {
        this.question = question;
        this.columns = columns;
        this.show = show;
        addClassNames("tablewrap", "matrix");
        table.setCaptionText(translate("completeness.caption"));
        table.getCaption().addClassName("vh");
        head();
        for (Row row : matrix.rows()) {
            boolean open = row.key().code().equals(question.open());
            add(row, question.by(), open);
            if (open && institutions != null) {
                institutions.rows().forEach(each -> add(each, Rows.INSTITUTION, false));
                if (below != null) {
                    NativeTableCell cell = new NativeTableCell(below);
                    cell.getElement().setAttribute("colspan", Integer.toString(columns.size() + 1));
                    table.getBody().addRow().add(cell);
                }
            }
        }
        add(table);
    }

    private void head() {
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(translate("completeness.by." + question.by().name()), "col"));
        columns.forEach(column -> {
            NativeTableHeaderCell cell = heading(column.label(locale), "col");
            cell.addClassNames("num");
            head.add(cell);
        });
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private void add(Row row, Rows kind, boolean open) {
        NativeTableRow line = table.getBody().addRow();
        NativeTableHeaderCell name = heading("", "row");
        boolean under = kind == Rows.INSTITUTION && question.by() == Rows.COUNTRY;
        if (under) {
            name.addClassName("under");
        }
        name.add(kind == Rows.COUNTRY ? country(row, open) : named(row, kind));
        line.add(name);
        Map<ReportingPeriod, Counts> cells =
                row.cells().stream().collect(Collectors.toMap(Cell::period, Cell::counts, Counts::plus));
        for (ReportingPeriod column : columns) {
            line.add(cell(row, column, cells.getOrDefault(column, Counts.NOTHING)));
        }
    }

    private Component country(Row row, boolean open) {
        String code = row.key().code();
        String text = row.key().name().in(locale);
        Span label = new Span(text);
        NativeButton button = new NativeButton("", click -> show.accept(question.opened(open ? null : code)));
        button.add(
                open ? Icon.DOWN.small() : Icon.RIGHT.small(),
                CountryMark.of(code).image(),
                label);
        button.addClassNames("row", "expand");
        button.getElement()
                .setAttribute("aria-expanded", Boolean.toString(open))
                .setAttribute("aria-label", translate("completeness.expand", text));
        return button;
    }

    private Component named(Row row, Rows kind) {
        Div name = new Div(row.key().name().in(locale));
        String country = row.key().country();
        Span code = new Span(row.key().code());
        code.addClassNames("xxs", "faint");
        Div below = new Div(code);
        if (kind == Rows.INSTITUTION && country != null) {
            below.addComponentAsFirst(CountryMark.of(country).image());
            below.addClassName("row");
        }
        return new Div(name, below);
    }

    private NativeTableCell cell(Row row, ReportingPeriod column, Counts counts) {
        Counts.Status status = counts.status();
        if (status == Counts.Status.NOTHING_DUE) {
            Span none = new Span("–");
            none.addClassName("faint");
            Span said = new Span(StandingMark.word(status));
            said.addClassName("vh");
            NativeTableCell empty = new NativeTableCell(none, said);
            empty.addClassName("nil");
            return empty;
        }
        String code = row.key().code();
        Span word = new Span(StandingMark.icon(status).small(), new Span(StandingMark.word(status)));
        word.addClassNames("w", "xxs");
        Span share = new Span(
                translate("completeness.share", Counted.number(counts.received()), Counted.number(counts.expected())));
        share.addClassNames("num", "b");
        Span onTime = new Span(translate("completeness.ontime", Counted.number(counts.onTime())));
        onTime.addClassNames("xxs", "num");
        boolean chosen = code.equals(question.row()) && column.equals(question.period());
        NativeButton button = new NativeButton(
                "", click -> show.accept(chosen ? question.cell(null, null) : question.cell(code, column)));
        button.add(word, share, onTime);
        button.addClassNames("mc", StandingMark.style(status));
        button.getElement()
                .setAttribute("aria-pressed", Boolean.toString(chosen))
                .setAttribute(
                        "aria-label",
                        translate(
                                "completeness.cell",
                                row.key().name().in(locale),
                                column.label(locale),
                                StandingMark.word(status),
                                Counted.number(counts.received()),
                                Counted.number(counts.expected()),
                                Counted.number(counts.onTime()),
                                Counted.number(counts.late()),
                                Counted.number(counts.overdue())));
        return new NativeTableCell(button);
    }
}
