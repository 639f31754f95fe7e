package org.scpmonitor.factor;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.scpmonitor.schema.Tables.COUNTRY;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.factor.FactorChange.Flaw;
import org.scpmonitor.factor.FactorVersions.Content;
import org.scpmonitor.factor.FactorVersions.Line;
import org.scpmonitor.factor.FactorVersions.Wanted;
import org.scpmonitor.factor.Factors.Factor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds values to factors and corrects them: always as another version, which is known from then on. What was known before
 * stays as it was known, and the figures that hang on it are asked for anew.
 */
@Component
public class FactorEdits {

    /** Key of the advisory lock under which the catalogue changes. */
    private static final long LOCK = 7101;

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;

    public FactorEdits(DSLContext sql, PlatformTransactionManager transactions, AuditTrail audit) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
        this.audit = audit;
    }

    /** What became of a change. */
    public sealed interface Outcome {
        /** Nothing was stored. */
        record Refused(List<Flaw> flaws) implements Outcome {}

        /**
         * @param version its number, from 1
         * @param knownFrom from when it is known
         * @param refreshes whether figures hang on it, which are computed anew
         */
        record Stored(int version, Instant knownFrom, boolean refreshes) implements Outcome {}
    }

    /** What a change would do. */
    public sealed interface Prospect {
        record Refused(List<Flaw> flaws) implements Prospect {}

        /**
         * @param replaced what is known of the value now; null where it is a new one
         * @param figures the programmes' figures that would change
         */
        record Seen(@Nullable Content replaced, Foreseen figures) implements Prospect {}
    }

    /** Stores it, for a manager or administrator. */
    public Outcome store(Viewer viewer, FactorChange change) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            sql.select(function("pg_advisory_xact_lock", SQLDataType.OTHER, inline(LOCK)))
                    .execute();
            Optional<Factor> factor = new Factors(sql).find(change.factor());
            var versions = new FactorVersions(sql);
            List<Flaw> flaws = flaws(viewer, change, factor.orElse(null), versions);
            if (!flaws.isEmpty()) {
                return new Outcome.Refused(flaws);
            }
            Wanted wanted = wanted(change, factor.orElseThrow(), viewer);
            Instant moment = sql.fetchSingle("select advance_knowledge(?)", "factor " + change.factor())
                    .get(0, Instant.class);
            int version = versions.open(wanted, moment);
            List<Reach> reaches = FactorReach.openedFrom(sql, moment);
            if (!reaches.isEmpty()) {
                new Refresh(sql).request("factor " + change.factor(), null, reaches);
            }
            audit.add(viewer.username(), AuditAction.CATALOGUE_CHANGED, change.factor(), wanted.reason());
            return new Outcome.Stored(version, moment, !reaches.isEmpty());
        }));
    }

    /**
     * What storing it would do; nothing is stored, and nobody who reports is kept waiting.
     *
     * @param limit how many figures are told of those that would change
     */
    public Prospect foresee(Viewer viewer, FactorChange change, int limit) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            Optional<Factor> factor = new Factors(sql).find(change.factor());
            var versions = new FactorVersions(sql);
            List<Flaw> flaws = flaws(viewer, change, factor.orElse(null), versions);
            if (!flaws.isEmpty()) {
                return new Prospect.Refused(flaws);
            }
            Wanted wanted = wanted(change, factor.orElseThrow(), viewer);
            Content replaced = versions.current().get(wanted.line());
            Instant moment = sql.fetchSingle(REHEARSED).get(0, Instant.class);
            versions.open(wanted, moment);
            List<Reach> reaches = FactorReach.openedFrom(sql, moment);
            return new Prospect.Seen(
                    replaced,
                    reaches.isEmpty()
                            ? Foreseen.NONE
                            : new Foresight(sql)
                                    .foreseeRequest(new Refresh(sql).request("rehearsal", null, reaches), limit));
        }));
    }

    /** A moment that nobody waits for, since it will never be known. */
    private static final String REHEARSED = """
            insert into knowledge (moment, cause)
            select greatest(clock_timestamp(), max(moment) + interval '1 microsecond'), 'rehearsal' from knowledge
            returning moment
            """;

    private static Wanted wanted(FactorChange change, Factor factor, Viewer viewer) {
        return new Wanted(
                new Line(factor.id(), change.country(), change.variant(), change.from()),
                new Content(
                        change.until(),
                        change.value(),
                        change.lower(),
                        change.upper(),
                        change.sourceTitle().strip(),
                        change.sourceUrl(),
                        change.note(),
                        change.illustrative()),
                change.reason().strip(),
                viewer.username());
    }

    private List<Flaw> flaws(Viewer viewer, FactorChange change, @Nullable Factor factor, FactorVersions versions) {
        if (!viewer.mayEditCatalogue()) {
            return List.of(Flaw.OUT_OF_SCOPE);
        }
        if (factor == null) {
            return List.of(Flaw.UNKNOWN_FACTOR);
        }
        List<Flaw> flaws = new ArrayList<>();
        if (change.country() != null && !sql.fetchExists(COUNTRY, COUNTRY.CODE.eq(change.country()))) {
            flaws.add(Flaw.UNKNOWN_COUNTRY);
        }
        boolean known = factor.codes().isEmpty()
                ? change.variant().isEmpty()
                : factor.codes().stream().anyMatch(each -> each.code().equals(change.variant()));
        if (!known) {
            flaws.add(Flaw.UNKNOWN_VARIANT);
        }
        if (change.until() != null && !change.until().isAfter(change.from())) {
            flaws.add(Flaw.ENDS_BEFORE_START);
        }
        if ((change.lower() == null) != (change.upper() == null)) {
            flaws.add(Flaw.INCOMPLETE_RANGE);
        } else if (change.lower() != null
                && change.upper() != null
                && (change.lower().compareTo(change.value()) > 0
                        || change.upper().compareTo(change.value()) < 0)) {
            flaws.add(Flaw.OUT_OF_RANGE);
        }
        if (change.sourceTitle().isBlank()) {
            flaws.add(Flaw.SOURCE_MISSING);
        }
        if (change.sourceUrl() != null && !isAddress(change.sourceUrl())) {
            flaws.add(Flaw.BAD_ADDRESS);
        }
        if (!flaws.isEmpty()) {
            return flaws;
        }
        Wanted wanted = wanted(change, factor, viewer);
        Map<Line, Content> current = versions.current();
        Content replaced = current.get(wanted.line());
        if (replaced != null && replaced.says(wanted.content())) {
            flaws.add(Flaw.NOTHING_NEW);
        } else if (replaced != null && change.reason().isBlank()) {
            flaws.add(Flaw.REASON_MISSING);
        }
        return flaws;
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null && List.of("https", "http").contains(address.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
