package org.scpmonitor.batch.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scpmonitor.submission.FindingCode;

/** A CSV as a table of one sheet without a name. A record is a row, whatever line breaks its quoted fields hold. */
final class CsvTable implements Table {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LONGEST_FIELD = 1 << 20;
    private static final int LONGEST_RECORD = 1 << 21;
    /** A found header outweighs any evenness of rows. */
    private static final long HEADED = 1L << 32;

    private static final String DECLARATION = "sep=";

    private final Path file;
    private final TextEncoding encoding;
    private final char separator;
    private final FileChannel channel;
    private final long size;
    private final CloseableIterator<Integer> records;
    private final Fields fields = new Fields();
    private boolean begun;
    private int number;

    private CsvTable(Path file, TextEncoding encoding, char separator) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
        this.channel = FileChannel.open(file);
        this.size = channel.size();
        Reader text = new BufferedReader(encoding.open(channel), 1 << 16);
        skipDeclaration(text);
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(fields, text)
                .iterator();
    }

    /**
     * Opens a text file as the CSV that its header is found in: with comma, semicolon or tab. Where none finds a header,
     * with the one that divides most of its first rows into the same number of fields, and the more of them the better.
     */
    static CsvTable open(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            try (CsvTable table = new CsvTable(file, encoding, separator)) {
                table.nextSheet();
                Header.Search search = Header.search(table);
                Optional<Header> header = search.header();
                long columns =
                        header.map(found -> found.columns().size() * HEADED).orElseGet(() -> evenness(search.below()));
                if (columns > most) {
                    most = columns;
                    best = separator;
                }
            } catch (UnreadableException e) {
                // Quotes may break under the wrong separator alone; under the right one it is told on reading.
                continue;
            }
        }
        return new CsvTable(file, encoding, best);
    }

    /** Rows of the commonest number of fields above one, times the separators in each. */
    private static long evenness(Collection<SheetRow> rows) {
        Map<Integer, Long> widths = rows.stream()
                .filter(row -> row.width() > 1 && !row.isBlank())
                .collect(Collectors.groupingBy(SheetRow::width, Collectors.counting()));
        return widths.entrySet().stream()
                .mapToLong(width -> width.getValue() * (width.getKey() - 1))
                .max()
                .orElse(0);
    }

    @Override
    public boolean nextSheet() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    @Override
    public int sheet() {
        return 0;
    }

    @Override
    public String sheetName() {
        return "";
    }

    @Override
    public boolean nextRow(SheetRow into) throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
        } catch (CsvParseException e) {
            throw new UnreadableException(FindingCode.BROKEN_QUOTES, Integer.toString(number + 1));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (fields.length > LONGEST_RECORD) {
            throw new UnreadableException(FindingCode.BROKEN_QUOTES, Integer.toString(number + 1));
        }
        number++;
        into.begin(number);
        fields.moveTo(into);
        return true;
    }

    @Override
    public double share() throws IOException {
        return size == 0 ? 1 : (double) channel.position() / size;
    }

    @Override
    public char separator() {
        return separator;
    }

    @Override
    public CsvTable again() throws IOException {
        return new CsvTable(file, encoding, separator);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Spreadsheets write and hide a first line {@code sep=;}; it names the separator, and is not counted as a row. */
    private static void skipDeclaration(Reader text) throws IOException {
        text.mark(16);
        char[] begin = new char[DECLARATION.length() + 3];
        int read = text.read(begin);
        String line = read < 0 ? "" : new String(begin, 0, read);
        text.reset();
        if (line.length() > DECLARATION.length() + 1
                && line.regionMatches(true, 0, DECLARATION, 0, DECLARATION.length())) {
            String end = line.substring(DECLARATION.length() + 1);
            int skipped = end.startsWith("\r\n") ? 2 : end.startsWith("\n") || end.startsWith("\r") ? 1 : 0;
            if (skipped > 0) {
                text.skip(DECLARATION.length() + 1L + skipped);
            }
        }
    }

    /** The fields of one record. A text that repeats the one above it is the same object: few columns change by row. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Integer> {

        private final String[] texts = new String[SheetRow.WIDEST];
        private int count;
        private int beyond;
        private long length;

        Fields() {
            Arrays.fill(texts, "");
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            count = 0;
            beyond = 0;
            length = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            count = index + 1;
            length += size;
            if (index >= SheetRow.WIDEST && beyond == 0 && size > 0) {
                beyond = index;
            }
            if (index < SheetRow.WIDEST && length <= LONGEST_RECORD && !same(texts[index], buffer, offset, size)) {
                texts[index] = new String(buffer, offset, size);
            }
        }

        @Override
        protected Integer buildRecord() {
            return count;
        }

        void moveTo(SheetRow row) {
            for (int i = 0; i < Math.min(count, SheetRow.WIDEST); i++) {
                row.set(i, SheetRow.Kind.TEXT, texts[i]);
            }
            if (count > SheetRow.WIDEST) {
                row.set(count - 1, SheetRow.Kind.TEXT, "");
            }
            if (beyond > 0) {
                row.set(beyond, SheetRow.Kind.TEXT, "…");
            }
        }

        private static boolean same(String text, char[] buffer, int offset, int size) {
            if (text.length() != size) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                if (text.charAt(i) != buffer[offset + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
