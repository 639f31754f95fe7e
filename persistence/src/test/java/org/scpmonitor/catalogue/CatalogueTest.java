package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.tables.Assignment.ASSIGNMENT;
import static org.scpmonitor.schema.tables.Indicator.INDICATOR;
import static org.scpmonitor.schema.tables.IndicatorVersion.INDICATOR_VERSION;
import static org.scpmonitor.schema.tables.Institution.INSTITUTION;
import static org.scpmonitor.schema.tables.Knowledge.KNOWLEDGE;
import static org.scpmonitor.schema.tables.Target.TARGET;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueJson.Reading;
import org.scpmonitor.listing.Moment;
import org.scpmonitor.world.TestDatabase;

/** The demo's catalogue on its way into the database and out of it again. */
class CatalogueTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private TestDatabase database;
    private CatalogueImport catalogue;
    private CatalogueDocument demo;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        catalogue = new CatalogueImport(database.sql(), database.transactions(), CLOCK);
        demo = Demo.document();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void the_demo_has_no_problem() {
        assertThat(CatalogueCheck.problems(demo)).isEmpty();
    }

    @Test
    void everything_is_stored_at_once() {
        var applied = applied(catalogue.apply(demo));

        assertThat(database.sql().fetchCount(INSTITUTION)).isEqualTo(2910);
        assertThat(database.sql().fetchCount(ASSIGNMENT))
                .isEqualTo(5 * 14 + 2 * 1890 + 223 + 2 + 1 + 14 + 4 * 8 + 6 + 4 * 1010);
        assertThat(applied.changes())
                .contains(new CatalogueChange("assignments", "WAS-10", CatalogueChange.Kind.ADDED, 1890))
                .contains(new CatalogueChange("indicators", "GHG-01", CatalogueChange.Kind.ADDED, 1));
        assertThat(database.sql()
                        .select(INDICATOR.CODE, INDICATOR_VERSION.RATIO_FACTOR)
                        .from(INDICATOR_VERSION)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(INDICATOR_VERSION.INDICATOR_ID))
                        .where(INDICATOR_VERSION.OVER_INSTITUTIONS.eq("ratio"))
                        .fetchMap(INDICATOR.CODE, row -> row.value2().intValueExact()))
                .isEqualTo(Map.of("WAS-11", 1000, "PRC-12", 100, "PRC-13", 100));
    }

    @Test
    void successive_targets_follow_each_other() {
        catalogue.apply(demo);

        assertThat(targets("MX-NDC-2030")).containsExactly("1: 759, closed", "2: 774, closed", "3: 644.15, current");
    }

    @Test
    void a_target_is_not_known_before_it_is_decided() {
        catalogue.apply(demo, Instant.parse("2014-10-01T12:00:00Z"));
        assertThat(targets("MX-NDC-2030")).isEmpty();

        catalogue.apply(demo, Instant.parse("2015-03-30T12:00:00Z"));
        assertThat(targets("MX-NDC-2030")).containsExactly("1: 759, current");

        var applied = applied(catalogue.apply(demo, Instant.parse("2020-12-30T12:00:00Z")));
        assertThat(targets("MX-NDC-2030")).containsExactly("1: 759, closed", "2: 774, current");
        assertThat(applied.knownFrom()).contains(Instant.parse("2020-12-30T12:00:00Z"));
    }

    @Test
    void the_same_document_again_changes_nothing() {
        catalogue.apply(demo);
        int moments = database.sql().fetchCount(KNOWLEDGE);

        var again = applied(catalogue.apply(demo));

        assertThat(again.changes()).isEmpty();
        assertThat(again.knownFrom()).isEmpty();
        assertThat(database.sql().fetchCount(KNOWLEDGE)).isEqualTo(moments);
    }

    @Test
    void what_is_exported_changes_nothing_when_it_comes_back() {
        catalogue.apply(demo);
        var written = new ByteArrayOutputStream();
        CatalogueJson.write(new CatalogueExport(database.sql()).current(), written);

        Reading reading = Demo.read(written.toString(StandardCharsets.UTF_8));
        CatalogueDocument exported = ((Reading.Read) reading).document();

        assertThat(CatalogueCheck.problems(exported)).isEmpty();
        assertThat(applied(catalogue.apply(exported)).changes()).isEmpty();
        assertThat(exported.participations()).isEqualTo(demo.participations());
        assertThat(exported.programmes())
                .extracting(CatalogueDocument.Programme::secondApproval)
                .isEqualTo(demo.programmes().stream()
                        .map(CatalogueDocument.Programme::secondApproval)
                        .toList());
        assertThat(exported.institutions()).isEqualTo(demo.institutions());
        assertThat(exported.notices()).isEqualTo(demo.notices());

        catalogue.apply(Demo.with("\"secondApproval\": \"expert\",", ""));
        assertThat(new CatalogueExport(database.sql()).current().programmes())
                .extracting(CatalogueDocument.Programme::secondApproval)
                .containsOnlyNulls();
    }

    @Test
    void a_change_opens_another_version() {
        catalogue.apply(demo);

        var applied = applied(catalogue.apply(Demo.with("\"maximum\": \"20000\"", "\"maximum\": \"30000\"")));

        assertThat(applied.changes())
                .containsExactly(new CatalogueChange("indicators", "GHG-01", CatalogueChange.Kind.CHANGED, 1));
    }

    @Test
    void a_programme_may_count_fiscal_years() {
        catalogue.apply(Demo.with("\"gwpSet\": \"AR5\",", "\"gwpSet\": \"AR5\", \"fiscalStart\": 4,"));

        assertThat(new CatalogueExport(database.sql()).current().programmes())
                .extracting(CatalogueDocument.Programme::fiscalStart)
                .containsOnlyOnce(4);
    }

    @Test
    void a_headline_is_given_up() {
        catalogue.apply(demo);

        var applied = applied(catalogue.apply(Demo.with("\"headline\": true", "\"headline\": false")));

        assertThat(applied.changes())
                .containsExactly(
                        new CatalogueChange("programme indicators", "CL-PCS GHG-01", CatalogueChange.Kind.CHANGED, 1));
    }

    @Test
    void a_corrected_target_becomes_another_version_once() {
        catalogue.apply(demo);
        CatalogueDocument corrected = Demo.with("\"value\": \"644.15\"", "\"value\": \"645\"");

        catalogue.apply(corrected);

        assertThat(targets("MX-NDC-2030")).endsWith("3: 644.15, closed", "4: 645, current");
        assertThat(applied(catalogue.apply(corrected)).changes()).isEmpty();
    }

    @Test
    void a_preview_tells_the_changes_and_stores_none() {
        var preview = applied(catalogue.preview(demo));

        assertThat(preview.changes()).hasSizeGreaterThan(2910);
        assertThat(database.sql().fetchCount(INSTITUTION)).isZero();
    }

    @Test
    void a_document_with_a_problem_is_refused_as_a_whole() {
        Outcome outcome = catalogue.apply(Demo.with("\"unit\": \"GJ/{person}\"", "\"unit\": \"GJ per capita\""));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(new CatalogueProblem(
                                        "$.indicators[4].unit",
                                        CatalogueProblem.Code.NOT_THE_CODE,
                                        List.of("GJ per capita", "GJ/{person}"))));
        assertThat(database.sql().fetchCount(INSTITUTION)).isZero();
    }

    @Test
    void whoever_has_a_moment_may_still_refer_to_what_an_import_changes() throws Exception {
        applied(catalogue.apply(Demo.document()));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Outcome> importing = database.sql().transactionResult(running -> {
                DSLContext sql = running.dsl();
                Moment.of(sql, "test", null).current();
                Future<Outcome> begun = other.submit(
                        () -> catalogue.apply(Demo.with("\"maximum\": \"20000\"", "\"maximum\": \"30000\"")));
                while (sql.fetchSingle("select count(*) from pg_locks where not granted")
                                .get(0, Integer.class)
                        == 0) {
                    Thread.sleep(20);
                }
                sql.execute(
                        "insert into institution (code, country, kind, name) values ('CL-NEW', 'CL', 'buyer', 'New')");
                return begun;
            });
            applied(importing.get());
        }
    }

    private List<String> targets(String code) {
        return database.sql()
                .select(TARGET.VERSION, TARGET.VALUE, TARGET.KNOWN_UNTIL.eq(Moment.FOR_EVER))
                .from(TARGET)
                .where(TARGET.CODE.eq(code))
                .orderBy(TARGET.VERSION)
                .fetch(row -> "%d: %s, %s"
                        .formatted(row.value1(), row.value2().toPlainString(), row.value3() ? "current" : "closed"));
    }

    private static Outcome.Applied applied(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return (Outcome.Applied) outcome;
    }
}
