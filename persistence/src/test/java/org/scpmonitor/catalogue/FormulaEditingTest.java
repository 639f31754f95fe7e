package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.schema.Tables.REBUILD_REACH;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.AuditTrail;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.FormulaEditing.Outcome;
import org.scpmonitor.formula.FormulaVersion;
import org.scpmonitor.formula.Formulas;
import org.scpmonitor.world.TestDatabase;

/** How formulas get into the catalogue, by the document and by the editor. The demo's GHG-01 and GHG-02 are in Mt CO2e. */
class FormulaEditingTest {

    private TestDatabase database;
    private CatalogueImport catalogue;
    private FormulaEditing editing;
    private Formulas formulas;

    private int ofTheDemo;

    @BeforeEach
    void start() {
        database = Demo.database();
        catalogue = new CatalogueImport(database.sql(), database.transactions(), Demo.CLOCK);
        editing = new FormulaEditing(
                database.sql(), database.transactions(), new AuditTrail(database.sql(), Clock.systemUTC()));
        formulas = new Formulas(database.sql());
        ofTheDemo = formulas.list(AsOf.NOW).size();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatIsSavedHoldsFromItsDayUntilTheNext() {
        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"), line("2020-01-01", "1 [kg/{person}] + WAS-10 / POP-01"));

        assertThat(formulas.of("WAS-11", AsOf.NOW))
                .extracting(each -> each.validFrom() + " " + each.validUntil() + " " + each.expression())
                .containsExactly(
                        "2010-01-01 2020-01-01 WAS-10 / POP-01", "2020-01-01 null 1 [kg/{person}] + WAS-10 / POP-01");
        assertThat(formulas.reads().get("WAS-11")).containsExactlyInAnyOrder("POP-01", "WAS-10");
    }

    @Test
    void aCorrectionReachesItsPeriodsAloneAndLeavesWhatWasKnown() {
        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"), line("2020-01-01", "WAS-10 / POP-01"));
        Instant before = formulas.of("WAS-11", AsOf.NOW).getFirst().knownFrom();
        database.sql().deleteFrom(REBUILD_REACH).execute();

        save("WAS-11", line("2010-01-01", "2 * WAS-10 / POP-01"), line("2020-01-01", "WAS-10 / POP-01"));

        assertThat(database.sql()
                        .fetch("select valid_from || ' ' || valid_until from rebuild_reach")
                        .getValues(0, String.class))
                .containsExactly("2010-01-01 2020-01-01");
        assertThat(formulas.of("WAS-11", new AsOf(before)))
                .extracting(FormulaVersion::expression)
                .containsExactly("WAS-10 / POP-01", "WAS-10 / POP-01");
        assertThat(formulas.history("WAS-11")).hasSize(3);
    }

    @Test
    void whatIsTakenOutIsWithdrawn() {
        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"));
        assertThat(((Outcome.Saved) editing.save("WAS-11", List.of(), "reported from now on", "manager")).changes())
                .hasSize(1);
        assertThat(formulas.of("WAS-11", AsOf.NOW)).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"));
        assertThat(save("WAS-11", line("2010-01-01", "WAS-10 / POP-01")).knownFrom())
                .isEmpty();
    }

    @Test
    void refusesWhatCantBeTheIndicators() {
        assertThat(refused("WAS-11", "WAS-10")).contains("WAS-10").contains("t").contains("kg/{person}");
        assertThat(database.sql().fetchCount(database.sql().selectFrom("formula")))
                .isEqualTo(ofTheDemo);
    }

    @Test
    void refusesCircles() {
        save("GHG-01", line("2010-01-01", "GHG-02 * 2"));
        assertThat(refused("GHG-02", "GHG-01 / 2")).contains("GHG-02 → GHG-01 → GHG-02");
        assertThat(refused("GHG-02", "previous period of GHG-02")).contains("GHG-02 → GHG-02");
    }

    @Test
    void aPreviewStoresNothing() {
        assertThat(editing.preview("GHG-01", List.of(line("2010-01-01", "GHG-02"))))
                .isInstanceOf(Outcome.Saved.class);
        assertThat(formulas.list(AsOf.NOW)).hasSize(ofTheDemo);
    }

    @Test
    void theDocumentCarriesFormulas() {
        CatalogueDocument with = Demo.with(
                "\"code\": \"GHG-01\",",
                "\"code\": \"GHG-01\", \"formulas\": [{\"from\": \"2010-01-01\", \"expression\": \"GHG-02 * 2\"}],");
        var withoutAssignment = new CatalogueExport(database.sql()).current();

        assertThat(CatalogueCheck.problems(with))
                .extracting(CatalogueProblem::code)
                .contains(CatalogueProblem.Code.COMPUTED);
        assertThat(withoutAssignment.indicators())
                .filteredOn(each -> !each.formulas().isEmpty())
                .hasSize(ofTheDemo);

        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"));
        CatalogueDocument exported = new CatalogueExport(database.sql()).current();
        assertThat(exported.indicators())
                .filteredOn(each -> each.code().equals("WAS-11"))
                .singleElement()
                .satisfies(each -> assertThat(each.formulas())
                        .containsExactly(new FormulaLine(LocalDate.of(2010, 1, 1), "WAS-10 / POP-01")));
        assertThat(((CatalogueImport.Outcome.Applied) catalogue.apply(exported)).changes())
                .isEmpty();
    }

    @Test
    void aDocumentThatMakesAStoredFormulaWrongIsRefused() {
        save("WAS-11", line("2010-01-01", "WAS-10 / POP-01"));
        CatalogueDocument broken = Demo.with("\"unit\": \"{person}\"", "\"unit\": \"t\"");

        assertThat(CatalogueCheck.problems(broken)).isNotEmpty();
    }

    private Outcome.Saved save(String indicator, FormulaLine... lines) {
        return (Outcome.Saved) editing.save(indicator, List.of(lines), "because", "manager");
    }

    private String refused(String indicator, String expression) {
        Outcome.Refused refused = (Outcome.Refused)
                editing.save(indicator, List.of(line("2010-01-01", expression)), "because", "manager");
        return refused.wrong().getFirst().flaw().what(Locale.ENGLISH);
    }

    private static FormulaLine line(String from, String expression) {
        return new FormulaLine(LocalDate.parse(from), expression);
    }
}
