package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueLine.Latest;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheet.Known;
import org.scpmonitor.assignment.ReportingSheet.Row;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;

/** The work on one institution's period: until when, what stands there, what is asked, and the ways in. */
class PeriodWork extends Div {
    /** As many values are told one by one; a workbook serves better for more. */
    private static final int MOST_ROWS = 200;

    private final Locale locale = UI.getCurrent().getLocale();

    /**
     * @param lines what is due of the period, by its dates; none where nothing is missing
     * @param extend sets other dates; null for those who may not
     */
    PeriodWork(
            ReportingSheet sheet,
            List<DueLine> lines,
            List<WayIn> ways,
            LocalDate today,
            @Nullable Consumer<DueLine> extend) {
        addClassNames("card", "flush");
        ReportingSheet.Reporter reporter = sheet.institution();
        H2 title = new H2(DueEntry.report(sheet.period()));
        title.addClassName("card-h");
        Span place = new Span(reporter.code() + " · " + reporter.name());
        Div sub = new Div(CountryMark.of(reporter.country()).image(), place);
        sub.addClassNames("row", "xs", "muted");
        Div body = new Div(title, sub);
        body.addClassNames("card-body", "stack");
        lines.forEach(line -> body.add(standing(line, lines.size() > 1, today)));
        if (extend != null && !lines.isEmpty()) {
            Button other =
                    new Button(translate("due.extend"), Icon.CALENDAR.small(), click -> extend.accept(latest(lines)));
            other.addClassNames("btn", "sm");
            body.add(new Div(other));
        }
        if (lines.isEmpty()) {
            body.add(new Span(translate(sheet.rows().isEmpty() ? "due.nothing.assigned" : "due.nothing.missing")));
        }
        Place of = new Place(reporter.id(), reporter.code(), reporter.name(), reporter.country());
        int number = 1;
        for (WayIn way : ways) {
            Component offered = way.offer(of, sheet.period()).orElse(null);
            if (offered != null) {
                body.add(step(number++, way.title(), offered));
            }
        }
        if (!sheet.rows().isEmpty()) {
            body.add(asked(sheet.rows()));
        }
        add(body);
    }

    /** The line whose dates are the latest: an extension for all can't be earlier. */
    private static DueLine latest(List<DueLine> lines) {
        return lines.stream()
                .max(Comparator.comparing(DueLine::dueOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .orElseThrow();
    }

    private static Component step(int number, String title, Component offered) {
        Span no = new Span(Integer.toString(number));
        no.addClassName("no");
        no.getElement().setAttribute("aria-hidden", "true");
        Div heading = new Div(title);
        heading.addClassName("b");
        Div step = new Div(no, new Div(heading, offered));
        step.addClassName("step");
        return step;
    }

    private Component standing(DueLine line, boolean several, LocalDate today) {
        Div standing = new Div();
        standing.addClassName("standing");
        if (several) {
            Div codes = new Div(String.join(", ", line.indicators()));
            codes.addClassName("xs");
            standing.add(codes);
        }
        standing.add(DueEntry.tags(line, today), DueEntry.dates(line, today));
        Latest latest = line.latest();
        if (latest != null) {
            Anchor link = Pages.link(
                    Pages.report(latest.submission()),
                    translate("due.latest." + line.state().name(), Counted.number(latest.revision())));
            link.addClassName("xs");
            standing.add(link);
        }
        return standing;
    }

    private Component asked(List<Row> rows) {
        NativeTableRow head = new NativeTableRow();
        for (String column : List.of("indicator", "before", "target", "stored")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("due.asked." + column));
            cell.getElement().setAttribute("scope", "col");
            if (!column.equals("indicator")) {
                cell.addClassName("n");
            }
            head.add(cell);
        }
        NativeTableBody body = new NativeTableBody();
        rows.stream().limit(MOST_ROWS).forEach(row -> body.add(asked(row)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        wrap.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        wrap.getElement().setAttribute("aria-label", translate("due.asked"));
        Details details = new Details(Counted.of("due.asked.count", rows.size()), wrap);
        if (rows.size() > MOST_ROWS) {
            details.add(new Span(translate("due.asked.more", Counted.number(rows.size() - MOST_ROWS))));
        }
        return details;
    }

    private NativeTableRow asked(Row row) {
        Span code = new Span(row.indicator());
        code.addClassName("b");
        Div name = new Div(row.name().in(locale)
                + (row.disaggregation().isEmpty()
                        ? ""
                        : " · " + row.disaggregationName().in(locale)));
        name.addClassNames("xs", "muted");
        return new NativeTableRow(
                new NativeTableCell(new Div(code), name),
                number(known(row, row.before(), true)),
                number(goals(row)),
                number(known(row, row.stored(), false)));
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("n");
        return cell;
    }

    private String known(Row row, @Nullable Known known, boolean dated) {
        if (known == null) {
            return "–";
        }
        String value = known.amount() == null
                ? translate("review.status." + known.status())
                : UnitText.with(new NumberText(locale).of(known.amount()), row.unit());
        return dated ? value + " (" + known.period().label(locale) + ")" : value;
    }

    private String goals(Row row) {
        return row.goals().isEmpty()
                ? "–"
                : row.goals().stream()
                        .map(goal -> UnitText.with(new NumberText(locale).of(goal.amount()), row.unit()) + " ("
                                + goal.period().label(locale) + ")")
                        .collect(Collectors.joining("; "));
    }
}
