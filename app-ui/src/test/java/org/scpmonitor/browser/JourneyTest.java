package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.scpmonitor.browser.Visit.button;
import static org.scpmonitor.browser.Visit.open;
import static org.scpmonitor.browser.Visit.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.Boards;
import org.scpmonitor.board.PinKind;
import org.scpmonitor.browser.EveryScreen.Screen;
import org.scpmonitor.browser.EveryScreen.Way;
import org.scpmonitor.doors.Expected;
import org.scpmonitor.running.RunningMonitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The monitor with its demonstration, in a browser: every screen is open to everyone, and the whole way works. The screens are
 * looked at while the journeys go on; what was found is told at the end.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

    private static RunningMonitor monitor;
    private static Chromium chromium;
    private static Looks screens;
    private static @Nullable Looks published;

    @BeforeAll
    static void start() {
        monitor = RunningMonitor.start("scp.demo=true", "scp.role=all", "scp.database.connections=16");
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Viewer manager = monitor.part(Accounts.class).get("manager").viewer();
        monitor.part(Boards.class).pin(manager, PinKind.TRAJECTORY, "programme=CL-PCS&indicator=GHG-01");
        String secret = monitor.part(BoardLinks.class).make(manager, null);
        String submission =
                Long.toString(monitor.database().sql().fetchSingle("""
                select s.id from submission s join institution i on i.id = s.institution_id
                where i.code = 'CL-MMA' order by s.state = 'submitted' desc, s.id limit 1""").get(0, Long.class));
        screens = new Looks(
                monitor.address(),
                path -> path.replace("{secret}", secret).replace("{submission}", submission),
                EveryScreen.all().toList());
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
        if (published != null) {
            published.close();
        }
        chromium.close();
        monitor.close();
    }

    private static Stream<Arguments> looks() {
        return EveryScreen.all().flatMap(JourneyTest::ways);
    }

    private static Stream<Arguments> looksAtPublications() {
        return EveryScreen.published().flatMap(JourneyTest::ways);
    }

    private static Stream<Arguments> ways(Screen screen) {
        return Arrays.stream(Way.values()).map(way -> Arguments.of(screen, way));
    }

    @Test
    @Order(1)
    void every_view_is_looked_at() {
        List<String> views = Expected.read("views.txt", 1).doors().keySet().stream()
                .sorted(comparing((String view) -> view.contains(":")))
                .toList();
        Assertions.assertThat(Stream.concat(EveryScreen.all(), EveryScreen.published())
                        .map(screen -> "/" + screen.path().split("\\?", 2)[0])
                        .flatMap(path -> views.stream()
                                .filter(view -> path.matches(pattern(view)))
                                .limit(1)))
                .containsAll(views);
    }

    /** A route's parameters are any part of a path. */
    private static String pattern(String view) {
        return ("/" + view)
                .replace("//", "/")
                .replaceAll("/:\\w+\\?", "(/[^/]+)?")
                .replaceAll(":\\w+", "[^/]+");
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(6)
    void axe_finds_no_barrier(Screen screen, Way way) {
        screens.check(screen, way);
    }

    @ParameterizedTest
    @MethodSource("looksAtPublications")
    @Order(7)
    void axe_finds_no_barrier_at_publications(Screen screen, Way way) {
        if (published == null) {
            published = new Looks(
                    monitor.address(),
                    UnaryOperator.identity(),
                    EveryScreen.published().toList());
        }
        published.check(screen, way);
    }

    @Test
    @Order(1)
    void main_screens_are_made_of_their_parts() {
        Page page = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        Arrays.stream(Structure.values()).forEach(each -> each.compare(page));
        page.context().close();
    }

    @Test
    @Order(1)
    void shares_of_women_among_suppliers_follow_from_the_cells_of_a_thousand_bodies() {
        Assertions.assertThat(told("actuals?programme=CL-PCS&indicator=PRC-12,PRC-13", "indicator", "period", "value"))
                .containsExactlyInAnyOrder(
                        "PRC-12 2022 23.850399140121749583",
                        "PRC-12 2023 28.123882892328214331",
                        "PRC-13 2022 21.048978144561018224",
                        "PRC-13 2023 25.521754696824118539");
        Assertions.assertThat(told("actuals?country=CL&indicator=PRC-11", "programme", "period", "value", "status"))
                .contains(" 2022 400987 ", " 2023 416813 P");
        Assertions.assertThat(
                        told("observations?institution=CL-CHILECOMPRA&indicator=PRC-16", "period", "value", "status"))
                .containsExactlyInAnyOrder("2022 15 ", "2023 27 P");
        Assertions.assertThat(monitor.as("reviewer")
                        .get("/api/v1/observations?institution=CL-CHILECOMPRA&indicator=PRC-16")
                        .body())
                .contains("cl-chilecompra-proveedores-2023.xlsx", "\"J771\"", "\"K771\"");
    }

    /** The items that a call gives, each with these of its members. */
    private static List<String> told(String call, String... members) {
        return JsonMapper.shared()
                .readTree(monitor.as("reviewer").get("/api/v1/" + call).body())
                .get("items")
                .valueStream()
                .map(item -> Arrays.stream(members)
                        .map(member -> item.get(member).asString())
                        .collect(joining(" ")))
                .toList();
    }

    @Test
    @Order(1)
    void pictures_for_the_readme_are_taken() {
        Page page = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        Arrays.stream(Picture.values()).forEach(each -> each.take(page));
        page.context().close();
    }

    @Test
    @Order(1)
    void from_the_overview_to_a_cell_without_a_mouse() {
        new KeyboardJourney(monitor.address(), chromium).run();
    }

    @Test
    @Order(1)
    void a_chart_is_walked_by_keyboard_opened_and_saved_as_an_image(@TempDir Path folder) throws IOException {
        Page page = chromium.visitor(monitor.address(), 1440, ColorScheme.DARK);
        open(page, "compare?indicator=GHG-01&country=CL&country=PE");
        Locator spoken = page.locator("scp-chart [aria-live]");
        page.locator("scp-chart canvas").focus();
        page.keyboard().press("End");
        assertThat(spoken).containsText("Chile, 2023: 99,0 Mt CO₂e");
        page.keyboard().press("ArrowDown");
        assertThat(spoken).containsText("Perú, 2023");
        page.keyboard().press("ArrowLeft");
        assertThat(spoken).containsText("Perú, 2022");
        page.keyboard().press("Enter");
        assertThat(page.locator(".drawer")).containsText("GHG-01 · Perú · 2022");
        assertThat(page.locator(".drawer vaadin-button[aria-label^='Cerrar']")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("scp-chart canvas")).isFocused();
        Path image = Visit.download(page, page.locator("[aria-label^='Guardar como imagen']"), folder);
        Assertions.assertThat(ImageIO.read(image.toFile())).satisfies(each -> {
            Assertions.assertThat(each.getWidth()).isEqualTo(2950);
            Assertions.assertThat(each.getRGB(5, 5))
                    .as("on white, though the screen is dark")
                    .isEqualTo(0xFFFFFFFF);
        });
        page.context().close();
    }

    @Test
    @Order(3)
    void from_a_broken_file_to_a_changed_chart() {
        Page anyone = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        open(anyone, "indicators/GHG-01?programme=CL-PCS");
        assertThat(anyone.getByText("99,0").first()).isVisible();

        Page reporter = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        signIn(reporter, "reporter.cl");
        open(reporter, "report");
        upload(reporter, "institución;indicador;periodo;valor;unidad\nCL-MMA;GHG-01;2024;noventa;Mt CO2e\n");
        assertThat(reporter.getByText("noventa").first()).isVisible();
        assertThat(reporter.getByText("D2").first()).isVisible();
        Chromium.keep(reporter, "journey-1-findings");

        upload(reporter, "institución;indicador;periodo;valor;unidad\nCL-MMA;GHG-01;2024;97,28;Mt CO2e\n");
        button(reporter, "Enviar a revisión").click();
        assertThat(reporter.getByText("Enviada").first()).isVisible();
        Chromium.keep(reporter, "journey-2-submitted");

        Page coordinator = chromium.visitor(monitor.address(), 1440, ColorScheme.LIGHT);
        signIn(coordinator, "coordinator.cl");
        open(coordinator, "review/" + reporter.url().replaceAll("\\D+$", "").replaceAll(".*\\D", ""));
        assertThat(coordinator.getByText("97,28").first()).isVisible();
        Chromium.keep(coordinator, "journey-3-review");
        button(coordinator, "Aprobar revisión 2").click();
        coordinator.locator("vaadin-button[slot='confirm-button']").click();
        assertThat(coordinator.getByText("Progreso evaluado").first()).isVisible();
        Chromium.keep(coordinator, "journey-4-approved");

        open(anyone, "indicators/GHG-01?programme=CL-PCS");
        Locator figure = anyone.locator("button, [role=button]")
                .filter(new Locator.FilterOptions().setHasText("97,3"))
                .first();
        assertThat(figure).isVisible();
        assertThat(anyone.locator("canvas").first()).isVisible();
        figure.click();
        assertThat(anyone.getByText("emisiones.csv").first()).isVisible();
        assertThat(anyone.getByText("D2").first()).isVisible();
        assertThat(anyone.getByText("97,28").first()).isVisible();
        Chromium.keep(anyone, "journey-5-provenance");
    }

    @Test
    @Order(4)
    void from_what_is_due_to_a_complete_matrix(@TempDir Path folder) throws IOException, InterruptedException {
        new ReportingLoop(monitor.address(), chromium, folder).run();
    }

    @Test
    @Order(2)
    void from_a_new_indicator_to_a_revised_publication(@TempDir Path folder) throws IOException {
        new FiguresLoop(monitor.address(), chromium, folder).run();
    }

    @Test
    @Order(5)
    void from_scored_products_to_an_impact_with_its_provenance() {
        new ProcurementJourney(monitor.address(), chromium).run();
    }

    @Test
    @Order(5)
    void from_an_exchange_to_a_counted_practice() {
        new ExchangeJourney(monitor.address(), chromium).run();
    }

    private static void upload(Page page, String text) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("emisiones.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.waitForURL("**/report/**");
    }
}
