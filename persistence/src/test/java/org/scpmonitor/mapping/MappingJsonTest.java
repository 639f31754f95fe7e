package org.scpmonitor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scpmonitor.mapping.Mapping.Constants;
import org.scpmonitor.mapping.Mapping.DataRows;
import org.scpmonitor.mapping.Mapping.Duplicates;
import org.scpmonitor.mapping.Mapping.Footers;
import org.scpmonitor.mapping.Mapping.HeaderRows;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Mapping.PeriodColumns;
import org.scpmonitor.mapping.Mapping.Sheet;
import org.scpmonitor.mapping.MappingJson.Reading;

class MappingJsonTest {

    @Property(tries = 200)
    void what_was_written_is_read_again(@ForAll("mappings") Mapping mapping) {
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(new Reading.Read(mapping));
        assertThat(MappingJson.read(MappingJson.tree(mapping))).isEqualTo(new Reading.Read(mapping));
    }

    @Example
    void a_document_is_written_without_what_is_empty() {
        var mapping = new Mapping(
                new Sheet("", 1),
                new HeaderRows(1, 1),
                new DataRows(2, null),
                Footers.NONE,
                List.of(new MappedColumn("Gasto", 8, new Meaning.Value("PRC-01", "", "", "CLP", false))),
                null,
                Constants.NONE,
                java.util.Map.of(),
                null,
                Duplicates.SUM);
        assertThat(MappingJson.write(mapping))
                .isEqualTo("{\"sheet\":{\"position\":1},\"header\":{\"first\":1,\"last\":1},\"data\":{\"first\":2},"
                        + "\"footers\":{\"rows\":0},\"columns\":[{\"header\":\"Gasto\",\"position\":8,\"means\":"
                        + "{\"is\":\"value\",\"indicator\":\"PRC-01\",\"unit\":\"CLP\",\"duration\":false}}],"
                        + "\"constants\":{},\"duplicates\":\"SUM\"}");
    }

    @Example
    void a_wrong_document_is_told_at_its_place() {
        String good = "{\"sheet\":{\"position\":1},\"header\":{\"first\":1,\"last\":1},\"data\":{\"first\":2},"
                + "\"footers\":{\"rows\":0},\"columns\":[],\"constants\":{},\"duplicates\":\"SUM\"}";
        assertThat(MappingJson.read(good)).isInstanceOf(Reading.Read.class);
        assertThat(pathOf(good.replace("SUM", "ADD"))).isEqualTo("$.duplicates");
        assertThat(pathOf(good.replace("\"rows\":0", "\"rows\":-1"))).isEqualTo("$.footers");
        assertThat(pathOf(good.replace("\"rows\":0", "\"rows\":0,\"row\":1"))).isEqualTo("$.footers.row");
        assertThat(pathOf(good.replace("\"constants\":{},", ""))).isEqualTo("$.constants");
        assertThat(pathOf(good.replace("[]", "[{\"position\":1,\"means\":{\"is\":\"colour\"}}]")))
                .isEqualTo("$.columns[0].means");
        assertThat(pathOf("{")).isEqualTo("$");
        assertThat(pathOf("null")).isEqualTo("$");
    }

    private static String pathOf(String document) {
        return MappingJson.read(document) instanceof Reading.Unreadable(String path, String _) ? path : "read";
    }

    @Provide
    Arbitrary<Mapping> mappings() {
        Arbitrary<String> text =
                Arbitraries.strings().alpha().numeric().withChars(" ·ñÜ{}\"\\").ofMaxLength(12);
        Arbitrary<CodeList> codes = Combinators.combine(
                        Arbitraries.of("", "PE-{}", "{}"),
                        Arbitraries.maps(text, text).ofMaxSize(3))
                .as(CodeList::new);
        Arbitrary<PeriodFormat> formats =
                Arbitraries.of(PeriodFormat.Style.values()).map(PeriodFormat::of);
        Arbitrary<Meaning.Value> values = Combinators.combine(
                        text, text, Arbitraries.of("", "2023-01"), text, Arbitraries.of(true, false))
                .as(Meaning.Value::new);
        Arbitrary<Meaning> meanings = Arbitraries.oneOf(
                codes.map(Meaning.Institution::new),
                codes.map(Meaning.Indicator::new),
                Combinators.combine(text, codes).as(Meaning.Disaggregation::new),
                formats.map(Meaning.Period::new),
                Arbitraries.of(new Meaning.Year(), new Meaning.Month(), new Meaning.Comment(), new Meaning.LeftOut()),
                values,
                codes.map(Meaning.Unit::new),
                codes.map(Meaning.Status::new));
        Arbitrary<MappedColumn> columns = Combinators.combine(
                        text, Arbitraries.integers().between(1, 256), meanings)
                .as(MappedColumn::new);
        Arbitrary<Footers> footers = Combinators.combine(
                        text.filter(each -> !each.isBlank()).list().ofMaxSize(2),
                        Arbitraries.integers().between(0, Mapping.MOST_FOOTERS))
                .as(Footers::new);
        Arbitrary<Constants> constants =
                Combinators.combine(text, text, text, text, text).as(Constants::new);
        return Combinators.combine(
                        Combinators.combine(text, Arbitraries.integers().between(1, 9))
                                .as(Sheet::new),
                        Arbitraries.integers().between(1, 9).map(first -> new HeaderRows(first, first + 1)),
                        Arbitraries.integers().between(1, 9).injectNull(0.3).map(last -> new DataRows(1, last)),
                        footers,
                        columns.list().ofMaxSize(4),
                        Combinators.combine(formats, values)
                                .as(PeriodColumns::new)
                                .injectNull(0.5),
                        constants,
                        Combinators.combine(
                                        Arbitraries.maps(text, text).ofMaxSize(2),
                                        Arbitraries.of("comma", "point").injectNull(0.3),
                                        Arbitraries.of(Duplicates.values()))
                                .as(Rest::new))
                .as((sheet, header, data, footer, column, wide, constant, rest) -> new Mapping(
                        sheet,
                        header,
                        data,
                        footer,
                        column,
                        wide,
                        constant,
                        rest.noValue(),
                        rest.format(),
                        rest.duplicates()));
    }

    private record Rest(
            java.util.Map<String, String> noValue,
            @org.jspecify.annotations.Nullable String format,
            Duplicates duplicates) {}
}
