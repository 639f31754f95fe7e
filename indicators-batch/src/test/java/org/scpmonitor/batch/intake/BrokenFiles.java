package org.scpmonitor.batch.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.scpmonitor.submission.FindingCode.*;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;

/** What people and programs send by mistake or malice, each with what is to be found in it. */
final class BrokenFiles {

    /**
     * A file.
     *
     * @param story what happened to it
     * @param codes what is found, in the order in which it is told
     */
    record Broken(String story, byte[] bytes, List<FindingCode> codes) {

        @Override
        public String toString() {
            return story;
        }
    }

    private static final String HEADER = "institution,indicator,period,value,unit\n";
    private static final String GOOD = "CL-A,CO2,2020,1.5,t\n";
    private static final String ONE = "<c><v>1</v></c>";
    private static final String LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Broken> all = new ArrayList<>();

    private BrokenFiles() {
        notATable();
        damagedWorkbooks();
        hostileWorkbooks();
        unreadableTexts();
        structure();
        hiddenThings();
        cells();
        numbers();
        meaning();
    }

    static List<Broken> all() {
        return new BrokenFiles().all;
    }

    private void notATable() {
        add("an empty file", "", EMPTY_FILE);
        add("white space alone", " \n\u00a0\n\t\n", EMPTY_FILE);
        add("a header and nothing below", HEADER, HEADER_ONLY);
        add("a table without our header", "código;nombre;total\n1;Papel;5\n", NO_HEADER);
        add("a photograph", HexFormat.of().parseHex("ffd8ffe000104a4649460001"), NOT_A_TABLE);
        add("a PDF called .xlsx", "%PDF-1.7\n%âãÏÓ\n", NOT_A_TABLE);
        add("a web page saved as .xls", "<html><table><tr><td>1</td></tr></table></html>", NOT_A_TABLE);
        add("a compressed CSV", HexFormat.of().parseHex("1f8b0800000000000003"), NOT_A_TABLE);
        add("a ZIP of CSV files", RawWorkbook.zip("datos.csv", HEADER + GOOD), NOT_A_TABLE);
        add("a Word document", otherMain("word/document.xml"), NOT_A_TABLE);
        add("noise", noise(), UNKNOWN_CONTENT);
        add(
                "an OpenDocument spreadsheet",
                RawWorkbook.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"),
                OPEN_DOCUMENT);
        add("a workbook of Excel 97", container(""), LEGACY_WORKBOOK);
        add("a binary workbook, .xlsb", otherMain("xl/workbook.bin"), BINARY_WORKBOOK);
        add("a workbook with a password", container("EncryptedPackage"), PASSWORD_PROTECTED);
    }

    private void damagedWorkbooks() {
        byte[] whole = RawWorkbook.ofValue(ONE).bytes();
        add("a workbook whose copy broke off", Arrays.copyOf(whole, whole.length / 2), DAMAGED_WORKBOOK);
        byte[] flipped = whole.clone();
        flipped[new String(whole, ISO_8859_1).indexOf("sheet1.xml") + 100] ^= 0x55;
        add("a workbook with a wrong byte", flipped, DAMAGED_WORKBOOK);
        add("a workbook whose sheet ends within a row", sheet("<worksheet><sheetData><row><c>"), DAMAGED_WORKBOOK);
        add("a workbook whose sheet is no XML", sheet("institution,indicator"), DAMAGED_WORKBOOK);
        add(
                "a cell beyond the last column",
                RawWorkbook.ofValue("<c r=\"ZZZ2\"><v>1</v></c>").bytes(),
                DAMAGED_WORKBOOK);
        add(
                "a shared text that isn't there",
                RawWorkbook.ofValue("<c t=\"s\"><v>7</v></c>").bytes(),
                DAMAGED_WORKBOOK);
        add(
                "elements within elements without end",
                RawWorkbook.of("<row>" + "<a>".repeat(100_000)).bytes(),
                DAMAGED_WORKBOOK);
    }

