package se.lykta.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to use one cluster directory, held by one process of the machine at a time.
 *
 * <p>A lock of the kernel on a file: it goes with its process, so nothing stale is left after a crash, and it holds
 * across containers that share the directory, where process numbers say nothing. The file names the holder for people.
 */
final class ClusterLock implements AutoCloseable {

    private final FileChannel channel;

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws DatabaseException {@code cluster-in-use} if somebody has it
     */
    static ClusterLock take(Path directory) {
        Path file = directory.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new DatabaseException(
                        "cluster-in-use",
                        "the database in " + directory + " is already in use by another Lykta (process "
                                + Files.readString(file).strip() + "): stop it, or choose another data directory");
            }
            byte[] holder = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8);
            channel.truncate(0).write(ByteBuffer.wrap(holder), 0);
            return new ClusterLock(channel);
        } catch (IOException e) {
            throw new DatabaseException("cluster-directory", "the file " + file + " can't be written", e);
        }
    }

    /** Says whether somebody holds the lock of a directory at the moment. */
    static boolean isTaken(Path directory) {
        Path file = directory.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            throw new DatabaseException("cluster-directory", "the file " + file + " can't be read", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException("cluster-directory", "the lock of the database can't be released", e);
        }
    }
}
