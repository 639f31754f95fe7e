package org.scpmonitor.ui.completeness;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import org.scpmonitor.assignment.Completeness.Standing;
import org.scpmonitor.assignment.Counts;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;

/** How a cell and a slot are marked: by an icon, a word and a colour. */
final class StandingMark {
    private StandingMark() {}

    static Icon icon(Counts.Status status) {
        return switch (status) {
            case COMPLETE -> Icon.CHECK;
            case COMPLETE_LATE -> Icon.CLOCK;
            case PENDING -> Icon.CALENDAR;
            case PARTIAL -> Icon.WARNING;
            case MISSING -> Icon.STOP;
            case NOTHING_DUE -> Icon.INFO;
        };
    }

    /** The name under which the stylesheet knows the colour. */
    static String style(Counts.Status status) {
        return switch (status) {
            case COMPLETE -> "m-ok";
            case COMPLETE_LATE -> "m-late";
            case PENDING -> "m-wait";
            case PARTIAL -> "m-part";
            case MISSING -> "m-none";
            case NOTHING_DUE -> "m-nil";
        };
    }

    static String word(Counts.Status status) {
        return translate("completeness.status." + status.name());
    }

    static Tag tag(Standing standing) {
        String word = translate("completeness.standing." + standing.name());
        return switch (standing) {
            case ON_TIME -> new Tag(Icon.CHECK, word, Tag.Tone.OK);
            case LATE -> new Tag(Icon.CLOCK, word, Tag.Tone.QUERY);
            case UNDATED -> new Tag(Icon.CHECK, word, Tag.Tone.NEUTRAL);
            case PENDING -> new Tag(Icon.CALENDAR, word, Tag.Tone.INFO);
            case OVERDUE -> new Tag(Icon.STOP, word, Tag.Tone.ERROR);
        };
    }

    /** What the marks mean, in one line. */
    static Span key() {
        Span key = new Span();
        key.addClassNames("row", "wrap", "xs", "matrix-key");
        for (Counts.Status status : Counts.Status.values()) {
            if (status != Counts.Status.NOTHING_DUE) {
                Span each = new Span(icon(status).small(), new Span(word(status)));
                each.addClassNames("mk", style(status));
                key.add(each);
            }
        }
        return key;
    }
}