    private void hostileWorkbooks() {
        byte[] blanks = new byte[80 << 20];
        Arrays.fill(blanks, (byte) ' ');
        blanks[0] = '<';
        Arrays.fill(blanks, 1, blanks.length, (byte) '<');
        add(
                "a ZIP bomb by ratio",
                RawWorkbook.ofValue(ONE).part("xl/media.xml", blanks).bytes(),
                OVERSIZED_WORKBOOK);
        add("a ZIP bomb by number of parts", crowd(), CROWDED_WORKBOOK);
        add("a workbook of 2,000 sheets", sheets(2_000), CROWDED_WORKBOOK);
        add(
                "one text of nine megabytes",
                RawWorkbook.ofValue(ONE)
                        .part("xl/long.xml", "<a>" + "x".repeat(9 << 20) + "</a>")
                        .bytes(),
                OVERSIZED_WORKBOOK);
        add(
                "an external entity",
                sheet("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>"),
                UNSAFE_WORKBOOK);
        add(
                "an entity of entities",
                sheet("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"),
                UNSAFE_WORKBOOK);
        add(
                "a document type hidden in UTF-16",
                RawWorkbook.ofValue(ONE)
                        .part("customXml/item1.xml", "\ufeff<!DOCTYPE x><x/>".getBytes(UTF_16LE))
                        .bytes(),
                UNSAFE_WORKBOOK);
        add(
                "a workbook with macros, .xlsm",
                related(
                                ONE,
                                "r2",
                                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                                "vbaProject.bin")
                        .part("xl/vbaProject.bin", "x")
                        .bytes(),
                MACRO_WORKBOOK);
        add(
                "links to another file",
                related(
                                "<c><f>[1]Hoja1!A1</f><v>1</v></c>",
                                "r2",
                                LINK + "/externalLink",
                                "externalLinks/externalLink1.xml")
                        .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                        .part(
                                "xl/externalLinks/_rels/externalLink1.xml.rels",
                                "<Relationships><Relationship Id=\"r1\" Type=\"" + LINK + "/externalLinkPath\""
                                        + " Target=\"file:///C:/Users/ana/Presupuesto%202024.xlsx\""
                                        + " TargetMode=\"External\"/></Relationships>")
                        .bytes(),
                LINKED_WORKBOOK,
                FORMULAS_USED);
    }

    private void unreadableTexts() {
        String late = HEADER + GOOD.repeat(200);
        add("a NUL byte at the begin", "institution\0,indicator\n", UNKNOWN_CONTENT);
        add("a NUL byte among the rows", late + "CL-A,CO2,2021,\0,t\n", UNREADABLE_TEXT);
        add("UTF-16 without its mark", (HEADER + GOOD).getBytes(UTF_16LE), UNKNOWN_CONTENT);
        add(
                "two encodings in one file",
                join(
                        (HEADER + "CL-A,CO2,2020,1.5,año\n").getBytes(UTF_8),
                        "CL-A,CO2,2021,1.5,año\n".getBytes(ISO_8859_1)),
                MIXED_ENCODING);
        add("a quotation mark that nobody closes", HEADER + GOOD + "CL-A,CO2,2021,\"1,t\n" + GOOD, BROKEN_QUOTES);
        add("a quotation mark within a field", HEADER + "CL-A,CO2,2021,\"1\"5,t\n", BROKEN_QUOTES);
        add(
                "a field of two million letters",
                HEADER + "CL-A,CO2,2021,1,\"" + "x".repeat(2_000_000) + "\"\n",
                BROKEN_QUOTES);
    }

    private void structure() {
        add("a key column missing", "institution,indicator,value,unit\nCL-A,CO2,1,t\n", MISSING_COLUMN);
        add("a column twice", "institution,indicator,period,value,valor,unit\nCL-A,CO2,2020,1,2,t\n", DUPLICATE_COLUMN);
        add(
                "a column with a slip",
                "institution,indicator,period,value,unit,coment\nCL-A,CO2,2020,1,t,x\n",
                UNKNOWN_COLUMN);
        add("content below no name", "institution,indicator,period,value,unit,\nCL-A,CO2,2020,1,t,x\n", UNNAMED_COLUMN);
        add("a row with too few fields", HEADER + "CL-A,CO2,2020,1\n", TOO_FEW_FIELDS);
        add("a row with too many fields", HEADER + "CL-A,CO2,2020,1,t,t,t\n", TOO_MANY_FIELDS);
        add("a decimal comma between commas", HEADER + "CL-A,CO2,2020,1,5,t\n", DECIMAL_COMMA_SPLIT);
        add(
                "content in column XFD",
                RawWorkbook.of(row(2, "2020", ONE).replace("</row>", "<c r=\"XFD2\"><v>1</v></c></row>"))
                        .bytes(),
                COLUMN_OUT_OF_BOUNDS);
        add(
                "a header of 16,384 columns",
                HEADER.strip() + IntStream.range(6, 16_385).mapToObj(i -> ",").collect(Collectors.joining()) + "x\n"
                        + GOOD.strip() + ",".repeat(16_379) + "x\n",
                COLUMN_OUT_OF_BOUNDS);
        add("a total below the rows", HEADER + GOOD + "Total general,,,1.5,t\n", TOTAL_ROW);
        add(
                "a sheet of notes before the data",
                twoSheets("<c t=\"inlineStr\"><is><t>Léame</t></is></c>", ""),
                SHEET_WITHOUT_HEADER);
        add(
                "merged keys",
                RawWorkbook.of(row(2, "2020", ONE)
                                + "<row r=\"3\">" + RawWorkbook.text("CL-A") + "<c/>" + RawWorkbook.text("2021") + ONE
                                + RawWorkbook.text("t") + "</row>")
                        .after("<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>")
                        .bytes(),
                MERGED_CELL);
    }

