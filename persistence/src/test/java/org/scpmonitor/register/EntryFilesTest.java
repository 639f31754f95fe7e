package org.scpmonitor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scpmonitor.access.Grant;
import org.scpmonitor.access.Role;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.register.EntryFiles.Attached;
import org.scpmonitor.register.EntryFiles.Outcome;
import org.scpmonitor.register.EntryFiles.Reason;
import org.scpmonitor.register.EntryFiles.Type;
import org.scpmonitor.register.EntryFiles.Wanted;
import org.scpmonitor.world.TestDatabase;
import org.scpmonitor.world.World;

class EntryFilesTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Viewer MANAGER = viewer(Grant.everywhere(Role.MANAGER));
    private static final Viewer REVIEWER = viewer(Grant.everywhere(Role.REVIEWER));
    private static final Viewer COORDINATOR_PE = viewer(Grant.inCountry(Role.COORDINATOR, "PE"));

    private final EntryFiles files = new EntryFiles(DATABASE.sql(), RegisterForTests.audit(DATABASE.sql()));

    @BeforeAll
    static void practice() {
        World.in(DATABASE);
        var sql = DATABASE.sql();
        RegisterForTests.edits(sql)
                .publish(
                        MANAGER,
                        new EntryEdits.Wanted(
                                Kind.PRACTICE,
                                "P",
                                Map.of(
                                        "title", "Acuerdos",
                                        "country", "CL",
                                        "problem", "p",
                                        "measure", "m",
                                        "result", "r"),
                                false,
                                "",
                                null),
                        "");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void what_is_added_is_read_as_it_was_and_stays_readable_as_of_then() {
        byte[] pdf = "%PDF-1.7 acuerdo".getBytes(StandardCharsets.UTF_8);
        var stored = (Outcome.Stored) add("../../Acuerdo\u0007 2015.PDF", pdf, true);
        Attached file = list(MANAGER).getFirst();
        assertThat(file.name()).isEqualTo("Acuerdo_ 2015.PDF");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        assertThat(files.find(Viewer.PUBLIC, Kind.PRACTICE, "P", stored.id())
                        .orElseThrow()
                        .bytes())
                .isEqualTo(pdf);
        assertThat(add("otra.pdf", pdf, true)).isEqualTo(new Outcome.Refused(Reason.ALREADY_THERE, "otra.pdf"));
        assertThat(files.remove(COORDINATOR_PE, Kind.PRACTICE, "P", stored.id()))
                .isFalse();
        assertThat(files.remove(MANAGER, Kind.PRACTICE, "P", stored.id())).isTrue();
        assertThat(list(MANAGER)).doesNotContain(file);
        assertThat(files.list(MANAGER, Kind.PRACTICE, "P", new AsOf(file.knownFrom())))
                .extracting(Attached::id)
                .contains(stored.id());
    }

    @Test
    void what_is_not_open_is_for_accounts_alone() {
        var stored = (Outcome.Stored) add("nota.txt", "interna".getBytes(StandardCharsets.UTF_8), false);
        assertThat(list(Viewer.PUBLIC)).extracting(Attached::name).doesNotContain("nota.txt");
        assertThat(files.find(Viewer.PUBLIC, Kind.PRACTICE, "P", stored.id())).isEmpty();
        assertThat(files.find(REVIEWER, Kind.PRACTICE, "P", stored.id())).isPresent();
        assertThat(files.find(REVIEWER, Kind.TOPIC, "P", stored.id())).isEmpty();
        files.remove(MANAGER, Kind.PRACTICE, "P", stored.id());
    }

    @Test
    void others_countries_and_unknown_entries_are_refused() {
        Wanted text = new Wanted("a.txt", Type.OTHER, true, new byte[] {'a'});
        assertThat(files.add(COORDINATOR_PE, Kind.PRACTICE, "P", text))
                .isEqualTo(new Outcome.Refused(Reason.OUT_OF_SCOPE, "P"));
        assertThat(files.add(REVIEWER, Kind.PRACTICE, "P", text))
                .isEqualTo(new Outcome.Refused(Reason.OUT_OF_SCOPE, "P"));
        assertThat(files.add(MANAGER, Kind.PRACTICE, "NOPE", text))
                .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_ENTRY, "NOPE"));
    }

    @ParameterizedTest
    @CsvSource({
        "virus.exe, MZ, OTHER_TYPE",
        "sin, texto, OTHER_TYPE",
        "foto.png, %PDF-1.7, NOT_WHAT_IT_SAYS",
        "hoja.xlsx, PK-nada, NOT_WHAT_IT_SAYS",
        "nota.txt, 'a\u0001b', NOT_WHAT_IT_SAYS",
        "nota.txt, '', EMPTY"
    })
    void a_file_is_what_its_name_says(String name, String text, Reason reason) {
        assertThat(add(name, text.getBytes(StandardCharsets.UTF_8), true))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void documents_with_macros_are_refused() throws IOException {
        assertThat(add("libro.xlsx", zip("xl/workbook.xml", "xl/worksheets/sheet1.xml"), true))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(add("macro.xlsx", zip("xl/workbook.xml", "xl/vbaProject.bin"), true))
                .isEqualTo(new Outcome.Refused(Reason.NOT_WHAT_IT_SAYS, "macro.xlsx"));
        assertThat(add("otro.docx", zip("xl/workbook.xml"), true))
                .isEqualTo(new Outcome.Refused(Reason.NOT_WHAT_IT_SAYS, "otro.docx"));
    }

    @Test
    void the_largest_size_holds() {
        byte[] large = new byte[EntryFiles.LARGEST + 1];
        assertThat(add("grande.pdf", large, true)).isEqualTo(new Outcome.Refused(Reason.TOO_LARGE, "10"));
    }

    private Outcome add(String name, byte[] bytes, boolean open) {
        return files.add(MANAGER, Kind.PRACTICE, "P", new Wanted(name, Type.EVIDENCE, open, bytes));
    }

    private List<Attached> list(Viewer viewer) {
        return files.list(viewer, Kind.PRACTICE, "P", AsOf.NOW);
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }

    private static Viewer viewer(Grant grant) {
        return new Viewer(1, "somebody", "somebody", Locale.of("es"), Set.of(grant));
    }
}
