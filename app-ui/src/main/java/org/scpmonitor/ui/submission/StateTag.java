package org.scpmonitor.ui.submission;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.component.Tag.Tone;

/** Where a submission stands, in a word or two. */
public final class StateTag {
    private StateTag() {}

    public static Tag of(SubmissionLine line) {
        return switch (line.state()) {
            case RECEIVED -> tag(Icon.REDO, line, Tone.INFO);
            case VALIDATED -> checked(line);
            case SUBMITTED -> tag(Icon.CLOCK, line, Tone.INFO);
            case RETURNED -> tag(Icon.REDO, line, Tone.QUERY);
            case APPROVED -> tag(Icon.CHECK, line, Tone.OK);
            case SUPERSEDED, CANCELLED, WITHDRAWN -> new Tag(word(line.state()));
            case FAILED -> tag(Icon.STOP, line, Tone.ERROR);
        };
    }

    private static Tag checked(SubmissionLine line) {
        if (line.found().errors() > 0) {
            return errors(line.found().errors());
        }
        if (line.found().open() > 0) {
            return queries(line.found().open());
        }
        return line.dryRun()
                ? new Tag(Icon.CHECK, translate("submission.state.trial"), Tone.OK)
                : tag(Icon.CHECK, line, Tone.OK);
    }

    public static Tag errors(long number) {
        return new Tag(Icon.STOP, Counted.of("submission.errors", number), Tone.ERROR);
    }

    public static Tag queries(long number) {
        return new Tag(Icon.QUERY, Counted.of("submission.queries", number), Tone.QUERY);
    }

    public static String word(SubmissionState state) {
        return translate("submission.state." + state.code());
    }

    private static Tag tag(Icon icon, SubmissionLine line, Tone tone) {
        return new Tag(icon, word(line.state()), tone);
    }
}
