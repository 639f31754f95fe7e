package org.scpmonitor.batch.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFileTest {

    private static final String VALUE = "<c><v>1</v></c>";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\ufeff"})
    void empty(String csv) {
        assertThat(Reading.of(csv).refusal()).isEqualTo("EMPTY_FILE");
    }

    @Test
    void headerOnly() {
        assertThat(Reading.of(Reading.HEADER).refusal()).isEqualTo("HEADER_ONLY");
        assertThat(RawWorkbook.of("").read().refusal()).isEqualTo("HEADER_ONLY");
    }

    @Test
    void noHeader() {
        assertThat(Reading.of("a,b\n1,2\n").refusal()).isEqualTo("NO_HEADER[a | b]");
        assertThat(Reading.of("x\n".repeat(20) + Reading.HEADER + "A,I,2023,1,t\n")
                        .refusal())
                .isEqualTo("NO_HEADER[x]");
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "ffd8ffe000104a46, JPEG",
        "255044462d312e37, PDF",
        "424d3600000000, BMP",
        "1f8b0800000000, GZIP",
        "3c68746d6c3e, HTML",
        "efbbbf3c3f786d6c2076, XML"
    })
    void anImageOrSomethingElse(String bytes, String name) {
        assertThat(bytes(HexFormat.of().parseHex(bytes)).refusal()).isEqualTo("NOT_A_TABLE[" + name + "]");
    }

    @Test
    void garbage() {
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        assertThat(bytes(random).refusal()).isEqualTo("UNKNOWN_CONTENT");
        String late = Reading.HEADER + "A,I,2023,1,t\n".repeat(10_000);
        assertThat(Reading.of(late + "\0").refusal()).isEqualTo("UNREADABLE_TEXT[130041, 00]");
        assertThat(bytes((late + "\u0081").getBytes(ISO_8859_1)).refusal()).isEqualTo("UNREADABLE_TEXT[130041, 81]");
        assertThat(bytes((Reading.HEADER + "A").getBytes(UTF_16LE)).refusal()).isEqualTo("UNKNOWN_CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,I,2023,\"1,t\n", "A,I,2023,\"1\"5,t\n", "A,\"I,2023,1,t\nA,I,2023,1,t"})
    void quotesThatDoNotClose(String row) {
        assertThat(Reading.of(Reading.HEADER + "A,I,2022,1,t\n" + row).refusal())
                .isEqualTo("BROKEN_QUOTES[3]");
    }

    @Test
    void aWorkbookCutShort() {
        byte[] whole = RawWorkbook.ofValue(VALUE).bytes();
        for (int length = 40; length < whole.length; length += 37) {
            assertThat(bytes(Arrays.copyOf(whole, length)).refusal()).isEqualTo("DAMAGED_WORKBOOK");
        }
    }

    @Test
    void aWorkbookWithAWrongByte() {
        byte[] whole = RawWorkbook.ofValue(VALUE).bytes();
        int inside = new String(whole, ISO_8859_1).indexOf("sheet1.xml") + 100;
        whole[inside] ^= 0x55;
        assertThat(bytes(whole).refusal()).isEqualTo("DAMAGED_WORKBOOK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData><row><c><v>1</v></c>",
                "<worksheet><sheetData><row></sheetData></worksheet>",
                "no xml",
                "",
                "<worksheet><sheetData>&x;</sheetData></worksheet>"
            })
    void aWorkbookWhoseInsideIsNoXml(String sheet) {
        assertThat(RawWorkbook.ofValue(VALUE)
                        .part("xl/worksheets/sheet1.xml", sheet)
                        .read()
                        .refusal())
                .isEqualTo("DAMAGED_WORKBOOK");
    }

    @Test
    void aPassword() {
        String container = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "x".repeat(600);
        byte[] encrypted =
                (container + new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1)).getBytes(ISO_8859_1);
        assertThat(bytes(encrypted).refusal()).isEqualTo("PASSWORD_PROTECTED");
        assertThat(bytes(container.getBytes(ISO_8859_1)).refusal()).isEqualTo("LEGACY_WORKBOOK");
    }

    @Test
    void otherOfficeFiles() {
        RawWorkbook document = RawWorkbook.ofValue(VALUE).part("word/document.xml", "<x/>");
        document.part(
                "_rels/.rels",
                "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>");
        assertThat(document.read().refusal()).isEqualTo("NOT_A_TABLE[DOCX]");
        RawWorkbook binary = RawWorkbook.ofValue(VALUE).part("xl/workbook.bin", "x");
        binary.part(
                "_rels/.rels", "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>");
        assertThat(binary.read().refusal()).isEqualTo("BINARY_WORKBOOK");
        byte[] zip =
                RawWorkbook.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>");
        assertThat(bytes(zip).refusal()).isEqualTo("OPEN_DOCUMENT");
        assertThat(bytes(RawWorkbook.zip("a.txt", "x")).refusal()).isEqualTo("NOT_A_TABLE[ZIP]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>",
                "<!-- <a --><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>"
            })
    void documentTypesAndEntities(String xml) {
        assertThat(RawWorkbook.ofValue(VALUE)
                        .part("xl/worksheets/sheet1.xml", xml)
                        .read()
                        .refusal())
                .isEqualTo("UNSAFE_WORKBOOK[xl/worksheets/sheet1.xml]");
        assertThat(RawWorkbook.ofValue(VALUE)
                        .part("customXml/item1.xml", ("\ufeff" + xml).getBytes(UTF_16LE))
                        .read()
                        .refusal())
                .isEqualTo("UNSAFE_WORKBOOK[customXml/item1.xml]");
    }

    @Test
    void aZipBomb() {
        byte[] blanks = new byte[80 << 20];
        Arrays.fill(blanks, (byte) '<');
        assertThat(RawWorkbook.ofValue(VALUE).part("xl/bomb.xml", blanks).read().refusal())
                .isEqualTo("OVERSIZED_WORKBOOK[xl/bomb.xml, 64]");
        assertThat(RawWorkbook.ofValue(VALUE)
                        .part("xl/long.xml", "<a>" + "x".repeat(9 << 20) + "</a>")
                        .read()
                        .refusal())
                .isEqualTo("OVERSIZED_WORKBOOK[xl/long.xml, 8]");
    }

    @Test
    void elementsWithinElementsWithoutEnd() {
        assertThat(RawWorkbook.of("<row>" + "<a>".repeat(100_000)).read().refusal())
                .isEqualTo("DAMAGED_WORKBOOK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a%d/>", "<c a%d=''/>", "<a xmlns:p%d='u'/>", "<?p%d ?>"})
    void namesWithoutEnd(String element) {
        String elements = IntStream.range(0, 3_000).mapToObj(element::formatted).collect(Collectors.joining());
        assertThat(RawWorkbook.of("<row>" + elements + "</row>").read().refusal())
                .isEqualTo("DAMAGED_WORKBOOK");
    }

    @Test
    void aRecordOfCommasAlone() {
        Reading reading = Reading.of(Reading.HEADER + ",".repeat(5_000_000) + "\nA,I,2023,1,t\n");
        assertThat(reading.rows).hasSize(1);
    }

    private static Reading bytes(byte[] bytes) {
        return Reading.of(bytes, null);
    }

    @Test
    void utf8IsStillUtf8() {
        assertThat(bytes((Reading.HEADER + "ñandú,I,2023,1,t\n").getBytes(UTF_8))
                        .told())
                .containsExactly("2 ñandú I 2023 | 1 t |  FINAL");
    }
}
