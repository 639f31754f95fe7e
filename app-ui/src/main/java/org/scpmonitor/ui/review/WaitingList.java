package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.Awaited.Obstacle;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.submission.Prospects.Figure;
import org.scpmonitor.submission.ReviewQueue.Entry;
import org.scpmonitor.submission.ReviewQueue.Outlook;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** The submissions that wait for a decision, oldest first, each a link. */
class WaitingList extends Nav {
    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());
    private final Viewer viewer;
    private final Instant now;
    private final String query;

    /**
     * @param open the one that is shown beside; 0 for none
     * @param now for telling how long they wait
     * @param query what links carry on; empty for nothing
     * @param sort by what they are ordered
     * @param choices which of them are shown
     */
    WaitingList(
            List<Entry> entries,
            long open,
            Viewer viewer,
            Instant now,
            String query,
            Component sort,
            Component... choices) {
        this.viewer = viewer;
        this.now = now;
        this.query = query;
        addClassNames("card", "flush", "queue");
        getElement().setAttribute("aria-label", translate("review.waiting"));
        H2 title = new H2(translate("review.waiting"));
        Span number = new Span(Counted.number(entries.stream()
                .filter(entry -> entry.line().state() == SubmissionState.SUBMITTED)
                .count()));
        number.addClassNames("faint", "num");
        title.add(" ");
        title.add(number);
        title.addClassName("card-h");
        Span space = new Span();
        space.addClassName("sp");
        Div top = new Div(title, space, sort);
        top.addClassName("card-top");
        Div tools = new Div(choices);
        tools.addClassName("queue-tools");
        add(top, tools);
        entries.forEach(entry -> add(entry(entry, entry.line().id() == open)));
    }

    private Component entry(Entry waiting, boolean open) {
        SubmissionLine line = waiting.line();
        Span code = new Span(line.place().code());
        code.addClassName("b");
        Span space = new Span();
        space.addClassName("sp");
        Span age = new Span(age(line));
        age.addClassNames("xs", "faint");
        Div top = new Div(CountryMark.of(line.place().country()).image(), code, space, age);
        top.addClassName("row");
        Div file = new Div(line.fileName() + " · " + translate("review.revision", Counted.number(line.revision())));
        file.addClassName("d");
        Div facts = new Div(facts(waiting));
        facts.addClassName("d");
        Div tags = new Div(tag(waiting));
        tags.addClassNames("row", "wrap", "tags");
        if (line.state() == SubmissionState.SUBMITTED && waiting.awaited().levels() > 1) {
            tags.add(new Tag(translate(
                    "review.level.of",
                    Counted.number(waiting.awaited().level()),
                    Counted.number(waiting.awaited().levels()))));
        }
        Anchor entry = Pages.link(Pages.review(line.id()) + query, "");
        entry.add(top, file, facts);
        if (line.state() == SubmissionState.SUBMITTED) {
            entry.add(foreseen(waiting.outlook()));
        }
        entry.add(tags);
        entry.addClassName("q");
        if (open) {
            entry.getElement().setAttribute("aria-current", "true");
        }
        return entry;
    }

    /** Programmes and size. */
    private static String facts(Entry waiting) {
        List<String> facts = new ArrayList<>();
        if (!waiting.programmes().isEmpty()) {
            facts.add(String.join(", ", waiting.programmes()));
        }
        Long rows = waiting.line().rows().accepted();
        if (rows != null) {
            facts.add(Counted.of("review.values", rows));
        }
        return String.join(" · ", facts);
    }

    /** The figures that approving would change most, one a line. */
    private Component[] foreseen(Outlook outlook) {
        if (outlook.computedAt() == null || outlook.failure() != null) {
            return new Component[0];
        }
        List<Component> lines = new ArrayList<>();
        outlook.foremost().forEach(figure -> {
            Span change = new Span(change(figure));
            change.addClassNames("num", "b");
            lines.add(said(new Span(figure.indicator() + " "), change));
        });
        int others = outlook.figures() - outlook.foremost().size();
        List<String> rest = new ArrayList<>();
        if (outlook.figures() == 0) {
            rest.add(translate("review.queue.unchanged"));
        } else if (others > 0) {
            rest.add(Counted.of("review.queue.others", others));
        }
        if (outlook.stale()) {
            rest.add(translate("review.queue.stale"));
        }
        if (!rest.isEmpty()) {
            lines.add(said(new Span(String.join(" · ", rest))));
        }
        return lines.toArray(Component[]::new);
    }

    private static Div said(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("d");
        return line;
    }

    /** Rounded as far as that doesn't hide the change. */
    private String change(Figure figure) {
        BigDecimal before = figure.before();
        BigDecimal after = figure.after();
        String old = before == null ? "–" : numbers.of(before);
        String next = after == null ? "–" : numbers.of(after);
        for (int decimals = 1; before != null && after != null && old.equals(next); decimals++) {
            old = numbers.of(before, decimals);
            next = numbers.of(after, decimals);
        }
        return old + " → " + UnitText.with(next, figure.unit());
    }

    private Tag tag(Entry waiting) {
        SubmissionLine line = waiting.line();
        if (line.state() != SubmissionState.SUBMITTED) {
            return StateTag.of(line);
        }
        if (waiting.awaited().verdict(viewer) instanceof Verdict.MayNot(Obstacle why)) {
            return new Tag(Icon.LOCK, translate("review.locked." + why.name()), Tag.Tone.NEUTRAL);
        }
        return line.found().queries() > 0
                ? new Tag(
                        Icon.QUERY, Counted.of("review.explained", line.found().queries()), Tag.Tone.QUERY)
                : new Tag(Icon.CHECK, translate("review.clean"), Tag.Tone.OK);
    }

    private String age(SubmissionLine line) {
        Instant since = line.submittedAt();
        return since == null || line.state() != SubmissionState.SUBMITTED
                ? ""
                : Counted.of("review.days", Duration.between(since, now).toDays());
    }
}
