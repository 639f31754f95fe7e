package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.Tables.CATALOGUE_DRAFT;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.scpmonitor.access.AuditAction;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.actual.FigureChange.Foreseen;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes single indicators: what is being typed is kept as a draft with its author; what is taken over goes the way of
 * a whole document. Problems are told by the name of the field that they stand at.
 */
@Repository
public class IndicatorEdits {
    private static final String PART = "indicators";
    private static final int MOST_FIGURES = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext sql;
    private final CatalogueImport imports;
    private final CatalogueExport export;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorEdits(DSLContext sql, CatalogueImport imports, CatalogueExport export, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.imports = imports;
        this.export = export;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody has begun to change. @param author user name of whoever typed last */
    public record Draft(Map<String, String> fields, String author, Instant changedAt) {}

    public Optional<Draft> findDraft(String code) {
        return sql.selectFrom(CATALOGUE_DRAFT)
                .where(CATALOGUE_DRAFT.PART.eq(PART))
                .and(CATALOGUE_DRAFT.CODE.eq(code))
                .fetchOptional(row -> new Draft(
                        JSON.readValue(row.getContent(), new TypeReference<TreeMap<String, String>>() {}),
                        row.getAuthor(),
                        row.getChangedAt()));
    }

    /** The drafts of indicators that the catalogue doesn't have yet, by their codes. */
    public List<String> newDrafts() {
        return sql.select(CATALOGUE_DRAFT.CODE)
                .from(CATALOGUE_DRAFT)
                .where(CATALOGUE_DRAFT.PART.eq(PART))
                .and("code not in (select code from indicator)")
                .orderBy(CATALOGUE_DRAFT.CODE)
                .fetch(CATALOGUE_DRAFT.CODE);
    }

    public void keep(Viewer viewer, String code, Map<String, String> fields) {
        require(viewer);
        Instant now = clock.instant();
        sql.insertInto(CATALOGUE_DRAFT)
                .set(CATALOGUE_DRAFT.PART, PART)
                .set(CATALOGUE_DRAFT.CODE, code)
                .set(CATALOGUE_DRAFT.CONTENT, JSON.writeValueAsString(fields))
                .set(CATALOGUE_DRAFT.BASED_ON, now)
                .set(CATALOGUE_DRAFT.AUTHOR, viewer.username())
                .set(CATALOGUE_DRAFT.CHANGED_AT, now)
                .onConflict(CATALOGUE_DRAFT.PART, CATALOGUE_DRAFT.CODE)
                .doUpdate()
                .set(CATALOGUE_DRAFT.CONTENT, JSON.writeValueAsString(fields))
                .set(CATALOGUE_DRAFT.AUTHOR, viewer.username())
                .set(CATALOGUE_DRAFT.CHANGED_AT, now)
                .execute();
    }

    public void discard(Viewer viewer, String code) {
        require(viewer);
        sql.deleteFrom(CATALOGUE_DRAFT)
                .where(CATALOGUE_DRAFT.PART.eq(PART))
                .and(CATALOGUE_DRAFT.CODE.eq(code))
                .execute();
    }

    /** What taking the fields over would do; nothing changes. */
    public Prospect foresee(Map<String, String> fields) {
        IndicatorFields.Read read = IndicatorFields.read(fields);
        if (!read.problems().isEmpty()) {
            return new Prospect(new Outcome.Refused(read.problems()), List.of(), Foreseen.NONE);
        }
        Prospect prospect = imports.foresee(with(read.indicator()), MOST_FIGURES);
        return new Prospect(
                atFields(prospect.outcome(), read.indicator().code()), prospect.differences(), prospect.figures());
    }

    /**
     * Takes the fields over as another version; the draft is done with then.
     *
     * @param reason why, kept with the version
     */
    public Outcome take(Viewer viewer, Map<String, String> fields, String reason) {
        require(viewer);
        IndicatorFields.Read read = IndicatorFields.read(fields);
        if (!read.problems().isEmpty()) {
            return new Outcome.Refused(read.problems());
        }
        String code = read.indicator().code();
        Outcome outcome = imports.edit(with(read.indicator()), new By(viewer.username(), reason));
        if (outcome instanceof Outcome.Applied) {
            discard(viewer, code);
            audit.add(viewer.username(), AuditAction.CATALOGUE_CHANGED, code, reason);
        }
        return atFields(outcome, code);
    }

    /** The same indicator in another state. */
    public static Map<String, String> inState(Indicator indicator, State state) {
        Map<String, String> fields = IndicatorFields.of(indicator);
        fields.put("state", state.code());
        return fields;
    }

    /** What keeps an indicator from being activated, as it is stored. */
    public List<SmartGate.Missing> missing(String code) {
        return SmartGate.missing(export.current(), code);
    }

    private static UnaryOperator<CatalogueDocument> with(Indicator wanted) {
        return document -> {
            List<Indicator> indicators = new ArrayList<>(document.indicators());
            indicators.replaceAll(indicator ->
                    indicator.code().equals(wanted.code()) ? wanted.calculatedBy(indicator.formulas()) : indicator);
            if (document.indicators().stream().noneMatch(each -> each.code().equals(wanted.code()))) {
                indicators.add(wanted);
            }
            return document.withIndicators(indicators);
        };
    }

    /** Problems by the field's name where they are the indicator's own, else by the document's path. */
    private Outcome atFields(Outcome outcome, String code) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return outcome;
        }
        List<String> codes = sql.select(CURRENT_INDICATOR.CODE)
                .from(CURRENT_INDICATOR)
                .orderBy(CURRENT_INDICATOR.SORT, CURRENT_INDICATOR.CODE)
                .fetch(CURRENT_INDICATOR.CODE);
        int place = codes.indexOf(code) < 0 ? codes.size() : codes.indexOf(code);
        String path = "$.indicators[" + place + "].";
        return new Outcome.Refused(refused.problems().stream()
                .map(problem -> problem.path().startsWith(path)
                        ? new CatalogueProblem(
                                problem.path().substring(path.length()).replaceAll("\\[\\d+]$", ""),
                                problem.code(),
                                problem.arguments())
                        : problem)
                .toList());
    }

    private static void require(Viewer viewer) {
        if (!viewer.mayEditCatalogue()) {
            throw new SecurityException(viewer.username() + " doesn't keep the catalogue");
        }
    }
}
