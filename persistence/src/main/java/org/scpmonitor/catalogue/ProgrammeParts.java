package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.tables.Baseline.BASELINE;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Milestone.MILESTONE;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;
import static org.scpmonitor.schema.tables.ProgrammeIndicator.PROGRAMME_INDICATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.scpmonitor.catalogue.CatalogueChange.Kind;
import org.scpmonitor.catalogue.CatalogueDocument.Baseline;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.schema.tables.records.BaselineRecord;
import org.scpmonitor.schema.tables.records.MilestoneRecord;
import org.scpmonitor.schema.tables.records.ProgrammeIndicatorRecord;

/** Stores programmes, the indicators that they follow, and where these start from and go to. */
record ProgrammeParts(DSLContext sql, Moment moment) {
    private static final String FOLLOWED = "programme indicators";

    private static final Versions<BaselineRecord> BASELINES = new Versions<>(
            List.of(BASELINE.PROGRAMME_INDICATOR_ID), BASELINE.VERSION, BASELINE.KNOWN_FROM, BASELINE.KNOWN_UNTIL);

    private static final Versions<MilestoneRecord> MILESTONES = new Versions<>(
            List.of(MILESTONE.PROGRAMME_INDICATOR_ID, MILESTONE.PERIOD_START, MILESTONE.PERIOD_MONTHS),
            MILESTONE.VERSION,
            MILESTONE.KNOWN_FROM,
            MILESTONE.KNOWN_UNTIL);

    /** An indicator that a programme follows, with the row that stands for it. */
    record Followed(int id, String name, ProgrammeIndicator indicator) {}

    List<CatalogueChange> store(List<Programme> programmes, LocalDate today) {
        List<CatalogueChange> changes = new ArrayList<>(Merge.into(
                sql,
                "programmes",
                List.of(PROGRAMME.CODE),
                programmes,
                (programme, sort) -> PROGRAMME
                        .newRecord()
                        .setCode(programme.code())
                        .setCountry(programme.country())
                        .setNameEs(programme.name().es())
                        .setNameEn(programme.name().en())
                        .setNameDe(programme.name().de())
                        .setDescriptionEs(programme.description().es())
                        .setDescriptionEn(programme.description().en())
                        .setDescriptionDe(programme.description().de())
                        .setLegalBasis(programme.legalBasis())
                        .setStartsOn(programme.startsOn())
                        .setEndsOn(programme.endsOn())
                        .setBaselineYear((short) programme.baselineYear())
                        .setCoverageThreshold(programme.coverageThreshold())
                        .setDefaultMethod(programme.defaultMethod())
                        .setGwpSet(programme.gwpSet())
                        .setSecondApproval(programme.secondApproval())
                        .setFiscalStart(
                                programme.fiscalStart() == null
                                        ? (short) 1
                                        : programme.fiscalStart().shortValue())
                        .setSort(sort)));
        List<Followed> followed = followed(programmes, changes);
        Map<Integer, String> names = new HashMap<>();
        followed.forEach(each -> names.put(each.id(), each.name()));
        changes.addAll(baselines(followed, names));
        changes.addAll(milestones(followed, names));
        changes.addAll(new TargetVersions(sql, moment).store(followed, today));
        return changes;
    }