    private void hiddenThings() {
        add(
                "a row that a filter hides",
                RawWorkbook.of(row(2, "2020", ONE).replace("<row r", "<row hidden=\"1\" r") + row(3, "2021", ONE))
                        .bytes(),
                HIDDEN_ROWS);
        add(
                "a hidden column",
                RawWorkbook.of(row(2, "2020", ONE))
                        .before("<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>")
                        .bytes(),
                HIDDEN_COLUMNS);
        add("a hidden sheet with rows", twoSheets(null, "state=\"hidden\""), HIDDEN_SHEET);
        add(
                "rows in a hidden sheet alone",
                RawWorkbook.ofValue(ONE)
                        .part(
                                "xl/workbook.xml",
                                workbook("<sheet name=\"S\" sheetId=\"1\" state=\"veryHidden\" r:id=\"r1\"/>"))
                        .bytes(),
                ONLY_HIDDEN_SHEETS);
    }

    private void cells() {
        add("a result of a formula", value("<c><f>1+1</f><v>2</v></c>"), FORMULAS_USED);
        add("a formula without its result", value("<c><f>B2*2</f></c>"), FORMULA_WITHOUT_RESULT);
        add("an error in a cell", value("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), ERROR_CELL);
        add("a date where a number belongs", value("<c t=\"d\"><v>2023-04-01</v></c>"), DATE_AS_VALUE);
        add("true where a number belongs", value("<c t=\"b\"><v>1</v></c>"), BOOLEAN_AS_VALUE);
        add(
                "a number shown in per cent",
                related("<c s=\"0\"><v>0.125</v></c>", "r2", LINK + "/styles", "styles.xml")
                        .part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"10\"/></cellXfs></styleSheet>")
                        .bytes(),
                PERCENT_CELL);
        add("a key without a text", HEADER + "CL-A,,2020,1,t\n", MISSING_CELL);
        add("no value and no reason", HEADER + "CL-A,CO2,2020,,t\n", MISSING_VALUE);
        add(
                "a value and a reason for none",
                "institution,indicator,period,value,unit,status\nCL-A,CO2,2020,1,t,M\n",
                VALUE_DESPITE_STATUS);
        add(
                "a comment longer than a cell",
                "institution,indicator,period,value,unit,comment\nCL-A,CO2,2020,1,t," + "x".repeat(40_000) + "\n",
                CELL_TOO_LONG);
    }

    private void numbers() {
        add("words where a number belongs", HEADER + "CL-A,CO2,2020,s/d,t\n", NOT_A_NUMBER);
        add("a number with two readings", HEADER + "CL-A,CO2,2020,1.234,t\n", AMBIGUOUS_NUMBER);
        add(
                "a number in another format than the rest",
                "institution;indicator;period;value;unit\nCL-A;CO2;2020;1,5;t\nCL-A;CO2;2021;1,7;t\nCL-A;CO2;2022;1.75;t\n",
                CONTRADICTING_NUMBER);
        add(
                "a number of four hundred digits",
                HEADER + "CL-A,CO2,2020," + "9".repeat(400) + ",t\n",
                NUMBER_OUT_OF_BOUNDS);
        add("a negative amount with a long minus", HEADER + "CL-A,CO2,2020,−5,t\n", NEGATIVE_VALUE);
        add("a negative amount with a short minus", HEADER + "CL-A,CO2,2020,-5,t\n", NEGATIVE_VALUE);
        add("a value beyond all measure", HEADER + "CL-A,CO2,2020,9e15,t\n", OUT_OF_RANGE);
    }

    private void meaning() {
        add(
                "an unknown status",
                "institution,indicator,period,value,unit,status\nCL-A,CO2,2020,1,t,X\n",
                UNKNOWN_STATUS);
        add(
                "a disaggregation without pairs",
                "institution,indicator,period,value,unit,disaggregation\nCL-A,CO2,2020,1,t,PET\n",
                BAD_DISAGGREGATION);
        add(
                "a disaggregation that the indicator lacks",
                "institution,indicator,period,value,unit,disaggregation\nCL-A,CO2,2020,1,t,SECTOR=AIRE\n",
                UNKNOWN_DISAGGREGATION);
        add("a period that is none", HEADER + "CL-A,CO2,2020-13,1,t\n", BAD_PERIOD);
        add("a period to come", HEADER + "CL-A,CO2,2190,1,t\n", PERIOD_IN_FUTURE);
        add("a month of a yearly indicator", HEADER + "CL-A,CO2,2020-04,1,t\n", PERIOD_WRONG_PERIODICITY);
        add("a code with a slip", HEADER + "CL-A,CO3,2020,1,t\n", UNKNOWN_INDICATOR);
        add("an institution that isn't there", HEADER + "CL-X,CO2,2020,1,t\n", UNKNOWN_INSTITUTION);
        add("another's institution", HEADER + "CL-B,CO2,2020,1,t\n", INSTITUTION_OUT_OF_SCOPE);
        add("a unit with a slip", HEADER + "CL-A,CO2,2020,1,kgg\n", UNKNOWN_UNIT);
        add("litres of tonnes", HEADER + "CL-A,CO2,2020,1,L\n", WRONG_DIMENSION);
        add("the same key twice", HEADER + GOOD + "CL-A,CO2,2020,1.6,t\n", DUPLICATE_KEY);
        add("an indicator nobody asked for", HEADER + "CL-A,LATE,1990,1,t\n", NOT_ASSIGNED);
    }

    private void add(String story, String text, FindingCode... codes) {
        add(story, text.getBytes(UTF_8), codes);
    }

    private void add(String story, byte[] bytes, FindingCode... codes) {
        all.add(new Broken(story, bytes, List.of(codes)));
    }

    private static String row(int number, String period, String value) {
        return "<row r=\"" + number + "\">" + RawWorkbook.text("CL-A") + RawWorkbook.text("CO2")
                + RawWorkbook.text(period) + value + RawWorkbook.text("t") + "</row>";
    }

    private static byte[] value(String cell) {
        return RawWorkbook.of(row(2, "2020", cell)).bytes();
    }

    private static byte[] sheet(String xml) {
        return RawWorkbook.ofValue(ONE).part("xl/worksheets/sheet1.xml", xml).bytes();
    }

    private static RawWorkbook related(String cell, String id, String type, String target) {
        return RawWorkbook.of(row(2, "2020", cell))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"" + LINK + "/worksheet\""
                                + " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"" + id + "\" Type=\"" + type
                                + "\" Target=\"" + target + "\"/></Relationships>");
    }

