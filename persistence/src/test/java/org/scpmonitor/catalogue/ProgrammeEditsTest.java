package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.Tables.REBUILD_REQUEST;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.world.TestDatabase;

/** A manager changes what is set for the demo's programmes. */
class ProgrammeEditsTest {
    private static final Viewer MANAGER =
            new Viewer(1, "manager", "", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private TestDatabase database;
    private ProgrammeEdits edits;

    @BeforeEach
    void start() {
        database = Demo.database();
        var sql = database.sql();
        var imports = new CatalogueImport(sql, database.transactions(), Demo.CLOCK);
        edits = new ProgrammeEdits(sql, imports, new AuditTrail(sql, Demo.CLOCK));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void fields_say_all_that_is_set() {
        assertThat(edits.list()).allSatisfy(programme -> {
            assertThat(ProgrammeFields.read(programme, ProgrammeFields.of(programme))
                            .programme())
                    .isEqualTo(programme);
            assertThat(programme.indicators())
                    .allSatisfy(followed -> assertThat(FollowedFields.read(followed, FollowedFields.of(followed))
                                    .followed())
                            .isEqualTo(followed));
        });
    }

    @Test
    void another_version_of_a_target_follows_the_last_one() {
        ProgrammeIndicator headline = followed("MX-PEPYCS", "GHG-01");
        Map<String, String> fields = new HashMap<>(FollowedFields.of(headline));
        fields.putAll(FollowedFields.another(headline.targets().getLast()));
        fields.put("target.value", "600");
        fields.put("target.decidedOn", "2026-02-01");
        fields.put("target.source.title", "CDN 3.1");
        fields.put("target.source.url", "https://example.org/cdn");

        Prospect prospect =
                edits.foresee("MX-PEPYCS", FollowedFields.read(headline, fields).followed());
        assertThat(prospect.differences())
                .extracting(CatalogueDifference::member)
                .contains("indicators.GHG-01.targets.MX-NDC-2030 v4.value");
        assertThat(followed("MX-PEPYCS", "GHG-01").targets()).hasSize(3);

        edits.take(MANAGER, "MX-PEPYCS", FollowedFields.read(headline, fields).followed(), "New contribution");
        assertThat(followed("MX-PEPYCS", "GHG-01").targets().getLast().value()).isEqualByComparingTo("600");
    }

    @Test
    void what_is_missing_of_a_target_is_told_at_its_field() {
        ProgrammeIndicator watched = followed("CL-PCS", "GHG-02");
        Map<String, String> fields = new HashMap<>(FollowedFields.of(watched));
        fields.put("target.code", "CL-NEW");
        fields.put("target.period", "soon");

        assertThat(FollowedFields.read(watched, fields).problems())
                .extracting(CatalogueProblem::path)
                .containsExactlyInAnyOrder("target.period", "target.value", "target.decidedOn");
    }

    @Test
    void an_indicator_gives_way_to_another_headline() {
        ProgrammeIndicator watched = followed("MX-PEPYCS", "GHG-02");
        Map<String, String> fields = new HashMap<>(FollowedFields.of(watched));
        fields.put("headline", "true");

        Outcome outcome = edits.take(
                MANAGER, "MX-PEPYCS", FollowedFields.read(watched, fields).followed(), "It says more");
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);

        fields.put("baseline.period", "2014");
        fields.put("target.code", "MX-NEW");
        fields.put("target.period", "2030");
        fields.put("target.value", "500");
        fields.put("target.decidedOn", "2026-02-01");
        fields.put("target.illustrative", "true");
        fields.put("target.statement.es", "Bajar");
        fields.put("target.statement.en", "Lower it");
        fields.put("target.statement.de", "Senken");
        fields.put("target.source.title", "Plan");
        edits.take(MANAGER, "MX-PEPYCS", FollowedFields.read(watched, fields).followed(), "It says more");
        assertThat(edits.find("MX-PEPYCS").orElseThrow().indicators())
                .filteredOn(ProgrammeIndicator::headline)
                .extracting(ProgrammeIndicator::indicator)
                .containsExactly("GHG-02");
    }

    @Test
    void only_what_figures_hang_on_asks_for_them() {
        int before = requests();
        Programme programme = edits.find("CL-PCS").orElseThrow();
        Map<String, String> fields = new HashMap<>(ProgrammeFields.of(programme));
        fields.put("coverageThreshold", "0.75");
        edits.take(MANAGER, ProgrammeFields.read(programme, fields).programme(), "Stricter");
        assertThat(requests()).isEqualTo(before);
        assertThat(edits.find("CL-PCS").orElseThrow().coverageThreshold()).isEqualByComparingTo("0.75");

        fields.put("fiscalStart", "7");
        edits.take(MANAGER, ProgrammeFields.read(programme, fields).programme(), "July to June");
        assertThat(requests()).isEqualTo(before + 1);
    }

    private int requests() {
        return database.sql().fetchCount(REBUILD_REQUEST);
    }

    private ProgrammeIndicator followed(String programme, String indicator) {
        return edits.find(programme).orElseThrow().indicators().stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
