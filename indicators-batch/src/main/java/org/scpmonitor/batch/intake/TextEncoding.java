package org.scpmonitor.batch.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.scpmonitor.submission.FindingCode;

/**
 * How the bytes of a text file are meant: UTF-8 or UTF-16 by their byte order mark, else UTF-8 where the whole file is
 * valid UTF-8, else Windows-1252. The whole file is looked through once, since one byte near its end decides.
 *
 * @param mark bytes of the byte order mark
 */
record TextEncoding(Charset charset, int mark) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int CHUNK = 1 << 16;
    /** A control character within these first bytes tells that the file isn't text at all. */
    private static final int BEGIN = 1_024;

    /** @throws UnreadableException where a byte is no text in the only encoding that the file may have */
    static TextEncoding of(Path file) throws IOException {
        TextEncoding marked = marked(file);
        long wrong = marked.firstWrongByte(file);
        if (wrong >= 0 && marked.equals(new TextEncoding(StandardCharsets.UTF_8, 0)) && !isControl(file, wrong)) {
            long notUtf8 = wrong;
            marked = new TextEncoding(WINDOWS_1252, 0);
            wrong = marked.firstWrongByte(file);
            if (wrong < 0) {
                refuseMixture(file, notUtf8);
            }
        }
        if (wrong >= 0 && wrong < BEGIN && isControl(file, wrong)) {
            throw new UnreadableException(FindingCode.UNKNOWN_CONTENT);
        }
        if (wrong >= 0) {
            String hexadecimal = HexFormat.of().withUpperCase().toHexDigits(byteAt(file, wrong));
            throw new UnreadableException(FindingCode.UNREADABLE_TEXT, Long.toString(wrong + 1), hexadecimal);
        }
        return marked;
    }

    /** A reader of a file from behind the byte order mark. */
    Reader open(FileChannel channel) throws IOException {
        channel.position(mark);
        return new InputStreamReader(Channels.newInputStream(channel), strict());
    }

    private static TextEncoding marked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer begin = ByteBuffer.allocate(3);
            while (begin.hasRemaining() && channel.read(begin) >= 0) {
                // until three bytes are there, or the file's end
            }
            String mark = HexFormat.of().formatHex(begin.array(), 0, begin.position());
            if (mark.equals("efbbbf")) {
                return new TextEncoding(StandardCharsets.UTF_8, 3);
            } else if (mark.startsWith("fffe")) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            } else if (mark.startsWith("feff")) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
    }

    /** Position from 0 of the first byte that isn't text: undecodable, or a control character; -1 where all are. */
    private long firstWrongByte(Path file) throws IOException {
        CharsetDecoder decoder = strict();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer chars = CharBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(mark);
            long done = mark;
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                int control = firstControl(chars);
                if (control >= 0) {
                    return done + encodedLength(chars, control);
                }
                done += bytes.position();
                if (result.isError()) {
                    return done;
                }
                chars.clear();
                bytes.compact();
            }
            return -1;
        }
    }

    /**
     * Refuses a file in which letters of Windows-1252 stand beside letters in UTF-8: in either encoding some of them
     * would be read as others. Only what UTF-8 makes of Latin letters and of typographic signs counts, for which
     * Windows-1252 has two or three improbable signs in a row.
     */
    private static void refuseMixture(Path file, long wrong) throws IOException {
        boolean utf8 = false;
        long line = 1;
        long position = 0;
        int before = 0;
        int beforeThat = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                line += each == '\n' && position < wrong ? 1 : 0;
                boolean follows = each >= 0x80 && each <= 0xbf;
                utf8 |= follows
                        && ((before == 0xc2 || before == 0xc3)
                                || beforeThat == 0xe2 && (before == 0x80 || before == 0x82));
                beforeThat = before;
                before = each;
                position++;
            }
        }
        if (utf8) {
            throw new UnreadableException(FindingCode.MIXED_ENCODING, Long.toString(line));
        }
    }

    private long encodedLength(CharBuffer chars, int length) {
        return charset.encode(chars.duplicate().flip().limit(length)).remaining();
    }

    private static int firstControl(CharBuffer chars) {
        char[] array = chars.array();
        for (int i = 0; i < chars.position(); i++) {
            if (array[i] < ' ' && isControl(array[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Of the control characters, tab and the line and page ends alone occur in texts. */
    private static boolean isControl(char c) {
        return c < '\t' || c > '\r' && c < ' ';
    }

    private static boolean isControl(Path file, long position) throws IOException {
        byte found = byteAt(file, position);
        return found >= 0 && isControl((char) found);
    }

    private static byte byteAt(Path file, long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            return one.get(0);
        }
    }

    private CharsetDecoder strict() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
