package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.tables.Knowledge.KNOWLEDGE;

import java.util.HashMap;
import java.util.List;
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
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueImport.Outcome;
import org.scpmonitor.catalogue.CatalogueImport.Prospect;
import org.scpmonitor.catalogue.IndicatorCatalogue.Entry;
import org.scpmonitor.catalogue.IndicatorCatalogue.State;
import org.scpmonitor.world.TestDatabase;

/** A manager changes single indicators of the demo's catalogue. */
class IndicatorEditsTest {
    private static final Viewer MANAGER =
            new Viewer(1, "manager", "", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private TestDatabase database;
    private IndicatorCatalogue catalogue;
    private IndicatorEdits edits;

    @BeforeEach
    void start() {
        database = Demo.database();
        var sql = database.sql();
        var imports = new CatalogueImport(sql, database.transactions(), Demo.CLOCK);
        catalogue = new IndicatorCatalogue(sql);
        edits = new IndicatorEdits(sql, imports, new CatalogueExport(sql), new AuditTrail(sql, Demo.CLOCK), Demo.CLOCK);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void fields_say_all_of_an_indicator() {
        assertThat(Demo.document().indicators())
                .allSatisfy(indicator -> assertThat(IndicatorFields.read(IndicatorFields.of(indicator)))
                        .isEqualTo(new IndicatorFields.Read(indicator.calculatedBy(List.of()), List.of())));
    }

    @Test
    void what_is_typed_is_kept_with_its_author_until_it_is_taken_over() {
        edits.keep(MANAGER, "GHG-01", with("GHG-01", "unit", "nonsense"));
        assertThat(edits.findDraft("GHG-01")).hasValueSatisfying(draft -> {
            assertThat(draft.author()).isEqualTo("manager");
            assertThat(draft.fields()).containsEntry("unit", "nonsense");
        });

        edits.take(MANAGER, with("GHG-01", "maximum", "30000"), "Wider");
        assertThat(edits.findDraft("GHG-01")).isEmpty();
    }

    @Test
    void a_version_knows_who_made_it_and_why() {
        edits.take(MANAGER, with("GHG-01", "maximum", "30000"), "Wider");

        assertThat(entry("GHG-01").versions())
                .extracting(version -> version.version() + " " + version.author() + " " + version.reason())
                .containsExactly("2 manager Wider", "1  ");
        assertThat(catalogue.find("GHG-01", 1))
                .map(Entry::indicator)
                .hasValueSatisfying(first -> assertThat(first.maximum()).isEqualByComparingTo("20000"));
    }

    @Test
    void what_a_change_would_do_is_told_and_not_done() {
        int moments = database.sql().fetchCount(KNOWLEDGE);

        Prospect prospect = edits.foresee(with("GHG-01", "maximum", "30000"));

        assertThat(prospect.differences())
                .containsExactly(new CatalogueDifference("indicators", "GHG-01", "maximum", "20000", "30000"));
        assertThat(entry("GHG-01").version()).isEqualTo(1);
        assertThat(database.sql().fetchCount(KNOWLEDGE)).isEqualTo(moments);
    }

    @Test
    void problems_stand_at_their_fields() {
        assertThat(problems(edits.foresee(with("GHG-02", "unit", "Mt de humo")).outcome()))
                .containsExactly("unit UNKNOWN_UNIT");
        assertThat(problems(edits.foresee(with("GHG-02", "minimum", "1,5")).outcome()))
                .containsExactly("minimum WRONG_VALUE");
    }

    @Test
    void a_second_indicator_that_counts_the_inhabitants_is_refused_naming_both() {
        Outcome refused = edits.take(MANAGER, with("GHG-02", "population", "true"), "Also");

        assertThat(problems(refused)).contains("population SECOND_POPULATION");
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        each -> assertThat(each.problems())
                                .allSatisfy(problem -> assertThat(problem.read(Locale.of("es")))
                                        .contains("GHG-02", "POP-02")));
        assertThat(entry("GHG-02").indicator().population()).isNull();
    }

    @Test
    void a_draft_is_activated_only_when_nothing_is_missing() {
        Map<String, String> fresh = with("GHG-01", "code", "GHG-99");
        fresh.put("state", "draft");
        edits.take(MANAGER, fresh, "New");
        assertThat(entry("GHG-99").indicator().state()).isEqualTo("draft");
        assertThat(edits.missing("GHG-99")).containsExactly(new SmartGate.Missing("", "programmes"));

        Outcome refused =
                edits.take(MANAGER, IndicatorEdits.inState(entry("GHG-99").indicator(), State.ACTIVE), "Now");

        assertThat(problems(refused)).containsExactly("state NOT_SMART");
        assertThat(entry("GHG-99").indicator().state()).isEqualTo("draft");
        assertThat(edits.missing("GHG-01")).isEmpty();
    }

    @Test
    void a_retired_indicator_keeps_its_definition() {
        edits.take(MANAGER, IndicatorEdits.inState(entry("WAS-01").indicator(), State.RETIRED), "Given up");
        assertThat(entry("WAS-01").indicator().state()).isEqualTo("retired");
        assertThat(entry("WAS-01").version()).isEqualTo(2);
    }

    private Map<String, String> with(String code, String field, String text) {
        Map<String, String> fields =
                new HashMap<>(IndicatorFields.of(entry(code).indicator()));
        fields.put(field, text);
        return fields;
    }

    private Entry entry(String code) {
        return catalogue.find(code, AsOf.NOW).orElseThrow();
    }

    private static List<String> problems(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.problems().stream()
                        .map(problem -> problem.path() + " " + problem.code())
                        .toList()
                : List.of();
    }
}
