package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;

/**
 * The texts that cells of a workbook refer to by number, kept as UTF-8 one behind the other: they take no more memory
 * than the part that holds them has bytes, and that is bounded.
 */
final class SharedStrings {

    private static final int FREQUENT = 4_096;
    private static final int MOST_MB = 64;
    private static final int MOST_TEXTS = 8_000_000;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;
    private final @Nullable String[] frequent = new @Nullable String[FREQUENT];

    /**
     * Reads all of a part.
     *
     * @throws UnreadableException where it holds more than {@value #MOST_MB} MB of text
     */
    static SharedStrings read(XmlPart part) throws IOException {
        SharedStrings strings = new SharedStrings();
        while (part.nextStart("si")) {
            strings.add(item(part));
        }
        return strings;
    }

    static SharedStrings none() {
        return new SharedStrings();
    }

    /** The text of a {@code si} or {@code is} just opened: its runs, without the reading aids of East Asian texts. */
    static String item(XmlPart part) throws IOException {
        String only = "";
        StringBuilder text = null;
        while (part.next() && !part.isEnd("si") && !part.isEnd("is")) {
            if (part.isStart("rPh")) {
                part.text();
            } else if (part.isStart("t")) {
                String run = part.text();
                if (only.isEmpty()) {
                    only = run;
                } else {
                    text = text == null ? new StringBuilder(only) : text;
                    text.append(run);
                }
            }
        }
        return text == null ? only : text.toString();
    }

    /** @throws UnreadableException where there is no text of this number */
    String at(String number) throws IOException {
        int index;
        try {
            index = Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        if (index < 0 || index >= count) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        String known = index < FREQUENT ? frequent[index] : null;
        if (known == null) {
            int start = index == 0 ? 0 : ends[index - 1];
            known = new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
            if (index < FREQUENT && known.length() < 256) {
                frequent[index] = known;
            }
        }
        return known;
    }

    private void add(String text) throws UnreadableException {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        int start = count == 0 ? 0 : ends[count - 1];
        if (count == MOST_TEXTS || start + more.length > MOST_MB << 20) {
            throw new UnreadableException(FindingCode.OVERSIZED_WORKBOOK, "sharedStrings", Integer.toString(MOST_MB));
        }
        if (start + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + more.length, bytes.length + bytes.length / 2));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        System.arraycopy(more, 0, bytes, start, more.length);
        ends[count++] = start + more.length;
    }
}
