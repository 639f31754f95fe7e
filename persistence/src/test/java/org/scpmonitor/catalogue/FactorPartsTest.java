package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.world.TestDatabase;

class FactorPartsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    private TestDatabase database;
    private CatalogueImport catalogue;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        catalogue = new CatalogueImport(database.sql(), database.transactions(), CLOCK);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void a_country_has_its_own_grid_factor_of_the_year_else_the_latest_earlier_one_else_the_worlds() {
        catalogue.apply(Demo.document());

        assertThat(at("EF-GRID", "CL", "", "2022-01-01")).isEqualTo("372.8");
        assertThat(at("EF-GRID", "CL", "", "2027-01-01")).isEqualTo("259.87 carried");
        assertThat(at("EF-GRID", "XX", "", "2022-01-01")).isEqualTo("475");
        assertThat(at("EF-GRID", "CL", "", "2009-01-01")).isEqualTo("none");
    }

    @Test
    void potentials_and_fractions_are_variants() {
        catalogue.apply(Demo.document());

        assertThat(at("GWP-CH4", "CL", "AR5", "2020-01-01")).isEqualTo("28");
        assertThat(at("GWP-N2O", "CL", "AR6", "2020-01-01")).isEqualTo("273");
        assertThat(at("GWP-SF6", "CL", "AR5", "2020-01-01")).isEqualTo("23500");
        assertThat(at("EF-WASTE", "PE", "FOOD", "2020-01-01")).isEqualTo("626.856");
        assertThat(at("NCV-DIESEL", "PE", "", "2020-01-01")).isEqualTo("43");
    }

    @Test
    void a_value_is_not_known_before_it_came_out_and_a_later_one_takes_its_place_with_a_reason() {
        catalogue.apply(Demo.document(), Instant.parse("2024-06-01T12:00:00Z"));
        assertThat(at("EF-GRID", "CL", "", "2023-01-01")).isEqualTo("372.8 carried");

        catalogue.apply(Demo.document(), Instant.parse("2024-06-17T12:00:00Z"));
        assertThat(at("EF-GRID", "CL", "", "2023-01-01")).isEqualTo("291.113");

        catalogue.apply(Demo.document(), Instant.parse("2025-11-14T12:00:00Z"));
        assertThat(at("EF-GRID", "CL", "", "2023-01-01")).isEqualTo("303.82");
        assertThat(database.sql()
                        .fetch("select v.value, v.reason, v.known_until = 'infinity' from factor_version v"
                                + " join factor f on f.id = v.factor_id where f.code = 'EF-GRID' and country = 'CL'"
                                + " and valid_from = '2023-01-01' order by version")
                        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2)))
                .containsExactly("291.113  false", "303.82 La fuente revisó su serie true");
    }

    @Test
    void an_import_of_values_alone_asks_for_nothing_as_long_as_no_formula_reads_them() {
        catalogue.apply(Demo.document());
        int asked = database.sql().fetchCount(REBUILD_REQUEST);

        var applied = (Outcome.Applied) catalogue.apply(Demo.with("\"value\": \"69300\"", "\"value\": \"69301\""));

        assertThat(applied.changes())
                .containsExactly(
                        new CatalogueChange("factor values", "EF-GASOLINE-CO2", CatalogueChange.Kind.ADDED, 1));
        assertThat(database.sql().fetchCount(REBUILD_REQUEST)).isEqualTo(asked);
    }

    @Test
    void a_factor_keeps_its_unit() {
        catalogue.apply(Demo.document());

        assertThat(catalogue.apply(Demo.with("\"unit\": \"TJ/Gg\"", "\"unit\": \"GJ/t\"")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(CatalogueProblem::code, CatalogueProblem::arguments)
                                .containsExactly(tuple(CatalogueProblem.Code.FIXED, List.of("GJ/t", "TJ/Gg"))));
    }

    private String at(String factor, String country, String variant, String day) {
        return database
                .sql()
                .fetch(
                        "select a.* from factor f, factor_at(f.id, ?::bpchar, ?, ?::date) a where f.code = ?",
                        country,
                        variant,
                        day,
                        factor)
                .map(row -> row.get("value") + (row.get("carried", Boolean.class) ? " carried" : ""))
                .stream()
                .findAny()
                .orElse("none");
    }
}
