package se.lykta.report.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * What has to be known of a CSV file before it can be read: its encoding and separator.
 *
 * <p>The whole file is looked at once: it is UTF-8 if every byte fits, and Windows-1252 if no line has well-formed
 * multi-byte UTF-8. A file with both would be half garbled in either reading, so it is refused with both line numbers.
 *
 * @param charset how to decode
 * @param skip bytes of a byte order mark
 * @param separator between fields
 * @param endsWithNewline false if the last line may be cut
 */
public record CsvFile(Charset charset, int skip, char separator, boolean endsWithNewline) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String SEPARATORS = ",;\t";

    /**
     * Looks at a file.
     *
     * @throws ApiException if it is empty, no text, or of two encodings
     */
    public static CsvFile examine(Path file) throws IOException {
        Utf8Scan scan = new Utf8Scan();
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(1 << 16);
            scan.accept(start, start.length);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                scan.accept(buffer, n);
            }
        }
        if (start.length == 0) {
            throw refused("empty-file", "the file is empty, expected a line of column names and lines of values");
        }
        if (scan.nulLine() > 0) {
            throw refused("not-text", "line %d has a zero byte: save the file as UTF-8".formatted(scan.nulLine()));
        }
        Charset charset = charset(scan);
        boolean bom =
                start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        return new CsvFile(charset, bom ? 3 : 0, separator(start, charset), scan.endsWithNewline());
    }

    /** A reader of its lines; takes over the stream, which stands at the file's first byte. */
    public CsvReader<CsvRecord> open(InputStream in) throws IOException {
        in.skipNBytes(skip);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new InputStreamReader(in, charset));
    }

    /**
     * Says whether there is one more line.
     *
     * @param before the number of the line before
     * @throws ApiException for broken quotes
     */
    public static boolean hasNext(CloseableIterator<CsvRecord> lines, long before) {
        try {
            return lines.hasNext();
        } catch (CsvParseException e) {
            boolean open = String.valueOf(e.getMessage()).startsWith("Unclosed");
            throw open
                    ? refused(
                            "half-written-line",
                            "a quoted field that begins after line %d never ends".formatted(before))
                    : refused(
                            "broken-quotes",
                            "after line %d a closing quote is followed by something".formatted(before));
        }
    }

    private static Charset charset(Utf8Scan scan) {
        if (scan.malformedLine() == 0) {
            if (scan.isCut()) {
                throw refused("half-written-line", "the last line ends in the middle of a character");
            }
            return StandardCharsets.UTF_8;
        }
        if (scan.wellFormedLine() > 0) {
            throw refused(
                    "mixed-encoding",
                    "line %d is UTF-8, line %d is not: save the file in one encoding, best UTF-8"
                            .formatted(scan.wellFormedLine(), scan.malformedLine()));
        }
        if (scan.undefinedLine() > 0) {
            throw refused(
                    "unknown-encoding",
                    "line %d is neither UTF-8 nor Windows-1252: save the file as UTF-8"
                            .formatted(scan.undefinedLine()));
        }
        return WINDOWS_1252;
    }

    /** The separator that stands most often in the header, outside quotes. */
    private static char separator(byte[] start, Charset charset) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (char c : new String(start, charset).toCharArray()) {
            if (c == '\n' && !quoted) {
                break;
            }
            quoted ^= c == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    /** A file that can't be used as a whole. */
    public static ApiException refused(String code, String message) {
        return ApiException.invalid(code, List.of(new Fault("file", message)));
    }
}
