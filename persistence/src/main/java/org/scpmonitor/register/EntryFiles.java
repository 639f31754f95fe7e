package org.scpmonitor.register;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.CURRENT_ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.ENTRY_FILE;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.listing.Known;
import org.scpmonitor.schema.Routines;
import org.springframework.stereotype.Repository;

/** Files that go with entries. Open ones may be read by everyone, the others by accounts. */
@Repository
public class EntryFiles {
    /** The size of the largest file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** How many files an entry may have. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 150;

    private final DSLContext sql;
    private final AuditTrail audit;

    EntryFiles(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What a file is for. */
    public enum Type {
        EVIDENCE,
        AGREEMENT,
        REPORT,
        PICTURE,
        OTHER;

        /** As the database writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A file without its bytes.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     * @param open whether everyone may read it
     * @param author as whom whoever added it is shown
     */
    public record Attached(
            long id,
            String name,
            Type type,
            String mediaType,
            int size,
            String sha256,
            boolean open,
            String author,
            Instant knownFrom,
            @Nullable Instant knownUntil) {

        /** The same for readers who may not know who added it. */
        public Attached withoutAuthor() {
            return new Attached(id, name, type, mediaType, size, sha256, open, "", knownFrom, knownUntil);
        }
    }

    /** A file with its bytes. */
    public record Whole(Attached file, byte[] bytes) {}

    /** A file that somebody wants to add. */
    public record Wanted(String name, Type type, boolean open, byte[] bytes) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Stored(long id) implements Outcome {}

        /** @param argument what the reason speaks of: the largest size, the types that may be */
        record Refused(Reason reason, String argument) implements Outcome {}
    }

    /** Why a file isn't stored. */
    public enum Reason {
        NO_SUCH_ENTRY,
        OUT_OF_SCOPE,
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        /** Files whose name ends so aren't taken. */
        OTHER_TYPE,
        /** The bytes are not what the name says, or the document has macros. */
        NOT_WHAT_IT_SAYS,
        /** The entry has this very file already. */
        ALREADY_THERE
    }

    /** The files of an entry, the latest first, as far as the viewer may read them. */
    public List<Attached> list(Viewer viewer, Kind kind, String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return rows(known)
                .where(ENTRY.KIND.eq(kind.code()))
                .and(ENTRY.CODE.eq(code))
                .and(known.holds(ENTRY_FILE.KNOWN_FROM, ENTRY_FILE.KNOWN_UNTIL))
                .and(readable(viewer))
                .orderBy(ENTRY_FILE.KNOWN_FROM.desc(), ENTRY_FILE.ID.desc())
                .fetch(Record1::value1);
    }

