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
import java.util.List;
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
    private final String viewer;
    private final Instant now;

    /**
     * @param open the one that is shown beside; 0 for none
     * @param viewer account name of who looks
     */
    WaitingList(List<SubmissionLine> lines, long open, String viewer, Instant now) {
        this.viewer = viewer;
        this.now = now;
        addClassNames("card", "flush", "queue");
        getElement().setAttribute("aria-label", translate("review.waiting"));
        H2 title = new H2(translate("review.waiting"));
        Span number = new Span(Counted.number(lines.stream()
                .filter(line -> line.state() == SubmissionState.SUBMITTED)
                .count()));
        number.addClassNames("faint", "num");
        title.add(" ");
        title.add(number);
        title.addClassNames("card-h", "card-top");
        add(title);
        lines.forEach(line -> add(entry(line, line.id() == open)));
    }

    private Component entry(SubmissionLine line, boolean open) {
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
        Anchor entry = Pages.link(Pages.review(line.id()), "");
        entry.add(top, file, tag(line));
        entry.addClassName("q");
        if (open) {
            entry.getElement().setAttribute("aria-current", "true");
        }
        return entry;
    }

    private Tag tag(SubmissionLine line) {
        if (line.state() != SubmissionState.SUBMITTED) {
            return StateTag.of(line);
        }
        if (line.takingPart().contains(viewer)) {
            return new Tag(Icon.LOCK, translate("review.own"), Tag.Tone.NEUTRAL);
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
