package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Practice;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryDrafts;
import org.scpmonitor.register.EntryDrafts.Draft;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.EntryEdits.Outcome;
import org.scpmonitor.register.EntryEdits.Wanted;

/** Entries are drafted, proposed, published, changed by two at once, withdrawn and restored. */
class RegisterStoryTest {
    private static final String SPANISH = "Español";

    private static Screens screens;

    @BeforeAll
    static void start() {
        screens = new Screens();
        screens.world().institution("CL-A").institution("PE-A");
        account("ana", Grant.inCountry(Role.COORDINATOR, "CL"));
        account("ben", Grant.inCountry(Role.COORDINATOR, "CL"));
        account("rosa", Grant.inCountry(Role.REPORTER, "CL"));
        account("paz", Grant.inCountry(Role.COORDINATOR, "PE"));
        account("max", Grant.everywhere(Role.MANAGER));
    }

    @AfterAll
    static void stop() throws IOException {
        screens.close();
    }

    @BeforeEach
    void empty() {
        for (String kept : List.of("entry_version", "entry_file")) {
            screens.database().sql().execute("alter table " + kept + " disable trigger user");
        }
        screens.database()
                .sql()
                .execute(
                        "truncate entry_tally, entry_reference, entry_version, entry_file, entry, entry_draft cascade");
    }

    @Test
    void what_is_typed_is_kept_and_goes_on_as_somebody_elses_draft() {
        screens.as("ana").opens("register/practice/new").entersIn("Título", SPANISH, "Acuerdos de producción limpia");
        Draft draft = draft("ACUERDOS-DE-PRODUCCION-LIMPIA");
        assertThat(draft.keeper()).isEqualTo("CL");
        assertThat(draft.tree()).containsEntry("title", Map.of("es", "Acuerdos de producción limpia"));
        assertThat(screens.as("ben").opens("register").sees())
                .contains("Borradores abiertos", "Acuerdos de producción limpia", "ana", "borrador");
        assertThat(screens.as("ben")
                        .opens("register/practice/ACUERDOS-DE-PRODUCCION-LIMPIA/edit")
                        .sees())
                .contains("Sigue el borrador de ana", "falta: English", "falta: Deutsch");
        assertThat(screens.as("paz").opens("register").sees()).doesNotContain("Borradores abiertos");
    }

    @Test
    void a_draft_is_discarded_after_a_question() {
        Person ana = screens.as("ana").opens("register/practice/new").entersIn("Título", SPANISH, "Acuerdos");
        ana.clicks("Descartar borrador");
        assertThat(kept()).containsExactly("ACUERDOS");
        ana.confirms();
        assertThat(kept()).isEmpty();
        assertThat(ana.address()).isEqualTo("register");
    }

    @Test
    void the_code_follows_the_title_until_somebody_chooses_another() {
        Person ana = screens.as("ana").opens("register/practice/new");
        ana.entersIn("Título", SPANISH, "Acuerdos");
        ana.entersIn("Título", SPANISH, "Acuerdos limpios");
        assertThat(kept()).containsExactly("ACUERDOS-LIMPIOS");
        ana.enters("Código", "APL");
        ana.entersIn("Título", SPANISH, "Acuerdos de producción limpia");
        assertThat(kept()).containsExactly("APL");
    }

    @Test
    void a_code_that_another_entry_has_is_neither_proposed_nor_taken() {
        publish(practice("Acuerdos"), "ACUERDOS");
        Person ana = screens.as("ana").opens("register/practice/new");
        ana.entersIn("Título", SPANISH, "Acuerdos");
        assertThat(kept()).containsExactly("ACUERDOS-2");
        ana.enters("Código", "ACUERDOS");
        assertThat(kept()).containsExactly("ACUERDOS-2");
        assertThat(ana.sees()).contains("No se guarda: otra entrada ya tiene este código.");
    }