    /** A file of an entry, if the viewer may read it; also one that was removed, for as-of pages lead to it. */
    public Optional<Whole> find(Viewer viewer, Kind kind, String code, long id) {
        return sql.select(attached(Known.at(sql, AsOf.NOW)), ENTRY_FILE.BYTES)
                .from(ENTRY)
                .join(ENTRY_FILE)
                .on(ENTRY_FILE.ENTRY_ID.eq(ENTRY.ID))
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(ENTRY_FILE.AUTHOR))
                .where(ENTRY.KIND.eq(kind.code()))
                .and(ENTRY.CODE.eq(code))
                .and(ENTRY_FILE.ID.eq(id))
                .and(readable(viewer))
                .fetchOptional(file -> new Whole(file.value1(), file.value2()));
    }

    /** Adds a file to an entry that stands. */
    public Outcome add(Viewer viewer, Kind kind, String code, Wanted wanted) {
        Outcome.@Nullable Refused flaw = flaw(wanted);
        if (flaw != null) {
            return flaw;
        }
        FileType type = FileType.promised(wanted.name()).orElseThrow();
        return requireNonNull(sql.transactionResult(transaction -> {
            DSLContext tx = DSL.using(transaction);
            var entry = tx.select(CURRENT_ENTRY.ENTRY_ID, CURRENT_ENTRY.KEEPER)
                    .from(CURRENT_ENTRY)
                    .where(CURRENT_ENTRY.KIND.eq(kind.code()))
                    .and(CURRENT_ENTRY.CODE.eq(code))
                    .fetchOne();
            if (entry == null) {
                return new Outcome.Refused(Reason.NO_SUCH_ENTRY, code);
            }
            if (!Keeping.mayPublish(viewer, entry.value2())) {
                return new Outcome.Refused(Reason.OUT_OF_SCOPE, code);
            }
            Instant moment = moment(tx);
            byte[] sha256 = sha256(wanted.bytes());
            var standing = tx.select(ENTRY_FILE.SHA256)
                    .from(ENTRY_FILE)
                    .where(ENTRY_FILE.ENTRY_ID.eq(entry.value1()))
                    .and("known_until = 'infinity'")
                    .fetch(ENTRY_FILE.SHA256);
            if (standing.stream().anyMatch(other -> MessageDigest.isEqual(other, sha256))) {
                return new Outcome.Refused(Reason.ALREADY_THERE, wanted.name());
            }
            if (standing.size() >= MOST) {
                return new Outcome.Refused(Reason.TOO_MANY, String.valueOf(MOST));
            }
            long id = tx.insertInto(ENTRY_FILE)
                    .set(ENTRY_FILE.ENTRY_ID, entry.value1())
                    .set(ENTRY_FILE.NAME, plainName(wanted.name()))
                    .set(ENTRY_FILE.TYPE, wanted.type().code())
                    .set(ENTRY_FILE.MEDIA_TYPE, type.mediaType())
                    .set(ENTRY_FILE.SIZE, wanted.bytes().length)
                    .set(ENTRY_FILE.SHA256, sha256)
                    .set(ENTRY_FILE.BYTES, wanted.bytes())
                    .set(ENTRY_FILE.OPEN, wanted.open())
                    .set(ENTRY_FILE.AUTHOR, viewer.username())
                    .set(ENTRY_FILE.KNOWN_FROM, moment)
                    .returningResult(ENTRY_FILE.ID)
                    .fetchSingle()
                    .value1();
            audit.add(
                    viewer.username(),
                    AuditAction.REGISTER_CHANGED,
                    kind.code() + " " + code,
                    "+ " + plainName(wanted.name()));
            return new Outcome.Stored(id);
        }));
    }

    /** Removes a file; what was known before still has it. @return whether there was one that the viewer may remove */
    public boolean remove(Viewer viewer, Kind kind, String code, long id) {
        return requireNonNull(sql.transactionResult(transaction -> {
            DSLContext tx = DSL.using(transaction);
            var file = tx.select(ENTRY_FILE.NAME, CURRENT_ENTRY.KEEPER)
                    .from(ENTRY_FILE)
                    .join(CURRENT_ENTRY)
                    .on(CURRENT_ENTRY.ENTRY_ID.eq(ENTRY_FILE.ENTRY_ID))
                    .where(ENTRY_FILE.ID.eq(id))
                    .and(CURRENT_ENTRY.KIND.eq(kind.code()))
                    .and(CURRENT_ENTRY.CODE.eq(code))
                    .fetchOne();
            if (file == null || !Keeping.mayPublish(viewer, file.value2())) {
                return false;
            }
            Instant moment = moment(tx);
            int closed = tx.update(ENTRY_FILE)
                    .set(ENTRY_FILE.KNOWN_UNTIL, moment)
                    .where(ENTRY_FILE.ID.eq(id))
                    .and("known_until = 'infinity'")
                    .execute();
            if (closed > 0) {
                audit.add(
                        viewer.username(),
                        AuditAction.REGISTER_CHANGED,
                        kind.code() + " " + code,
                        "- " + file.value1());
            }
            return closed > 0;
        }));
    }

    /** The largest size and the types, as an upload field is told them. */
    public static List<String> endings() {
        return List.of(FileType.known().split(", ")).stream()
                .map(ending -> "." + ending)
                .toList();
    }

    private static Outcome.@Nullable Refused flaw(Wanted wanted) {
        if (wanted.bytes().length == 0) {
            return new Outcome.Refused(Reason.EMPTY, wanted.name());
        }
        if (wanted.bytes().length > LARGEST) {
            return new Outcome.Refused(Reason.TOO_LARGE, String.valueOf(LARGEST / 1024 / 1024));
        }
        Optional<FileType> type = FileType.promised(wanted.name());
        if (type.isEmpty()) {
            return new Outcome.Refused(Reason.OTHER_TYPE, FileType.known());
        }
        return type.get().is(wanted.bytes()) ? null : new Outcome.Refused(Reason.NOT_WHAT_IT_SAYS, wanted.name());
    }

    /** The name alone, without folders and without what can't be seen. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "_")
                .strip();
        int ending = last.lastIndexOf('.');
        return last.length() <= LONGEST_NAME
                ? last
                : last.substring(0, LONGEST_NAME - (last.length() - ending)) + last.substring(ending);
    }

    private static Condition readable(Viewer viewer) {
        return viewer.isPublic() ? ENTRY_FILE.OPEN.isTrue() : noCondition();
    }

    private static Instant moment(DSLContext tx) {
        return tx.select(Routines.advanceKnowledge("register file", null))
                .fetchSingle()
                .value1();
    }

    private SelectOnConditionStep<Record1<Attached>> rows(Known known) {
        return sql.select(attached(known))
                .from(ENTRY)
                .join(ENTRY_FILE)
                .on(ENTRY_FILE.ENTRY_ID.eq(ENTRY.ID))
                .leftJoin(APP_USER)
                .on(APP_USER.USERNAME.eq(ENTRY_FILE.AUTHOR));
    }

    private static SelectField<Attached> attached(Known known) {
        return row(
                        ENTRY_FILE.ID,
                        ENTRY_FILE.NAME,
                        ENTRY_FILE.TYPE.convertFrom(code -> Type.valueOf(code.toUpperCase(Locale.ROOT))),
                        ENTRY_FILE.MEDIA_TYPE,
                        ENTRY_FILE.SIZE,
                        ENTRY_FILE.SHA256.convertFrom(HexFormat.of()::formatHex),
                        ENTRY_FILE.OPEN,
                        coalesce(APP_USER.DISPLAY_NAME, ENTRY_FILE.AUTHOR),
                        ENTRY_FILE.KNOWN_FROM,
                        known.until(ENTRY_FILE.KNOWN_UNTIL))
                .mapping(Attached::new);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
