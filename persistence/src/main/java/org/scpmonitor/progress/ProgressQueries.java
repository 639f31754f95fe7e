package org.scpmonitor.progress;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.ASSESSMENT;
import static org.scpmonitor.schema.Tables.BASELINE;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.MILESTONE;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.TARGET;
import static org.scpmonitor.schema.Tables.THEME;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.listing.Known;
import org.scpmonitor.progress.IndicatorProgress.Point;
import org.scpmonitor.progress.IndicatorProgress.Programme;
import org.scpmonitor.progress.IndicatorProgress.StatedBaseline;
import org.scpmonitor.progress.IndicatorProgress.TargetVersion;
import org.scpmonitor.progress.IndicatorProgress.Verdict;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads programmes' progress as the screens show it: each question is one statement. What is published needs no account. */
@Repository
public class ProgressQueries {
    private final DSLContext sql;

    ProgressQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What is asked for: by theme, indicator, programme. */
    public List<IndicatorProgress> list(ProgressQuestion question) {
        return list(
                DSL.and(
                        question.headlines() ? PROGRAMME_INDICATOR.HEADLINE.isTrue() : noCondition(),
                        question.programme() == null ? noCondition() : PROGRAMME.CODE.eq(question.programme()),
                        question.countries().isEmpty() ? noCondition() : PROGRAMME.COUNTRY.in(question.countries()),
                        question.theme() == null ? noCondition() : INDICATOR_VERSION.THEME.eq(question.theme()),
                        question.indicators().isEmpty() ? noCondition() : INDICATOR.CODE.in(question.indicators())),
                question);
    }

    /** The indicator by which each programme is judged first, in the programmes' order. */
    public List<IndicatorProgress> listHeadlines(AsOf asOf) {
        return list(ProgressQuestion.at(asOf).ofHeadlines());
    }

    /** One indicator in every programme that has it, in the programmes' order. */
    public List<IndicatorProgress> listOfIndicator(String indicator, AsOf asOf) {
        return list(ProgressQuestion.at(asOf).ofIndicators(List.of(indicator)));
    }

    /** These indicators in every programme that has them, in the programmes' order. */
    public List<IndicatorProgress> listOfIndicators(Collection<String> indicators, AsOf asOf) {
        return list(false, indicators, asOf);
    }

    /** @param headlines whether those that programmes are judged by first come too */
    public List<IndicatorProgress> list(boolean headlines, Collection<String> indicators, AsOf asOf) {
        Condition named = INDICATOR.CODE.in(indicators);
        return list(headlines ? named.or(PROGRAMME_INDICATOR.HEADLINE.isTrue()) : named, ProgressQuestion.at(asOf));
    }

    /** Every indicator of a programme, by theme; empty for an unknown programme. */
    public List<IndicatorProgress> listOfProgramme(String programme, AsOf asOf) {
        return list(ProgressQuestion.at(asOf).ofProgramme(programme));
    }

    /** Every indicator of every programme: by theme, indicator, programme. */
    public List<IndicatorProgress> listAll(AsOf asOf) {
        return list(ProgressQuestion.at(asOf));
    }

