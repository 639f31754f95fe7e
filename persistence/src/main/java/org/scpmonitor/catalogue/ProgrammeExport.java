package org.scpmonitor.catalogue;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.scpmonitor.schema.tables.Baseline.BASELINE;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Milestone.MILESTONE;
import static org.scpmonitor.schema.tables.Programme.PROGRAMME;
import static org.scpmonitor.schema.tables.ProgrammeIndicator.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.tables.Target.TARGET;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueDocument.Baseline;
import org.scpmonitor.catalogue.CatalogueDocument.Milestone;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueDocument.Source;
import org.scpmonitor.catalogue.CatalogueDocument.Target;
import org.scpmonitor.listing.Known;
import org.scpmonitor.schema.tables.records.BaselineRecord;
import org.scpmonitor.schema.tables.records.ProgrammeRecord;
import org.scpmonitor.schema.tables.records.TargetRecord;
import org.scpmonitor.text.Text;

/** Programmes as the document tells them, in one statement. */
record ProgrammeExport(DSLContext sql) {
    private static Field<List<Milestone>> milestones(Known known) {
        return multiset(select(
                                MILESTONE.PERIOD_START,
                                MILESTONE.PERIOD_MONTHS,
                                MILESTONE.VALUE,
                                MILESTONE.SOURCE_URL,
                                MILESTONE.ILLUSTRATIVE)
                        .from(MILESTONE)
                        .where(MILESTONE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.holds(MILESTONE.KNOWN_FROM, MILESTONE.KNOWN_UNTIL))
                        .orderBy(MILESTONE.PERIOD_START, MILESTONE.PERIOD_MONTHS))
                .convertFrom(rows -> rows.map(row -> new Milestone(
                        ReportingPeriod.of(row.value1(), row.value2()), row.value3(), row.value4(), row.value5())));
    }

    private static Field<List<Target>> targets(Known known) {
        return multiset(select(Versions.readable(TARGET, TARGET.KNOWN_UNTIL))
                        .from(TARGET)
                        .where(TARGET.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.begun(TARGET.KNOWN_FROM))
                        .orderBy(TARGET.PERIOD_START, TARGET.CONDITIONAL, TARGET.CODE, TARGET.VERSION))
                .convertFrom(rows -> rows.map(row -> target(row.into(TARGET))));
    }

    private static Field<List<ProgrammeIndicator>> indicators(Known known) {
        Field<List<Milestone>> milestones = milestones(known);
        Field<List<Target>> targets = targets(known);
        return multiset(select(
                                INDICATOR.CODE,
                                PROGRAMME_INDICATOR.HEADLINE,
                                INSTITUTION.CODE,
                                PROGRAMME_INDICATOR.ESTIMATION,
                                BASELINE.PERIOD_START,
                                BASELINE.PERIOD_MONTHS,
                                BASELINE.VALUE,
                                BASELINE.NOTE_ES,
                                BASELINE.NOTE_EN,
                                BASELINE.NOTE_DE,
                                milestones,
                                targets)
                        .from(PROGRAMME_INDICATOR)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                        .leftJoin(INSTITUTION)
                        .on(INSTITUTION.ID.eq(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID))
                        .leftJoin(BASELINE)
                        .on(BASELINE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.holds(BASELINE.KNOWN_FROM, BASELINE.KNOWN_UNTIL))
                        .where(PROGRAMME_INDICATOR.PROGRAMME_ID.eq(PROGRAMME.ID))
                        .orderBy(PROGRAMME_INDICATOR.SORT, INDICATOR.CODE))
                .convertFrom(rows -> rows.map(row -> new ProgrammeIndicator(
                        row.get(INDICATOR.CODE),
                        row.get(PROGRAMME_INDICATOR.HEADLINE),
                        row.get(INSTITUTION.CODE),
                        row.get(PROGRAMME_INDICATOR.ESTIMATION),
                        baseline(row),
                        row.get(milestones),
                        row.get(targets))));
    }

    List<Programme> programmes(Known known) {
        return sql.select(PROGRAMME, indicators(known))
                .from(PROGRAMME)
                .orderBy(PROGRAMME.SORT, PROGRAMME.CODE)
                .fetch(row -> programme(row.value1(), row.value2()));
    }

    private static Programme programme(ProgrammeRecord row, List<ProgrammeIndicator> indicators) {
        return new Programme(
                row.getCode(),
                row.getCountry(),
                new Text(row.getNameEs(), row.getNameEn(), row.getNameDe()),
                new Text(row.getDescriptionEs(), row.getDescriptionEn(), row.getDescriptionDe()),
                row.getLegalBasis(),
                row.getStartsOn(),
                row.getEndsOn(),
                row.getBaselineYear(),
                row.getCoverageThreshold(),
                row.getDefaultMethod(),
                row.getGwpSet(),
                row.getSecondApproval(),
                row.getFiscalStart() == 1 ? null : row.getFiscalStart().intValue(),
                indicators);
    }

    private static @Nullable Baseline baseline(Record row) {
        BaselineRecord baseline = row.into(BASELINE);
        return baseline.getPeriodStart() == null
                ? null
                : new Baseline(
                        ReportingPeriod.of(baseline.getPeriodStart(), baseline.getPeriodMonths()),
                        baseline.getValue(),
                        new Text(baseline.getNoteEs(), baseline.getNoteEn(), baseline.getNoteDe()));
    }

    private static Target target(TargetRecord row) {
        return new Target(
                row.getCode(),
                row.getVersion(),
                ReportingPeriod.of(row.getPeriodStart(), row.getPeriodMonths()),
                row.getValue(),
                row.getDecidedOn(),
                row.getConditional(),
                row.getIllustrative(),
                new Text(row.getStatementEs(), row.getStatementEn(), row.getStatementDe()),
                row.getDerivation(),
                CatalogueExport.textOrNull(
                        row.getDefinitionNoteEs(), row.getDefinitionNoteEn(), row.getDefinitionNoteDe()),
                new Source(row.getSourceTitle(), row.getSourceUrl()));
    }
}
