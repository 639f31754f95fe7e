package org.scpmonitor.batch.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.scpmonitor.submission.FindingCode;

/** What a file is, by the bytes that it begins with. */
final class FileKind {

    private static final int BEGIN = 64;
    private static final String ZIP = "504b0304";
    private static final String ZIP_WITHOUT_ENTRIES = "504b0506";
    private static final String COMPOUND_FILE = "d0cf11e0a1b11ae1";

    /** Names of what else people send, by the first bytes. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.ofEntries(
            Map.entry("89504e470d0a1a0a", "PNG"),
            Map.entry("ffd8ff", "JPEG"),
            Map.entry("474946383761", "GIF"),
            Map.entry("474946383961", "GIF"),
            Map.entry("25504446", "PDF"),
            Map.entry("424d", "BMP"),
            Map.entry("49492a00", "TIFF"),
            Map.entry("4d4d002a", "TIFF"),
            Map.entry("52494646", "RIFF"),
            Map.entry("1f8b", "GZIP"),
            Map.entry("425a68", "BZIP2"),
            Map.entry("fd377a585a00", "XZ"),
            Map.entry("28b52ffd", "ZSTD"),
            Map.entry("377abcaf271c", "7Z"),
            Map.entry("526172211a07", "RAR"),
            Map.entry("7f454c46", "ELF"),
            Map.entry("53514c69746520666f726d6174", "SQLite"),
            Map.entry("7b5c727466", "RTF"),
            Map.entry("50415231", "Parquet")));

    private FileKind() {}

    /**
     * Opens a file as the table that it holds.
     *
     * @throws UnreadableException where it holds none
     */
    static Table open(Path file) throws IOException {
        byte[] begin = begin(file);
        String bytes = HexFormat.of().formatHex(begin);
        if (bytes.isEmpty()) {
            throw new UnreadableException(FindingCode.EMPTY_FILE);
        }
        if (bytes.startsWith(ZIP) || bytes.startsWith(ZIP_WITHOUT_ENTRIES)) {
            return Workbook.open(file);
        }
        if (bytes.startsWith(COMPOUND_FILE)) {
            throw new UnreadableException(compound(file));
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            // Short signatures might be letters: BM. No text has a control character behind them.
            if (bytes.startsWith(other.getKey()) && (other.getKey().length() > 4 || hasControl(begin))) {
                throw new UnreadableException(FindingCode.NOT_A_TABLE, other.getValue());
            }
        }
        String text = Blanks.strip(new String(begin, StandardCharsets.ISO_8859_1).replace("ï»¿", ""));
        if (text.startsWith("<")) {
            throw new UnreadableException(FindingCode.NOT_A_TABLE, text.startsWith("<?xml") ? "XML" : "HTML");
        }
        return CsvTable.open(file);
    }

    private static byte[] begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGIN);
        }
    }

    private static boolean hasControl(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < '\t') {
                return true;
            }
        }
        return false;
    }

    /** Old workbooks and encrypted new ones come in the same container, as streams named in UTF-16. */
    private static FindingCode compound(Path file) throws IOException {
        byte[] encrypted = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                matched = each == encrypted[matched] ? matched + 1 : each == encrypted[0] ? 1 : 0;
                if (matched == encrypted.length) {
                    return FindingCode.PASSWORD_PROTECTED;
                }
            }
        }
        return FindingCode.LEGACY_WORKBOOK;
    }
}
