package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueLine.Last;
import org.scpmonitor.assignment.DueLine.Latest;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** What one line of the due list says: which report, of what, where it stands, until when. */
final class DueEntry {
    /** As many codes as fit; more indicators are told by their themes. */
    private static final int FEW = 3;

    private DueEntry() {}

    /**
     * A link to the work on the line.
     *
     * @param named whether the institution is told, for there are several
     */
    static Anchor link(DueLine line, DueAddress address, boolean named, LocalDate today) {
        Anchor entry = new Anchor(address.open(line).toString());
        entry.getElement().setAttribute("router-link", true);
        entry.addClassName("q");
        Span title = new Span(report(line.period()));
        title.addClassName("b");
        entry.add(new Div(title));
        if (named) {
            Span name = new Span(line.place().code() + " · " + line.place().name());
            Div place = new Div(CountryMark.of(line.place().country()).image(), name);
            place.addClassNames("d", "row");
            entry.add(place);
        }
        entry.add(small(of(line)), tags(line, today), dates(line, today));
        Last last = line.last();
        if (last != null) {
            entry.add(small(translate("due.last", last.period().label(locale()), value(last))));
        }
        if (address.isOpen(line)) {
            entry.getElement().setAttribute("aria-current", "true");
        }
        return entry;
    }

    /** “Annual report 2024”. */
    static String report(ReportingPeriod period) {
        return translate("due.report." + period.periodicity().name(), period.label(locale()));
    }

    static Component tags(DueLine line, LocalDate today) {
        Div tags = new Div(state(line, today));
        tags.addClassNames("row", "wrap");
        if (line.extended()) {
            tags.add(new Tag(Icon.CALENDAR, translate("due.extended"), Tag.Tone.ACCENT));
        }
        if (line.received() > 0 && line.missing() > 0) {
            tags.add(new Tag(
                    translate("due.received", Counted.number(line.received()), Counted.number(line.expected()))));
        }
        return tags;
    }

    private static Tag state(DueLine line, LocalDate today) {
        return switch (line.state()) {
            case RETURNED -> new Tag(Icon.REDO, word(line), Tag.Tone.QUERY);
            case IN_WORK -> work(line.latest());
            case LATE ->
                new Tag(
                        Icon.CLOCK,
                        Counted.of("due.late", line.dueOn() == null ? 0 : ChronoUnit.DAYS.between(line.dueOn(), today)),
                        Tag.Tone.QUERY);
            case DUE -> new Tag(word(line));
            case SUBMITTED -> new Tag(Icon.CLOCK, word(line), Tag.Tone.INFO);
            case CLOSED -> new Tag(Icon.LOCK, word(line), Tag.Tone.NEUTRAL);
        };
    }

    private static Tag work(@Nullable Latest latest) {
        if (latest == null || latest.state() == SubmissionState.RECEIVED) {
            return new Tag(Icon.REDO, translate("due.checking"), Tag.Tone.INFO);
        }
        if (latest.errors() > 0) {
            return StateTag.errors(latest.errors());
        }
        return latest.open() > 0
                ? StateTag.queries(latest.open())
                : new Tag(Icon.CHECK, translate("due.ready"), Tag.Tone.OK);
    }

    private static String word(DueLine line) {
        return translate("due.state." + line.state().name());
    }

    private static String of(DueLine line) {
        return line.indicators().size() <= FEW
                ? String.join(", ", line.indicators())
                : line.themes().stream().map(theme -> theme.in(locale())).collect(Collectors.joining(" · "));
    }

    /** Until when, in two lines. */
    static Component dates(DueLine line, LocalDate today) {
        DateText dates = new DateText(locale());
        Div told = new Div();
        told.addClassNames("d", "num");
        LocalDate due = line.dueOn();
        if (due == null) {
            told.add(new Div(translate("due.undated")));
        } else {
            long left = ChronoUnit.DAYS.between(today, due);
            told.add(new Div(
                    left < 0
                            ? translate("due.until", dates.day(due))
                            : translate("due.until.left", dates.day(due), Counted.of("due.days", left))));
        }
        LocalDate closes = line.closesOn();
        if (closes != null) {
            told.add(new Div(translate("due.closes", dates.day(closes))));
        }
        return told;
    }

    private static String value(Last last) {
        return UnitText.with(new NumberText(locale()).of(last.value()), last.unit());
    }

    private static Div small(String text) {
        Div small = new Div(text);
        small.addClassName("d");
        return small;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    /** Whether the lines are of more than one institution. */
    static boolean several(List<DueLine> lines) {
        return lines.stream().map(line -> line.place().id()).distinct().count() > 1;
    }
}
