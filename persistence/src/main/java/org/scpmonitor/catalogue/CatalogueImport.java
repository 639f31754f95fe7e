package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.factor.FactorReach;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Moment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over a catalogue document: checks the whole of it first, then stores it in one transaction, or nothing at all.
 *
 * <p>The same document again changes nothing. Indicators, baselines, milestones and targets are versioned: what differs
 * closes the current version and opens another one. Nothing is ever removed; what has ended is given its end. A target
 * becomes known no earlier than on the day on which it was decided: until then it is left for a later import.
 * Whatever changed, a rebuild of the figures that may hang on it, and of no others, is asked for with it.
 */
@Component
public class CatalogueImport {
    /** Key of the advisory lock that lets one import run at a time. */
    static final long LOCK = 7101;

    private static final Set<String> FACTORS = Set.of("factors", "factor values");

    /** By what progress is judged. */
    private static final Set<String> JUDGED =
            Set.of("indicators", "programmes", "programme indicators", "baselines", "milestones", "targets");

    /** Whose reach is known; a change of any other part may reach every figure. */
    private static final Set<String> NARROW = Stream.of(FACTORS, JUDGED, Set.of("formulas", "mappings"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

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
            if (!preview) {
                Moment.reserve(sql);
            }
            Outcome outcome = store(
                            document,
                            preview ? Moment.rehearsed(sql, knownAt) : Moment.of(sql, "catalogue", knownAt),
                            knownAt,
                            By.NOBODY)
                    .outcome();
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
            Moment.reserve(sql);
            CatalogueDocument wanted = change.apply(new CatalogueExport(sql).current());
            Outcome outcome =
                    store(wanted, Moment.of(sql, "catalogue", null), null, by).outcome();
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
            Stored stored = store(after, Moment.rehearsed(sql, null), null, By.NOBODY);
            return switch (stored.outcome()) {
                case Outcome.Refused refused -> new Prospect(refused, List.of(), Foreseen.NONE);
                case Outcome.Applied applied ->
                    new Prospect(
                            applied,
                            CatalogueDifference.taking(before, after),
                            stored.request()
                                    .map(request -> new Foresight(sql).foreseeRequest(request, limit))
                                    .orElse(Foreseen.NONE));
            };
        }));
    }

    /** What would become of a change, member by member and figure by figure. */
    public record Prospect(Outcome outcome, List<CatalogueDifference> differences, Foreseen figures) {}

    /** @param request for the figures that may change; empty where none can */
    private record Stored(Outcome outcome, Optional<Long> request) {}

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
    private Stored store(CatalogueDocument document, Moment moment, @Nullable Instant knownAt, By by) {
        List<CatalogueProblem> problems = problems(document);
        if (!problems.isEmpty()) {
            return new Stored(new Outcome.Refused(problems), Optional.empty());
        }
        List<Programme> before = new ProgrammeExport(sql).programmes(Known.at(sql, AsOf.NOW));
        LocalDate today = LocalDate.ofInstant(knownAt == null ? clock.instant() : knownAt, ZoneOffset.UTC);
        FormulaParts formulas = new FormulaParts(sql, moment);
        Outcome.Applied applied = store(document, moment, formulas, today, by);
        List<CatalogueProblem> wrong = formulas.problems(document.indicators());
        if (!wrong.isEmpty()) {
            return new Stored(new Outcome.Refused(wrong), Optional.empty());
        }
        var figures = new FigureReach(sql, moment);
        Set<Reach> reaches = new LinkedHashSet<>(formulas.reaches());
        reaches.addAll(figures.ofIndicators());
        reaches.addAll(figures.ofProgrammes(before, document.programmes()));
        return new Stored(applied, announce(applied, moment, reaches, knownAt));
    }

    /** Figures are computed anew where they may change; where what they are measured by did, progress is judged anew. */
    private Optional<Long> announce(
            Outcome.Applied applied, Moment moment, Set<Reach> reaches, @Nullable Instant knownAt) {
        Set<String> parts =
                applied.changes().stream().map(CatalogueChange::part).collect(Collectors.toSet());
        var refresh = new Refresh(sql);
        if (!NARROW.containsAll(parts)) {
            return Optional.of(refresh.request("catalogue", knownAt));
        }
        if (!Collections.disjoint(parts, JUDGED)) {
            refresh.targetsChanged(moment.current(), knownAt);
        }
        if (parts.removeAll(FACTORS)) {
            moment.first().ifPresent(first -> reaches.addAll(FactorReach.openedFrom(sql, first)));
        }
        return reaches.isEmpty() ? Optional.empty() : Optional.of(refresh.request("catalogue", knownAt, reaches));
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
        changes.addAll(new MappingParts(sql).store(document.mappings(), moment, by));
        return new Outcome.Applied(changes, moment.taken());
    }
}
