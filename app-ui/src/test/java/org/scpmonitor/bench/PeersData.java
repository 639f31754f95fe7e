package org.scpmonitor.bench;

import static org.scpmonitor.batch.bench.BenchServer.INDICATORS;
import static org.scpmonitor.batch.bench.BenchServer.INSTITUTIONS;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jooq.DSLContext;
import org.scpmonitor.batch.bench.BenchServer;

/** 4 countries × 250 institutions × 40 indicators × some months, a file for each country, and a ratio of two of them. */
final class PeersData {

    static final List<String> COUNTRIES = List.of("CL", "MX", "CO", "PE");
    static final YearMonth LAST = YearMonth.of(2023, 12);
    static final String RATIO = "R-01";

    private PeersData() {}

    static int rows(int months) {
        return COUNTRIES.size() * INSTITUTIONS * INDICATORS * months;
    }

    static void prepare(DSLContext sql) {
        BenchServer.inFourCountries(sql);
        for (String country : List.of("MX", "CO")) {
            sql.execute("""
                    with made as (
                        insert into app_user (username, password_hash, display_name) values (?, '', ?) returning id)
                    insert into user_grant (user_id, role, country) select id, 'coordinator', ? from made
                    """, coordinator(country), coordinator(country), country);
        }
        sql.execute("analyze");
    }

    static String coordinator(String country) {
        return "coordinator." + country;
    }

    static String institution(String country, int number) {
        return country + BenchServer.institution(number).substring(2);
    }

    /** One more indicator, of which there are no values: a year's sum of one by that of another. */
    static int ratio(DSLContext sql) {
        int ratio = sql.fetchSingle("insert into indicator (code, sort) values (?, 99) returning id", RATIO)
                .get(0, Integer.class);
        sql.execute("""
                insert into indicator_version
                select (jsonb_populate_record(v, jsonb_build_object(
                    'indicator_id', r.id, 'period_months', 12, 'unit', '1', 'over_institutions', 'ratio',
                    'over_time', 'ratio', 'numerator_id', n.id, 'denominator_id', d.id, 'ratio_factor', 1))).*
                from indicator_version v
                join indicator n on n.id = v.indicator_id and n.code = ?
                join indicator d on d.code = ?
                join indicator r on r.id = ?
                """, BenchServer.indicator(0), BenchServer.indicator(1), ratio);
        return ratio;
    }

    static Path file(Path file, String country, int months) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("institution,indicator,period,value,unit\n");
            for (int i = 0; i < INSTITUTIONS; i++) {
                for (int month = months - 1; month >= 0; month--) {
                    for (int k = 0; k < INDICATORS; k++) {
                        out.write(institution(country, i) + "," + BenchServer.indicator(k) + ","
                                + LAST.minusMonths(month) + "," + (i * 977 + month * 131 + k * 17 + 1) + "."
                                + (i + k) % 10 + (month % 9 + 1) + ",t\n");
                    }
                }
            }
        }
        return file;
    }
}
