package org.scpmonitor.ui.review;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.approval.Awaited.Obstacle;
import org.scpmonitor.approval.Awaited.Verdict;
import org.scpmonitor.submission.ReviewQueue.Entry;
import org.scpmonitor.submission.ReviewQueue.Outlook;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.StateTag;

/** The submissions that wait for a decision, oldest first, each a link. */
class WaitingList extends Nav {
    private final Viewer viewer;
    private final Instant now;
    private final String query;

    /**
     * @param open the one that is shown beside; 0 for none
     * @param now for telling how long they wait
     * @param query what links carry on; empty for nothing
     */
    WaitingList(List<Entry> entries, long open, Viewer viewer, Instant now, String query, Component... controls) {
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
        title.addClassNames("card-h", "card-top");
        Div tools = new Div(controls);
        tools.addClassName("queue-tools");
        add(title, tools);
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
        tags.addClassNames("row", "wrap");
        if (line.state() == SubmissionState.SUBMITTED && waiting.awaited().levels() > 1) {
            tags.add(new Tag(translate(
                    "review.level.of",
                    Counted.number(waiting.awaited().level()),
                    Counted.number(waiting.awaited().levels()))));
        }
        Anchor entry = Pages.link(Pages.review(line.id()) + query, "");
        entry.add(top, file, facts, tags);
        entry.addClassName("q");
        if (open) {
            entry.getElement().setAttribute("aria-current", "true");
        }
        return entry;
    }

    /** Programmes, size, and how many figures would change. */
    private static String facts(Entry waiting) {
        List<String> facts = new ArrayList<>();
        if (!waiting.programmes().isEmpty()) {
            facts.add(String.join(", ", waiting.programmes()));
        }
        Long rows = waiting.line().rows().accepted();
        if (rows != null) {
            facts.add(Counted.of("review.values", rows));
        }
        Outlook outlook = waiting.outlook();
        if (outlook.computedAt() != null && outlook.failure() == null) {
            facts.add(Counted.of("review.prospect.changes", outlook.figures()) + (outlook.stale() ? " *" : ""));
        }
        return String.join(" · ", facts);
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
