package org.scpmonitor.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.mapping.CodeList;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mapping.Constants;
import org.scpmonitor.mapping.Mapping.DataRows;
import org.scpmonitor.mapping.Mapping.Duplicates;
import org.scpmonitor.mapping.Mapping.Footers;
import org.scpmonitor.mapping.Mapping.HeaderRows;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Mapping.Sheet;
import org.scpmonitor.mapping.Mappings;
import org.scpmonitor.mapping.Mappings.Owner;
import org.scpmonitor.mapping.Mappings.Saved;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.PeriodFormat;
import org.scpmonitor.submission.Receipt;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

/**
 * Institutions' own tables from file to figure. The files are excerpts as they stand: {@code pe-residuos.csv} of MINAM's
 * annual composition of household waste by district (github.com/Liz-30/streamlit, ffd5f9b), {@code cl-papel.csv} of the
 * purchase orders for printing paper of Chilean public bodies in 2024 (github.com/mariaelenahv/conjunto_de_datos_cero_papel,
 * cb92718, CC0 1.0).
 */
class MappedFilesTest {

    private TestDatabase database;
    private Monitor monitor;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database)
                .institution("PE-010101")
                .institution("PE-010102")
                .institution("CL-B033")
                .institution("CL-B049")
                .indicator("WAS-10", "t", 12, "sum", "sum")
                .dimension("WAS-10", "WASTE_FRACTION", "FOOD", "GARDEN")
                .indicator("PRC-01", "{CLP}", 1, "sum", "sum");
        monitor = new Monitor(database);
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void a_wide_export_of_ninety_nine_columns_gives_a_value_for_each_of_its_cells() {
        long submission = sent("coordinator.PE", "PE-010101", "pe-residuos.csv", "residuos", wasteByDistrict());
        assertThat(monitor.findings(submission)).isEmpty();
        assertThat(rows(submission)).isEqualTo("12 read, 12 accepted, 0 refused");
        monitor.approved(submission);
        assertThat(countryFigures())
                .containsExactly(
                        "2021  5548.51",
                        "2021 WASTE_FRACTION=FOOD 3643.37",
                        "2021 WASTE_FRACTION=GARDEN 78.3",
                        "2022  5622.49",
                        "2022 WASTE_FRACTION=FOOD 3692.22",
                        "2022 WASTE_FRACTION=GARDEN 79.32");
        assertThat(cellOf("PE-010101", "2021-01-01", "WASTE_FRACTION=FOOD")).isEqualTo("M2");
    }

    @Test
    void several_orders_of_a_month_are_summed_and_lead_to_each_of_their_cells() {
        long submission = sent("coordinator.CL", "CL-B033", "cl-papel.csv", "papel", paperOrders());
        assertThat(monitor.findings(submission)).isEmpty();
        assertThat(rows(submission)).isEqualTo("12 read, 12 accepted, 0 refused");
        monitor.approved(submission);
        assertThat(monitor.figures("PRC-01"))
                .containsExactly(
                        "2024-01 | 24259578 | 2/2",
                        "2024-02 | 1155014 | 2/2",
                        "2024-10 | 15574351 | 2/2",
                        "2024-Q1 | 25414592 | 2/2 partial",
                        "2024-Q4 | 15574351 | 2/2 partial",
                        "2024-H1 | 25414592 | 2/2 partial",
                        "2024-H2 | 15574351 | 2/2 partial",
                        "2024 | 40988943 | 2/2 partial");
        assertThat(database.sql()
                        .fetch("select o.value::text || ' = ' || string_agg(c.text_read, ' + ' order by c.row_number)"
                                + " || ' of rows ' || string_agg(c.row_number::text, ', ' order by c.row_number)"
                                + " from observation o join summed_cell c on c.submission_id = o.submission_id"
                                + " and (c.of_sheet, c.of_row, c.of_column) = (o.sheet, o.row_number, o.column_number)"
                                + " group by o.institution_id, o.period_start, o.value"
                                + " having sum(c.value) = o.value order by min(c.row_number)")
                        .map(row -> row.get(0, String.class)))
                .containsExactly(
                        "7861378 = 5564440 + 1692418 + 604520 of rows 3, 4, 5",
                        "2529571 = 389011 + 427210 + 815138 + 898212 of rows 8, 9, 12, 13",
                        "13044780 = 6961500 + 6083280 of rows 10, 11");
    }

    @Test
    void orders_that_are_not_to_be_summed_stand_twice() {
        Mapping orders = paperOrders();
        long submission = sent(
                "coordinator.CL",
                "CL-B033",
                "cl-papel.csv",
                "papel",
                new Mapping(
                        orders.sheet(),
                        orders.header(),
                        orders.data(),
                        orders.footers(),
                        orders.columns(),
                        null,
                        orders.constants(),
                        Map.of(),
                        null,
                        Duplicates.REFUSE));
        assertThat(monitor.findings(submission))
                .startsWith("ERROR DUPLICATE_KEY H4 «1692418»", "ERROR DUPLICATE_KEY H5 «604520»")
                .hasSize(6);
    }

    @Test
    void the_same_bytes_with_another_version_of_a_mapping_are_another_submission() {
        Saved first = save("CL-B033", "papel", paperOrders());
        assertThat(save("CL-B033", "papel", paperOrders()).version()).isEqualTo(1);
        Receipt one = received("coordinator.CL", "CL-B033", "cl-papel.csv", first);
        assertThat(received("coordinator.CL", "CL-B033", "cl-papel.csv", first).submission())
                .isEqualTo(one.submission());
        Mapping without = paperOrders();
        Saved second = save(
                "CL-B033",
                "papel",
                new Mapping(
                        without.sheet(),
                        without.header(),
                        without.data(),
                        new Footers(List.of("Total"), 0),
                        without.columns(),
                        null,
                        without.constants(),
                        Map.of(),
                        null,
                        Duplicates.SUM));
        assertThat(second.version()).isEqualTo(2);
        assertThat(received("coordinator.CL", "CL-B033", "cl-papel.csv", second).submission())
                .isNotEqualTo(one.submission());
        assertThat(monitor.part(Mappings.class).get(first.id()).mapping()).isEqualTo(paperOrders());
    }

    private static Mapping wasteByDistrict() {
        List<MappedColumn> columns = new ArrayList<>();
        columns.add(new MappedColumn("UBIGEO", 3, new Meaning.Institution(new CodeList("PE-{}", Map.of()))));
        columns.add(new MappedColumn("PERIODO", 46, new Meaning.Period(PeriodFormat.of(PeriodFormat.Style.YEAR))));
        columns.add(new MappedColumn("QRESIDUOS_DOM", 12, waste("")));
        columns.add(new MappedColumn("QRESIDUOS_ALIMENTOS", 13, waste("WASTE_FRACTION=FOOD")));
        columns.add(new MappedColumn("QRESIDUOS_MALEZA", 14, waste("WASTE_FRACTION=GARDEN")));
        List<String> names = header("pe-residuos.csv", ";");
        for (int i = 0; i < names.size(); i++) {
            int position = i + 1;
            if (!names.get(i).isBlank() && columns.stream().noneMatch(column -> column.position() == position)) {
                columns.add(new MappedColumn(names.get(i), position, new Meaning.LeftOut()));
            }
        }
        return new Mapping(
                new Sheet("", 1),
                new HeaderRows(1, 1),
                new DataRows(2, null),
                Footers.NONE,
                columns,
                null,
                Constants.NONE,
                Map.of(),
                "point",
                Duplicates.REFUSE);
    }

    private static Meaning.Value waste(String fraction) {
        return new Meaning.Value("WAS-10", fraction, "", "t", false);
    }

    private static Mapping paperOrders() {
        return new Mapping(
                new Sheet("", 1),
                new HeaderRows(1, 1),
                new DataRows(2, null),
                Footers.NONE,
                List.of(
                        new MappedColumn(
                                "Institución Padre",
                                1,
                                new Meaning.Institution(new CodeList(
                                        "",
                                        Map.of(
                                                "I MUNICIPALIDAD DE CALAMA",
                                                "CL-B033",
                                                "I Municipalidad de Curicó",
                                                "CL-B049")))),
                        new MappedColumn("Dirección", 2, new Meaning.LeftOut()),
                        new MappedColumn("Comuna", 3, new Meaning.LeftOut()),
                        new MappedColumn("Región", 4, new Meaning.LeftOut()),
                        new MappedColumn("Coordenadas Geográficas", 5, new Meaning.LeftOut()),
                        new MappedColumn("Rubro de gasto", 6, new Meaning.LeftOut()),
                        new MappedColumn(
                                "Periodo", 7, new Meaning.Period(PeriodFormat.of(PeriodFormat.Style.MONTH_NAME))),
                        new MappedColumn("Gasto", 8, new Meaning.Value("PRC-01", "", "", "CLP", false))),
                null,
                Constants.NONE,
                Map.of(),
                null,
                Duplicates.SUM);
    }

    private long sent(String sender, String institution, String file, String name, Mapping mapping) {
        Receipt receipt = received(sender, institution, file, save(institution, name, mapping));
        monitor.work(receipt.submission());
        return receipt.submission();
    }

    private Saved save(String institution, String name, Mapping mapping) {
        return monitor.part(Mappings.class).save(Owner.institution(institution), name, mapping, "test");
    }

    private Receipt received(String sender, String institution, String file, Saved mapping) {
        try (InputStream bytes = open(file)) {
            return monitor.part(Intake.class)
                    .receive(new Upload(institution, sender, file).mappedBy(mapping.id()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(MappedFilesTest.class.getResourceAsStream("mapping/" + file));
    }

    private static List<String> header(String file, String separator) {
        try (InputStream in = open(file)) {
            return List.of(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(separator, -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rows(long submission) {
        var row = database.sql()
                .fetchSingle("select rows_read, rows_accepted, rows_refused from submission where id = ?", submission);
        return row.get(0) + " read, " + row.get(1) + " accepted, " + row.get(2) + " refused";
    }

    private List<String> countryFigures() {
        return database.sql()
                .fetch("select extract(year from a.period_start), d.key, trim_scale(a.value) from actual a"
                        + " join disaggregation d on d.id = a.disaggregation_id"
                        + " where a.country = 'PE' and a.programme_id is null order by 1, 2")
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2));
    }

    private String cellOf(String institution, String start, String disaggregation) {
        var row = database.sql()
                .fetchSingle(
                        "select o.row_number, o.column_number from observation o"
                                + " join institution i on i.id = o.institution_id"
                                + " join disaggregation d on d.id = o.disaggregation_id"
                                + " where i.code = ? and o.period_start = ?::date and d.key = ?",
                        institution,
                        start,
                        disaggregation);
        return org.scpmonitor.submission.Finding.cell(row.get(0, Integer.class), row.get(1, Integer.class));
    }
}
