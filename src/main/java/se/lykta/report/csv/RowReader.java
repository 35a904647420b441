package se.lykta.report.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the lines of one file, hands them to the check and the good rows to the sink, in chunks of binary COPY.
 *
 * <p>Used by one thread; its counts may be read by another when that thread has ended.
 */
final class RowReader {

    private static final int CHUNK = 1 << 17;
    private static final int ROWS_PER_TELLING = 1000;

    private final Path path;
    private final CsvFile file;
    private final ImportProgress progress;
    private final LineFaults faults;
    private final CopyBuffer buffer = new CopyBuffer(CHUNK + (1 << 14));
    private long[] keyHashes = new long[1 << 12];
    private int goodRows;
    private long rows;
    private boolean tellsStates;

    RowReader(Path path, CsvFile file, LineFaults faults, ImportProgress progress) {
        this.path = path;
        this.file = file;
        this.faults = faults;
        this.progress = progress;
    }

    /** The lines of data read. */
    long rows() {
        return rows;
    }

    /** Says whether the file has a column of states. */
    boolean tellsStates() {
        return tellsStates;
    }

    /** Says whether two rows may have the same key: false is certain, true has to be looked into. */
    boolean mayHaveRepeatedKeys() {
        Arrays.parallelSort(keyHashes, 0, goodRows);
        for (int i = 1; i < goodRows; i++) {
            if (keyHashes[i] == keyHashes[i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** Reads everything; the check is made from the header. */
    void read(Function<List<String>, RowCheck> checks, RowPipe.Sink sink) throws IOException, InterruptedException {
        long size = Files.size(path);
        try (InputStream bytes = Files.newInputStream(path);
                CountingStream in = new CountingStream(bytes);
                CsvReader<CsvRecord> csv = file.open(in)) {
            CloseableIterator<CsvRecord> lines = csv.iterator();
            if (!CsvFile.hasNext(lines, 0)) {
                throw CsvFile.refused("empty-file", "the file has no line of column names");
            }
            List<String> header = lines.next().getFields();
            RowCheck check = checks.apply(header);
            tellsStates = check.tellsStates();
            buffer.header();
            for (long before = 1; CsvFile.hasNext(lines, before); ) {
                CsvRecord line = lines.next();
                before = line.getStartingLineNumber();
                take(line, header.size(), check, lines);
                if (buffer.length() >= CHUNK) {
                    sink.put(buffer.take());
                }
                if (rows % ROWS_PER_TELLING == 0) {
                    progress.read(in.count(), size);
                }
            }
            buffer.trailer();
            sink.put(buffer.take());
            progress.read(size, size);
        }
    }

    private void take(CsvRecord line, int width, RowCheck check, CloseableIterator<CsvRecord> lines) {
        rows++;
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != width) {
            boolean cut = !file.endsWithNewline() && line.getFieldCount() < width && !CsvFile.hasNext(lines, number);
            String message = "has %d fields, the header has %d".formatted(line.getFieldCount(), width);
            faults.add(number, cut ? "half-written-line" : "wrong-number-of-fields", "", message);
            return;
        }
        StagedRow row = check.check(number, line.getFields());
        if (row != null) {
            buffer.row(row);
            remember(row.key().externalId());
        }
    }

    /** Keeps 64 bits of every key (FNV-1a): a million keys in 8 MB, equal keys stand side by side when sorted. */
    private void remember(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        if (goodRows == keyHashes.length) {
            keyHashes = Arrays.copyOf(keyHashes, goodRows * 2);
        }
        keyHashes[goodRows++] = hash;
    }

    /** Counts what passes; buffers are large, so the reads are few. */
    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
