package org.scpmonitor.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Scope;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.publication.NightlyRecomputation;
import org.scpmonitor.batch.world.Monitor;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueDocument.FormulaLine;
import org.scpmonitor.catalogue.FormulaEditing;
import org.scpmonitor.factor.FactorChange;
import org.scpmonitor.factor.FactorEdits;
import org.scpmonitor.publication.Publication;
import org.scpmonitor.publication.Publications;
import org.scpmonitor.publication.Publications.Mark;
import org.scpmonitor.publication.Recomputations;
import org.scpmonitor.publication.Revision;
import org.scpmonitor.text.Text;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class PublicationTest {

    private static final Viewer MANAGER = new Viewer(
            1, "manager", "manager", Locale.of("es"), Set.of(new Grant(Role.MANAGER, new Scope.Everywhere())));

    private TestDatabase database;
    private Monitor monitor;
    private Publications publications;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        World.in(database)
                .institution("CL-A")
                .institution("CL-B")
                .indicator("WAS", "t", 12, "sum", "sum")
                .indicator("STAFF", "{person}", 12, "sum", "last")
                .indicator("EMITTED", "t{CO2e}", 12, "sum", "sum");
        monitor = new Monitor(database);
        publications = monitor.part(Publications.class);
        approved("CL-A", ",WAS,2020,10,t\n,WAS,2021,11,t\n,STAFF,2020,3,{person}\n");
    }

    @AfterEach
    void stop() {
        monitor.close();
        database.close();
    }

    @Test
    void a_correction_shows_as_a_revision_and_the_publication_stays_as_it_was() {
        Publication published = publish();
        byte[] bytes = publications.file(published.id());
        assertThat(published.figures()).isEqualTo(2);
        assertThat(published.partial()).isEqualTo(2);
        assertThat(new String(bytes, UTF_8).lines().map(line -> line.replaceAll(",2\\d{3}-[^,]*Z,\\d+$", "")))
                .containsExactly(
                        "programme,country,indicator,disaggregation,period,value,unit,status,uncertainty,"
                                + "coverageReported,coverageExpected,coverageShare,partial,gwpSet,carriedFactor,estimation,"
                                + "estimatedValue,estimatedInstitutions,knownFrom,figure",
                        "CL-P,CL,STAFF,,2020,3,{person},,,1,2,,true,,false,,,0",
                        "CL-P,CL,WAS,,2020,10,t,,,1,2,,true,,false,,,0");

        approved("CL-A", ",WAS,2020,12,t\n");
        approved("CL-B", ",WAS,2020,5,t\n,WAS,2021,5,t\n");
        assertThat(publications.revisions(published.id(), Viewer.PUBLIC))
                .extracting(PublicationTest::told)
                .containsExactly("WAS 2020: 12 (1/2) → 17 (2/2), CL-B", "WAS 2020: 10 (1/2) → 12 (1/2), CL-A");
        assertThat(publications.find(published.id()).orElseThrow().revised()).isEqualTo(1);
        assertThat(publications.file(published.id())).isEqualTo(bytes);
        assertThat(publications.again(published.id())).isEqualTo(bytes);
        assertThat(publications.isReproduced(published)).isTrue();

        Publication second = publish();
        assertThat(publications.revisions(second.id(), Viewer.PUBLIC)).isEmpty();
        assertThat(publications.findMark("CL-P", "WAS", AsOf.NOW))
                .contains(new Mark(second.id(), second.period(), second.asOf(), 0));
        assertThat(publications.findMark("CL-P", "WAS", new AsOf(published.asOf())))
                .contains(new Mark(published.id(), published.period(), published.asOf(), 0));
        assertThat(publications.list("CL-P").page(0, 10).items())
                .extracting(Publication::id)
                .containsExactly(2, 1);
    }

    @Test
    void a_revision_tells_why_a_factor_or_a_formula_was_changed() {
        database.sql()
                .execute("insert into factor (code, kind, category, scope, gas, unit, name_es, name_en, name_de, sort)"
                        + " values ('EF-WAS', 'emission', 'waste', 3, 'CO2e', 't{CO2e}/t', '', '', '', 1)");
        factorIs("2", "");
        calculatedBy("WAS * EF-WAS", "First");
        assertThat(monitor.figures("EMITTED")).contains("2020 | 20 | 1/2 partial");
        Publication published = publish();

        factorIs("3", "Measured again");
        calculatedBy("WAS * EF-WAS * 2", "There and back");
        assertThat(publications.revisions(published.id(), Viewer.PUBLIC))
                .extracting(each ->
                        each.cause() + " (" + each.reason() + "): " + told(each.before()) + " → " + told(each.after()))
                .containsExactly(
                        "formula of EMITTED (There and back): 30 (1/2) → 60 (1/2)",
                        "factor EF-WAS (Measured again): 20 (1/2) → 30 (1/2)");
        assertThat(publications.isReproduced(published)).isTrue();
    }

    private void factorIs(String value, String reason) {
        assertThat(monitor.part(FactorEdits.class)
                        .store(
                                MANAGER,
                                new FactorChange(
                                        "EF-WAS",
                                        null,
                                        "",
                                        LocalDate.of(2000, 1, 1),
                                        null,
                                        new BigDecimal(value),
                                        null,
                                        null,
                                        "Handbook",
                                        null,
                                        new Text("", "", ""),
                                        false,
                                        reason)))
                .isInstanceOf(FactorEdits.Outcome.Stored.class);
        monitor.work(0);
    }

    private void calculatedBy(String expression, String reason) {
        assertThat(monitor.part(FormulaEditing.class)
                        .save(
                                "EMITTED",
                                List.of(new FormulaLine(LocalDate.of(2000, 1, 1), expression)),
                                reason,
                                "manager"))
                .isInstanceOf(FormulaEditing.Outcome.Saved.class);
        monitor.work(0);
    }

    @Test
    void what_has_no_figures_is_not_published() {
        assertThat(publications.publish("CL-P", ReportingPeriod.year(1999), "manager", ""))
                .isEmpty();
    }

    @Test
    void everything_published_is_computed_again_and_a_difference_found() {
        Publication published = publish();
        approved("CL-A", ",WAS,2020,12,t\n");
        publish();
        NightlyRecomputation night = monitor.part(NightlyRecomputation.class);
        database.sql()
                .execute("insert into user_grant (user_id, role) select id, 'administrator' from app_user"
                        + " where username = 'manager'");
        assertThat(night.recompute().differences()).isEmpty();

        // Somebody has got at the stored figure behind the product's back.
        database.sql()
                .execute(
                        "update figure set value = 99 where id = (select min(a.id) from figure a join indicator i"
                                + " on i.id = a.indicator_id join publication_figure f on f.figure_id = a.id"
                                + " where i.code = 'WAS' and f.publication_id = ?)",
                        published.id());
        assertThat(night.recompute().differences())
                .extracting(each -> each.figure() == null
                        ? "publication " + each.publication()
                        : each.stored() + " is " + each.recomputed())
                .containsExactly("99 is 10", "publication 1");
        assertThat(database.sql()
                        .fetch("select kind, arguments from notification where kind = 'FIGURES_DIFFER'")
                        .map(row -> row.get(0) + " " + List.of(row.get(1, String[].class))))
                .containsExactly("FIGURES_DIFFER [2, 3, 2]");
        Recomputations recomputations = monitor.part(Recomputations.class);
        assertThat(recomputations.findLatest().orElseThrow().differences()).hasSize(2);
        assertThat(recomputations.findLatest().orElseThrow().figures()).isEqualTo(3);
    }

    private static String told(Revision revision) {
        return revision.indicator() + " " + revision.period() + ": " + told(revision.before()) + " → "
                + told(revision.after()) + ", " + revision.cause().substring(0, 4);
    }

    private static String told(Revision.@Nullable State state) {
        return state == null
                ? "nothing"
                : state.value().stripTrailingZeros().toPlainString() + " (" + state.reported() + "/" + state.expected()
                        + ")";
    }

    private Publication publish() {
        return publications
                .publish("CL-P", ReportingPeriod.year(2020), "manager", "Year")
                .orElseThrow();
    }

    private void approved(String institution, String rows) {
        monitor.approved(monitor.sent(
                institution, institution + rows.length() + ".csv", "institution,indicator,period,value,unit\n" + rows));
    }
}
