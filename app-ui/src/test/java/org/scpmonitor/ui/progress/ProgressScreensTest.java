package org.scpmonitor.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scpmonitor.ui.progress.Shown.textOf;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.intake.Intake;
import org.scpmonitor.batch.schedule.Runner;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.progress.ProgrammeChanges;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.running.OwnDatabase;
import org.scpmonitor.running.ScreenTest;
import org.scpmonitor.running.Statements;
import org.scpmonitor.submission.SubmissionState.Action;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Upload;
import org.scpmonitor.ui.chart.ChartJs;
import org.scpmonitor.ui.chart.TrajectoryChart;
import org.scpmonitor.ui.chart.TrajectoryTable;
import org.scpmonitor.ui.component.Figure;
import org.scpmonitor.ui.component.StatusBadge;
import org.scpmonitor.ui.component.UnknownCodes;
import org.scpmonitor.ui.provenance.ProvenanceDrawer;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The overview, the programme's and the indicator's page, and the way back to the cell, on figures that came in by file. */
@ScreenTest
class ProgressScreensTest extends SpringBrowserlessTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired
    private DSLContext dsl;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        OwnDatabase.set(settings, DATABASE);
    }

    @BeforeAll
    static void report(
            @Autowired Intake intake,
            @Autowired Runner runner,
            @Autowired Submissions submissions,
            @Autowired EntryEdits edits) {
        World.in(DATABASE)
                .institution("CL-A")
                .indicator("CO2", "t", 12, "sum", "sum")
                .baseline("CO2", "2020")
                .target("CO2", "2030", "70")
                .target("CO2", "2030", "60");
        DATABASE.sql().execute("update programme_indicator set headline = true");
        var file = """
                institution,indicator,period,value,unit
                CL-A,CO2,2019,105,t
                CL-A,CO2,2020,100,t
                CL-A,CO2,2022,95,t
                CL-A,CO2,2025,82,t
                """.getBytes(StandardCharsets.UTF_8);
        long submission = intake.receive(new Upload("CL-A", "reporter.CL-A", "co2.csv"), new ByteArrayInputStream(file))
                .submission();
        runner.work(submission);
        submissions.act(submission, Action.SUBMIT, "reporter.CL-A", "");
        submissions.act(submission, Action.APPROVE, "manager", "");
        runner.work(submission);
        edits.publish(
                new Viewer(1, "manager", "manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER))),
                List.of(
                        entry(Kind.PRODUCT, "P", Map.of("title", "Papel", "type", "product", "icon", "paper")),
                        entry(Kind.PRODUCT, "Q", Map.of("title", "Sillas", "type", "product", "icon", "furniture")),
                        entry(Kind.CRITERION, "C", criterion()),
                        entry(Kind.SELECTION, "S", selection()),
                        entry(Kind.PRACTICE, "G", practice())),
                "primera",
                null);
    }

    private static Wanted entry(Kind kind, String code, Map<String, ?> tree) {
        return new Wanted(kind, code, tree, true, "prueba", null);
    }

    private static Map<String, ?> criterion() {
        Map<String, Object> tree = new HashMap<>(Map.of(
                "title", "Papel reciclado", "product", "P", "country", "CL", "institution", "CL-A", "level", "core"));
        tree.putAll(Map.of(
                "requirement",
                "80 % de fibra reciclada",
                "meeting",
                "CO2",
                "purchases",
                "CO2",
                "impacts",
                List.of("CO2"),
                "validFrom",
                "2020"));
        return tree;
    }

    private static Map<String, ?> practice() {
        return Map.of(
                "title",
                "Menos emisiones",
                "country",
                "CL",
                "problem",
                "p",
                "measure",
                "m",
                "result",
                "r",
                "indicator",
                "CO2",
                "period",
                "2025");
    }

    private static Map<String, ?> selection() {
        Map<String, Object> tree = new HashMap<>(Map.of(
                "title",
                "Lo que va primero",
                "country",
                "CL",
                "impact",
                "4",
                "volume",
                "3",
                "readiness",
                "2",
                "will",
                "1"));
        tree.put("candidates", List.of(candidate("P", "5"), candidate("Q", "1")));
        return tree;
    }

    private static Map<String, String> candidate(String product, String score) {
        return Map.of("product", product, "impact", score, "volume", score, "readiness", score, "will", score);
    }

    @Test
    void the_overview_answers_where_the_programme_stands() {
        open("");
        assertThat(text()).contains("82,0", "Hay que acelerar", "Por reducir a 2030: 22,0 t", "Esperado a 2025: 80,0");
        assertThat(find(TrajectoryChart.class).all()).hasSize(1);
    }

    @Test
    void the_indicator_shows_its_whole_way() {
        open("indicators/CO2");
        assertThat(text())
                .contains("De 100,0 (2020) a 82,0; la senda pedía 80,0")
                .contains("2030: 60,0 t", "vigente", "2030: 70,0 t", "reemplazada");
        String chart = find(TrajectoryChart.class).single().getElement().getProperty("config");
        assertThat(chart)
                .contains("\"role\":\"actual\"", "\"role\":\"path\"", "\"role\":\"path-superseded\"")
                .contains("2025: 82,0 t");
    }

    @Test
    void the_chart_stays_where_the_look_changes_and_the_metadata_tell_what_it_is() {
        open("indicators/CO2");
        TrajectoryChart chart = find(TrajectoryChart.class).single();
        open("indicators/CO2?look=metadata");
        assertThat(text()).contains("Ficha del indicador", "Suma entre instituciones");
        open("indicators/CO2?look=table");
        assertThat(find(NativeTableRow.class).all().stream().map(Shown::textOf))
                .anySatisfy(row -> assertThat(row).contains("2025", "82"));
        open("indicators/CO2");
        assertThat(find(TrajectoryChart.class).single()).isSameAs(chart);
    }

    @Test
    void the_figure_tells_what_was_known_of_it_a_year_ago() {
        open("indicators/CO2");
        assertThat(text()).contains("aún no se conocía");
    }

    @Test
    void a_missing_year_is_a_gap_in_the_line() {
        open("indicators/CO2");
        assertThat(find(TrajectoryChart.class).single().getElement().getProperty("config"))
                .containsPattern("\\{\"x\":2021\\.9\\d*}");
    }

    @Test
    void the_programme_lists_its_indicators() {
        open("programmes/CL-P");
        assertThat(find(NativeTableRow.class).all().stream().map(Shown::textOf))
                .anySatisfy(row -> assertThat(row).contains("CO2", "82,0", "60,0", "Hay que acelerar", "1 de 1"));
    }

    @Test
    void the_programme_says_at_which_level_and_where_its_indicators_go() {
        open("programmes/CL-P");
        assertThat(text()).contains("Matriz de resultados", "Línea base", "Tendencia");
    }

    @Test
    void the_programme_tells_what_changed_since_a_day() {
        open("programmes/CL-P?since=2001-01-01");
        assertThat(text()).contains("Qué cambió desde el 1 ene 2001", "Nuevo valor", "2025");
        open("programmes/CL-P");
        assertThat(text()).contains("Elija un día").doesNotContain("Nuevo valor");
    }

    @Test
    void changes_are_told_since_the_visit_before_and_half_an_hour_ends_a_visit(@Autowired ProgrammeChanges changes) {
        int user = DATABASE.sql()
                .fetchSingle("select id from app_user where username = 'manager'")
                .get(0, Integer.class);
        Instant first = Instant.parse("2001-01-01T10:00:00Z");
        Instant still = first.plusSeconds(600);
        Instant again = first.plusSeconds(7200);
        assertThat(changes.visit("CL-P", user, first)).isEmpty();
        assertThat(changes.visit("CL-P", user, still)).isEmpty();
        assertThat(changes.visit("CL-P", user, again)).contains(still);
        assertThat(changes.since("CL-P", still, null, AsOf.NOW).changes())
                .filteredOn(each -> each.kind() == ProgrammeChanges.Kind.NEW)
                .extracting(each -> each.period() + " " + each.before() + " → " + each.after())
                .contains("2025 null → 82", "2022 null → 95");
        assertThat(changes.since("CL-P", Instant.now(), null, AsOf.NOW).changes())
                .isEmpty();
    }

    @Test
    void a_filter_changes_the_overview_in_place() {
        open("");
        TrajectoryChart chart = find(TrajectoryChart.class).single();
        Figure figure = find(Figure.class).all().getFirst();
        open("?to=2022&method=growth");
        assertThat(find(TrajectoryChart.class).single()).isSameAs(chart);
        assertThat(find(Figure.class).all().getFirst()).isSameAs(figure);
        assertThat(figure.getText()).isEqualTo("95,0");
        assertThat(text()).contains("Por reducir a 2030: 35,0 t");
    }

    @Test
    void what_is_judged_ends_with_the_period_that_is_asked_for() {
        open("?from=2020&to=2022");
        assertThat(find(TrajectoryChart.class).single().getElement().getProperty("config"))
                .contains("2022: 95,0 t")
                .doesNotContain("2025: 82,0 t", "2019: 105,0 t");
    }

    @ParameterizedTest
    @CsvSource({"?indicator=NONE", "?country=MX", "?theme=WATER"})
    void a_filter_that_nothing_answers_says_so(String filter) {
        open(filter);
        assertThat(text()).contains("Ningún programa").doesNotContain("82,0 t");
    }

    @Test
    void another_look_at_the_same_figures_asks_for_nothing() {
        open("");
        assertThat(Statements.of(dsl).duringHere(() -> open("?look=table&scale=absolute")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"?q=co2, true", "?q=CO2%20indicador, false", "?q=zzz, false", "?sort=status, true", "?country=CL, true"
    })
    void indicators_are_searched_and_sorted(String address, boolean found) {
        open("indicators" + address);
        assertThat(find(NativeTable.class).all().stream().anyMatch(Component::isVisible) && text().contains("82,0"))
                .isEqualTo(found);
    }

    @Test
    void the_look_stands_in_the_address() {
        open("?look=table&scale=absolute");
        assertThat(find(TrajectoryTable.class).single().isVisible()).isTrue();
        assertThat(text()).contains("En la unidad del indicador");
    }

    @Test
    void a_figure_leads_to_the_cell_that_it_came_from_and_comes_out_the_same_again() {
        open("indicators/CO2");
        test(find(Figure.class).all().getFirst()).click();
        ProvenanceDrawer drawer = find(ProvenanceDrawer.class).single();
        assertThat(textOf(drawer))
                .contains("82 = 82", "co2.csv", "D5", "82", "Informante", "Aprobador")
                .doesNotContain("reporter.CL-A")
                .containsPattern("SHA-256 [0-9a-f]{64}");
    }

    @Test
    void the_address_names_the_figure_that_is_explained_and_opens_it_again() {
        open("indicators/CO2");
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        test(find(Figure.class).all().getFirst()).click();
        String figure = UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(script -> script.getExpression().contains("history.replaceState"))
                .map(script -> String.valueOf(script.getParameters().get(1)))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate("methods");
        open("indicators/CO2?figure=" + figure);
        assertThat(textOf(find(ProvenanceDrawer.class).single()))
                .contains("82 = 82", "co2.csv", "D5", "· 4 filas")
                .doesNotContain("Archivo enviado");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "NOPE", "99999999999999999999"})
    void an_address_that_names_no_figure_is_told(String figure) {
        open("map?figure=" + figure);
        assertThat(textOf(find(ProvenanceDrawer.class).single())).contains("No hay ninguna cifra con este número");
    }

    @Test
    void nothing_is_shown_as_of_a_time_when_nothing_was_known() {
        open("?asOf=2000-01-01");
        assertThat(text()).contains("Ningún programa").doesNotContain("82,0");
    }

    @Test
    void an_indicator_is_compared_over_countries_and_as_an_index() {
        open("compare?indicator=CO2&scale=index&base=2020");
        assertThat(text()).contains("índice, 2020 = 100");
        assertThat(find(ChartJs.class).single().getElement().getProperty("config"))
                .contains("\"identity\":\"chl\"", "Chile, 2025: 82,0 índice");
        open("compare?indicator=CO2&look=table");
        assertThat(find(Figure.class).all().stream().map(Shown::textOf)).contains("105,0 ", "82,0 ");
        open("compare");
        assertThat(text()).contains("Elija arriba qué comparar", "CO2");
    }

    @ParameterizedTest
    @CsvSource({
        "map?indicator=NOPE, No hay ningún indicador «NOPE»",
        "compare?indicator=NOPE&indicator=CO2, No hay ningún indicador «NOPE»",
        "compare?indicator=NOPE&indicator=NEVER, 'No hay indicadores «NOPE», «NEVER»'",
        "compare?indicator=CO2&country=XX, Aquí no hay ningún país «XX»"
    })
    void a_code_that_stands_for_nothing_is_told(String address, String told) {
        open(address);
        assertThat(textOf(find(UnknownCodes.class).single())).contains(told, "arriba");
        assertThat(find(Figure.class).all()).isEmpty();
        open("map");
        assertThat(find(UnknownCodes.class).all()).isEmpty();
    }

    @Test
    void a_map_tells_each_country_by_status_and_by_value_in_words() {
        open("map");
        assertThat(text()).contains("Chile", "82,0 (2025)", "Hay que acelerar", "Sin meta que evaluar");
        open("map?shade=value");
        assertThat(text()).contains("82,0 (2025)", "Sin dato");
    }

    @ParameterizedTest
    @CsvSource({
        "es,Panorama regional,Hay que acelerar",
        "en,Regional overview,Acceleration needed",
        "de,Regionale Übersicht,Beschleunigung nötig"
    })
    void the_address_chooses_the_language(String language, String title, String status) {
        open("?lang=" + language);
        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(find(StatusBadge.class).all().stream().map(Shown::textOf))
                .anySatisfy(badge -> assertThat(badge).contains(status));
    }

    @Test
    void an_address_that_names_the_language_leads_to_addresses_that_do() {
        open("?lang=de");
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        UI.getCurrent().navigate("indicators");
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .map(PendingJavaScriptInvocation::getInvocation)
                .filteredOn(script -> script.getExpression().contains("history.replaceState"))
                .singleElement()
                .satisfies(script -> assertThat(script.getParameters()).contains("lang", "de"));
    }

    @ParameterizedTest
    @CsvSource({"es,d/M/yyyy", "en,d MMM yyyy", "de,d.M.yyyy"})
    void days_are_written_as_in_the_language(String language, String format) {
        open("?lang=" + language);
        assertThat(find(DatePicker.class).single().getI18n().getDateFormats()).startsWith(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "indicators",
                "indicators/CO2",
                "programmes/CL-P",
                "programmes/CL-P?since=2024-01-01",
                "?look=table",
                "compare?indicator=CO2",
                "map",
                "procurement",
                "register/practice/G",
                "procurement/criterion/C",
                "procurement/criterion/C?share=50&year=2040",
                "procurement/selection/S",
                "procurement/selection/S?weights=1-0-0-0",
                "agreements"
            })
    void a_screen_costs_three_statements_at_most(String address) {
        assertThat(Statements.of(dsl).duringHere(() -> open(address))).isBetween(1, 3);
    }

    @Test
    void a_criterion_is_taken_along_as_its_page_shows_it() throws IOException {
        open("procurement/criterion/C?share=50&year=2030");
        assertThat(file(".csv"))
                .contains(
                        "CO2,CO2,82,t",
                        "Compras que cumplen,100,%",
                        "2030,CO2,\"Adicional, al año\",-41",
                        "/api/v1/provenance/")
                .contains("procurement/criterion/C?share=50&year=2030&asOf=", "&lang=es", "ilustrativo");
    }

    @Test
    void a_choice_of_products_is_taken_along_with_the_weights_that_were_moved() throws IOException {
        open("procurement/selection/S?weights=1-0-0-0");
        assertThat(file(".csv"))
                .contains("P,Papel,No,5,5,5,5,5,1,No,1,1,", "Q,Sillas,No,1,1,1,1,1,2,No,2,2,")
                .contains("procurement/selection/S?weights=1-0-0-0&asOf=");
    }

    @Test
    void a_link_to_a_choice_shows_what_was_known_then() {
        open("procurement/selection/S?weights=1-0-0-0");
        open("procurement/selection/S?weights=1-0-0-0&asOf=" + Instant.now());
        assertThat(text()).contains("Papel", "Así se conocía");
    }

    @Test
    void a_practice_shows_the_figure_that_it_names_and_where_it_comes_from() {
        open("register/practice/G");
        Figure figure = find(Figure.class).single();
        assertThat(figure.getText()).isEqualTo("82,0 t");
        test(figure).click();
        assertThat(textOf(find(ProvenanceDrawer.class).single())).contains("82 = 82", "co2.csv", "D5");
    }

    /** What the page gives as a file. @param ending by which it is told from the others */
    private String file(String ending) throws IOException {
        Anchor link = find(Anchor.class).all().stream()
                .filter(each -> each.getElement().hasAttribute("download")
                        && textOf(each).toLowerCase(Locale.ROOT).contains(ending.substring(1)))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        test(link).download(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "es,Orden de productos,'Volumen: de 3,0 a más allá de 2,5; entra B','1.369,8 t CO₂e','2,50'",
        "en,Ranking of products,'Volume: from 3.0 beyond 2.5; B comes in','1,369.8 t CO₂e','2.50'",
        "de,Rangfolge der Produkte,'Volumen: von 3,0 über 2,5 hinaus; B kommt hinein','1.369,8 t CO₂e','2,50'"
    })
    void the_methods_of_choosing_and_buying_are_told_with_computed_examples(
            String language, String title, String turn, String more, String leverage) {
        open("methods?lang=" + language);
        assertThat(text()).contains(title, turn, more, leverage, "45", "18");
    }

    @Test
    void a_board_costs_the_same_however_many_charts_of_all_kinds_it_has(
            @Autowired Boards boards, @Autowired BoardLinks links, @Autowired Accounts accounts) {
        Viewer manager = accounts.get("manager").viewer();
        for (String method : List.of("linear", "growth", "un")) {
            boards.pin(manager, PinKind.TRAJECTORY, "programme=CL-P&indicator=CO2&method=" + method);
            boards.pin(manager, PinKind.OVERVIEW, "method=" + method);
            boards.pin(manager, PinKind.OVERVIEW, "indicator=CO2&method=" + method);
            boards.pin(manager, PinKind.COMPARISON, "indicator=CO2&to=202" + method.length());
            boards.pin(manager, PinKind.MAP, "indicator=CO2&method=" + method);
        }
        String secret = links.make(manager, null);
        assertThat(Statements.of(dsl).duringHere(() -> open("shared/" + secret)))
                .isLessThanOrEqualTo(4);
        assertThat(find(ChartJs.class).all()).hasSize(11);
        assertThat(text()).contains("82,0 (2025)", "Hay que acelerar");
    }

    private void open(String address) {
        String[] parts = address.split("\\?", 2);
        VaadinSession.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
        assertThat(getCurrentView()).isInstanceOf(Main.class);
    }

    private String text() {
        return textOf((Component) getCurrentView());
    }
}
