package org.scpmonitor.ui.report;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.schedule.Workflow;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Transition;
import org.scpmonitor.ui.mapping.MappingTools;
import org.scpmonitor.ui.submission.Answers;
import org.scpmonitor.ui.submission.FindingsPanel;
import org.scpmonitor.ui.submission.SentFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a sender does with a submission. Each step asks anew whether this account may. */
@Component
class Sending {
    private final Workflow workflow;
    private final Findings findings;
    private final FindingsPanel.Reading reading;
    private final SentFile file;
    private final Arrivals arrivals;
    private final MappingTools mapping;
    private final CurrentViewer viewers;

    Sending(
            Workflow workflow,
            FindingsPanel.Reading reading,
            SentFile file,
            Arrivals arrivals,
            CurrentViewer viewers,
            MappingTools mapping) {
        this.mapping = mapping;
        this.workflow = workflow;
        this.findings = reading.findings();
        this.reading = reading;
        this.file = file;
        this.arrivals = arrivals;
        this.viewers = viewers;
    }

    FindingsPanel.Reading findings() {
        return reading;
    }

    SentFile file() {
        return file;
    }

    Transition act(SubmissionLine line, Action action) {
        return workflow.act(line.id(), action, sender(line).username(), "");
    }

    /** Asks for a revision of what was approved. */
    Transition reopen(SubmissionLine line, String reason) {
        return workflow.reopen(line.id(), sender(line).username(), reason);
    }

    /** Sends the same bytes as a new submission, and opens that. */
    void again(SubmissionLine line, @Nullable String numberFormat, boolean trial) {
        try {
            UploadCard.open(UI.getCurrent(), arrivals.again(line, numberFormat, trial));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + line.id() + " can't be sent again", e);
        }
    }

    MappingTools mapping() {
        return mapping;
    }

    /** Sends the same bytes to be read with a mapping, and opens that submission. */
    void mapped(SubmissionLine line, long version) {
        try {
            UploadCard.open(UI.getCurrent(), arrivals.mapped(line, version));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + line.id() + " can't be sent again", e);
        }
    }

    /** @param answered what is done after an answer */
    Answers answers(SubmissionLine line, Runnable answered) {
        return new Answers() {
            @Override
            public void explain(long finding, String text) {
                findings.explain(line.id(), finding, text, sender(line).username());
                answered.run();
            }

            @Override
            public void explainAll(Findings.Filter which, String text) {
                findings.explainAll(line.id(), which, text, sender(line).username());
                answered.run();
            }

            @Override
            public void settleNumbers(String format) {
                again(line, format, line.dryRun());
            }
        };
    }

    private Viewer sender(SubmissionLine line) {
        Viewer viewer = viewers.get();
        if (!viewer.maySend(line.place().id(), line.place().country())) {
            throw new AccessDeniedException(
                    viewer.username() + " may not send for " + line.place().code());
        }
        return viewer;
    }
}
