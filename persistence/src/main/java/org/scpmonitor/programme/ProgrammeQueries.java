package org.scpmonitor.programme;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.scpmonitor.schema.Tables.ACTUAL;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the national programmes. What is published needs no account. */
@Repository
public class ProgrammeQueries {
    private static final String COMPLETENESS = """
            with assigned as (
                select m.programme_id, a.indicator_id, greatest(a.valid_from, m.valid_from) as valid_from,
                       least(a.valid_until, m.valid_until) as valid_until
                from current_assignment a
                join participation m on m.institution_id = a.institution_id
                    and m.valid_from < a.valid_until and m.valid_until > a.valid_from
                group by 1, 2, 3, 4
            ), span as (
                select p.id, p.code, p.sort, p.baseline_year::int as first_year,
                       greatest(p.baseline_year, max(extract(year from latest.period_start)))::int as last_year
                from programme p
                left join programme_indicator i on i.programme_id = p.id
                left join lateral (values (1), (3), (6), (12)) m(months) on true
                left join lateral (
                    select actual.period_start from actual
                    where actual.indicator_id = i.indicator_id and actual.country = p.country
                      and actual.programme_id = p.id and actual.disaggregation_id = 0
                      and actual.period_months = m.months and {0}
                    order by actual.period_start desc
                    limit 1) latest on true
                group by p.id
            ), due as (
                select s.*, i.indicator_id, v.theme, year
                from span s
                join programme_indicator i on i.programme_id = s.id
                join indicator_version v on v.indicator_id = i.indicator_id and {1}
                cross join generate_series(s.first_year, s.last_year) year
                where exists (
                    select from assigned a
                    where a.programme_id = s.id and a.indicator_id = coalesce(v.numerator_id, v.indicator_id)
                      and a.valid_from <= make_date(year, 12, 31) and a.valid_until > make_date(year, 1, 1))
            )
            select d.code, d.first_year, d.last_year, d.theme, t.name_es, t.name_en, t.name_de,
                   count(*)::int as expected, count(known.year)::int as received, max(known.year) as latest
            from due d
            join theme t on t.code = d.theme
            left join lateral (
                select d.year from actual
                where actual.programme_id = d.id and actual.indicator_id = d.indicator_id
                  and actual.disaggregation_id = 0 and {0}
                  and actual.period_start between make_date(d.year, 1, 1) and make_date(d.year, 12, 31)
                limit 1
            ) known on true
            group by d.code, d.sort, d.first_year, d.last_year, d.theme, t.code
            order by d.sort, t.sort
            """;

    private final DSLContext sql;

    ProgrammeQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What a programme is, in the words of its catalogue entry. */
    public record Portrait(
            String code,
            Text name,
            Text description,
            String country,
            Text countryName,
            String legalBasis,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String gwpSet) {}

    public Optional<Portrait> find(String code) {
        return sql.select(
                        PROGRAMME.CODE,
                        row(PROGRAMME.NAME_ES, PROGRAMME.NAME_EN, PROGRAMME.NAME_DE)
                                .mapping(Text::new),
                        row(PROGRAMME.DESCRIPTION_ES, PROGRAMME.DESCRIPTION_EN, PROGRAMME.DESCRIPTION_DE)
                                .mapping(Text::new),
                        PROGRAMME.COUNTRY,
                        row(COUNTRY.NAME_ES, COUNTRY.NAME_EN, COUNTRY.NAME_DE).mapping(Text::new),
                        PROGRAMME.LEGAL_BASIS,
                        PROGRAMME.STARTS_ON,
                        PROGRAMME.ENDS_ON,
                        PROGRAMME.GWP_SET)
                .from(PROGRAMME)
                .join(COUNTRY)
                .on(COUNTRY.CODE.eq(PROGRAMME.COUNTRY))
                .where(PROGRAMME.CODE.eq(code))
                .fetchOptional(Records.mapping(Portrait::new));
    }

    /** How complete each programme's data are, in the programmes' order; programmes without assignments are left out. */
    public List<Completeness> listCompleteness(AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql
                .resultQuery(
                        COMPLETENESS,
                        known.holds(ACTUAL.KNOWN_FROM, ACTUAL.KNOWN_UNTIL),
                        known.holds(INDICATOR_VERSION.as("v").KNOWN_FROM, INDICATOR_VERSION.as("v").KNOWN_UNTIL))
                .fetchGroups(column("code", String.class))
                .values()
                .stream()
                .map(ProgrammeQueries::completeness)
                .toList();
    }

    private static Completeness completeness(Result<Record> themes) {
        Record first = themes.getFirst();
        return new Completeness(
                first.get("code", String.class),
                first.get("first_year", Integer.class),
                first.get("last_year", Integer.class),
                themes.map(each -> new Completeness.OfTheme(
                        each.get("theme", String.class),
                        new Text(
                                each.get("name_es", String.class),
                                each.get("name_en", String.class),
                                each.get("name_de", String.class)),
                        each.get("expected", Integer.class),
                        each.get("received", Integer.class),
                        each.get("latest", Integer.class))));
    }

    private static <T> Field<T> column(String column, Class<T> type) {
        return field(name(column), type);
    }
}
