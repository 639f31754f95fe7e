package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.draft.Drafts;
import org.scpmonitor.draft.Sent;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.Scratch;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one way in, for the UI, REST and the command line: stores what was sent and has it checked. */
@Component
public class Intake {

    private final Submissions submissions;
    private final Scratch scratch;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    Intake(Submissions submissions, Drafts drafts, Scratch scratch, ApplicationEventPublisher events) {
        this.scratch = scratch;
        this.submissions = submissions;
        this.drafts = drafts;
        this.events = events;
    }

    /** Something waits for a job. */
    public record WorkWaits(long submission) {}

    /** {@link #receive(Upload, Path)} from a stream, through a file on disk and not through the heap. */
    public Receipt receive(Upload upload, InputStream bytes) {
        try {
            Path spooled = scratch.file("upload");
            try {
                try (OutputStream out = Files.newOutputStream(spooled)) {
                    bytes.transferTo(out);
                }
                return receive(upload, spooled);
            } finally {
                Files.delete(spooled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload " + upload.fileName() + " broke off", e);
        }
    }

    /**
     * Stores a file and has it checked. When it returns, the bytes are on disk in the database.
     *
     * @param file stays the caller's
     */
    public Receipt receive(Upload upload, Path file) {
        Receipt receipt = submissions.receive(upload, file);
        if (receipt.first()) {
            events.publishEvent(new WorkWaits(receipt.submission()));
        }
        return receipt;
    }

    /**
     * Sends what was typed, and has it checked. When it returns, the values are on disk in the database as a file.
     *
     * @param version of the draft that was seen last
     */
    public Sent receive(Viewer sender, long draft, int version) {
        Sent sent = drafts.send(sender, draft, version);
        if (sent instanceof Sent.Stored(Receipt receipt) && receipt.first()) {
            events.publishEvent(new WorkWaits(receipt.submission()));
        }
        return sent;
    }
}
