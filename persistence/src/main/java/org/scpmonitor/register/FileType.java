package org.scpmonitor.register;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files that may go with an entry. Both its name and its bytes have to say what it is. */
enum FileType {
    PDF("application/pdf", bytes -> begins(bytes, "%PDF-"), "pdf"),
    PNG("image/png", bytes -> begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'), "png"),
    JPEG("image/jpeg", bytes -> begins(bytes, 0xff, 0xd8, 0xff), "jpg", "jpeg"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes -> holds(bytes, "xl/workbook.xml"),
            "xlsx"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes -> holds(bytes, "word/document.xml"),
            "docx"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            bytes -> holds(bytes, "ppt/presentation.xml"),
            "pptx"),
    ODS(
            "application/vnd.oasis.opendocument.spreadsheet",
            bytes -> says(bytes, "application/vnd.oasis.opendocument.spreadsheet"),
            "ods"),
    ODT(
            "application/vnd.oasis.opendocument.text",
            bytes -> says(bytes, "application/vnd.oasis.opendocument.text"),
            "odt"),
    CSV("text/csv", FileType::isText, "csv"),
    TXT("text/plain", FileType::isText, "txt", "md");

    private static final int MOST_PARTS = 5_000;

    private final String mediaType;
    private final Predicate<byte[]> is;
    private final String[] endings;

    FileType(String mediaType, Predicate<byte[]> is, String... endings) {
        this.mediaType = mediaType;
        this.is = is;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** The type that a file's name promises. */
    static Optional<FileType> promised(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> Arrays.asList(type.endings).contains(ending))
                .findFirst();
    }

    /** Whether bytes are what the type says; documents with macros are not. */
    boolean is(byte[] bytes) {
        return is.test(bytes);
    }

    /** The endings of all types, as they are told. */
    static String known() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .flatMap(type -> Arrays.stream(type.endings))
                        .toList());
    }

    private static boolean begins(byte[] bytes, String text) {
        return begins(bytes, text.chars().toArray());
    }

    private static boolean begins(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] bytes, String part) {
        if (!begins(bytes, 'P', 'K', 3, 4)) {
            return false;
        }
        boolean found = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_PARTS; i++) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/")) {
                    return false;
                }
                found |= name.equals(part);
                // The central directory isn't trusted: parts are told by the entries themselves.
                entry = zip.getNextEntry();
            }
            return found && entry == null;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** OpenDocument begins with an entry that names its type. */
    private static boolean says(byte[] bytes, String type) {
        if (!holds(bytes, "content.xml")) {
            return false;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry first = zip.getNextEntry();
            return first != null
                    && first.getName().equals("mimetype")
                    && new String(zip.readNBytes(100), StandardCharsets.US_ASCII).equals(type);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
