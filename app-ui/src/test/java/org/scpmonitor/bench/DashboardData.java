package org.scpmonitor.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.scpmonitor.batch.bench.BenchServer;

/**
 * Programmes of four countries, each with 250 institutions that report 40 monthly indicators over some months, each with a
 * baseline and a target; and people who read them.
 */
final class DashboardData {

    static final LocalDate LAST = LocalDate.of(2025, 12, 1);
    static final List<String> PROGRAMMES = List.of("CL-P", "MX-P", "CO-P", "PE-P");

    private static final LocalDate BASELINE = LocalDate.of(2023, 1, 1);

    private DashboardData() {}

    static void store(DSLContext sql, int months) {
        BenchServer.inFourCountries(sql);
        for (String code : PROGRAMMES.subList(1, PROGRAMMES.size())) {
            sql.execute("""
                    insert into programme (code, country, name_es, name_en, name_de, description_es, description_en,
                                           description_de, legal_basis, starts_on, baseline_year, gwp_set, sort)
                    select ?, ?, name_es, name_en, name_de, description_es, description_en, description_de, legal_basis,
                           starts_on, baseline_year, gwp_set, ?
                    from programme where code = 'CL-P'
                    """, code, code.substring(0, 2), PROGRAMMES.indexOf(code) + 1);
        }
        sql.execute("""
                insert into participation_version (programme_id, institution_id, valid_from, known_from)
                select p.id, i.id, '2000-01-01', (select min(moment) from knowledge)
                from programme p join institution i on i.country = p.country
                where p.code <> 'CL-P'
                """);
        sql.execute("""
                insert into programme_indicator (programme_id, indicator_id, sort)
                select p.id, i.id, i.id from programme p cross join indicator i where p.code <> 'CL-P'
                """);
        sql.execute("""
                update programme_indicator set headline = true
                where indicator_id = (select id from indicator where code = ?)
                """, BenchServer.indicator(0));
        sql.execute("""
                insert into baseline (programme_indicator_id, version, period_start, period_months, note_es, note_en,
                                      note_de, known_from)
                select id, 1, ?, 1, '', '', '', (select min(moment) from knowledge) from programme_indicator
                """, BASELINE);
        sql.execute("""
                insert into target (code, version, programme_indicator_id, period_start, period_months, value, illustrative,
                                    statement_es, statement_en, statement_de, source_title, decided_on, known_from)
                select 'T-' || id, 1, id, '2030-12-01', 1, 100, true, '', '', '', 'Benchmark', '2020-01-01',
                       (select min(moment) from knowledge)
                from programme_indicator
                """);
        BenchServer.observations(sql, LAST, months);
    }

    /** Makes accounts that may read what is published, and gives each a password of its own hash. */
    static List<String> readers(DSLContext sql, int number) {
        List<String> names =
                IntStream.range(0, number).mapToObj(i -> "reader." + i).toList();
        names.forEach(name -> sql.execute("""
                with made as (
                    insert into app_user (username, password_hash, display_name) values (?, '', ?) returning id)
                insert into user_grant (user_id, role) select id, 'reviewer' from made
                """, name, name));
        return names;
    }
}
