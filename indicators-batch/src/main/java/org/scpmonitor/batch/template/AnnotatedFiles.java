package org.scpmonitor.batch.template;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FileName;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Findings.Count;
import org.scpmonitor.submission.Findings.Kept;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionFiles;
import org.springframework.stereotype.Component;

/** Files as they were sent, with what was found in them. Whether somebody may see one is for the caller to have checked. */
@Component
public class AnnotatedFiles {

    private static final @Nullable Severity BOTH = null;

    private final SubmissionFiles files;
    private final Findings findings;
    private final Scratch scratch;

    AnnotatedFiles(SubmissionFiles files, Findings findings, Scratch scratch) {
        this.files = files;
        this.findings = findings;
        this.scratch = scratch;
    }

    /** Writes the file of a submission as a workbook with its findings in the reader's language. */
    public void write(long submission, String fileName, Locale locale, OutputStream out) throws IOException {
        List<Finding> kept = findings.page(submission, BOTH, 0, Integer.MAX_VALUE).stream()
                .map(Kept::finding)
                .toList();
        long occurrences = findings.counts(submission).stream()
                .mapToLong(Count::occurrences)
                .sum();
        Path file = files.copy(submission);
        try {
            AnnotatedWorkbook.write(file, FindingList.of(fileName, kept, occurrences), locale, scratch, out);
        } finally {
            Files.delete(file);
        }
    }

    /** What the workbook is called: {@code clima.csv} becomes {@code clima_scp.xlsx}. */
    public static String fileName(String sent) {
        int dot = sent.lastIndexOf('.');
        return (dot > 0 ? sent.substring(0, dot) : sent).replaceFirst(FileName.MARKED + "$", "") + FileName.MARKED
                + ".xlsx";
    }
}
