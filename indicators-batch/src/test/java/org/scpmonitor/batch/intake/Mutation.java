package org.scpmonitor.batch.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes a file by chance: its bytes, its lines and fields, or the XML within its parts. */
final class Mutation {

    private static final List<String> HOSTILE = List.of(
            "",
            "-1",
            "−5",
            "0",
            "1e400",
            "1.234",
            "1,5",
            "99999999999999999999",
            "NaN",
            "#N/A",
            "Total",
            "XFD1048576",
            "XFE1",
            "A0",
            "=1+1",
            "@SUM(A1)",
            "\u202exslx",
            "\u00a0",
            "\u2009",
            "\0",
            "\ufffe",
            "\ud800",
            "&#0;",
            "&e;",
            "]]>",
            "<!-- ",
            "\"",
            "'",
            ";;;;",
            ",,,,",
            "\r",
            "\n\n",
            "2023-13",
            "2190",
            "t{CO2e}",
            "x".repeat(40_000));
    private static final List<String> SNIPPETS = List.of(
            "<c r=\"A1\" t=\"s\"><v>-5</v></c>",
            "<c t=\"zz\"><v>1</v></c>",
            "<row r=\"1048577\">",
            "<row hidden=\"1\">",
            "<mergeCell ref=\"A1:XFD1048576\"/>",
            "<mergeCells><mergeCell ref=\"A1:A99\"/></mergeCells>",
            "<!DOCTYPE x>",
            "<f>",
            "</sheetData>",
            "<sheetData>",
            "<is><t>x</t></is>",
            "<rPh>",
            "<?x y?>",
            "<![CDATA[",
            "</c>",
            "<col min=\"1\" max=\"16384\" hidden=\"1\"/>",
            "<col min=\"9\" max=\"2\" hidden=\"1\"/>",
            "<sheet name=\"S\" state=\"hidden\" r:id=\"r1\"/>",
            "<Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"..\"/>");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] file) throws IOException {
        byte[] changed = file;
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean zip = changed.length > 4 && changed[0] == 'P' && changed[1] == 'K';
            changed = switch (random.nextInt(10)) {
                case 0 -> flipped(changed);
                case 1 -> Arrays.copyOf(changed, random.nextInt(changed.length + 1));
                case 2 -> swapped(changed);
                default -> zip ? inside(changed) : text(changed);
            };
        }
        return changed;
    }

    private byte[] flipped(byte[] file) {
        byte[] changed = file.clone();
        for (int i = random.nextInt(8); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    /** Two stretches in each other's place, of different lengths. */
    private byte[] swapped(byte[] file) {
        int[] cuts = random.ints(4, 0, file.length + 1).sorted().toArray();
        var changed = new ByteArrayOutputStream();
        changed.write(file, 0, cuts[0]);
        changed.write(file, cuts[2], cuts[3] - cuts[2]);
        changed.write(file, cuts[1], cuts[2] - cuts[1]);
        changed.write(file, cuts[0], cuts[1] - cuts[0]);
        changed.write(file, cuts[3], file.length - cuts[3]);
        return changed.toByteArray();
    }

    private byte[] text(byte[] file) {
        String text = new String(file, ISO_8859_1);
        return switch (random.nextInt(6)) {
            case 0 -> field(text).getBytes(UTF_8);
            case 1 -> text.replace(';', ',').getBytes(ISO_8859_1);
            case 2 -> inserted(text, pick(HOSTILE)).getBytes(UTF_8);
            case 3 -> ("\ufeff" + text).getBytes(random.nextBoolean() ? UTF_8 : UTF_16LE);
            case 4 -> header(text).getBytes(ISO_8859_1);
            default -> field(field(text)).getBytes(ISO_8859_1);
        };
    }

    private String header(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        List<String> names = new ArrayList<>(List.of(text.substring(0, end).split("[,;]", -1)));
        int at = random.nextInt(names.size());
        switch (random.nextInt(4)) {
            case 0 -> names.remove(at);
            case 1 -> names.add(names.get(at));
            case 2 -> names.set(at, pick(HOSTILE));
            default -> Collections.shuffle(names, random);
        }
        return String.join(text.indexOf(';') >= 0 ? ";" : ",", names) + text.substring(end);
    }

    /** Another content in one field of a row. */
    private String field(String text) {
        String[] lines = text.split("\n", -1);
        int at = random.nextInt(lines.length);
        String separator = lines[at].indexOf(';') >= 0 ? ";" : ",";
        String[] fields = lines[at].split(separator, -1);
        fields[random.nextInt(fields.length)] = pick(HOSTILE);
        lines[at] = String.join(separator, fields);
        return String.join("\n", lines);
    }

    private byte[] inside(byte[] file) throws IOException {
        Map<String, byte[]> parts = unzipped(file);
        if (parts.isEmpty()) {
            return flipped(file);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = pick(names);
        byte[] part = Objects.requireNonNull(parts.get(name));
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(pick(names), part);
            case 2 -> {
                parts.remove(name);
                parts.put(name.toUpperCase(Locale.ROOT), part);
            }
            case 3 -> parts.put(name, flipped(part));
            default -> parts.put(name, xml(new String(part, UTF_8)).getBytes(UTF_8));
        }
        return zipped(parts);
    }

    private String xml(String xml) {
        return switch (random.nextInt(5)) {
            case 0 -> inserted(xml, pick(SNIPPETS));
            case 1 -> xml.substring(0, random.nextInt(xml.length() + 1));
            case 2 -> replaced(xml, '"', '"');
            case 3 -> replaced(xml, '>', '<');
            default -> {
                int from = random.nextInt(xml.length() + 1);
                int to = Math.min(xml.length(), from + random.nextInt(200));
                yield random.nextBoolean()
                        ? xml.substring(0, from) + xml.substring(to)
                        : xml.substring(0, to) + xml.substring(from);
            }
        };
    }

    /** Another text between two signs: an attribute's value, or a text between tags. */
    private String replaced(String xml, char open, char close) {
        int from = xml.indexOf(open, random.nextInt(xml.length() + 1));
        int to = from < 0 ? -1 : xml.indexOf(close, from + 1);
        return to < 0 ? xml : xml.substring(0, from + 1) + pick(HOSTILE) + xml.substring(to);
    }

    private String inserted(String text, String more) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + more + text.substring(at);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, byte[]> unzipped(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            // An earlier mutation broke it: what could be unpacked is changed further.
            return parts;
        }
        return parts;
    }

    private byte[] zipped(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean stored = random.nextInt(4) == 0;
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                if (stored) {
                    var checksum = new CRC32();
                    checksum.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
