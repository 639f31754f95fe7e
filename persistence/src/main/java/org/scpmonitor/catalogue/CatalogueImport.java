package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.factor.FactorReach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over a catalogue document: checks the whole of it first, then stores it in one transaction, or nothing at all.
 *
 * <p>The same document again changes nothing. Indicators, baselines, milestones and targets are versioned: what differs
 * closes the current version and opens another one. Nothing is ever removed; what has ended is given its end. A target
 * becomes known no earlier than on the day on which it was decided: until then it is left for a later import.
 * Whatever changed, a rebuild of the figures that may hang on it is asked for with it.
 */
@Component
public class CatalogueImport {
    /** Key of the advisory lock that lets one import run at a time. */
    static final long LOCK = 7101;

    private static final Set<String> TARGETS = Set.of("targets", "milestones");

    private static final Set<String> FACTORS = Set.of("factors", "factor values");

    private static final Set<String> FORMULAS = Set.of("formulas");

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public CatalogueImport(DSLContext sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of a document. */
    public sealed interface Outcome {
        /** Nothing was stored. */
        record Refused(List<CatalogueProblem> problems) implements Outcome {}

        /** @param knownFrom from when the new versions are known; empty where there is none */
        record Applied(List<CatalogueChange> changes, Optional<Instant> knownFrom) implements Outcome {}
    }

    public Outcome apply(CatalogueDocument document) {
        return apply(document, null, false);
    }

    /**
     * As it would have been at a dated moment, for a replay.
     *
     * @param knownAt later than every moment from which anything is known yet, and not to come
     * @throws org.jooq.exception.DataAccessException where it is not
     */
    public Outcome apply(CatalogueDocument document, Instant knownAt) {
        return apply(document, knownAt, false);
    }

    /** What would change; nothing does. */
    public Outcome preview(CatalogueDocument document) {
        return apply(document, null, true);
    }

    private Outcome apply(CatalogueDocument document, @Nullable Instant knownAt, boolean preview) {
        return Objects.requireNonNull(transactions.<Outcome>execute(transaction -> {
            lock();
            Outcome outcome = store(document, new Moment(sql, knownAt, preview), knownAt, By.NOBODY);
            if (preview || outcome instanceof Outcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /**
     * Changes the catalogue as it is stored, with nobody else in between.
     *
     * @param change makes of the stored catalogue what is wanted
     */
    public Outcome edit(UnaryOperator<CatalogueDocument> change, By by) {
        return Objects.requireNonNull(transactions.<Outcome>execute(transaction -> {
            lock();
            CatalogueDocument wanted = change.apply(new CatalogueExport(sql).current());
            Outcome outcome = store(wanted, new Moment(sql, null), null, by);
            if (outcome instanceof Outcome.Refused) {
                transaction.setRollbackOnly();
            }
            return outcome;
        }));
    }

    /**
     * What {@link #edit} would do; nothing does change, and nobody who reports is kept waiting.
     *
     * @param limit how many figures are told of those that would change
     */
    public Prospect foresee(UnaryOperator<CatalogueDocument> change, int limit) {
        return Objects.requireNonNull(transactions.<Prospect>execute(transaction -> {
            transaction.setRollbackOnly();
            CatalogueDocument before = new CatalogueExport(sql).current();
            CatalogueDocument after = change.apply(before);
            return switch (store(after, new Moment(sql, null, true), null, By.NOBODY)) {
                case Outcome.Refused refused -> new Prospect(refused, List.of(), Foreseen.NONE);
                case Outcome.Applied applied ->
                    new Prospect(applied, CatalogueDifference.between(before, after), foreseen(applied, limit));
            };
        }));
    }

    /** What would become of a change, member by member and figure by figure. */
    public record Prospect(Outcome outcome, List<CatalogueDifference> differences, Foreseen figures) {}

    private Foreseen foreseen(Outcome.Applied applied, int limit) {
        List<Reach> reaches = indicators(applied);
        return reaches.isEmpty()
                ? Foreseen.NONE
                : new Foresight(sql).foreseeRequest(new Refresh(sql).request("rehearsal", null, reaches), limit);
    }

    private List<Reach> indicators(Outcome.Applied applied) {
        return sql.select(INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.in(applied.changes().stream()
                        .filter(change -> change.part().equals("indicators"))
                        .map(change -> change.code().split(" ")[0])
                        .toList()))
                .fetch(row -> Reach.all(row.value1()));
    }

    /** What is wrong with a document in itself, and with what it would do to what is stored. */
    private List<CatalogueProblem> problems(CatalogueDocument document) {
        List<CatalogueProblem> problems = new ArrayList<>(CatalogueCheck.problems(document));
        if (problems.isEmpty()) {
            problems.addAll(FactorParts.conflicts(sql, document.factors()));
            problems.addAll(SmartGate.refused(
                    document,
                    sql.select(CURRENT_INDICATOR.CODE)
                            .from(CURRENT_INDICATOR)
                            .where(CURRENT_INDICATOR.STATE.eq("draft"))
                            .fetchSet(CURRENT_INDICATOR.CODE)));
        }
        return problems;
    }

    /** One after the other, so that each finds what the one before has left. */
    private void lock() {
        sql.select(function("pg_advisory_xact_lock", SQLDataType.OTHER, inline(LOCK)))
                .execute();
    }

    /** Where it refuses, the transaction is to be rolled back. */
    private Outcome store(CatalogueDocument document, Moment moment, @Nullable Instant knownAt, By by) {
        List<CatalogueProblem> problems = problems(document);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        LocalDate today = LocalDate.ofInstant(knownAt == null ? clock.instant() : knownAt, ZoneOffset.UTC);
        FormulaParts formulas = new FormulaParts(sql, moment);
        Outcome.Applied applied = store(document, moment, formulas, today, by);
        List<CatalogueProblem> wrong = formulas.problems(document.indicators());
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        announce(applied, moment, formulas, knownAt);
        return applied;
    }

    /** Figures are computed anew where they may change; where targets alone did, progress is judged anew. */
    private void announce(Outcome.Applied applied, Moment moment, FormulaParts formulas, @Nullable Instant knownAt) {
        Set<String> parts =
                applied.changes().stream().map(CatalogueChange::part).collect(Collectors.toSet());
        boolean targets = parts.removeAll(TARGETS) || parts.isEmpty();
        boolean factors = parts.removeAll(FACTORS);
        parts.removeAll(FORMULAS);
        var refresh = new Refresh(sql);
        Set<Reach> reaches = new LinkedHashSet<>(formulas.reaches());
        if (parts.remove("indicators")) {
            reaches.addAll(indicators(applied));
        }
        if (!parts.isEmpty()) {
            refresh.request("catalogue", knownAt);
            return;
        }
        if (targets) {
            applied.knownFrom().ifPresent(known -> refresh.targetsChanged(known, knownAt));
        }
        if (factors) {
            moment.first().ifPresent(first -> reaches.addAll(FactorReach.openedFrom(sql, first)));
        }
        if (!reaches.isEmpty()) {
            refresh.request("catalogue", knownAt, reaches);
        }
    }

    private Outcome.Applied store(
            CatalogueDocument document, Moment moment, FormulaParts formulas, LocalDate today, By by) {
        List<CatalogueChange> changes = new ArrayList<>();
        changes.addAll(new ReferenceParts(sql).store(document));
        changes.addAll(new FactorParts(sql, moment).store(document.factors(), today));
        changes.addAll(new IndicatorParts(sql, moment, by).store(document.indicators()));
        changes.addAll(new ProgrammeParts(sql, moment).store(document.programmes(), today));
        changes.addAll(new ReportingParts(sql, moment).store(document));
        changes.addAll(formulas.store(document.indicators()));
        return new Outcome.Applied(changes, moment.taken());
    }
}
