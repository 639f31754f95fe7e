package org.scpmonitor.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.mapping.CodeList;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.Mapping.Constants;
import org.scpmonitor.mapping.Mapping.DataRows;
import org.scpmonitor.mapping.Mapping.Duplicates;
import org.scpmonitor.mapping.Mapping.Footers;
import org.scpmonitor.mapping.Mapping.HeaderRows;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Mapping.PeriodColumns;
import org.scpmonitor.mapping.Mapping.Sheet;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.PeriodFormat;
import org.scpmonitor.mapping.PeriodFormat.Style;

class MappedReadingTest {

    private static final Meaning YEAR = new Meaning.Period(PeriodFormat.of(Style.YEAR));

    @Test
    void a_wide_table_gives_a_value_for_each_cell_that_holds_one() {
        assertThat(read(wide(), """
                Planta;Año;Energía (MWh);Agua;Nota
                A;2023;1.234,5;;x
                B;2023;;7;
                """).told())
                .containsExactly("2 CL-A ENE 2023 | 1234.5 MWh |  FINAL x", "3 CL-B WAT 2023 | 7 m3 |  FINAL");
    }

    @Test
    void a_moved_column_is_followed_by_its_name_and_told() {
        Reading read = read(wide(), """
                Planta;Agua;Año;Energía (MWh);Nota
                A;7;2023;5;
                """);
        assertThat(read.told()).containsExactly("2 CL-A WAT 2023 | 7 m3 |  FINAL", "2 CL-A ENE 2023 | 5 MWh |  FINAL");
        assertThat(read.found())
                .containsExactly(
                        "C1 MAPPED_COLUMN_MOVED[B, C] «Año»",
                        "D1 MAPPED_COLUMN_MOVED[C, D] «Energía (MWh)»",
                        "B1 MAPPED_COLUMN_MOVED[D, B] «Agua»");
    }

    @Test
    void a_renamed_column_is_not_read_and_the_likely_new_name_is_told() {
        Reading read = read(wide(), """
                Planta;Año;Energía (GWh);Agua;Nota
                A;2023;5;7;
                """);
        assertThat(read.rows).isEmpty();
        assertThat(read.done().refused()).isEqualTo(1);
        assertThat(read.found())
                .containsExactly(
                        "1 MAPPED_COLUMN_MISSING[Energía (MWh), Energía (GWh)]", "C1 UNMAPPED_COLUMN «Energía (GWh)»");
    }

    @Test
    void a_header_in_another_row_is_found_and_told() {
        Reading read = read(wide(), """
                Informe anual;;;;
                ;;;;
                Planta;Año;Energía (MWh);Agua;Nota
                A;2023;5;7;
                """);
        assertThat(read.told()).hasSize(2);
        assertThat(read.found()).containsExactly("3 MAPPED_HEADER_MOVED[1, 3]");
    }

    @Test
    void a_column_that_the_mapping_does_not_know_is_told_once() {
        Reading read = read(wide(), """
                Planta;Año;Energía (MWh);Agua;Nota;Gas;
                A;2023;5;7;;1;
                B;2023;5;7;;1;?
                C;2023;5;7;;1;!
                """);
        assertThat(read.found()).containsExactly("F1 UNMAPPED_COLUMN «Gas»", "G3 UNMAPPED_COLUMN «?»");
        assertThat(read.told()).hasSize(6);
    }

    @Test
    void footers_are_left_out_by_their_text_and_by_their_number() {
        Reading read = read(with(wide(), new Footers(List.of("Total"), 1)), """
                Planta;Año;Energía (MWh);Agua;Nota
                A;2023;5;;
                TOTAL general;;5;;
                Fuente: la planta;;;;
                """);
        assertThat(read.told()).containsExactly("2 CL-A ENE 2023 | 5 MWh |  FINAL");
        assertThat(read.found()).isEmpty();
    }

    @Test
    void headers_of_several_rows_are_read_as_merged_cells_show_them() {
        var columns = List.of(
                new MappedColumn("Planta", 1, new Meaning.Institution(CodeList.SAME)),
                new MappedColumn("2023 · t", 2, new Meaning.Value("WAS", "", "2023", "t", false)),
                new MappedColumn("2023 · kg", 3, new Meaning.LeftOut()),
                new MappedColumn("2024 · t", 4, new Meaning.Value("WAS", "", "2024", "t", false)));
        assertThat(read(table(columns, new HeaderRows(1, 2), null), """
                Planta;2023;;2024;
                ;t;kg;t;
                CL-A;1;1000;2;
                """).told())
                .containsExactly("3 CL-A WAS 2023 | 1 t |  FINAL", "3 CL-A WAS 2024 | 2 t |  FINAL");
    }

