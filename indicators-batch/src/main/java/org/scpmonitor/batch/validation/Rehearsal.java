package org.scpmonitor.batch.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.TypedTable;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.draft.TypedValue.Slot;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.Findings;
import org.scpmonitor.submission.Rehearsals;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what would be found if typed values were sent now: they are stored, read and checked as a submission is, and all
 * of it is taken back. Costs as much as checking a small file, some tens of milliseconds.
 */
@Component
public class Rehearsal {

    private static final int MOST_FINDINGS = 5_000;

    private final Rehearsals rehearsals;
    private final Submissions submissions;
    private final Staging staging;
    private final Checks checks;
    private final Findings findings;
    private final Scratch scratch;
    private final TransactionTemplate transaction;

    Rehearsal(
            Rehearsals rehearsals,
            Submissions submissions,
            Staging staging,
            Checks checks,
            Findings findings,
            Scratch scratch,
            PlatformTransactionManager transactions) {
        this.rehearsals = rehearsals;
        this.submissions = submissions;
        this.staging = staging;
        this.checks = checks;
        this.findings = findings;
        this.scratch = scratch;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is found, by value, without the queries that have been answered for the same value before.
     *
     * @param sender account name of who would send them
     * @param values those that say something and are finished; the others have nothing that can be checked
     */
    public Map<Slot, List<Finding>> of(
            String sender, String institution, ReportingPeriod period, List<TypedValue> values) {
        List<TypedValue> checked = values.stream()
                .filter(value -> !value.isOpen() && !value.isUnfinished())
                .toList();
        if (checked.isEmpty()) {
            return Map.of();
        }
        Upload upload = new Upload(
                institution,
                sender,
                period,
                TypedTable.fileName(institution, period),
                TypedTable.NUMBER_FORMAT,
                true,
                null);
        List<Finding> found = withFile(
                TypedTable.bytes(institution, checked),
                file -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return check(upload, file);
                })));
        Map<Slot, List<Finding>> bySlot = new HashMap<>();
        for (Finding finding : found) {
            Integer row = finding.row();
            if (row != null) {
                Slot slot = checked.get(row - TypedTable.FIRST_ROW).slot();
                bySlot.computeIfAbsent(slot, none -> new ArrayList<>()).add(finding);
            }
        }
        return bySlot;
    }

    private List<Finding> check(Upload upload, Path file) {
        long number = rehearsals.begin(upload, file);
        Staging.Staged read = staging.stage(submissions.getWork(number));
        findings.add(number, read.findings());
        checks.run(number);
        return Stream.of(Severity.ERROR, Severity.QUERY)
                .flatMap(severity -> findings.page(number, severity, 0, MOST_FINDINGS).stream())
                .filter(kept -> kept.explanation() == null)
                .map(Findings.Kept::finding)
                .toList();
    }

    private interface Reading {
        List<Finding> of(Path file);
    }

    private List<Finding> withFile(byte[] bytes, Reading reading) {
        try {
            Path file = scratch.file("typed");
            try {
                Files.write(file, bytes);
                return reading.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The typed values can't be written to disk", e);
        }
    }
}
