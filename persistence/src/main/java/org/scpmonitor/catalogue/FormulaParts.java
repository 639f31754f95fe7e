package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.scpmonitor.actual.Reach;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.formula.Checked;
import org.scpmonitor.formula.Flaw;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.formula.Vocabulary;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.schema.tables.records.FormulaRecord;

/** Stores formulas, each change as another version, and checks all that are stored then. */
final class FormulaParts {

    private static final Versions<FormulaRecord> VERSIONS = new Versions<>(
            List.of(FORMULA.INDICATOR_ID, FORMULA.VALID_FROM),
            FORMULA.VERSION,
            FORMULA.KNOWN_FROM,
            FORMULA.KNOWN_UNTIL);

    private final DSLContext sql;
    private final Moment moment;
    private final Formulas formulas;
    private final Set<Reach> reaches = new LinkedHashSet<>();

    FormulaParts(DSLContext sql, Moment moment) {
        this.sql = sql;
        this.moment = moment;
        this.formulas = new Formulas(sql);
    }

    /** What is wrong with a stored formula. */
    record Wrong(FormulaVersion formula, Flaw flaw) {}

    /** The formulas that the indicators name; others stay. */
    List<CatalogueChange> store(List<Indicator> indicators) {
        Map<String, List<FormulaLine>> lines = new HashMap<>();
        indicators.stream()
                .filter(indicator -> !indicator.formulas().isEmpty())
                .forEach(indicator -> lines.put(indicator.code(), indicator.formulas()));
        return lines.isEmpty() ? List.of() : store(lines, "", "");
    }

    List<CatalogueChange> store(Map<String, List<FormulaLine>> lines, String reason, String author) {
        Map<String, Integer> ids =
                sql.select(INDICATOR.CODE, INDICATOR.ID).from(INDICATOR).fetchMap(INDICATOR.CODE, INDICATOR.ID);
        Map<Integer, String> codes = new HashMap<>();
        ids.forEach((code, id) -> codes.put(id, code));
        List<FormulaRecord> wanted = new ArrayList<>();
        lines.forEach((code, of) -> of.forEach(line -> wanted.add(FORMULA.newRecord()
                .setIndicatorId(Objects.requireNonNull(ids.get(code)))
                .setValidFrom(line.from())
                .setExpression(line.expression().strip()))));
        List<FormulaRecord> changed = VERSIONS.changed(sql, wanted);
        if (changed.isEmpty()) {
            return List.of();
        }
        changed.forEach(line -> line.setReason(reason).setAuthor(author));
        List<CatalogueChange> changes = VERSIONS.open(
                sql,
                changed,
                moment.current(),
                "formulas",
                line -> codes.get(line.getIndicatorId()) + " " + line.getValidFrom());
        noteInputs();
        changed.forEach(line -> reach(line.getIndicatorId(), line.getValidFrom()));
        return changes;
    }

    /** Ends the lines of an indicator that aren't among these. */
    List<CatalogueChange> withdrawOthers(String indicator, List<FormulaLine> kept) {
        List<CatalogueChange> changes = new ArrayList<>();
        for (FormulaVersion line : formulas.of(indicator, AsOf.NOW)) {
            if (kept.stream().noneMatch(each -> each.from().equals(line.validFrom()))) {
                reach(line.indicatorId(), line.validFrom());
                sql.update(FORMULA)
                        .set(FORMULA.KNOWN_UNTIL, moment.current())
                        .where(FORMULA.ID.eq(line.id()))
                        .execute();
                changes.add(new CatalogueChange("formulas", indicator + " " + line.validFrom(), Kind.CHANGED, 1));
            }
        }
        return changes;
    }

    /** Everything that keeps a formula that is known now from being its indicator's, after whatever has changed. */
    List<Wrong> wrong() {
        List<FormulaVersion> all = formulas.list(AsOf.NOW);
        if (all.isEmpty()) {
            return List.of();
        }
        Vocabulary vocabulary = formulas.vocabulary(AsOf.NOW);
        Map<String, Set<String>> reads = formulas.reads();
        List<Wrong> wrong = new ArrayList<>();
        for (FormulaVersion formula : all) {
            Vocabulary.Indicator of =
                    Objects.requireNonNull(vocabulary.indicators().get(formula.indicator()));
            Checked.of(formula.expression(), of, vocabulary, reads)
                    .flaws()
                    .forEach(flaw -> wrong.add(new Wrong(formula, flaw)));
        }
        return wrong;
    }

    /** The same as problems of a document. */
    List<CatalogueProblem> problems(List<Indicator> indicators) {
        return wrong().stream()
                .map(each -> new CatalogueProblem(
                        path(each.formula(), indicators), CatalogueProblem.Code.FORMULA, arguments(each.flaw())))
                .toList();
    }

    /** What the changes concern. */
    Set<Reach> reaches() {
        return reaches;
    }

    private void noteInputs() {
        Vocabulary vocabulary = formulas.vocabulary(AsOf.NOW);
        for (FormulaVersion line : formulas.list(AsOf.NOW)) {
            if (line.knownFrom().equals(moment.current())
                    && Formula.parse(line.expression(), vocabulary) instanceof Formula read) {
                formulas.noteInputs(line.id(), read);
            }
        }
    }

    /** From a line's first day to the next one's. */
    private void reach(int indicator, LocalDate from) {
        LocalDate next = sql.select(FORMULA.VALID_FROM)
                .from(FORMULA)
                .where(FORMULA.INDICATOR_ID.eq(indicator))
                .and(FORMULA.VALID_FROM.gt(from))
                .and(FORMULA.KNOWN_UNTIL.eq(Moment.FOR_EVER))
                .orderBy(FORMULA.VALID_FROM)
                .limit(1)
                .fetchOne(FORMULA.VALID_FROM);
        reaches.add(new Reach(indicator, from, next));
    }

    private static String path(FormulaVersion formula, List<Indicator> indicators) {
        for (int i = 0; i < indicators.size(); i++) {
            if (indicators.get(i).code().equals(formula.indicator())) {
                List<FormulaLine> lines = indicators.get(i).formulas();
                for (int j = 0; j < lines.size(); j++) {
                    if (lines.get(j).from().equals(formula.validFrom())) {
                        return "$.indicators[" + i + "].formulas[" + j + "].expression";
                    }
                }
                return "$.indicators[" + i + "].formulas";
            }
        }
        return "$.indicators";
    }

    private static List<String> arguments(Flaw flaw) {
        List<String> arguments = new ArrayList<>(List.of(
                flaw.code().name(),
                Integer.toString(flaw.place().from()),
                Integer.toString(flaw.place().until())));
        arguments.addAll(flaw.arguments());
        return arguments;
    }
}