    private List<Followed> followed(List<Programme> programmes, List<CatalogueChange> changes) {
        Map<String, Integer> programmeIds =
                sql.select(PROGRAMME.CODE, PROGRAMME.ID).from(PROGRAMME).fetchMap(PROGRAMME.CODE, PROGRAMME.ID);
        Map<String, Integer> indicatorIds =
                sql.select(INDICATOR.CODE, INDICATOR.ID).from(INDICATOR).fetchMap(INDICATOR.CODE, INDICATOR.ID);
        Map<String, Integer> institutionIds = sql.select(INSTITUTION.CODE, INSTITUTION.ID)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.in(programmes.stream()
                        .flatMap(programme -> programme.indicators().stream())
                        .map(ProgrammeIndicator::responsible)
                        .filter(Objects::nonNull)
                        .toList()))
                .fetchMap(INSTITUTION.CODE, INSTITUTION.ID);
        List<ProgrammeIndicatorRecord> rows = programmes.stream()
                .flatMap(programme -> Merge.rows(
                        programme.indicators(),
                        (each, sort) -> PROGRAMME_INDICATOR
                                .newRecord()
                                .setProgrammeId(programmeIds.get(programme.code()))
                                .setIndicatorId(indicatorIds.get(each.indicator()))
                                .setHeadline(each.headline())
                                .setEstimation(each.estimation())
                                .setResponsibleInstitutionId(
                                        each.responsible() == null ? null : institutionIds.get(each.responsible()))
                                .setSort(sort))
                        .stream())
                .toList();
        List<CatalogueChange> merged = new ArrayList<>(giveUpHeadlines(rows));
        merged.addAll(Merge.into(
                sql, FOLLOWED, List.of(PROGRAMME_INDICATOR.PROGRAMME_ID, PROGRAMME_INDICATOR.INDICATOR_ID), rows));
        Map<List<String>, Integer> ids = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        sql.select(PROGRAMME.CODE, INDICATOR.CODE, PROGRAMME_INDICATOR.ID, PROGRAMME.ID, INDICATOR.ID)
                .from(PROGRAMME_INDICATOR)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                .forEach(row -> {
                    ids.put(List.of(row.value1(), row.value2()), row.value3());
                    names.put(row.value4() + " " + row.value5(), row.value1() + " " + row.value2());
                });
        merged.forEach(change -> changes.add(change.of(Objects.requireNonNull(names.get(change.code())))));
        return programmes.stream()
                .flatMap(programme -> programme.indicators().stream()
                        .map(each -> new Followed(
                                Objects.requireNonNull(ids.get(List.of(programme.code(), each.indicator()))),
                                programme.code() + " " + each.indicator(),
                                each)))
                .toList();
    }

    /** A programme has one headline at any time, also while another indicator becomes it. */
    private List<CatalogueChange> giveUpHeadlines(List<ProgrammeIndicatorRecord> rows) {
        List<Row2<Integer, Integer>> others = rows.stream()
                .filter(row -> !row.getHeadline())
                .map(row -> row(row.getProgrammeId(), row.getIndicatorId()))
                .toList();
        return sql.update(PROGRAMME_INDICATOR)
                .set(PROGRAMME_INDICATOR.HEADLINE, false)
                .where(PROGRAMME_INDICATOR.HEADLINE)
                .and(row(PROGRAMME_INDICATOR.PROGRAMME_ID, PROGRAMME_INDICATOR.INDICATOR_ID)
                        .in(others))
                .returning(PROGRAMME_INDICATOR.PROGRAMME_ID, PROGRAMME_INDICATOR.INDICATOR_ID)
                .fetch(row -> new CatalogueChange(
                        FOLLOWED, row.getProgrammeId() + " " + row.getIndicatorId(), Kind.CHANGED, 1));
    }

    private List<CatalogueChange> baselines(List<Followed> followed, Map<Integer, String> names) {
        List<BaselineRecord> changed = BASELINES.changed(
                sql,
                followed.stream()
                        .filter(each -> each.indicator().baseline() != null)
                        .map(each -> baseline(
                                each.id(),
                                Objects.requireNonNull(each.indicator().baseline())))
                        .toList());
        return changed.isEmpty()
                ? List.of()
                : BASELINES.open(
                        sql, changed, moment.current(), "baselines", row -> name(names, row.getProgrammeIndicatorId()));
    }

    private static String name(Map<Integer, String> names, int followed) {
        return Objects.requireNonNull(names.get(followed));
    }

    private static BaselineRecord baseline(int followed, Baseline baseline) {
        return BASELINE.newRecord()
                .setProgrammeIndicatorId(followed)
                .setPeriodStart(baseline.period().start())
                .setPeriodMonths((short) baseline.period().months())
                .setValue(baseline.value())
                .setNoteEs(baseline.note().es())
                .setNoteEn(baseline.note().en())
                .setNoteDe(baseline.note().de());
    }

    private List<CatalogueChange> milestones(List<Followed> followed, Map<Integer, String> names) {
        Function<MilestoneRecord, String> name = row -> name(names, row.getProgrammeIndicatorId());
        List<MilestoneRecord> changed = MILESTONES.changed(
                sql,
                followed.stream()
                        .flatMap(each -> each.indicator().milestones().stream()
                                .map(milestone -> MILESTONE
                                        .newRecord()
                                        .setProgrammeIndicatorId(each.id())
                                        .setPeriodStart(milestone.period().start())
                                        .setPeriodMonths(
                                                (short) milestone.period().months())
                                        .setValue(milestone.value())
                                        .setSourceUrl(milestone.source())
                                        .setIllustrative(milestone.illustrative())))
                        .toList());
        return changed.isEmpty() ? List.of() : MILESTONES.open(sql, changed, moment.current(), "milestones", name);
    }
}
