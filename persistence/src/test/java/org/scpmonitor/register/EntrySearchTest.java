package org.scpmonitor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.EntryEdits.Wanted;
import org.scpmonitor.register.EntrySearch.Hit;
import org.scpmonitor.register.EntrySearch.Question;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class EntrySearchTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Viewer MANAGER =
            new Viewer(1, "manager", "manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private final EntrySearch search = new EntrySearch(DATABASE.sql());

    @BeforeAll
    static void register() {
        World.in(DATABASE).institution("CL-A").indicator("CO2", "t", 12, "sum", "sum");
        var sql = DATABASE.sql();
        var edits = RegisterForTests.edits(sql);
        edits.publish(
                MANAGER,
                List.of(
                        wanted(
                                Kind.COOPERATION,
                                "C",
                                Map.of(
                                        "title", Map.of("es", "Integración regional", "en", "Regional integration"),
                                        "objectives", Map.of("es", "Producción sustentable en la Alianza del Pacífico"),
                                        "begins", "2014-10",
                                        "status", "running",
                                        "countries", List.of("CL", "PE"),
                                        "volume", "1049000",
                                        "currency", "EUR")),
                        wanted(
                                Kind.TOPIC,
                                "T",
                                Map.of(
                                        "title",
                                        Map.of("es", "Compras públicas", "de", "Öffentliche Beschaffung"),
                                        "area",
                                        "procurement")),
                        wanted(
                                Kind.LEARNING,
                                "L",
                                Map.of("cooperation", "C", "giver", "CL", "learner", "PE", "topic", "T"))),
                "",
                null);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alianza del pacifico | es | C",
                "ALIANZA | es | C",
                "1.049.000 EUR | es | C",
                "1,049,000 EUR | en | C",
                "1049000 | de | C",
                "2014-10 | en | C",
                "oct 2014 | es | C",
                "compra publica | es | T",
                "compr | es | T",
                "beschaffung | es | T",
                "öffentliche Beschaffungen | de | T",
                "regional integration | de | C",
                "\"regional integration\" | en | C"
            })
    void what_is_kept_is_found(String words, String language, String code) {
        assertThat(find(words, language, null, null)).extracting(Hit::code).contains(code);
    }

    @Test
    void what_the_catalogue_has_is_found_beside_it() {
        assertThat(find("CO2", "es", null, null)).extracting(Hit::code).containsExactly("CO2");
        assertThat(find("CO2", "es", Kind.TOPIC, null)).isEmpty();
    }

    @Test
    void kind_and_country_narrow_it() {
        assertThat(find("compras", "es", null, null)).extracting(Hit::code).containsExactly("T", "L");
        assertThat(find("compras", "es", Kind.LEARNING, "PE"))
                .extracting(Hit::code)
                .containsExactly("L");
        assertThat(find("compras", "es", null, "MX")).isEmpty();
    }

    @Test
    void an_excerpt_marks_what_was_looked_for() {
        assertThat(find("alianza", "es", null, null).getFirst().excerpt()).contains("\u0002Alianza\u0003 del Pacífico");
    }

    @Test
    void a_page_knows_how_many_there_are() {
        var page = search.find(new Question("compras", Locale.of("es"), null, null), 1, 1);
        assertThat(page.items()).extracting(Hit::code).containsExactly("L");
        assertThat(page.total()).isEqualTo(2);
        assertThat(search.find(new Question("compras", Locale.of("es"), null, null), 9, 1)
                        .total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "'",
                "\\",
                ":*",
                "& | !",
                "\"",
                "-",
                "a'b:*c",
                "((",
                "%_",
                "\u0000",
                "'; drop table entry"
            })
    void nonsense_is_answered(String words) {
        assertThat(find(words, "es", null, null)).isNotNull();
    }

    private List<Hit> find(String words, String language, @Nullable Kind kind, @Nullable String country) {
        return search.find(new Question(words, Locale.of(language), kind, country), 0, 20)
                .items();
    }

    private static Wanted wanted(Kind kind, String code, Map<String, ?> tree) {
        return new Wanted(kind, code, tree, false, "", null);
    }
}