    @Test
    void what_is_missing_is_told_and_what_is_whole_is_published_with_its_reason() {
        Person ana = screens.as("ana").opens("register/practice/new");
        ana.entersIn("Título", SPANISH, "Acuerdos").clicks("Publicar");
        assertThat(ana.sees()).contains("Hay 3 cosas por corregir");
        ana.entersIn("Problema", SPANISH, "p").entersIn("Medida", SPANISH, "m").entersIn("Resultado", SPANISH, "r");
        ana.clicks("Publicar");
        assertThat(ana.readsDialog()).contains("Título", "Acuerdos");
        ana.entersReason("es la primera").clicksInDialog("Publicar");
        assertThat(find("ACUERDOS").reason()).isEqualTo("es la primera");
        assertThat(ana.address()).isEqualTo("register/practice/ACUERDOS");
        assertThat(ana.sees()).contains("Acuerdos", "Versión 1", "es la primera", "ana");
        assertThat(kept()).isEmpty();
    }

    @Test
    void who_reports_proposes_and_the_coordinator_publishes() {
        Person rosa = screens.as("rosa").opens("register/practice/new");
        rosa.entersIn("Título", SPANISH, "Acuerdos");
        assertThat(rosa.buttonTexts()).contains("Proponer").doesNotContain("Publicar");
        rosa.clicks("Proponer");
        assertThat(rosa.sees()).contains("Propuesto:");
        assertThat(draft("ACUERDOS").proposed()).isTrue();
        Person ana = screens.as("ana").opens("register");
        assertThat(ana.sees()).contains("propuesto");
        ana.opens("register/practice/ACUERDOS/edit")
                .entersIn("Problema", SPANISH, "p")
                .entersIn("Medida", SPANISH, "m")
                .entersIn("Resultado", SPANISH, "r")
                .clicks("Publicar")
                .entersReason("de rosa")
                .clicksInDialog("Publicar");
        assertThat(find("ACUERDOS").content()).isInstanceOf(Practice.class);
    }

    @Test
    void whoever_overlooked_another_change_sees_both_and_chooses() {
        publish(practice("Acuerdos"), "APL");
        Person ana = screens.as("ana").opens("register/practice/APL/edit");
        ana.entersIn("Título", SPANISH, "De ana");
        publish(practice("De max"), "APL");
        ana.clicks("Publicar").entersReason("mía").clicksInDialog("Publicar");
        assertThat(ana.readsDialog()).contains("La versión 2 es de max", "De max", "De ana");
        assertThat(find("APL").title().es()).isEqualTo("De max");
        ana.clicks("Publicar lo mío en su lugar");
        assertThat(find("APL").title().es()).isEqualTo("De ana");
    }

    @Test
    void an_old_version_stands_again_and_a_withdrawn_entry_too() {
        publish(practice("Primera"), "APL");
        publish(practice("Segunda"), "APL");
        Person ana = screens.as("ana").opens("register/practice/APL");
        ana.presses("Ver cambios");
        assertThat(ana.readsDialog()).contains("Título (Español)", "Primera", "Segunda");
        ana.clicks("Cerrar").presses("Restablecer").entersReason("era mejor").clicksInDialog("Restablecer");
        assertThat(find("APL").title().es()).isEqualTo("Primera");
        ana.opens("register/practice/APL")
                .clicks("Retirar")
                .entersReason("falsa")
                .clicksInDialog("Retirar");
        assertThat(entries().find(Kind.PRACTICE, "APL", AsOf.NOW)).isEmpty();
        assertThat(ana.opens("register/practice/APL").sees()).contains("se retiró", "falsa");
        ana.presses("Restablecer").entersReason("sí era").clicksInDialog("Restablecer");
        assertThat(find("APL").version()).isEqualTo(5);
    }

    @Test
    void what_a_survey_changed_is_told_in_the_words_of_its_questions() {
        publish(
                Kind.INSTRUMENT,
                "I",
                Map.of("title", "Encuesta", "questions", List.of(question("P1"), question("P2"))));
        publish(Kind.SURVEY, "S", survey("40", "0"));
        publish(Kind.SURVEY, "S", survey("60", "0"));
        Person ana = screens.as("ana").opens("register/survey/S").presses("Ver cambios");
        assertThat(ana.readsDialog())
                .contains("Respuestas P1 ¿P1? · Respuesta", "40\u00a0% 60\u00a0%")
                .doesNotContain("¿P2?");
    }