    private List<IndicatorProgress> list(Condition which, ProgressQuestion question) {
        Known known = Known.at(sql, question.asOf());
        return sql.select(
                        row(
                                        PROGRAMME.CODE,
                                        row(PROGRAMME.NAME_ES, PROGRAMME.NAME_EN, PROGRAMME.NAME_DE)
                                                .mapping(Text::new),
                                        PROGRAMME.COUNTRY,
                                        row(COUNTRY.NAME_ES, COUNTRY.NAME_EN, COUNTRY.NAME_DE)
                                                .mapping(Text::new),
                                        PROGRAMME.DEFAULT_METHOD.convertFrom(ProgressMethod::of))
                                .mapping(Programme::new),
                        INDICATOR.CODE,
                        row(INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE)
                                .mapping(Text::new),
                        INDICATOR_VERSION.LEVEL.convertFrom(ResultLevel::of),
                        INDICATOR_VERSION.THEME,
                        row(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE).mapping(Text::new),
                        INDICATOR_VERSION.UNIT,
                        row(
                                        INDICATOR_VERSION.VERIFICATION_ES,
                                        INDICATOR_VERSION.VERIFICATION_EN,
                                        INDICATOR_VERSION.VERIFICATION_DE)
                                .mapping(Text::new),
                        INDICATOR_VERSION.DIRECTION.convertFrom(direction -> direction > 0),
                        PROGRAMME_INDICATOR.HEADLINE,
                        coalesce(INSTITUTION.ACRONYM, INSTITUTION.NAME, inline("")),
                        baseline(known),
                        points(known, question),
                        targets(known),
                        milestones(known),
                        verdicts(known, question))
                .from(PROGRAMME_INDICATOR)
                .join(PROGRAMME)
                .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                .join(COUNTRY)
                .on(COUNTRY.CODE.eq(PROGRAMME.COUNTRY))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .join(THEME)
                .on(THEME.CODE.eq(INDICATOR_VERSION.THEME))
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID))
                .where(which)
                .orderBy(THEME.SORT, INDICATOR.SORT, PROGRAMME.SORT)
                .fetch(Records.mapping(IndicatorProgress::new));
    }

    private static Field<@Nullable StatedBaseline> baseline(Known known) {
        return field(select(row(
                                period(BASELINE.PERIOD_START, BASELINE.PERIOD_MONTHS),
                                BASELINE.VALUE,
                                row(BASELINE.NOTE_ES, BASELINE.NOTE_EN, BASELINE.NOTE_DE)
                                        .mapping(Text::new))
                        .mapping(StatedBaseline::new))
                .from(BASELINE)
                .where(BASELINE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                .and(known.holds(BASELINE.KNOWN_FROM, BASELINE.KNOWN_UNTIL)));
    }

    private static Field<List<Point>> points(Known known, ProgressQuestion question) {
        return PointText.of(select(PointText.TEXT)
                .from(ACTUAL)
                .where(ACTUAL.PROGRAMME_ID.eq(PROGRAMME.ID))
                .and(ACTUAL.COUNTRY.eq(PROGRAMME.COUNTRY))
                .and(ACTUAL.INDICATOR_ID.eq(INDICATOR.ID))
                .and(ACTUAL.DISAGGREGATION_ID.eq(0))
                .and(ACTUAL.PERIOD_MONTHS.eq(months(question)))
                .and(until(question, ACTUAL.PERIOD_START, ACTUAL.PERIOD_MONTHS))
                .and(known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL))
                .orderBy(ACTUAL.PERIOD_START));
    }

    private static Field<List<TargetVersion>> targets(Known known) {
        return multiset(select(
                                TARGET.ID,
                                TARGET.CODE,
                                TARGET.VERSION,
                                period(TARGET.PERIOD_START, TARGET.PERIOD_MONTHS),
                                TARGET.VALUE,
                                TARGET.CONDITIONAL,
                                TARGET.ILLUSTRATIVE,
                                field(known.holds(TARGET.KNOWN_FROM, TARGET.KNOWN_UNTIL)),
                                row(TARGET.STATEMENT_ES, TARGET.STATEMENT_EN, TARGET.STATEMENT_DE)
                                        .mapping(Text::new),
                                TARGET.DERIVATION,
                                row(TARGET.DEFINITION_NOTE_ES, TARGET.DEFINITION_NOTE_EN, TARGET.DEFINITION_NOTE_DE)
                                        .mapping(ProgressQueries::text),
                                TARGET.SOURCE_TITLE,
                                TARGET.SOURCE_URL,
                                TARGET.DECIDED_ON)
                        .from(TARGET)
                        .where(TARGET.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.begun(TARGET.KNOWN_FROM))
                        .orderBy(TARGET.DECIDED_ON, TARGET.PERIOD_START, TARGET.VERSION))
                .convertFrom(targets -> targets.map(Records.mapping(TargetVersion::new)));
    }

    private static Field<List<Dated>> milestones(Known known) {
        return multiset(select(period(MILESTONE.PERIOD_START, MILESTONE.PERIOD_MONTHS), MILESTONE.VALUE)
                        .from(MILESTONE)
                        .where(MILESTONE.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.holds(MILESTONE.KNOWN_FROM, MILESTONE.KNOWN_UNTIL))
                        .orderBy(MILESTONE.PERIOD_START))
                .convertFrom(milestones -> milestones.map(Records.mapping(Dated::new)));
    }

    private static Field<List<Verdict>> verdicts(Known known, ProgressQuestion question) {
        var latest = ASSESSMENT.as("latest");
        return multiset(select(
                                period(ASSESSMENT.PERIOD_START, ASSESSMENT.PERIOD_MONTHS),
                                ASSESSMENT.METHOD.convertFrom(ProgressMethod::of),
                                ASSESSMENT.STATUS.convertFrom(ProgressStatus::valueOf),
                                ASSESSMENT.SCORE,
                                ASSESSMENT.EXPECTED,
                                ASSESSMENT.REASON.convertFrom(ProgressQueries::reason),
                                ASSESSMENT.TARGET_ID)
                        .from(ASSESSMENT)
                        .where(ASSESSMENT.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                        .and(known.holds(ASSESSMENT.KNOWN_FROM, ASSESSMENT.KNOWN_UNTIL))
                        .and(ASSESSMENT.PERIOD_START.eq(select(max(latest.PERIOD_START))
                                .from(latest)
                                .where(latest.PROGRAMME_INDICATOR_ID.eq(PROGRAMME_INDICATOR.ID))
                                .and(until(question, latest.PERIOD_START, latest.PERIOD_MONTHS))
                                .and(known.holds(latest.KNOWN_FROM, latest.KNOWN_UNTIL))))
                        .orderBy(when(ASSESSMENT.METHOD.eq("linear"), inline(0)).else_(inline(1)), ASSESSMENT.METHOD))
                .convertFrom(verdicts -> verdicts.map(Records.mapping(Verdict::new)));
    }

    /** Of the asked length, else the indicator's own. */
    private static Field<Short> months(ProgressQuestion question) {
        return question.periodicity() == null
                ? INDICATOR_VERSION.PERIOD_MONTHS
                : inline((short) question.periodicity().months());
    }

    /** Periods that have ended when the asked one ends. */
    private static Condition until(ProgressQuestion question, Field<LocalDate> start, Field<Short> months) {
        return question.to() == null
                ? noCondition()
                : condition(
                        "{0} + make_interval(months => {1}) <= {2}",
                        start, months, val(question.to().endExclusive()));
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }

    private static @Nullable Text text(@Nullable String es, @Nullable String en, @Nullable String de) {
        return es == null || en == null || de == null ? null : new Text(es, en, de);
    }

    private static SelectField<ReportingPeriod> period(Field<LocalDate> start, Field<Short> months) {
        return row(start, months).mapping(ReportingPeriod::of);
    }
}
