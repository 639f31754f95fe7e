package org.scpmonitor.batch.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook as text, to be filled in and changed as people and programs do. */
final class Parts {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String MARK = "xl/worksheets/sheet2.xml";
    static final String BOOK = "xl/workbook.xml";

    private final Map<String, String> parts = new LinkedHashMap<>();

    static Parts of(byte[] book) {
        Parts parts = new Parts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    String get(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    Parts change(String name, UnaryOperator<String> change) {
        String before = get(name);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Nothing changed in " + name);
        }
        parts.put(name, after);
        return this;
    }

    /** Writes a number into a cell that has none. */
    Parts number(String cell, String number) {
        return cell(cell, "", "<v>" + number + "</v>");
    }

    Parts text(String cell, String text) {
        return cell(cell, " t=\"inlineStr\"", "<is><t>" + text + "</t></is>");
    }

    private Parts cell(String cell, String type, String content) {
        Matcher found = Pattern.compile("<c r=\"" + cell + "\"( s=\"\\d+\")?( t=\"\\w+\")?(/>|>.*?</c>)")
                .matcher(get(SHEET));
        if (!found.find()) {
            throw new IllegalArgumentException("There is no cell " + cell);
        }
        String style = found.group(1) == null ? "" : found.group(1);
        return change(
                SHEET,
                xml -> found.replaceFirst(
                        Matcher.quoteReplacement("<c r=\"" + cell + "\"" + style + type + ">" + content + "</c>")));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
