package org.scpmonitor.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where values of one formula are told apart by different dimensions, those of fewer dimensions hold for each code of the
 * others: the population of a city enters for every fuel.
 */
final class Spread {

    private Spread() {}

    /** The rows of a level with each reading's value at the codes that it is told apart by. */
    static String of(String grouped, Collection<Reading> readings, Set<String> dimensions, boolean warming) {
        String set = warming ? ", g.gwp_set" : "";
        List<String> columns = new ArrayList<>();
        List<String> joins = new ArrayList<>();
        for (Reading each : readings) {
            boolean spread = each.isSpread(dimensions);
            String from = spread ? "q" + each.number() : "g";
            each.names().forEach(name -> columns.add(from + "." + name));
            if (spread) {
                joins.add("""
                        join (%2$s) r%1$d on r%1$d.id = g.disaggregation_id
                        left join g q%1$d on q%1$d.institution_id = g.institution_id
                            and q%1$d.period_start = g.period_start and q%1$d.disaggregation_id = r%1$d.rest_id%3$s
                        """.formatted(
                                each.number(),
                                within(each.dimensions()),
                                warming ? " and q" + each.number() + ".gwp_set = g.gwp_set" : ""));
            }
        }
        return """
                with g as materialized (%s)
                select g.institution_id, g.period_start, g.disaggregation_id%s, %s
                from g
                %s
                """.formatted(grouped, set, String.join(", ", columns), String.join("", joins));
    }

    /** Of each disaggregation, which it is without a dimension. */
    static String without(String dimension) {
        return rest("p.dimension <> '" + dimension + "'");
    }

    private static String within(Set<String> dimensions) {
        return rest("p.dimension = any ('{" + String.join(",", dimensions) + "}')");
    }

    private static String rest(String kept) {
        return """
                select a.id, b.id as rest_id
                from (select g.id, coalesce(string_agg(p.dimension || '=' || p.code, ';' order by p.dimension collate "C")
                                                filter (where %s), '') as key
                      from disaggregation g
                      left join disaggregation_part p on p.disaggregation_id = g.id
                      group by g.id) a
                join disaggregation b on b.key = a.key
                """.formatted(kept);
    }
}
