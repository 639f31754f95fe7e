package org.scpmonitor.ui.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Reading;
import org.scpmonitor.entry.Writing;
import org.scpmonitor.register.EntryChoices;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.running.OwnDatabase;
import org.scpmonitor.running.ScreenTest;
import org.scpmonitor.running.Statements;
import org.scpmonitor.ui.register.Difference.Said;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register as everyone reads it, and its forms with everything that the demo's entries say. */
@ScreenTest
class RegisterScreensTest extends SpringBrowserlessTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Viewer MANAGER =
            new Viewer(1, "manager", "manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    @Autowired
    private EntryChoices choices;

    @Autowired
    private DSLContext dsl;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        OwnDatabase.set(settings, DATABASE);
    }

    @BeforeAll
    static void world(@Autowired EntryEdits edits) {
        World.in(DATABASE).institution("CL-A").indicator("W", "t", 12, "sum", "sum");
        Map<String, Object> practice = new HashMap<>(
                Map.of("title", Map.of("es", "Acuerdos", "en", "Agreements"), "country", "CL", "institution", "CL-A"));
        practice.putAll(Map.of(
                "topic",
                "T",
                "problem",
                "Uno.\nDos.",
                "measure",
                "m",
                "result",
                "r",
                "indicator",
                "W",
                "period",
                "2015"));
        edits.publish(
                MANAGER,
                List.of(
                        new Wanted(Kind.TOPIC, "T", Map.of("title", "Compras", "area", "procurement"), true, "", null),
                        new Wanted(Kind.PRACTICE, "P", practice, false, "folleto", null)),
                "primera",
                null);
    }

    @Test
    void the_list_tells_what_there_is_of_each_kind() {
        open("register");
        assertThat(text()).contains("2 de 2 entradas", "Buenas prácticas", "Acuerdos", "ilustrativo");
        assertThat(text()).doesNotContain("Nueva entrada");
        open("register?country=PE");
        assertThat(text()).contains("0 de 2 entradas", "Nada en el registro responde");
    }

    @Test
    void the_page_shows_names_for_codes_and_leads_to_what_is_named() {
        open("register/practice/P");
        assertThat(text())
                .contains("Compras", "folleto", "Versión 1", "primera")
                .doesNotContain("manager");
        assertThat(markup()).contains("href=\"register/topic/T\"", "href=\"indicators/W\"", "<p>Uno.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"register", "register?kind=practice&country=CL", "register?q=acuerdos", "register/practice/P"})
    void a_page_needs_three_statements_at_most(String address) {
        Statements statements = Statements.of(dsl);
        assertThat(statements.during(() -> open(address))).as(address).isLessThanOrEqualTo(3);
    }

    /** Whatever the demo's entries say is the same after it was shown by the form. */
    @ParameterizedTest
    @EnumSource
    void a_form_gives_back_what_it_was_given(Kind kind) throws IOException {
        List<Map<String, ?>> trees = demo(kind);
        assertThat(trees).isNotEmpty();
        for (Locale locale : List.of(Locale.of("es", "CL"), Locale.of("es", "MX"), Locale.GERMAN)) {
            UI.getCurrent().setLocale(locale);
            EntryForm form = new EntryForm(
                    kind, change -> new Inputs(choices, choices.names(List.of()), locale, change), locale, () -> {});
            for (Map<String, ?> tree : trees) {
                var whole = (Reading.Outcome.Whole) Reading.read(kind, tree);
                form.show("A", new Said(Writing.tree(whole.content()), true, "s"), false);
                var again = Reading.read(kind, form.tree());
                assertThat(again).as("%s in %s", tree, locale).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_flaw_of_a_form_is_told_at_a_field(Kind kind) {
        Locale locale = Locale.of("es", "CL");
        EntryForm form = new EntryForm(
                kind, change -> new Inputs(choices, choices.names(List.of()), locale, change), locale, () -> {});
        form.show("A", Said.NOTHING, false);
        var flawed = (Reading.Outcome.Flawed) Reading.read(kind, form.tree());
        assertThat(form.tell(flawed.flaws())).isEmpty();
    }

    @Test
    void a_choice_is_found_by_any_of_its_words_without_accents() {
        assertThat(choices.list(Kind.PRACTICE, "acuérd", Locale.of("es"), 0, 10))
                .extracting(EntryChoices.Choice::code)
                .containsExactly("P");
        assertThat(choices.list(Kind.PRACTICE, "acuerdos nada", Locale.of("es"), 0, 10))
                .isEmpty();
        assertThat(choices.list(Kind.TOPIC, "", Locale.of("es"), 1, 10)).isEmpty();
    }

    @Test
    void codes_are_made_of_titles() {
        assertThat(CodeOf.title("Acuerdos de producción limpia", code -> false))
                .isEqualTo("ACUERDOS-DE-PRODUCCION-LIMPIA");
        assertThat(CodeOf.title("Straßenbau", Set.of("STRASSENBAU")::contains)).isEqualTo("STRASSENBAU-2");
        assertThat(CodeOf.title("¿?", code -> false)).isEmpty();
        assertThat(CodeOf.title("Integración regional para el fortalecimiento de la producción", code -> false))
                .isEqualTo("INTEGRACION-REGIONAL-PARA-EL");
    }

    /** What the demo's entries of the kind say. */
    private static List<Map<String, ?>> demo(Kind kind) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RegisterScreensTest.class.getResourceAsStream("/demo/register.json"))) {
            List<Map<String, Object>> all =
                    JsonMapper.shared().readValue(file, new TypeReference<List<Map<String, Object>>>() {});
            return all.stream()
                    .filter(each -> kind.code().equals(each.get("kind")))
                    .<Map<String, ?>>map(RegisterScreensTest::content)
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> content(Map<String, Object> entry) {
        return (Map<String, ?>) Objects.requireNonNull(entry.get("content"));
    }

    private String markup() {
        return ((Component) getCurrentView()).getElement().getOuterHTML();
    }

    private String text() {
        return markup().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        VaadinSession.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent().setLocale(Locale.of("es", "CL"));
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }
}
