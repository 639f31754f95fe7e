package org.scpmonitor.ui.completeness;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Completeness.Slot;
import org.scpmonitor.listing.Page;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;

/** What was to be reported behind a cell: by when, what came, when, and the way to it. */
class SlotsPanel extends Div {
    private static final List<String> COLUMNS =
            List.of("institution", "indicator", "period", "due", "received", "standing", "submission");

    private final Viewer viewer;
    private final Locale locale = UI.getCurrent().getLocale();
    private final DateText dates = new DateText(locale);

    SlotsPanel(String title, Viewer viewer, Page<Slot> slots, Component pager, Runnable close) {
        this.viewer = viewer;
        addClassNames("card", "flush", "slots");
        setId("slots");
        H2 heading = new H2(title);
        heading.addClassName("card-h");
        Span count = new Span(Counted.of("completeness.slots", slots.total()));
        count.addClassNames("xs", "muted");
        Span space = new Span();
        space.addClassName("sp");
        Button shut = new Button(Icon.CLOSE.small(), click -> close.run());
        shut.setAriaLabel(translate("completeness.close"));
        Div head = new Div(heading, count, space, shut);
        head.addClassNames("row", "wrap", "card-top");
        add(head, table(slots.items(), title), pager);
    }

    private Component table(List<Slot> slots, String title) {
        NativeTable table = new NativeTable();
        table.setCaptionText(title);
        table.getCaption().addClassName("vh");
        NativeTableRow head = table.getHead().addRow();
        COLUMNS.forEach(each -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(translate("completeness.slot." + each));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        slots.forEach(slot -> table.getBody()
                .addRow()
                .add(
                        two(slot.institutionName(), slot.institution()),
                        two(slot.indicatorName().in(locale), slot.indicator() + " " + slot.disaggregation()),
                        new NativeTableCell(slot.period().label(locale)),
                        due(slot),
                        received(slot),
                        new NativeTableCell(StandingMark.tag(slot.standing())),
                        new NativeTableCell(way(slot))));
        Div wrap = new Div(table);
        wrap.addClassName("tablewrap");
        wrap.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", title);
        return wrap;
    }

    private static NativeTableCell two(String text, String below) {
        Span small = new Span(below.strip());
        small.addClassNames("xxs", "faint");
        return new NativeTableCell(new Div(text), small);
    }

    private NativeTableCell due(Slot slot) {
        LocalDate closes = slot.closesOn();
        NativeTableCell cell = two(
                day(slot.dueOn()),
                closes == null
                        ? translate("completeness.slot.open")
                        : translate("completeness.slot.closes", dates.day(closes)));
        if (slot.extended()) {
            cell.add(new Div(new Tag(translate("completeness.slot.extended"), Tag.Tone.ACCENT)));
        }
        return cell;
    }

    private NativeTableCell received(Slot slot) {
        Instant approved = slot.approvedAt();
        return two(
                moment(slot.receivedAt()),
                approved == null
                        ? slot.receivedAt() == null ? "" : translate("completeness.slot.waits")
                        : translate("completeness.slot.approved", dates.day(approved)));
    }

    /** To the submission for whoever may see it there, else to where a report is sent. */
    private Component way(Slot slot) {
        Long submission = slot.submission();
        if (submission == null) {
            return viewer.isSender() && slot.receivedAt() == null
                    ? Pages.link(Pages.REPORT, translate("completeness.slot.report"))
                    : new Span("–");
        }
        String text = translate("completeness.slot.number", Counted.number(submission));
        if (viewer.isSender()) {
            return Pages.link(Pages.report(submission), text);
        }
        return viewer.isApprover() ? Pages.link(Pages.review(submission), text) : new Span(text);
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? translate("completeness.slot.nodate") : dates.day(day);
    }

    private String moment(@Nullable Instant moment) {
        return moment == null ? "–" : dates.moment(moment);
    }
}
