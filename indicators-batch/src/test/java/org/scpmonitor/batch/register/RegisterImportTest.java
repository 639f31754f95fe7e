package org.scpmonitor.batch.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.batch.register.RegisterImport.Outcome;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.Entries;
import org.scpmonitor.register.Entry;
import org.scpmonitor.register.EntryEdits;
import org.scpmonitor.register.RegisterForTests;
import org.scpmonitor.text.Text;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class RegisterImportTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Viewer MANAGER =
            new Viewer(1, "manager", "manager", Locale.of("es"), Set.of(Grant.everywhere(Role.MANAGER)));

    private final Entries entries = RegisterForTests.entries(DATABASE.sql());
    private final EntryEdits edits = RegisterForTests.edits(DATABASE.sql());
    private final RegisterImport imports = new RegisterImport(entries, edits);
    private final RegisterWorkbook workbook = new RegisterWorkbook(entries);

    @TempDir
    Path folder;

    @BeforeAll
    static void world() {
        World.in(DATABASE).institution("CL-A").institution("CL-B");
    }

    @BeforeEach
    void emptyRegister() {
        RegisterForTests.empty(DATABASE.sql());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_goes_out_comes_back_as_it_was() throws IOException {
        publishEvent();
        for (String language : List.of("es", "en", "de")) {
            Path out = folder.resolve(language + ".xlsx");
            try (OutputStream stream = Files.newOutputStream(out)) {
                workbook.write(Set.of(Kind.values()), AsOf.NOW, Locale.of(language), stream);
            }
            assertThat(imports.take(MANAGER, out, "", false)).isEqualTo(new Outcome.Taken(2, 0));
        }
    }

    @Test
    void columns_that_are_not_there_leave_what_stands() throws IOException {
        publishEvent();
        Path file = workbook(book -> sheet(book, "event", List.of("code", "place.es"), List.of("E", "Bogotá")));
        assertThat(imports.take(MANAGER, file, "lugar", true)).isEqualTo(new Outcome.Taken(1, 1));
        assertThat(event().place()).isNull();
        assertThat(imports.take(MANAGER, file, "lugar", false)).isEqualTo(new Outcome.Taken(1, 1));
        assertThat(event().place()).isEqualTo(new Text("Bogotá", "", ""));
        assertThat(event().participants()).hasSize(2);
        assertThat(entries.history(Kind.EVENT, "E", AsOf.NOW))
                .extracting(Entry::reason)
                .containsExactly("lugar", "");
    }

    @Test
    void a_sheet_of_rows_replaces_the_rows() throws IOException {
        publishEvent();
        Path file = workbook(book -> {
            sheet(
                    book,
                    "event.participants",
                    List.of("of", "institution", "women", "men", "unstated"),
                    List.of("E", "CL-B", "5", "0", "0"));
            sheet(book, "event", List.of("code"), List.of("E"));
        });
        assertThat(imports.take(MANAGER, file, "", false)).isEqualTo(new Outcome.Taken(1, 1));
        assertThat(event().participants()).containsExactly(new Event.Participants("CL-B", 5, 0, 0));
    }

    @Test
    void what_is_wrong_is_told_at_its_cell_and_nothing_is_stored() throws IOException {
        Path file = workbook(book -> {
            sheet(book, "topic", List.of("code", "title.es", "area"), List.of("T", "Papel", "paper"));
            sheet(
                    book,
                    "event",
                    List.of("code", "title.es", "type", "begins"),
                    List.of("E", "Taller", "workshop", "pronto"));
            sheet(
                    book,
                    "event.participants",
                    List.of("of", "institution", "women", "men", "unstated"),
                    List.of("E", "XX-NOPE", "tres", "1", "0"));
        });
        assertThat(imports.take(MANAGER, file, "", false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.wrong())
                                .extracting(wrong -> wrong.sheet() + "!" + wrong.cell())
                                .containsExactly("topic!C2", "event!D2", "event.participants!C2"));
        assertThat(entries.read(Set.of(Kind.EVENT, Kind.TOPIC), AsOf.NOW).all(Event.class))
                .isEmpty();
    }

    @Test
    void sheets_columns_and_lines_out_of_place_are_told() throws IOException {
        Path file = workbook(book -> {
            sheet(book, "Hoja1", List.of("a"), List.of("b"));
            sheet(book, "topic", List.of("code", "colour"), List.of("T", "red"));
            sheet(book, "event.participants", List.of("of"), List.of("E"));
            sheet(book, "product", List.of("nombre"), List.of("Papel"));
        });
        assertThat(imports.take(MANAGER, file, "", false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.wrong())
                                .extracting(wrong -> wrong.trouble() + " " + wrong.sheet() + "!" + wrong.cell())
                                .containsExactlyInAnyOrder(
                                        "UNKNOWN_SHEET Hoja1!",
                                        "UNKNOWN_COLUMN topic!B1",
                                        "NO_SUCH_ENTRY event.participants!A2",
                                        "NO_HEADER product!A1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "de"})
    void every_trouble_has_its_words(String language) {
        for (RegisterImport.Trouble trouble : RegisterImport.Trouble.values()) {
            assertThat(RegisterImport.Wrong.trouble("s", "A1", trouble, "x").in(Locale.of(language)))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    @Test
    void bytes_that_are_no_workbook_are_told() throws IOException {
        Path file = folder.resolve("nada.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
        assertThat(imports.take(MANAGER, file, "", false)).isInstanceOf(Outcome.Unreadable.class);
        Files.write(file, "hola".getBytes(StandardCharsets.UTF_8));
        assertThat(imports.take(MANAGER, file, "", false)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoever_may_not_publish_is_told() throws IOException {
        Path file = workbook(book ->
                sheet(book, "topic", List.of("code", "title.es", "area"), List.of("T", "Papel", "procurement")));
        assertThat(imports.take(Viewer.PUBLIC, file, "", false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.wrong())
                                .extracting(RegisterImport.Wrong::trouble)
                                .containsExactly(RegisterImport.Trouble.OUT_OF_SCOPE));
    }

    private void publishEvent() {
        Map<String, Object> event = Map.of(
                "title", Map.of("es", "Taller; con punto y coma", "de", "Workshop"),
                "type", "workshop",
                "begins", "2015-03",
                "topic", "T",
                "participants",
                        List.of(
                                Map.of("institution", "CL-A", "women", "4", "men", "3", "unstated", "0"),
                                Map.of("institution", "CL-B", "women", "1", "men", "0", "unstated", "0")));
        edits.publish(
                MANAGER,
                List.of(
                        new EntryEdits.Wanted(Kind.EVENT, "E", event, true, "folleto", null),
                        new EntryEdits.Wanted(
                                Kind.TOPIC, "T", Map.of("title", "Papel", "area", "procurement"), false, "", null)),
                "",
                null);
    }

    private Event event() {
        return (Event) entries.find(Kind.EVENT, "E", AsOf.NOW).orElseThrow().content();
    }

    private Path workbook(Consumer<Workbook> sheets) throws IOException {
        Path file = folder.resolve("register.xlsx");
        try (Workbook book = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            sheets.accept(book);
        }
        return file;
    }

    @SafeVarargs
    private static void sheet(Workbook book, String name, List<String>... rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].size(); j++) {
                sheet.value(i, j, rows[i].get(j));
            }
        }
    }
}
