package org.scpmonitor.submission;

import static org.scpmonitor.schema.Tables.SUBMISSION_FILE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.exception.DataAccessException;
import org.springframework.stereotype.Repository;

/** The bytes of submissions as they were sent, in parts of a megabyte, so that no file passes through the heap. */
@Repository
public class SubmissionFiles {

    private static final int PART = 1 << 20;

    private final DSLContext sql;
    private final Scratch scratch;

    SubmissionFiles(DSLContext sql, Scratch scratch) {
        this.sql = sql;
        this.scratch = scratch;
    }

    void store(DSLContext tx, long submission, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes;
            for (int part = 0; (bytes = in.readNBytes(PART)).length > 0; part++) {
                tx.insertInto(SUBMISSION_FILE).values(submission, part, bytes).execute();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The received file can't be read back from " + file, e);
        }
    }

    /** Writes the bytes of a submission, all of them and nothing else. */
    public void writeTo(long submission, OutputStream out) throws IOException {
        try {
            // A cursor streams within a transaction only.
            sql.transaction(tx -> {
                try (Cursor<Record1<byte[]>> parts = tx.dsl()
                        .select(SUBMISSION_FILE.BYTES)
                        .from(SUBMISSION_FILE)
                        .where(SUBMISSION_FILE.SUBMISSION_ID.eq(submission))
                        .orderBy(SUBMISSION_FILE.PART)
                        .fetchSize(2)
                        .fetchLazy()) {
                    for (Record1<byte[]> part : parts) {
                        out.write(part.value1());
                    }
                }
            });
        } catch (DataAccessException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
    }

    /** A copy of the bytes on disk; the caller deletes it. */
    public Path copy(long submission) {
        try {
            Path file = scratch.file("submission-" + submission);
            try (OutputStream out = Files.newOutputStream(file)) {
                writeTo(submission, out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of submission " + submission + " can't be written to disk", e);
        }
    }

    /** The SHA-256 of a file, 64 hexadecimal digits. */
    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The received file can't be read back from " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
