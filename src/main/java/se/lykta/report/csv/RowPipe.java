package se.lykta.report.csv;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.copy.CopyIn;

/**
 * Lets one thread read and check lines while the calling thread hands the finished rows to the server.
 *
 * <p>A short queue of chunks between the two keeps memory flat whatever the size of the file. If either side fails, the
 * other is stopped and the COPY is cancelled, so that nothing of it stays.
 */
final class RowPipe {

    private static final int CHUNKS = 8;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);

    /** What makes the chunks, in a thread of its own. */
    interface Reading {
        void run(Sink sink) throws IOException, InterruptedException;
    }

    /** Takes chunks; waits while the server is behind. */
    interface Sink {
        void put(byte[] chunk) throws InterruptedException;
    }

    /** Copies everything that the reading makes. */
    void run(Reading reading, CopyIn copy) throws IOException, SQLException, InterruptedException {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-reader"));
        try {
            Future<?> reader = executor.submit(() -> {
                try {
                    reading.run(chunks::put);
                } finally {
                    chunks.put(END);
                }
                return null;
            });
            for (byte[] chunk = chunks.take(); chunk.length > 0; chunk = chunks.take()) {
                copy.writeToCopy(chunk, 0, chunk.length);
            }
            finish(reader);
            copy.endCopy();
        } finally {
            executor.shutdownNow();
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void finish(Future<?> reader) throws IOException, InterruptedException {
        try {
            reader.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("the import's reader failed", e);
        }
    }
}
