package org.scpmonitor.batch.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.Courtesy;
import org.scpmonitor.batch.intake.LongTableRow;
import org.scpmonitor.batch.intake.NumberFormat;
import org.scpmonitor.batch.intake.Outcome;
import org.scpmonitor.batch.intake.RowSink;
import org.scpmonitor.batch.intake.SheetColumns;
import org.scpmonitor.batch.intake.TableReader;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Severity;
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

    /** Looking at the clock for each row would cost more than the row. */
    private static final int ROWS_BETWEEN_LOOKS = 512;

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(250);

    private final SubmissionFiles files;
    private final StagedValues staged;
    private final Mappings mappings;
    private final WorkProgress progress;
    private final TemplateCheck templates;
    private final Courtesy courtesy;
    private final TableReader reader = new TableReader();

    Staging(
            SubmissionFiles files,
            StagedValues staged,
            Mappings mappings,
            WorkProgress progress,
            TemplateCheck templates,
            Courtesy courtesy) {
        this.mappings = mappings;
        this.templates = templates;
        this.courtesy = courtesy;
        this.files = files;
        this.staged = staged;
        this.progress = progress;
    }

    /** How the reading ended, and what it found. */
    public record Staged(Outcome outcome, List<Finding> findings) {}

    /** Replaces what is staged by what the file holds. Part of the caller's transaction. */
    public Staged stage(Work work) {
        // Looked up before rows are copied: the connection can't do both at once.
        Mapping mapping =
                work.mapping() == null ? null : mappings.get(work.mapping()).mapping();
        Path file = files.copy(work.id());
        try {
            List<Finding> findings = new ArrayList<>();
            Outcome[] outcome = new Outcome[1];
            TemplateMark[] template = new TemplateMark[1];
            staged.stage(work.id(), sink -> outcome[0] = read(work, mapping, file, sink, findings, template));
            Outcome read = Objects.requireNonNull(outcome[0]);
            return template[0] == null || read instanceof Outcome.Cancelled
                    ? new Staged(read, findings)
                    : withTemplate(templates.check(work, template[0]), read, findings);
        } finally {
            delete(file);
        }
    }

    /** A template of someone else's explains more than whatever was found in it. */
    private static Staged withTemplate(List<Finding> ofTemplate, Outcome outcome, List<Finding> findings) {
        for (Finding finding : ofTemplate) {
            if (finding.severity() == Severity.ERROR) {
                return new Staged(new Outcome.Refused(finding), List.of());
            }
        }
        if (ofTemplate.isEmpty() || !(outcome instanceof Outcome.Read whole)) {
            return new Staged(outcome, findings);
        }
        List<Finding> all = new ArrayList<>(ofTemplate);
        all.addAll(findings);
        Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
        counts.putAll(whole.findings());
        ofTemplate.forEach(finding -> counts.merge(finding.code(), 1L, Long::sum));
        return new Staged(new Outcome.Read(whole.numberFormat(), whole.rows(), whole.refused(), counts), all);
    }

    private Outcome read(
            Work work,
            @Nullable Mapping mapping,
            Path file,
            StagedValues.Sink sink,
            List<Finding> findings,
            TemplateMark[] template) {
        NumberFormat declared = NumberFormat.ofCode(work.numberFormat());
        try {
            return reader.read(
                    file,
                    mapping,
                    declared,
                    new Handover(work.id(), Files.size(file) > Courtesy.SHORT, sink, findings, template));
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
        private final boolean large;
        private final StagedValues.Sink sink;
        private final List<Finding> findings;
        private final TemplateMark[] template;
        private int ordinal;
        private String name = "";
        private Share share = () -> 0;
        private long rows;
        private long looks;
        private long reported = System.nanoTime();
        private boolean cancelled;

        Handover(
                long submission,
                boolean large,
                StagedValues.Sink sink,
                List<Finding> findings,
                TemplateMark[] template) {
            this.template = template;
            this.submission = submission;
            this.large = large;
            this.sink = sink;
            this.findings = findings;
        }

        @Override
        public void template(TemplateMark made) {
            // Looked up after the reading, whose rows hold the connection until they're all copied.
            template[0] = made;
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
            rows++;
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void begins(Share share) {
            this.share = share;
        }

        @Override
        public boolean cancelled() throws IOException {
            if (++looks % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() - reported > BETWEEN_REPORTS.toNanos()) {
                reported = System.nanoTime();
                double read = share.get();
                progress.report(
                        submission, Phase.READING, rows, rows == 0 || read <= 0 ? null : Math.round(rows / read));
                cancelled = progress.isCancelled(submission);
                if (large) {
                    courtesy.makeWay();
                }
            }
            return cancelled;
        }
    }
}