    /** A second sheet: with this cell alone, or with the header and a row of its own. */
    private static byte[] twoSheets(@Nullable String cell, String attributes) {
        String header = "<row r=\"1\">"
                + Arrays.stream(HEADER.strip().split(","))
                        .map(RawWorkbook::text)
                        .collect(Collectors.joining())
                + "</row>";
        return related(ONE, "r2", LINK + "/worksheet", "worksheets/sheet2.xml")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData>"
                                + (cell == null ? header + row(2, "2021", ONE) : "<row>" + cell + "</row>")
                                + "</sheetData></worksheet>")
                .part(
                        "xl/workbook.xml",
                        workbook("<sheet name=\"Otra\" sheetId=\"2\" " + attributes + " r:id=\"r2\"/>"
                                + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>"))
                .bytes();
    }

    private static byte[] sheets(int number) {
        return RawWorkbook.ofValue(ONE)
                .part(
                        "xl/workbook.xml",
                        workbook(IntStream.range(0, number)
                                .mapToObj(i -> "<sheet name=\"S" + i + "\" sheetId=\"1\" r:id=\"r1\"/>")
                                .collect(Collectors.joining())))
                .bytes();
    }

    private static String workbook(String sheets) {
        return "<workbook xmlns:r=\"" + LINK + "\"><sheets>" + sheets + "</sheets></workbook>";
    }

    private static byte[] otherMain(String main) {
        return RawWorkbook.ofValue(ONE)
                .part(main, "<x/>")
                .part(
                        "_rels/.rels",
                        "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"" + main + "\"/></R>")
                .bytes();
    }

    private static byte[] crowd() {
        RawWorkbook book = RawWorkbook.ofValue(ONE);
        for (int i = 0; i < 12_000; i++) {
            book.part("xl/media/" + i + ".xml", "");
        }
        return book.bytes();
    }

    private static byte[] container(String stream) {
        return join(
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1),
                new byte[600],
                stream.getBytes(UTF_16LE));
    }

    private static byte[] noise() {
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        return random;
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
