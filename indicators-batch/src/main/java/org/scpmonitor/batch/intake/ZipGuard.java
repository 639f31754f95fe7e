package org.scpmonitor.batch.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.scpmonitor.submission.FindingCode;

/**
 * Looks a workbook through before anything is read from it, so that it's refused as a whole or read as a whole: every
 * XML part is unpacked once, into nothing, and has to keep within limits, match its checksum and declare no document
 * type.
 */
final class ZipGuard {

    private static final long MB = 1 << 20;
    /** All parts together. Five columns of a million rows make some 300 MB. */
    private static final long MOST_UNPACKED = 4_096 * MB;
    /** A part that unpacks to more than this must not be packed tighter than {@link #MOST_PACKED}. */
    private static final long FREE = 64 * MB;
    /** Worksheets are packed 10 to 60 times, bombs 1,000 times. */
    private static final long MOST_PACKED = 250;

    private static final int LONGEST_TAG_OR_TEXT = 8 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_DIRECTORY = 8 * MB;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MERGED = "<mergeCell ".getBytes(StandardCharsets.US_ASCII);

    private final ZipFile zip;
    private final byte[] buffer = new byte[1 << 16];
    private final Set<String> merging = new HashSet<>();
    private long unpacked;

    private ZipGuard(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * A workbook that keeps to the limits.
     *
     * @param merging the parts that merge cells
     */
    record Checked(ZipFile zip, Set<String> merging) {}

    /**
     * Opens a workbook that keeps to the limits.
     *
     * @throws UnreadableException where it doesn't, or is damaged
     */
    static Checked open(Path file) throws IOException {
        checkDirectory(file);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        try {
            var guard = new ZipGuard(zip);
            guard.check();
            return new Checked(zip, guard.merging);
        } catch (ZipException | EOFException e) {
            zip.close();
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Whether a part is looked through, and so may be read. */
    static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    /** The directory at the file's end is held in memory as a whole: its size is checked before it's read. */
    private static void checkDirectory(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int tail = (int) Math.min(channel.size(), 22 + 65_535);
            ByteBuffer end = read(channel, channel.size() - tail, tail);
            int at = tail - 22;
            while (at >= 0 && end.getInt(at) != 0x06054b50) {
                at--;
            }
            if (at < 0 || at + 22 + Short.toUnsignedInt(end.getShort(at + 20)) != tail) {
                throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
            }
            long entries = Short.toUnsignedLong(end.getShort(at + 10));
            long size = Integer.toUnsignedLong(end.getInt(at + 12));
            if (at >= 20 && end.getInt(at - 20) == 0x07064b50) {
                ByteBuffer large = read(channel, end.getLong(at - 20 + 8), 56);
                entries = Math.max(large.getLong(32), 0);
                size = Math.max(large.getLong(40), 0);
            }
            if (entries > MOST_ENTRIES) {
                throw new UnreadableException(
                        FindingCode.CROWDED_WORKBOOK, Long.toString(entries), Integer.toString(MOST_ENTRIES));
            }
            if (size > MOST_DIRECTORY) {
                throw oversized("ZIP", MOST_DIRECTORY);
            }
            ByteBuffer first = read(channel, 0, 8);
            if (entries > 0 && (first.get(6) & 1) == 1) {
                throw new UnreadableException(FindingCode.PASSWORD_PROTECTED);
            }
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        if (position < 0 || position + length > channel.size()) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // until all are there
        }
        return bytes;
    }

    private void check() throws IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && isXml(entry.getName())) {
                check(entry);
            }
        }
    }

    private void check(ZipEntry entry) throws IOException {
        long limit = limit(entry);
        if (entry.getSize() > limit) {
            throw oversized(entry.getName(), limit);
        }
        CRC32 checksum = new CRC32();
        Scan scan = new Scan(entry.getName());
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw oversized(entry.getName(), limit);
                }
                checksum.update(buffer, 0, read);
                scan.next(buffer, read);
            }
        }
        unpacked += size;
        if (scan.merges) {
            merging.add(entry.getName());
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
    }

    private long limit(ZipEntry entry) {
        long packed = Math.max(entry.getCompressedSize(), 0);
        return Math.min(MOST_UNPACKED - unpacked, Math.max(FREE, packed * MOST_PACKED));
    }

    private static UnreadableException oversized(String part, long limit) {
        return new UnreadableException(FindingCode.OVERSIZED_WORKBOOK, part, Long.toString(Math.max(limit / MB, 1)));
    }

    /** What is looked for in the bytes of one part: a document type, anything too long to be held, merged cells. */
    private static final class Scan {

        private final String part;
        private byte[] wanted = DOCTYPE;
        private int matched;
        private boolean merges;
        private int sinceTag;
        private boolean begun;

        Scan(String part) {
            this.part = part;
        }

        void next(byte[] bytes, int length) throws UnreadableException {
            if (!begun && length > 0) {
                begun = true;
                // XML in UTF-16 or UTF-32 hides its declarations from a search for ASCII; no spreadsheet writes it.
                boolean wide = bytes[0] == (byte) 0xfe || bytes[0] == (byte) 0xff || bytes[0] == 0;
                if (wide || length > 1 && bytes[1] == 0) {
                    throw new UnreadableException(FindingCode.UNSAFE_WORKBOOK, part);
                }
            }
            for (int i = 0; i < length; i++) {
                byte each = bytes[i];
                if (each == '<') {
                    matched = 1;
                    sinceTag = 0;
                } else {
                    sinceTag++;
                    if (matched > 0) {
                        if (matched == 1) {
                            wanted = each == MERGED[1] ? MERGED : DOCTYPE;
                        }
                        matched = each == wanted[matched] ? matched + 1 : 0;
                        if (matched == wanted.length) {
                            found();
                        }
                    }
                    if (sinceTag > LONGEST_TAG_OR_TEXT) {
                        throw oversized(part, LONGEST_TAG_OR_TEXT);
                    }
                }
            }
        }

        private void found() throws UnreadableException {
            if (wanted == DOCTYPE) {
                throw new UnreadableException(FindingCode.UNSAFE_WORKBOOK, part);
            }
            merges = true;
            matched = 0;
        }
    }
}
