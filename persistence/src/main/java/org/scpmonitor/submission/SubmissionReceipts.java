package org.scpmonitor.submission;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.FINDING;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.MAPPING;
import static org.scpmonitor.schema.Tables.RECEIPT;
import static org.scpmonitor.schema.Tables.RECEIPT_PART;
import static org.scpmonitor.schema.Tables.SUBMISSION;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.submission.SubmissionReceipt.Explained;
import org.springframework.stereotype.Repository;

/** Receipts: written once, when a submission is submitted, with the list of its values as they were then. */
@Repository
public class SubmissionReceipts {

    private static final int PART = 1 << 20;
    private static final int MOST_EXPLANATIONS = 500;
    private static final org.scpmonitor.schema.tables.AppUser SUBMITTER = APP_USER.as("submitter");

    private final DSLContext sql;

    SubmissionReceipts(DSLContext sql) {
        this.sql = sql;
    }

    /** Writes the receipt. Part of the caller's transaction, while the values are staged. */
    static void write(DSLContext tx, Scratch scratch, long submission, String account, Instant at) {
        boolean staged = new StagedValues(tx).isStaged(submission);
        tx.insertInto(RECEIPT)
                .set(RECEIPT.SUBMISSION_ID, submission)
                .set(RECEIPT.SUBMITTED_AT, at)
                .set(RECEIPT.SUBMITTED_BY, account)
                .set(RECEIPT.VALUE_COUNT, staged ? list(tx, submission) : null)
                .set(RECEIPT.PERIODS, staged ? periods(tx, submission) : new String[0])
                .execute();
        if (staged) {
            store(tx, scratch, submission);
        }
    }

    private static Long list(DSLContext tx, long submission) {
        return tx.fetchSingle("select count(*) from " + StagedValues.values(submission) + " where defects = 0")
                .get(0, Long.class);
    }

    private static String[] periods(DSLContext tx, long submission) {
        return tx.fetch(
                        "select period_text(period_start, period_months) from "
                                + StagedValues.values(submission)
                                + " where defects = 0 group by period_start, period_months order by period_start, period_months")
                .map(row -> row.get(0, String.class))
                .toArray(String[]::new);
    }

    private static void store(DSLContext tx, Scratch scratch, long submission) {
        try {
            Path file = scratch.file("receipt-" + submission);
            try {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    copy(tx, LIST.formatted(StagedValues.values(submission), submission), out);
                }
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] bytes;
                    for (int part = 0; (bytes = in.readNBytes(PART)).length > 0; part++) {
                        tx.insertInto(RECEIPT_PART)
                                .values(submission, part, bytes)
                                .execute();
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of submission " + submission + " can't be written to disk", e);
        }
    }

