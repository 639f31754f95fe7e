package org.scpmonitor.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * The catalogue as one document, member by member as its JSON has it. Lists keep their order, which is the order on
 * screen; an absent list is an empty one. What a document does not mention stays as it is stored.
 *
 * @param schema {@value #SCHEMA}
 * @param notices what a reader must know about the catalogue as a whole
 */
public record CatalogueDocument(
        String schema,
        List<Notice> notices,
        List<Country> countries,
        List<Named> themes,
        List<Dimension> dimensions,
        List<Institution> institutions,
        List<Factor> factors,
        List<Indicator> indicators,
        List<Programme> programmes,
        List<Participation> participations,
        List<Assignment> assignments,
        List<Deadline> calendar,
        List<NamedMapping> mappings) {

    public static final String SCHEMA = "scp-catalogue/1";

    public CatalogueDocument {
        notices = orEmpty(notices);
        countries = orEmpty(countries);
        themes = orEmpty(themes);
        dimensions = orEmpty(dimensions);
        institutions = orEmpty(institutions);
        factors = orEmpty(factors);
        indicators = orEmpty(indicators);
        programmes = orEmpty(programmes);
        participations = orEmpty(participations);
        assignments = orEmpty(assignments);
        calendar = orEmpty(calendar);
        mappings = orEmpty(mappings);
    }

    /** The same catalogue with other indicators. */
    public CatalogueDocument withIndicators(List<Indicator> indicators) {
        return new CatalogueDocument(
                schema,
                notices,
                countries,
                themes,
                dimensions,
                institutions,
                factors,
                indicators,
                programmes,
                participations,
                assignments,
                calendar,
                mappings);
    }

    /** The same catalogue with other programmes. */
    public CatalogueDocument withProgrammes(List<Programme> programmes) {
        return new CatalogueDocument(
                schema,
                notices,
                countries,
                themes,
                dimensions,
                institutions,
                factors,
                indicators,
                programmes,
                participations,
                assignments,
                calendar,
                mappings);
    }

    /** The same catalogue with other mappings. */
    public CatalogueDocument withMappings(List<NamedMapping> mappings) {
        return new CatalogueDocument(
                schema,
                notices,
                countries,
                themes,
                dimensions,
                institutions,
                factors,
                indicators,
                programmes,
                participations,
                assignments,
                calendar,
                mappings);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public record Notice(String code, Text text) {}

    /**
     * @param code two letters of ISO 3166-1
     * @param iso3 three letters of ISO 3166-1
     * @param m49 number of the United Nations' M49
     */
    public record Country(String code, String iso3, int m49, Text name) {}

    public record Named(String code, Text name) {}

    public record Dimension(String code, Text name, List<Named> codes) {
        public Dimension {
            codes = orEmpty(codes);
        }
    }

    /**
     * @param kind ministry, agency, municipality or buyer
     * @param name in the institution's own language
     * @param region where in the country it is, as people there say it
     * @param sector to which its figures belong
     */
    public record Institution(
            String code,
            String country,
            String kind,
            String name,
            @Nullable String acronym,
            @Nullable String region,
            @Nullable String sector) {}

    /**
     * A number that makes one quantity of another.
     *
     * @param kind emission, calorific, density, gwp or other
     * @param category fuel, electricity, process, waste, goods or general
     * @param scope 1, 2 or 3 of the Greenhouse Gas Protocol; absent where the use decides
     * @param gas CO2, CH4 …; CO2e for several together
     * @param biogenic whether it is of carbon that plants took up: such CO2 is never added to the other
     * @param unit UCUM code
     * @param dimension whose codes tell its variants apart; absent where it has one value
     */
    public record Factor(
            String code,
            String kind,
            String category,
            @Nullable Integer scope,
            @Nullable String gas,
            @JsonInclude(Include.NON_DEFAULT) boolean biogenic,
            String unit,
            @Nullable String dimension,
            Text name,
            List<FactorValue> values) {
        public Factor {
            values = orEmpty(values);
        }
    }

    /**
     * What a factor is worth somewhere from a day on. Several with the same country, variant and day took each other's
     * place, in the order in which they were published.
     *
     * @param country where; absent for everywhere without a value of its own
     * @param variant a code of the factor's dimension, or AR5 or AR6 for a global warming potential
     * @param from the first day that it holds for
     * @param until the first day that it was not made for; it goes on being used where there is no later one
     * @param lower lower end of the 95 % range, with the upper one
     * @param publishedOn the day on which it came out; it becomes known no earlier; absent: known from the beginning
     * @param illustrative whether it stands for something that it was not made for
     * @param reason why it took the place of the one before
     */
    public record FactorValue(
            @Nullable String country,
            @Nullable String variant,
            LocalDate from,
            @Nullable LocalDate until,
            BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable LocalDate publishedOn,
            Source source,
            @Nullable Text note,
            @JsonInclude(Include.NON_DEFAULT) boolean illustrative,
            @Nullable String reason) {}

    /**
     * @param level output, outcome or impact
     * @param verification the source by which a figure can be verified
     * @param unit UCUM code
     * @param direction less or more: which of them is better
     * @param periodicity month, quarter, half-year or year: the shortest period it is reported for
     * @param aggregationOverInstitutions sum, last, mean, weighted_mean, ratio, count or none
     * @param aggregationOverTime likewise
     * @param numerator indicator above the fraction bar of a ratio
     * @param denominator indicator below it
     * @param weight indicator that weighs a weighted mean
     * @param minimum least physically possible value, in the unit
     * @param maximum greatest physically possible value, in the unit
     * @param allowedJumpPercent year-on-year change in either direction that needs no explanation; 20 when absent
     * @param cumulative whether it only grows, but for corrections; not when absent
     * @param population whether it counts a country's inhabitants, by which others are told per inhabitant; not when absent
     * @param sdgIndicator number of the Sustainable Development Goals' indicator, only where it is the same
     * @param sdgSeries code of the series in the global SDG database, only where it is the same
     * @param uncertaintyPercent half-width of the 95 % interval of a reported value, in % of it; absent where unknown
     * @param state draft, active or retired; active when absent
     * @param dimensions by which it may be disaggregated
     * @param formulas by which it is calculated; none where it is reported
     */
    public record Indicator(
            String code,
            String theme,
            String level,
            Text name,
            Text definition,
            @Nullable Text methodNote,
            Text verification,
            String unit,
            String direction,
            String periodicity,
            String aggregationOverInstitutions,
            String aggregationOverTime,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String weight,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable BigDecimal allowedJumpPercent,
            @Nullable Boolean cumulative,
            @Nullable Boolean population,
            @Nullable String sdgIndicator,
            @Nullable String sdgSeries,
            @Nullable BigDecimal uncertaintyPercent,
            @Nullable String state,
            List<String> dimensions,
            List<FormulaLine> formulas) {
        public Indicator {
            dimensions = orEmpty(dimensions);
            formulas = orEmpty(formulas);
        }

        /** The same indicator, calculated so. */
        Indicator calculatedBy(List<FormulaLine> lines) {
            return new Indicator(
                    code,
                    theme,
                    level,
                    name,
                    definition,
                    methodNote,
                    verification,
                    unit,
                    direction,
                    periodicity,
                    aggregationOverInstitutions,
                    aggregationOverTime,
                    numerator,
                    denominator,
                    weight,
                    minimum,
                    maximum,
                    allowedJumpPercent,
                    cumulative,
                    population,
                    sdgIndicator,
                    sdgSeries,
                    uncertaintyPercent,
                    state,
                    dimensions,
                    lines);
        }
    }

    /**
     * How a calculated indicator follows from others, until the next line.
     *
     * @param from the first day of the first period that it makes
     * @param expression in the language of {@link org.scpmonitor.formula.Formula}
     */
    public record FormulaLine(LocalDate from, String expression) {}

    /**
     * @param legalBasis citation in the country's language
     * @param coverageThreshold 0 to 1: below this coverage progress is not assessed
     * @param defaultMethod linear, growth or un
     * @param gwpSet AR5 or AR6
     * @param secondApproval role that gives a second approval: coordinator, manager or expert; absent where one is enough
     * @param fiscalStart 1 to 12: the month in which its fiscal year begins; January when absent
     */
    public record Programme(
            String code,
            String country,
            Text name,
            Text description,
            String legalBasis,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int baselineYear,
            BigDecimal coverageThreshold,
            String defaultMethod,
            String gwpSet,
            @Nullable String secondApproval,
            @Nullable Integer fiscalStart,
            List<ProgrammeIndicator> indicators) {
        public Programme {
            indicators = orEmpty(indicators);
        }

        /** The same programme following these. */
        public Programme following(List<ProgrammeIndicator> indicators) {
            return new Programme(
                    code,
                    country,
                    name,
                    description,
                    legalBasis,
                    startsOn,
                    endsOn,
                    baselineYear,
                    coverageThreshold,
                    defaultMethod,
                    gwpSet,
                    secondApproval,
                    fiscalStart,
                    indicators);
        }
    }

    /**
     * An indicator as a programme follows it.
     *
     * @param headline whether it is the one that stands for the programme
     * @param responsible institution that answers for it
     * @param estimation carried_forward, interpolated or baseline_share: how missing institutions are estimated beside the
     *     total; absent where they aren't
     */
    public record ProgrammeIndicator(
            String indicator,
            @JsonInclude(Include.NON_DEFAULT) boolean headline,
            @Nullable String responsible,
            @Nullable String estimation,
            @Nullable Baseline baseline,
            List<Milestone> milestones,
            List<Target> targets) {
        public ProgrammeIndicator {
            milestones = orEmpty(milestones);
            targets = orEmpty(targets);
        }

        /** An indicator that is followed from now on, with nothing set yet. */
        public static ProgrammeIndicator of(String indicator) {
            return new ProgrammeIndicator(indicator, false, null, null, null, List.of(), List.of());
        }

        /** The same, standing for the programme no more. */
        ProgrammeIndicator withoutHeadline() {
            return new ProgrammeIndicator(indicator, false, responsible, estimation, baseline, milestones, targets);
        }
    }

    /** @param value in the indicator's unit; when absent, the programme's actual of the period */
    public record Baseline(ReportingPeriod period, @Nullable BigDecimal value, Text note) {}

    public record Milestone(
            ReportingPeriod period,
            BigDecimal value,
            @Nullable String source,
            @JsonInclude(Include.NON_DEFAULT) boolean illustrative) {}

    /**
     * One version of a target; the versions of one target share its code, period and condition.
     *
     * @param version from 1 without gaps
     * @param value in the indicator's unit
     * @param decidedOn the day on which it was decided; it becomes known no earlier
     * @param conditional whether it depends on support
     * @param illustrative whether it has no official backing
     * @param statement what was decided, in our own words
     * @param derivation the arithmetic where the source does not state the value itself
     * @param definitionNote how the target's definition differs from the series'
     */
    public record Target(
            String code,
            int version,
            ReportingPeriod period,
            BigDecimal value,
            LocalDate decidedOn,
            @JsonInclude(Include.NON_DEFAULT) boolean conditional,
            @JsonInclude(Include.NON_DEFAULT) boolean illustrative,
            Text statement,
            @Nullable String derivation,
            @Nullable Text definitionNote,
            Source source) {}

    /** @param url where it can be read; a target without one is illustrative */
    public record Source(String title, @Nullable String url) {}

    /** Either institutions by code, or all of one kind in one country. */
    public record Selection(
            List<String> codes,
            @Nullable String country,
            @Nullable String kind) {
        public Selection {
            codes = orEmpty(codes);
        }
    }

    /** @param until first day on which they no longer take part */
    public record Participation(
            String programme,
            Selection institutions,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Who reports what, how often.
     *
     * @param disaggregation {@code DIMENSION=CODE} pairs joined by {@code ;}; absent for the total, which stands for all
     * @param from first day that a report is due for
     * @param until first day that no report is due for any more
     */
    public record Assignment(
            List<String> indicators,
            Selection institutions,
            @Nullable String disaggregation,
            String periodicity,
            LocalDate from,
            @Nullable LocalDate until) {
        public Assignment {
            indicators = orEmpty(indicators);
        }
    }

    /**
     * How long after the end of a period a report is on time and taken.
     *
     * @param country only there; absent for all countries without a rule of their own
     * @param from first day of the first period that it is for; absent where no other rule is
     * @param timelyDays days after the last day of the period until which a report is on time
     * @param closedDays days after it until which reports are taken; absent where the period never closes
     */
    public record Deadline(
            List<String> indicators,
            @Nullable String country,
            @Nullable LocalDate from,
            int timelyDays,
            @Nullable Integer closedDays) {
        public Deadline {
            indicators = orEmpty(indicators);
        }
    }

    /**
     * How a table that is not ours is read; everybody's where neither country nor institution is named.
     *
     * @param country of whose institutions
     * @param institution whose own
     * @param document as {@link org.scpmonitor.mapping.MappingJson} writes it
     */
    public record NamedMapping(
            String name, @Nullable String country, @Nullable String institution, Map<String, Object> document) {}
}
