package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.catalogue.CatalogueDocument.NamedMapping;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.mapping.Mapping;
import org.scpmonitor.mapping.MappingJson;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.world.TestDatabase;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mappings travel with the catalogue. */
class MappingPartsTest {

    private TestDatabase database;
    private CatalogueImport imports;
    private CatalogueExport export;

    @BeforeEach
    void start() {
        database = Demo.database();
        imports = new CatalogueImport(database.sql(), database.transactions(), Demo.CLOCK);
        export = new CatalogueExport(database.sql());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void a_mapping_comes_out_as_it_went_in_and_changes_nothing_again() {
        NamedMapping mapping = mapping("CL-MMA", 2);
        assertThat(changes(imports.preview(export.current().withMappings(List.of(mapping)))))
                .isEqualTo("mappings energy ADDED 1");
        assertThat(export.current().mappings())
                .extracting(NamedMapping::name)
                .containsExactly("Proveedores por sexo 2022", "Proveedores por sexo 2023");

        imports.apply(export.current().withMappings(List.of(mapping)));
        assertThat(export.current().mappings()).hasSize(3).contains(mapping);
        assertThat(changes(imports.apply(export.current()))).isEmpty();
        assertThat(changes(imports.apply(export.current().withMappings(List.of(mapping("CL-MMA", 3))))))
                .isEqualTo("mappings energy CHANGED 1");
    }

    @Test
    void one_that_is_whose_nobody_knows_or_reads_nothing_is_refused() {
        assertThat(paths(mapping("CL-NOBODY", 2))).containsExactly("$.mappings[0].institution");
        assertThat(paths(new NamedMapping("empty", "CL", null, Map.of("columns", 3))))
                .singleElement()
                .asString()
                .startsWith("$.mappings[0].document");
    }

    private List<String> paths(NamedMapping mapping) {
        return imports.preview(export.current().withMappings(List.of(mapping))) instanceof Outcome.Refused refused
                ? refused.problems().stream().map(CatalogueProblem::path).toList()
                : List.of();
    }

    private static String changes(Outcome outcome) {
        return outcome instanceof Outcome.Applied applied
                ? String.join(
                        "\n",
                        applied.changes().stream()
                                .map(each -> each.part() + " " + each.code() + " " + each.kind() + " " + each.rows())
                                .toList())
                : outcome.toString();
    }

    private static NamedMapping mapping(String institution, int firstRow) {
        var mapping = new Mapping(
                new Mapping.Sheet("", 1),
                new Mapping.HeaderRows(1, 1),
                new Mapping.DataRows(firstRow, null),
                Mapping.Footers.NONE,
                List.of(new Mapping.MappedColumn("Value", 1, new Meaning.Value("", "", "", "", false))),
                null,
                new Mapping.Constants("", "ENE-01", "", "2024", "TJ"),
                Map.of("s/d", "M"),
                "point",
                Mapping.Duplicates.REFUSE);
        return new NamedMapping(
                "energy",
                null,
                institution,
                JsonMapper.shared().readValue(MappingJson.write(mapping), new TypeReference<Map<String, Object>>() {}));
    }
}
