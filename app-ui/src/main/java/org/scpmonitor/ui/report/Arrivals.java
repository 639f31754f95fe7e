package org.scpmonitor.ui.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Saved;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.SubmissionFiles;
import org.scpmonitor.submission.SubmissionLine;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Files on their way from a browser to the intake: over the disk, never through the heap. */
@Component
class Arrivals {
    private static final int BUFFER = 1 << 16;

    private final Intake intake;
    private final SubmissionFiles files;
    private final Submissions submissions;
    private final Mappings mappings;
    private final CurrentViewer viewers;
    private final Scratch scratch;
    private final long limit;

    Arrivals(
            Intake intake,
            SubmissionFiles files,
            Submissions submissions,
            Mappings mappings,
            CurrentViewer viewers,
            Scratch scratch,
            ScpSettings settings) {
        this.submissions = submissions;
        this.mappings = mappings;
        this.intake = intake;
        this.files = files;
        this.viewers = viewers;
        this.scratch = scratch;
        this.limit = settings.maxUpload().toBytes();
    }

    /**
     * How a file is to be taken.
     *
     * @param numberFormat {@code comma} or {@code point}; null to have it detected
     * @param trial whether it is only to be checked
     * @param mapping number of the version of the mapping that it is read with; null for our own layout
     * @param mends the submission that it mends, and is read alike unless said otherwise; null for none
     */
    record Wish(
            Place institution,
            @Nullable String numberFormat,
            boolean trial,
            @Nullable Long mapping,
            @Nullable Long mends) {}

    /** The saved mappings that an institution's files may be read with. */
    List<Saved> mappings(Place institution) {
        sender(institution);
        return mappings.listFor(institution.code());
    }

    /** What became of a file. */
    sealed interface Arrival {
        record Stored(Receipt receipt) implements Arrival {}

        record TooLarge(long limit) implements Arrival {}
    }

    /** The most bytes that a file may have. */
    long limit() {
        return limit;
    }

    /** Takes a file that is being sent. */
    Arrival receive(Wish wish, String fileName, InputStream bytes) throws IOException {
        Viewer sender = sender(wish.institution());
        Path spooled = scratch.file("screen");
        try {
            return spool(bytes, spooled)
                    ? new Arrival.Stored(intake.receive(upload(wish, sender, fileName), spooled))
                    : new Arrival.TooLarge(limit);
        } finally {
            Files.delete(spooled);
        }
    }

    /** Takes the bytes of a submission once more, as another one. */
    Receipt again(SubmissionLine line, @Nullable String numberFormat, boolean trial) throws IOException {
        return again(line, numberFormat, submissions.getWork(line.id()).mapping(), trial);
    }

    /** Takes the bytes of a submission once more, read with this version of a mapping. */
    Receipt mapped(SubmissionLine line, long mapping) throws IOException {
        return again(line, null, mapping, line.dryRun());
    }

    private Receipt again(SubmissionLine line, @Nullable String numberFormat, @Nullable Long mapping, boolean trial)
            throws IOException {
        Viewer sender = sender(line.place());
        Path copy = files.copy(line.id());
        try {
            return intake.receive(
                    upload(new Wish(line.place(), numberFormat, trial, mapping, null), sender, line.fileName()), copy);
        } finally {
            Files.delete(copy);
        }
    }

    private Viewer sender(Place institution) {
        Viewer viewer = viewers.get();
        if (!viewer.maySend(institution.id(), institution.country())) {
            throw new AccessDeniedException(viewer.username() + " may not send for " + institution.code());
        }
        return viewer;
    }

    private Upload upload(Wish wish, Viewer sender, String fileName) {
        Long mapping = wish.mapping();
        if (mapping == null && wish.mends() != null) {
            mapping = submissions.getWork(wish.mends()).mapping();
        }
        return new Upload(
                wish.institution().code(),
                sender.username(),
                null,
                fileName,
                wish.numberFormat(),
                wish.trial(),
                null,
                mapping,
                wish.mends());
    }

    /** Whether all of it fits into the limit. */
    private boolean spool(InputStream bytes, Path file) throws IOException {
        long left = limit;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read; (read = bytes.read(buffer)) >= 0; left -= read) {
                if (read > left) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
        }
        return true;
    }
}