    @Test
    void columns_headed_by_periods_are_values_however_many_there_are() {
        var columns = List.of(new MappedColumn("Planta", 1, new Meaning.Institution(CodeList.SAME)));
        var months = new PeriodColumns(PeriodFormat.of(Style.MONTH_NAME), new Meaning.Value("WAS", "", "", "t", false));
        Reading read = read(table(columns, new HeaderRows(1, 1), months), """
                Planta;ene-24;feb-24;mar-24;Total
                CL-A;1;2;3;6
                """);
        assertThat(read.told())
                .containsExactly(
                        "2 CL-A WAS 2024-01 | 1 t |  FINAL",
                        "2 CL-A WAS 2024-02 | 2 t |  FINAL",
                        "2 CL-A WAS 2024-03 | 3 t |  FINAL");
        assertThat(read.found()).containsExactly("E1 UNMAPPED_COLUMN «Total»");
    }

    @ParameterizedTest
    @CsvSource({"2023,4,2023-04", "2023,Abril,2023-04", "2023,abr.,2023-04", "23,4,–", "2023,13,–"})
    void a_year_and_a_month_beside_it_are_a_period(String year, String month, String period) {
        var columns = List.of(
                new MappedColumn("Año", 1, new Meaning.Year()),
                new MappedColumn("Mes", 2, new Meaning.Month()),
                new MappedColumn("Gasto", 3, new Meaning.Value("PRC", "", "", "CLP", false)));
        Reading read =
                read(table(columns, new HeaderRows(1, 1), null), "Año;Mes;Gasto\n" + year + ";" + month + ";1\n");
        assertThat(
                        read.rows.getFirst().period() == null
                                ? "–"
                                : read.rows.getFirst().period().toString())
                .isEqualTo(period);
        assertThat(read.rows.getFirst().refused()).isEqualTo(period.equals("–"));
    }

    @Test
    void durations_are_seconds_and_words_for_no_value_are_a_status() {
        var columns = List.of(
                new MappedColumn("Año", 1, YEAR),
                new MappedColumn("Horas", 2, new Meaning.Value("OPS", "", "", "", true)));
        Mapping plain = table(columns, new HeaderRows(1, 1), null);
        Mapping mapping = new Mapping(
                plain.sheet(),
                plain.header(),
                plain.data(),
                plain.footers(),
                plain.columns(),
                null,
                plain.constants(),
                Map.of("s/d", "M"),
                null,
                Duplicates.REFUSE);
        Reading read = read(mapping, "Año;Horas\n2021;127:30:00\n2022;S/D\n2023;12 h\n");
        assertThat(read.told())
                .containsExactly(
                        "2  OPS 2021 | 459000 s |  FINAL",
                        "3  OPS 2022 | – s |  NOT_AVAILABLE",
                        "4  OPS 2023 | – s |  FINAL refused");
        assertThat(read.found()).containsExactly("B4 NOT_A_DURATION «12 h»");
    }

    private static Mapping wide() {
        return table(
                List.of(
                        new MappedColumn(
                                "Planta",
                                1,
                                new Meaning.Institution(
                                        new CodeList("", Map.of("a", "CL-A", "b", "CL-B", "c", "CL-C")))),
                        new MappedColumn("Año", 2, YEAR),
                        new MappedColumn("Energía (MWh)", 3, new Meaning.Value("ENE", "", "", "MWh", false)),
                        new MappedColumn("Agua", 4, new Meaning.Value("WAT", "", "", "m3", false)),
                        new MappedColumn("Nota", 5, new Meaning.Comment())),
                new HeaderRows(1, 1),
                null);
    }

    private static Mapping table(
            List<MappedColumn> columns, HeaderRows header, @org.jspecify.annotations.Nullable PeriodColumns periods) {
        return new Mapping(
                new Sheet("", 1),
                header,
                new DataRows(header.last() + 1, null),
                Footers.NONE,
                new ArrayList<>(columns),
                periods,
                Constants.NONE,
                Map.of(),
                null,
                Duplicates.REFUSE);
    }

    private static Mapping with(Mapping mapping, Footers footers) {
        return new Mapping(
                mapping.sheet(),
                mapping.header(),
                mapping.data(),
                footers,
                mapping.columns(),
                null,
                mapping.constants(),
                Map.of(),
                null,
                Duplicates.REFUSE);
    }

    private static Reading read(Mapping mapping, String csv) {
        return Reading.mapped(csv.getBytes(StandardCharsets.UTF_8), mapping);
    }
}