    private static void copy(DSLContext tx, String query, OutputStream out) {
        tx.connection(connection -> {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + query + ") to stdout with (format csv, header)", out);
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    /** The receipt of a submission that the viewer may know of; empty where it hasn't been submitted. */
    public Optional<SubmissionReceipt> find(Viewer viewer, long submission) {
        return sql.select(
                        SUBMISSION.ID,
                        RECEIPT.SUBMITTED_AT,
                        coalesce(SUBMITTER.DISPLAY_NAME, RECEIPT.SUBMITTED_BY),
                        APP_USER.DISPLAY_NAME,
                        INSTITUTION.CODE,
                        INSTITUTION.NAME,
                        SUBMISSION.FILE_NAME,
                        SUBMISSION.REVISION,
                        SUBMISSION.FILE_SIZE,
                        SUBMISSION.SHA256,
                        SUBMISSION.NUMBER_FORMAT,
                        MAPPING.NAME,
                        SUBMISSION.ROWS_READ,
                        RECEIPT.VALUE_COUNT,
                        RECEIPT.PERIODS.convertFrom(List::of),
                        explanations())
                .from(RECEIPT)
                .join(SUBMISSION)
                .on(SUBMISSION.ID.eq(RECEIPT.SUBMISSION_ID))
                .join(INSTITUTION)
                .on(INSTITUTION.ID.eq(SUBMISSION.INSTITUTION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(SUBMISSION.SENT_BY))
                .leftJoin(MAPPING)
                .on(MAPPING.ID.eq(SUBMISSION.MAPPING_ID))
                .leftJoin(SUBMITTER)
                .on(SUBMITTER.USERNAME.eq(RECEIPT.SUBMITTED_BY))
                .where(RECEIPT.SUBMISSION_ID.eq(submission))
                .and(Visible.ofInstitution(viewer, SUBMISSION.INSTITUTION_ID))
                .fetchOptional(mapping(SubmissionReceipt::new));
    }

    private static Field<List<Explained>> explanations() {
        return multiset(select(
                                FINDING.CODE.convertFrom(FindingCode::valueOf),
                                FINDING.EXPLANATION,
                                count().cast(Long.class))
                        .from(FINDING)
                        .where(FINDING.SUBMISSION_ID.eq(SUBMISSION.ID))
                        .and(FINDING.EXPLANATION.isNotNull())
                        .groupBy(FINDING.CODE, FINDING.EXPLANATION)
                        .orderBy(count().desc(), FINDING.CODE, FINDING.EXPLANATION)
                        .limit(MOST_EXPLANATIONS))
                .convertFrom(rows -> rows.map(mapping(Explained::new)));
    }

    /** What is done with a list that is being read. */
    @FunctionalInterface
    public interface Reading {
        void read(InputStream csv) throws IOException;
    }

    /**
     * Hands over the list of values: CSV in UTF-8 with a header, in the order of the file; read from the database as it
     * is consumed. Empty where no list was kept. Whose submission it is is for the caller to have asked.
     */
    public void readList(long submission, Reading reading) throws IOException {
        try {
            sql.transaction(tx -> {
                try (Cursor<Record1<byte[]>> parts = tx.dsl()
                                .select(RECEIPT_PART.BYTES)
                                .from(RECEIPT_PART)
                                .where(RECEIPT_PART.SUBMISSION_ID.eq(submission))
                                .orderBy(RECEIPT_PART.PART)
                                .fetchSize(2)
                                .fetchLazy();
                        InputStream bytes = new PartStream(parts)) {
                    if (parts.hasNext()) {
                        try (InputStream csv = new GZIPInputStream(bytes, 1 << 16)) {
                            reading.read(csv);
                        }
                    } else {
                        reading.read(InputStream.nullInputStream());
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

    /** The parts one after the other. */
    private static final class PartStream extends InputStream {

        private final Cursor<Record1<byte[]>> parts;
        private byte[] part = new byte[0];
        private int next;

        PartStream(Cursor<Record1<byte[]>> parts) {
            this.parts = parts;
        }

        @Override
        public int read() {
            return more() ? part[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0 || !more()) {
                return length == 0 ? 0 : -1;
            }
            int taken = Math.min(length, part.length - next);
            System.arraycopy(part, next, into, offset, taken);
            next += taken;
            return taken;
        }

        private boolean more() {
            while (next == part.length) {
                @Nullable Record1<byte[]> following = parts.fetchNext();
                if (following == null) {
                    return false;
                }
                part = following.value1();
                next = 0;
            }
            return true;
        }
    }

    /** Texts that a spreadsheet would run as formulas get an apostrophe before them. */
    private static final String LIST = """
            select n.code as institution, x.code as indicator, d.key as disaggregation,
                   period_text(v.period_start, v.period_months) as period, trim_scale(v.value) as value, x.unit,
                   v.status, regexp_replace(v.text_read, '^([=@\\t\\r\\n＝＋－＠]|[+-](?![0-9.,]))', '''\\1') as read,
                   regexp_replace(v.reported_unit, '^([=@\\t\\r\\n＝＋－＠+-])', '''\\1') as read_unit,
                   regexp_replace(coalesce(s.name, ''), '^([=@\\t\\r\\n＝＋－＠+-])', '''\\1') as sheet,
                   v.row_number as row, v.column_number as column,
                   regexp_replace(v.comment, '^([=@\\t\\r\\n＝＋－＠+-])', '''\\1') as comment
            from %s v
            join institution n on n.id = v.institution_id
            join current_indicator x on x.indicator_id = v.indicator_id
            join disaggregation d on d.id = v.disaggregation_id
            left join submission_sheet s on s.submission_id = %d and s.sheet = v.sheet
            where v.defects = 0
            order by v.sheet, v.row_number, v.column_number
            """;
}
