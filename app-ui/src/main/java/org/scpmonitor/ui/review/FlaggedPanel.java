package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.FlaggedValues;
import org.scpmonitor.submission.FlaggedValues.Flagged;
import org.scpmonitor.submission.FlaggedValues.Past;
import org.scpmonitor.ui.chart.Sparkline;
import org.scpmonitor.ui.chart.Trajectory.Actual;
import org.scpmonitor.ui.chart.Trajectory.Kind;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;

/** The values that checks ask about, first of all: what was asked, what the sender says, and the values before. */
class FlaggedPanel extends Div {
    private static final int AT_ONCE = 10;

    private final FlaggedValues flagged;
    private final long submission;
    private final @Nullable Marks marks;
    private final Locale locale = UI.getCurrent().getLocale();
    private final NumberText numbers = new NumberText(locale);
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(translate("review.flagged.more"), click -> load());
    private int shown;

    /** @param marks null where nothing can be decided */
    FlaggedPanel(FlaggedValues flagged, long submission, long queries, @Nullable Marks marks) {
        this.flagged = flagged;
        this.submission = submission;
        this.marks = marks;
        addClassNames("card", "flush", "flagged");
        H2 title = new H2(translate("review.flagged") + " ");
        title.addClassNames("card-h", "card-top");
        Span number = new Span(Counted.number(queries));
        number.addClassNames("faint", "num");
        title.add(number);
        add(title, list, more);
        load();
    }

    private void load() {
        List<Flagged> page = flagged.page(submission, shown, AT_ONCE + 1);
        page.stream()
                .limit(AT_ONCE)
                .collect(Collectors.groupingBy(Flagged::cell, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(ofValue -> list.add(item(ofValue)));
        shown += Math.min(page.size(), AT_ONCE);
        more.setVisible(page.size() > AT_ONCE);
        setVisible(shown > 0);
    }

    private ListItem item(List<Flagged> asked) {
        Flagged each = asked.getFirst();
        Span code = new Span(each.indicator());
        code.addClassName("b");
        Span place = new Span(place(each));
        place.addClassNames("mono", "xs");
        Div head = new Div();
        if (marks != null) {
            head.add(marks.box(each.cell(), place(each), place(each) + " " + each.indicator()));
        }
        head.add(
                code,
                new Span(each.indicatorName().in(locale) + " · " + each.period().label(locale)),
                place);
        head.addClassNames("row", "wrap");
        Div facts = new Div();
        asked.forEach(one -> facts.add(found(one), explanation(one)));
        Div row = new Div(facts, history(each));
        row.addClassName("flag");
        return new ListItem(head, row);
    }

    private Component found(Flagged each) {
        Div found = new Div(
                new Tag(Icon.QUERY, translate("finding." + each.finding().code().name()), Tag.Tone.QUERY),
                new Span(FindingTexts.of(each.finding(), locale).what()));
        found.addClassNames("row", "wrap", "xs");
        return found;
    }

    private static String place(Flagged each) {
        String cell = Finding.cell(each.cell().row(), each.cell().column());
        return each.cell().sheet().isEmpty() ? cell : each.cell().sheet() + "!" + cell;
    }

    private static Component explanation(Flagged each) {
        Div says = new Div(
                each.explanation() == null
                        ? translate("review.flagged.unexplained")
                        : translate("submission.quoted", each.explanation())
                                + (each.explainedBy() == null ? "" : " · " + each.explainedBy()));
        says.addClassNames("xs", each.explanation() == null ? "muted" : "said");
        return says;
    }

    private Component history(Flagged each) {
        if (each.history().isEmpty() || each.amount() == null) {
            Div none = new Div(translate("review.flagged.first"));
            none.addClassNames("xs", "muted");
            return none;
        }
        List<Actual> line = new ArrayList<>();
        for (Past past : each.history()) {
            if (past.period().start().isBefore(each.period().start())) {
                line.add(new Actual(past.period(), past.amount(), Kind.FINAL, false, null));
            }
        }
        line.add(new Actual(each.period(), each.amount(), Kind.PROVISIONAL, false, null));
        String before = each.history().stream()
                .map(past -> past.period().label(locale) + ": " + numbers.full(past.amount()))
                .collect(Collectors.joining("; "));
        Div values =
                new Div(numbers.full(line.size() > 1 ? line.get(line.size() - 2).value() : each.amount()) + " → "
                        + UnitText.with(numbers.full(each.amount()), each.unit()));
        values.addClassNames("xs", "num");
        Div history = new Div(new Sparkline(CountryMark.of(each.country()), line), values);
        history.addClassName("past");
        history.getElement().setAttribute("role", "img");
        history.getElement().setAttribute("aria-label", translate("review.flagged.history", before));
        history.getElement().setAttribute("title", before);
        return history;
    }
}
