package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.actual.Foresight;
import org.scpmonitor.actual.Refresh;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.formula.Flaw;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.listing.Moment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes how one indicator is calculated: checked and stored as a catalogue document's formulas are, with a reason. */
@Component
public class FormulaEditing {

    private static final int MOST_TOLD = 20;

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;

    public FormulaEditing(DSLContext sql, PlatformTransactionManager transactions, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What became of a change. */
    public sealed interface Outcome {
        /**
         * Nothing was stored.
         *
         * @param wrong the indicator's own lines first
         */
        record Refused(List<Wrong> wrong) implements Outcome {}

        /**
         * @param knownFrom from when the new versions are known; empty where nothing differed
         * @param changes lines that were added, changed or withdrawn
         * @param figures of a preview, the programmes' figures that would change
         */
        record Saved(Optional<Instant> knownFrom, List<CatalogueChange> changes, Foreseen figures) implements Outcome {}
    }

    /** @param formula this indicator's line, or another one's that the change would make wrong */
    public record Wrong(FormulaVersion formula, Flaw flaw) {}

    /**
     * Makes these the formulas of an indicator; a line that isn't among them is withdrawn, and without any the indicator is
     * reported, not calculated. What follows from it is computed anew.
     *
     * @param indicator its code, which the catalogue has
     * @throws IllegalArgumentException where two lines begin on the same day
     */
    public Outcome save(String indicator, List<FormulaLine> lines, String reason, String author) {
        return change(indicator, lines, reason, author, false);
    }

    /** Whether it could be saved, and which figures would change; nothing is stored and nobody who reports is kept waiting. */
    public Outcome preview(String indicator, List<FormulaLine> lines) {
        return change(indicator, lines, "", "", true);
    }

    private Outcome change(String indicator, List<FormulaLine> lines, String reason, String author, boolean preview) {
        Set<Object> days = new HashSet<>();
        lines.forEach(line -> {
            if (!days.add(line.from())) {
                throw new IllegalArgumentException("Two formulas from " + line.from());
            }
        });
        return Objects.requireNonNull(transactions.<Outcome>execute(transaction -> {
            sql.select(function("pg_advisory_xact_lock", SQLDataType.OTHER, inline(CatalogueImport.LOCK)))
                    .execute();
            Moment moment = preview ? Moment.rehearsed(sql, null) : Moment.of(sql, "catalogue", null);
            FormulaParts parts = new FormulaParts(sql, moment);
            List<CatalogueChange> changes = new ArrayList<>(parts.withdrawOthers(indicator, lines));
            changes.addAll(parts.store(Map.of(indicator, lines), reason, author));
            List<Wrong> wrong = parts.wrong().stream()
                    .map(each -> new Wrong(each.formula(), each.flaw()))
                    .sorted(Comparator.comparing(
                            each -> !each.formula().indicator().equals(indicator)))
                    .toList();
            if (preview || !wrong.isEmpty()) {
                transaction.setRollbackOnly();
            }
            if (!wrong.isEmpty()) {
                return new Outcome.Refused(wrong);
            }
            Foreseen foreseen = Foreseen.NONE;
            if (!changes.isEmpty()) {
                long request = new Refresh(sql).request("formula of " + indicator, null, parts.reaches());
                if (preview) {
                    foreseen = new Foresight(sql).foreseeRequest(request, MOST_TOLD);
                } else {
                    audit.add(author, AuditAction.CATALOGUE_CHANGED, indicator, reason);
                }
            }
            return new Outcome.Saved(moment.taken(), changes, foreseen);
        }));
    }
}
