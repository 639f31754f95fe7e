package org.scpmonitor.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;

/**
 * Something that a formula reads for each institution, period and disaggregation: an indicator's values, or the sum over a
 * dimension.
 *
 * @param number that tells it apart from the others of its level
 * @param source the rows read: {@code institution_id, disaggregation_id, period_start, at, value, status} and, where it
 *     has parts, {@code variance, versions, half_widths, carried}
 * @param rule by which several rows make one value: that over time; empty where there is one row at most
 * @param hasParts whether its rows bring an uncertainty of their own: they were calculated
 */
record Reading(
        int number,
        Unit unit,
        Set<String> dimensions,
        @Nullable BigDecimal uncertaintyPercent,
        String source,
        String rule,
        boolean hasParts,
        boolean warming) {

    /**
     * The values of an indicator.
     *
     * @param back how many months earlier than the period due
     * @param months of the period due
     */
    static Reading of(int number, Meanings.Input input, int back, int months, int formula) {
        // Shorter periods are in it whole; what isn't to be added up over time only at its own length.
        boolean exact = input.overTime().equals("none") || input.overTime().equals("ratio");
        String which = """
                o.indicator_id = %1$d and o.known_until = 'infinity'
                      and o.period_start >= (d.period_start - interval '%2$d months')::date
                      and o.period_start < (d.period_end - interval '%2$d months')::date
                      and %3$s
                """.formatted(
                        input.id(),
                        back,
                        exact || months == 1
                                ? "o.period_months = " + months
                                : "(o.period_start + make_interval(months => o.period_months))::date"
                                        + " <= (d.period_end - interval '" + back + " months')::date");
        // The offset keeps the planner at going period by period through the index.
        String source = input.calculated() ? """
                select d.period_start, o.*
                from formula_due d
                cross join lateral (
                    select o.institution_id, o.disaggregation_id, o.gwp_set, o.period_start as at, o.value, o.status,
                           o.variance, o.factor_versions as versions, o.half_widths, o.carried
                    from calculated o
                    where %s
                    offset 0) o
                where d.formula_id = %d
                """.formatted(which, formula) : """
                select d.period_start, o.*
                from formula_due d
                cross join lateral (
                    select o.institution_id, o.disaggregation_id, o.period_start as at, o.value, o.status
                    from observation o
                    where %s and o.value is not null
                    offset 0) o
                where d.formula_id = %d
                """.formatted(which, formula);
        return new Reading(
                number,
                input.unit(),
                input.dimensions(),
                input.uncertaintyPercent(),
                source,
                months == 1 || exact ? "" : input.overTime(),
                input.calculated(),
                input.warming());
    }

    /** What the register has counted for an institution until the end of the period due: sure, and of no dimension. */
    static Reading counted(int number, String tally, int formula) {
        return new Reading(number, Units.ONE, Set.of(), null, """
                select d.period_start, o.institution_id, 0 as disaggregation_id, d.period_start as at,
                       sum(o.amount) as value, '' as status
                from formula_due d
                join current_tally o on o.tally = '%s' and o.day < d.period_end
                where d.formula_id = %d
                group by d.period_start, o.institution_id
                """.formatted(tally, formula), "", false, false);
    }

    /**
     * The sum over a dimension of what a level gives: of the codes that were reported. Where a factor is missing for one
     * of them there is no sum, for it would be too small.
     */
    static Reading summed(int number, Unit unit, Set<String> dimensions, String rows, String over, boolean warming) {
        String set = warming ? ", e.gwp_set" : "";
        return new Reading(
                number, unit, dimensions, null, """
                select e.period_start, e.institution_id, r.rest_id as disaggregation_id%s, e.period_start as at,
                       case when count(e.value) = count(*) then sum(e.value) end as value,
                       case when bit_or(e.status) & 1 > 0 then 'P' when bit_or(e.status) & 2 > 0 then 'E'
                            when bit_or(e.status) & 4 > 0 then 'B' else '' end as status,
                       sum(e.variance) as variance, concatenated(e.factor_versions) as versions,
                       concatenated(e.half_widths) as half_widths, bool_or(e.carried) as carried
                from (%s) e
                join (%s) r on r.id = e.disaggregation_id
                where e.value is not null or e.complete
                group by e.period_start, e.institution_id, r.rest_id%s
                """.formatted(set, rows, Spread.without(over), set), "", true, warming);
    }

    Term term() {
        return Term.column(
                value(), unit, Set.of(column("status")), hasParts ? Set.of(column("carried")) : Set.<String>of());
    }

    String value() {
        return column("value");
    }

    String column(String name) {
        return "k." + name + number;
    }

    /** The sum of the squares of what was reported, as it enters the square of the half-width. */
    String squares() {
        return rule.isEmpty() || rule.equals("last") ? value() + " * " + value() : column("squares");
    }

    /** Whether it is read where values are told apart by more than its own dimensions. */
    boolean isSpread(Set<String> all) {
        return !dimensions.equals(all);
    }

    /** Its rows, numbered, in the columns that all readings of a level have. */
    String rows(boolean withParts, boolean withSet) {
        String parts = hasParts
                ? ", r.variance, r.versions, r.half_widths, r.carried"
                : ", null::numeric as variance, null::int[] as versions, null::numeric[] as half_widths,"
                        + " false as carried";
        return """
                select %d as reading, r.institution_id, r.period_start, r.disaggregation_id%s, r.at, r.value,
                       case r.status when 'P' then 1 when 'E' then 2 when 'B' then 4 else 0 end as status%s
                from (%s) r%s
                """.formatted(
                        number,
                        withSet ? ", s.gwp_set" : "",
                        withParts ? parts : "",
                        source,
                        withSet
                                ? " join (values ('AR5'), ('AR6')) s(gwp_set) on "
                                        + (warming ? "r.gwp_set in ('', s.gwp_set)" : "true")
                                : "");
    }

    /** The columns that its rows are grouped into. */
    String columns() {
        String mine = " filter (where t.reading = " + number + ")";
        String value = switch (rule) {
            case "" -> "max(t.value)" + mine;
            case "sum" -> "sum(t.value)" + mine;
            case "count" -> "nullif(count(*)" + mine + ", 0)";
            case "mean" -> "quotient(sum(t.value)" + mine + ", count(*)" + mine + ")";
            case "last" -> last("value");
            default -> throw new IllegalArgumentException("No rule over time: " + rule);
        };
        String squares = switch (rule) {
            case "mean" ->
                ", quotient(sum(t.value * t.value)" + mine + ", count(*)" + mine + " * count(*)" + mine + ")";
            case "count" -> ", 0";
            default -> ", sum(t.value * t.value)" + mine;
        };
        String parts = !hasParts
                ? squares + " as squares" + number
                : switch (rule) {
                    case "last" ->
                        ", " + last("variance") + " as variance" + number + ", " + lastList("versions") + " as versions"
                                + number + ", " + lastList("half_widths") + " as half_widths" + number + ", "
                                + last("carried") + " as carried" + number;
                    case "mean" -> parts(mine, "count(*)" + mine);
                    default -> parts(mine, "1");
                };
        return value + " as value" + number + ", bit_or(t.status)" + mine + " as status" + number + parts;
    }

    /** The names of {@link #columns}. */
    List<String> names() {
        return Stream.concat(
                        Stream.of("value", "status"),
                        hasParts ? Stream.of("variance", "versions", "half_widths", "carried") : Stream.of("squares"))
                .map(each -> each + number)
                .collect(Collectors.toList());
    }

    private String parts(String mine, String parts) {
        boolean one = parts.equals("1");
        String variance = "sum(t.variance)" + mine;
        String halfWidths = "concatenated(t.half_widths)" + mine;
        return ", " + (one ? variance : "quotient(" + variance + ", " + parts + " * " + parts + ")") + " as variance"
                + number + ", concatenated(t.versions)" + mine + " as versions" + number + ", "
                + (one ? halfWidths : "scaled(" + halfWidths + ", quotient(1, " + parts + "))") + " as half_widths"
                + number + ", bool_or(t.carried)" + mine + " as carried" + number;
    }

    private String last(String column) {
        return "(array_agg(t." + column + " order by t.at desc) filter (where t.reading = " + number + "))[1]";
    }

    /** Of lists, which may differ in length: an aggregate of lists would be one of more dimensions. */
    private String lastList(String column) {
        return "last_of(t." + column + " order by t.at) filter (where t.reading = " + number + ")";
    }
}
