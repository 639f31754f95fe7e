package org.scpmonitor.register;

import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Content;
import org.scpmonitor.entry.Flaw;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Reading;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Writes the register: what is published is another version, and all that is published together stands or nothing does. */
@Repository
public class EntryEdits {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,59}");

    private final DSLContext sql;
    private final AuditTrail audit;

    EntryEdits(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * An entry as somebody wants it to be.
     *
     * @param replaces the number of the version that was seen when it was written, 0 for none; null where that doesn't
     *     matter
     */
    public record Wanted(
            Kind kind,
            String code,
            Map<String, ?> tree,
            boolean illustrative,
            String source,
            @Nullable Integer replaces) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** @param versions how many new versions there are; what stood just so already stays as it is */
        record Published(int versions) implements Outcome {}

        /** Nothing was stored. @param flaws by the place of the entry among those wanted, from 0 */
        record Flawed(Map<Integer, List<Flaw>> flaws) implements Outcome {}

        /** Somebody else published meanwhile. @param version the number of what stands now */
        record ChangedMeanwhile(int place, int version) implements Outcome {}

        /** The viewer may not. */
        record OutOfScope(int place) implements Outcome {}

        /** Others name it. */
        record StillNamed(List<Text> by) implements Outcome {}

        /** There is no such entry. */
        record NotThere() implements Outcome {}
    }

    /** Whether an entry may be called so. */
    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** What is wrong with an entry as it is typed, without storing anything. */
    public List<Flaw> check(Wanted wanted) {
        CatalogueNames names = CatalogueNames.read(sql);
        List<Flaw> flaws = new ArrayList<>();
        if (!isCode(wanted.code())) {
            flaws.add(Flaw.at("code", Flaw.Code.BAD_CODE, wanted.code()));
        }
        switch (Reading.read(wanted.kind(), wanted.tree())) {
            case Reading.Outcome.Flawed(List<Flaw> found) -> flaws.addAll(found);
            case Reading.Outcome.Whole(Content content) ->
                flaws.addAll(Publishing.unknown(sql, content, names, Set.of()));
        }
        return flaws;
    }

    /** Publishes one entry; its draft is done with then. @param reason why, kept with the version */
    public Outcome publish(Viewer viewer, Wanted wanted, String reason) {
        return publish(viewer, List.of(wanted), reason, null);
    }

    /**
     * Publishes entries that may name each other, all or none; their drafts are done with then.
     *
     * @param moment the moment that a replay asks for; null for now
     */
    public Outcome publish(Viewer viewer, List<Wanted> wanted, String reason, @Nullable Instant moment) {
        return Objects.requireNonNull(sql.transactionResult(transaction ->
                publishing(DSL.using(transaction), viewer, reason, moment).publish(wanted)));
    }

    /** What publishing would do; nothing changes. */
    public Outcome rehearse(Viewer viewer, List<Wanted> wanted) {
        try {
            sql.transaction(transaction -> {
                DSLContext tx = DSL.using(transaction);
                var publishing = new Publishing(tx, audit, viewer, "", Moment.rehearsed(tx, null), null);
                throw new Rehearsed(publishing.publish(wanted));
            });
            throw new IllegalStateException("A rehearsal is rolled back");
        } catch (Rehearsed rehearsed) {
            return rehearsed.outcome;
        }
    }

    /** Rolls a rehearsal back. */
    private static final class Rehearsed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Outcome outcome;

        Rehearsed(Outcome outcome) {
            super("rehearsed", null, false, false);
            this.outcome = outcome;
        }
    }

    /** Takes an entry back, which its history keeps. */
    public Outcome withdraw(Viewer viewer, Kind kind, String code, String reason) {
        return Objects.requireNonNull(sql.transactionResult(transaction ->
                publishing(DSL.using(transaction), viewer, reason, null).withdraw(kind, code)));
    }

    private Publishing publishing(DSLContext tx, Viewer viewer, String reason, @Nullable Instant asked) {
        return new Publishing(tx, audit, viewer, reason, Moment.of(tx, "register", asked), asked);
    }
}
