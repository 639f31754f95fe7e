package org.scpmonitor.batch.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.scpmonitor.batch.intake.LongTableRow;
import org.scpmonitor.batch.intake.NumberFormat;
import org.scpmonitor.batch.intake.Outcome;
import org.scpmonitor.batch.intake.RowSink;
import org.scpmonitor.batch.intake.SheetColumns;
import org.scpmonitor.batch.intake.TableReader;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.StagedRow;
import org.scpmonitor.submission.StagedSheet;
import org.scpmonitor.submission.StagedValues;
import org.scpmonitor.submission.SubmissionFiles;
import org.scpmonitor.submission.Submissions.Work;
import org.scpmonitor.submission.WorkProgress;
import org.scpmonitor.submission.WorkProgress.Phase;
import org.springframework.stereotype.Component;

/** Reads the stored file of a submission into staging; again, whenever staging was lost. */
@Component
public class Staging {

    private static final int REPORT_EVERY = 20_000;

    private final SubmissionFiles files;
    private final StagedValues staged;
    private final WorkProgress progress;
    private final TableReader reader = new TableReader();

    Staging(SubmissionFiles files, StagedValues staged, WorkProgress progress) {
        this.files = files;
        this.staged = staged;
        this.progress = progress;
    }

    /** How the reading ended, and what it found. */
    public record Staged(Outcome outcome, List<Finding> findings) {}

    /** Replaces what is staged by what the file holds. Part of the caller's transaction. */
    public Staged stage(Work work) {
        Path file = files.copy(work.id());
        try {
            List<Finding> findings = new ArrayList<>();
            Outcome[] outcome = new Outcome[1];
            staged.stage(work.id(), sink -> outcome[0] = read(work, file, sink, findings));
            return new Staged(Objects.requireNonNull(outcome[0]), findings);
        } finally {
            delete(file);
        }
    }

    private Outcome read(Work work, Path file, StagedValues.Sink sink, List<Finding> findings) {
        NumberFormat declared = work.numberFormat() == null
                ? null
                : NumberFormat.valueOf(work.numberFormat().toUpperCase(Locale.ROOT));
        try {
            return reader.read(file, declared, new Handover(work.id(), sink, findings));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + work.id() + " can't be read from disk", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The working copy " + file + " can't be deleted", e);
        }
    }

    /** Hands rows on and tells how far it has come. */
    private final class Handover implements RowSink {

        private final long submission;
        private final StagedValues.Sink sink;
        private final List<Finding> findings;
        private int ordinal;
        private String name = "";
        private long rows;
        private boolean cancelled;

        Handover(long submission, StagedValues.Sink sink, List<Finding> findings) {
            this.submission = submission;
            this.sink = sink;
            this.findings = findings;
        }

        @Override
        public void sheet(int ordinal, String name) {
            this.ordinal = ordinal;
            this.name = name;
        }

        @Override
        public void columns(SheetColumns columns) {
            sink.sheet(new StagedSheet(
                    ordinal,
                    name,
                    columns.institution(),
                    columns.indicator(),
                    columns.disaggregation(),
                    columns.period(),
                    columns.value(),
                    columns.unit()));
        }

        @Override
        public void row(LongTableRow row) {
            sink.row(new StagedRow(
                    row.sheet(),
                    row.row(),
                    row.valueColumn(),
                    row.institution(),
                    row.indicator(),
                    row.disaggregation(),
                    row.periodText(),
                    row.period(),
                    row.valueText(),
                    row.value(),
                    row.unit(),
                    row.status().code(),
                    row.refused(),
                    row.comment()));
            if (++rows % REPORT_EVERY == 0) {
                progress.report(submission, Phase.READING, rows, null);
                cancelled = progress.isCancelled(submission);
            }
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
