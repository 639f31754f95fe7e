package org.scpmonitor.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.Tables.AUDIT_EVENT;
import static org.scpmonitor.schema.Tables.REBUILD_REACH;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Scope;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.FactorChange.Flaw;
import org.scpmonitor.factor.FactorEdits.Outcome;
import org.scpmonitor.text.Text;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class FactorEditsTest {
    private static final Viewer MANAGER = new Viewer(
            1, "manager", "manager", Locale.of("es"), Set.of(new Grant(Role.MANAGER, new Scope.Everywhere())));

    private TestDatabase database;
    private Factors factors;
    private FactorEdits edits;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database).institution("CL-A").indicator("ENE", "TW.h", 12, "sum", "sum");
        database.sql()
                .execute("insert into factor (code, kind, category, scope, gas, unit, name_es, name_en, name_de, sort)"
                        + " values ('EF-GRID', 'emission', 'electricity', 2, 'CO2e', 'g{CO2e}/(kW.h)', 'Red', 'Grid',"
                        + " 'Netz', 1)");
        factors = new Factors(database.sql());
        edits = new FactorEdits(
                database.sql(), database.transactions(), new AuditTrail(database.sql(), Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void a_correction_is_another_version_and_what_was_known_stays_known_as_of_then() {
        store(grid("CL", 2023, "291.113", ""));
        Instant before = moment();

        assertThat(store(grid("CL", 2023, "303.82", "The source revised its series")))
                .isInstanceOfSatisfying(
                        Outcome.Stored.class,
                        stored -> assertThat(stored.version()).isEqualTo(2));

        assertThat(values(AsOf.NOW)).containsExactly("CL 2023-01-01 303.82 v2 manager: The source revised its series");
        assertThat(values(new AsOf(before))).containsExactly("CL 2023-01-01 291.113 v1 manager: ");
        assertThat(factors.history("EF-GRID")).hasSize(2);
        assertThat(database.sql().fetchCount(AUDIT_EVENT)).isEqualTo(2);
    }

    @Test
    void a_correction_reaches_what_reads_the_factor_until_the_next_line() {
        database.sql()
                .execute("insert into formula (id, indicator_id, valid_from, version, expression, known_from)"
                        + " overriding system value select 7, i.id, '2000-01-01', 1, 'x', max(k.moment)"
                        + " from indicator i, knowledge k group by i.id");
        database.sql().execute("insert into formula_factor select 7, id from factor");
        store(grid("CL", 2024, "259.87", ""));
        store(grid("CL", 2023, "303.82", ""));

        assertThat(database.sql()
                        .selectFrom(REBUILD_REACH)
                        .orderBy(REBUILD_REACH.REQUEST_ID)
                        .fetch(row ->
                                row.get(2) + " " + (row.get(2).equals(LocalDate.of(2023, 1, 1)) ? row.get(3) : "")))
                .containsExactly("2024-01-01 ", "2023-01-01 2024-01-01");
    }

    @Test
    void says_at_which_field_what_is_wrong() {
        store(grid("CL", 2023, "291.113", ""));

        assertThat(flaws(grid("CL", 2023, "300", ""))).containsExactly(Flaw.REASON_MISSING);
        assertThat(flaws(grid("CL", 2023, "291.1130", "again"))).containsExactly(Flaw.NOTHING_NEW);
        assertThat(flaws(grid("XX", 2023, "291", ""))).containsExactly(Flaw.UNKNOWN_COUNTRY);
        assertThat(flaws(new FactorChange(
                        "EF-GRID",
                        null,
                        "AR5",
                        LocalDate.EPOCH,
                        LocalDate.EPOCH,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        null,
                        " ",
                        "www",
                        new Text("", "", ""),
                        false,
                        "")))
                .containsExactly(
                        Flaw.UNKNOWN_VARIANT,
                        Flaw.ENDS_BEFORE_START,
                        Flaw.INCOMPLETE_RANGE,
                        Flaw.SOURCE_MISSING,
                        Flaw.BAD_ADDRESS);
        assertThat(edits.store(Viewer.PUBLIC, grid("CL", 2025, "1", "")))
                .isEqualTo(new Outcome.Refused(List.of(Flaw.OUT_OF_SCOPE)));
    }

    private Outcome store(FactorChange change) {
        return edits.store(MANAGER, change);
    }

    private List<Flaw> flaws(FactorChange change) {
        return ((Outcome.Refused) store(change)).flaws();
    }

    private Instant moment() {
        return database.sql().fetchSingle("select max(moment) from knowledge").get(0, Instant.class);
    }

    private static FactorChange grid(String country, int year, String value, String reason) {
        return new FactorChange(
                "EF-GRID",
                country,
                "",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1),
                new BigDecimal(value),
                null,
                null,
                "Ember",
                "https://ember-energy.org",
                new Text("", "", ""),
                false,
                reason);
    }

    private List<String> values(AsOf asOf) {
        return factors.list(Factors.Filter.ALL, asOf).page(0, 10).items().stream()
                .map(value -> "%s %s %s v%d %s: %s"
                        .formatted(
                                value.country(),
                                value.from(),
                                value.value(),
                                value.version(),
                                value.author(),
                                value.reason()))
                .toList();
    }
}
