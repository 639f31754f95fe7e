package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.MappingJson;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that the demo's institutions send can be read to the last cell and hold what their originals do. */
class DemoFilesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<LongTableRow> ROWS = new ArrayList<>();
    private static final List<String> FOUND = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (JsonNode event : json("replay.json").get("events")) {
            if (event.get("kind").asString().equals("submission")) {
                String file = event.get("file").asString();
                NumberFormat format = event.has("numberFormat")
                        ? NumberFormat.valueOf(
                                event.get("numberFormat").asString().toUpperCase(Locale.ROOT))
                        : null;
                Reading reading = event.has("mapping")
                        ? Reading.mapped(
                                bytes(file), mapping(event.get("mapping").asString()))
                        : Reading.of(bytes(file), format);
                reading.done();
                reading.found().forEach(finding -> FOUND.add(file + " " + finding));
                ROWS.addAll(reading.rows);
            }
        }
    }

    @Test
    void nothing_in_them_is_refused() {
        assertThat(FOUND).isEmpty();
        assertThat(ROWS).noneMatch(LongTableRow::refused);
    }

    @Test
    void five_countries_send_672_figures_and_three_first_reports() {
        assertThat(ROWS).filteredOn(national()).hasSize(672 + 3);

        assertThat(keys(national())).hasSize(672);
    }

    @Test
    void five_countries_tell_the_electricity_and_the_inhabitants_of_fifteen_years() {
        assertThat(keys(row -> row.indicator().equals("ENE-10"))).hasSize(5 * 15);
        assertThat(keys(row -> row.indicator().equals("POP-02"))).hasSize(5 * 15);
    }

    @Test
    void shares_of_purchases_with_criteria_are_told_as_published() {
        assertThat(keys(row -> row.indicator().equals("PRC-02"))).hasSize(2);
        assertThat(keys(row -> row.indicator().equals("PRC-03"))).hasSize(3);
    }

    @Test
    void districts_report_as_many_as_did() {
        assertThat(List.of("2019", "2020", "2021", "2022"))
                .extracting(year -> keys(row ->
                                row.indicator().equals("POP-01") && year.equals(String.valueOf(row.period())))
                        .size())
                .containsExactly(1_874, 1_874, 1_890, 1_890);
        assertThat(keys(row -> row.indicator().equals("WAS-10"))).hasSize(7_528 * 34);
    }

    @Test
    void paper_purchases_add_up() {
        assertThat(ROWS.stream()
                        .filter(row -> row.indicator().equals("PRC-01"))
                        .map(row -> Objects.requireNonNull(row.value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1643029369");
    }

    @Test
    void suppliers_of_a_thousand_bodies_add_up_by_sex_and_year() {
        assertThat(Stream.of("PRC-14", "PRC-15", "PRC-16", "PRC-17")
                        .map(indicator -> indicator + told(indicator, "2022", "") + told(indicator, "2023", "P")))
                .containsExactly(
                        "PRC-14 294439 of 934 531782 of 1009",
                        "PRC-15 1104389 of 934 1551860 of 1009",
                        "PRC-16 95637 of 934 117224 of 1009",
                        "PRC-17 305350 of 934 299589 of 1009");
        assertThat(ROWS)
                .filteredOn(row -> row.institution().equals("CL-CHILECOMPRA")
                        && row.indicator().equals("PRC-16")
                        && "2023".equals(String.valueOf(row.period())))
                .singleElement()
                .satisfies(row -> assertThat(row.valueColumn()).isEqualTo(11));
    }

    private static String told(String indicator, String year, String status) {
        List<BigDecimal> values = ROWS.stream()
                .filter(row -> row.indicator().equals(indicator)
                        && year.equals(String.valueOf(row.period()))
                        && row.status().code().equals(status))
                .map(row -> Objects.requireNonNull(row.value()))
                .toList();
        return " " + values.stream().reduce(BigDecimal.ZERO, BigDecimal::add) + " of " + values.size();
    }

    @Test
    void every_row_speaks_of_something_in_the_catalogue_and_in_a_unit_of_its_kind() throws IOException {
        JsonNode catalogue = json("catalogue.json");
        Set<String> institutions = new HashSet<>();
        catalogue
                .get("institutions")
                .forEach(institution -> institutions.add(institution.get("code").asString()));
        Map<String, Unit> units = new HashMap<>();
        catalogue
                .get("indicators")
                .forEach(indicator -> units.put(
                        indicator.get("code").asString(),
                        Units.of(indicator.get("unit").asString())));
        Set<String> reporting = new HashSet<>();
        Map<String, String> unitsWritten = new HashMap<>();
        for (LongTableRow row : ROWS) {
            reporting.add(row.institution());
            unitsWritten.put(row.indicator() + " in " + row.unit(), row.indicator());
        }
        assertThat(institutions).containsAll(reporting);
        assertThat(unitsWritten)
                .allSatisfy((written, indicator) -> assertThat(Units.find(written.substring(indicator.length() + 4))
                                .map(Unit::kind))
                        .contains(Objects.requireNonNull(units.get(indicator)).kind()));
    }

    private static Predicate<LongTableRow> national() {
        return row -> !Set.of("WAS-10", "POP-01", "POP-02", "ENE-10").contains(row.indicator())
                && !row.indicator().startsWith("PR");
    }

    private static Set<String> keys(Predicate<LongTableRow> which) {
        Set<String> keys = new HashSet<>();
        ROWS.stream().filter(which).forEach(row -> keys.add(key(row)));
        return keys;
    }

    private static String key(LongTableRow row) {
        return String.join(" ", row.institution(), row.indicator(), String.valueOf(row.period()), row.disaggregation());
    }

    private static Mapping mapping(String name) throws IOException {
        for (JsonNode each : json("catalogue.json").get("mappings")) {
            if (each.get("name").asString().equals(name)
                    && MappingJson.read(each.get("document")) instanceof MappingJson.Reading.Read(Mapping read)) {
                return read;
            }
        }
        throw new AssertionError(name + " is no mapping of the catalogue");
    }

    private static JsonNode json(String name) throws IOException {
        return JSON.readTree(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(DemoFilesTest.class.getResourceAsStream("/demo/" + name))) {
            return name.endsWith(".gz") ? new GZIPInputStream(file).readAllBytes() : file.readAllBytes();
        }
    }
}