    @Test
    void what_others_name_stays_and_they_are_told() {
        publish(Kind.TOPIC, "T", Map.of("title", "Compras", "area", "procurement"));
        Map<String, Object> tree = practice("Acuerdos");
        tree.put("topic", "T");
        publish(tree, "APL");
        Person max = screens.as("max").opens("register/topic/T");
        assertThat(max.sees()).contains("La nombran", "Acuerdos");
        max.clicks("Retirar");
        assertThat(max.sees()).contains("No puede retirarse");
        assertThat(screens.as("ana").opens("register/practice/APL").sees()).contains("Tema Compras");
    }

    @Test
    void rows_are_added_moved_and_removed() {
        publish(
                Kind.INSTRUMENT,
                "I",
                Map.of("title", "Encuesta", "questions", List.of(question("P1"), question("P2"))));
        Person max = screens.as("max").opens("register/instrument/I/edit");
        max.presses("Bajar: Preguntas 1");
        assertThat(questions()).containsExactly("P2", "P1");
        max.clicks("Agregar: Preguntas").entersIn("Preguntas 3", "Código", "P3");
        assertThat(questions()).containsExactly("P2", "P1", "P3");
        max.presses("Quitar: Preguntas 1");
        assertThat(questions()).containsExactly("P1", "P3");
        max.clicks("Publicar");
        assertThat(max.sees()).contains("cosas por corregir");
    }

    @Test
    void only_those_whose_it_is_may_write_it() {
        publish(practice("Acuerdos"), "APL");
        assertThat(screens.as("ana").opens("register/practice/APL").buttonTexts())
                .contains("Editar", "Retirar");
        assertThat(screens.as("rosa").opens("register/practice/APL").buttonTexts())
                .contains("Editar")
                .doesNotContain("Retirar");
        assertThat(screens.as("paz").opens("register/practice/APL").buttonTexts())
                .doesNotContain("Editar", "Retirar");
        assertThat(screens.as("paz").opens("register/practice/APL/edit").sees())
                .contains("no está abierta para su cuenta");
        assertThat(screens.as("ana").opens("register/topic/new").sees()).contains("no está abierta para su cuenta");
        assertThat(screens.as("max").opens("register/topic/new").sees()).contains("Nueva entrada: Tema");
    }

    @Test
    void a_file_is_added_and_removed() {
        publish(practice("Acuerdos"), "APL");
        Person ana = screens.as("ana").opens("register/practice/APL");
        ana.sends("nota.csv", "a,b\n1,2\n");
        assertThat(ana.listens().sees()).contains("nota.csv", "solo cuentas");
        ana.sends("nota.exe", "MZ");
        assertThat(ana.listens().sees()).contains("No se aceptan archivos como «nota.exe»");
        ana.presses("Quitar archivo").confirms();
        assertThat(ana.sees()).contains("Esta entrada no tiene archivos.");
    }

    @Test
    void words_are_found_in_what_entries_say() {
        Map<String, Object> tree = practice("Acuerdos");
        tree.put("measure", "Auditorías de los compromisos");
        publish(tree, "APL");
        publish(practice("Otra"), "OTRA");
        assertThat(screens.as("paz").opens("register?q=auditoria").sees())
                .contains("Acuerdos", "Auditorías", "1 de 2 entradas")
                .doesNotContain("Otra");
        assertThat(screens.as("paz").opens("register?kind=topic").sees()).contains("Nada en el registro responde");
    }

    @Test
    void a_workbook_tells_what_is_wrong_at_its_cell_and_what_it_would_change_before_it_does() throws IOException {
        publish(practice("Acuerdos"), "APL");
        Person ana = screens.as("ana").opens("register").clicks("Importar libro");
        ana.sends("notas.xlsx", "no es un libro".getBytes(StandardCharsets.UTF_8));
        assertThat(ana.listens().readsDialog()).contains("El archivo no es un libro de Excel.");
        ana.sends("roto.xlsx", practices(List.of("APL", "Mejores acuerdos", "ZZ")));
        assertThat(ana.listens().readsDialog()).contains("roto.xlsx no se puede publicar", "practice", "C2", "ZZ");
        ana.sends("ajeno.xlsx", practices(List.of("OTRA", "De otro país", "PE")));
        assertThat(ana.listens().buttonTexts()).doesNotContain("Publicar el libro");
        ana.sends("bueno.xlsx", practices(List.of("APL", "Mejores acuerdos", "CL")));
        assertThat(ana.listens().readsDialog()).contains("bueno.xlsx: 1 entradas; cambiarían 1.");
        assertThat(find("APL").title().es()).isEqualTo("Acuerdos");
        ana.clicks("Publicar el libro");
        ana.entersReason("del taller").clicks("Publicar");
        assertThat(find("APL").title().es()).isEqualTo("Mejores acuerdos");
        assertThat(find("APL").reason()).isEqualTo("del taller");
        assertThat(ana.readsDialog()).contains("bueno.xlsx: publicado. Versiones nuevas: 1.");
        assertThat(ana.clicks("Cerrar").sees()).contains("Mejores acuerdos");
    }

    private static byte[] practices(List<String> row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("practice");
            List<String> head = List.of("code", "title.es", "country");
            for (int column = 0; column < head.size(); column++) {
                sheet.value(0, column, head.get(column));
                sheet.value(1, column, row.get(column));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> questions() {
        Draft draft = drafts().find(viewer("max"), Kind.INSTRUMENT, "I").orElseThrow();
        return ((List<?>) Objects.requireNonNull(draft.tree().get("questions")))
                .stream()
                        .map(row -> String.valueOf(((Map<?, ?>) row).get("code")))
                        .toList();
    }

    private static Map<String, ?> question(String code) {
        return Map.of("code", code, "area", "production", "question", "¿" + code + "?", "scale", "percent");
    }

    private static Map<String, ?> survey(String first, String second) {
        return Map.of(
                "instrument",
                "I",
                "edition",
                "1",
                "country",
                "CL",
                "institution",
                "CL-A",
                "date",
                "2024",
                "baseline",
                "true",
                "completed",
                List.of(),
                "answers",
                List.of(Map.of("question", "P1", "answer", first), Map.of("question", "P2", "answer", second)));
    }

    private static Map<String, Object> practice(String title) {
        return new LinkedHashMap<>(
                Map.of("title", title, "country", "CL", "problem", "p", "measure", "m", "result", "r"));
    }

    private static void publish(Map<String, ?> tree, String code) {
        publish(Kind.PRACTICE, code, tree);
    }

    private static void publish(Kind kind, String code, Map<String, ?> tree) {
        assertThat(edits().publish(viewer("max"), new Wanted(kind, code, new HashMap<>(tree), false, "", null), "max"))
                .isEqualTo(new Outcome.Published(1));
    }

    private static Entry<?> find(String code) {
        return entries().find(Kind.PRACTICE, code, AsOf.NOW).orElseThrow();
    }

    private static Draft draft(String code) {
        return drafts().find(viewer("ana"), Kind.PRACTICE, code).orElseThrow();
    }

    private static List<String> kept() {
        return drafts().list(viewer("ana"), null).stream().map(Draft::code).toList();
    }

    private static EntryEdits edits() {
        return screens.part(EntryEdits.class);
    }

    private static EntryDrafts drafts() {
        return screens.part(EntryDrafts.class);
    }

    private static Entries entries() {
        return screens.part(Entries.class);
    }

    private static Viewer viewer(String name) {
        return screens.part(Accounts.class).get(name).viewer();
    }

    private static void account(String name, Grant grant) {
        screens.part(Accounts.class).create(name, name, Locale.of("es"), "", Set.of(grant), "test");
    }
}
