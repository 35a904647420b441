package se.lykta.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that an earlier process left behind in a data directory whose lock is now ours.
 *
 * <p>Normally it is just stopping, because its watcher saw its master die; if the watcher died too, we stop it. To go on
 * with it instead would save 0.1 seconds and leave us without a child to watch.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    /** How long a server may take that is already stopping, and each signal to one that is not. */
    private static final int OWN_WAY_MILLIS = 1_000;

    private static final int SIGNAL_MILLIS = 30_000;

    private final Path data;
    private final ServerUser user;

    Orphan(Path data, ServerUser user) {
        this.data = data;
        this.user = user;
    }

    /**
     * Returns when no server is at work in the directory.
     *
     * @throws DatabaseException {@code cluster-pid-foreign} if the pid file names a process that is something else, for
     *     then PostgreSQL would refuse to start; {@code cluster-in-use} if the server can't be stopped
     */
    void stop() {
        Optional<PidFile> found = PidFile.find(data);
        if (found.isEmpty() || found.get().process().isEmpty()) {
            return;
        }
        PidFile file = found.get();
        ProcessHandle process = file.process().orElseThrow();
        if (file.isServerOf(data)) {
            stop(process);
        } else if (file.isOlderThanBoot()) {
            remove();
        } else if (isOfServerUser(process)) {
            throw new DatabaseException(
                    "cluster-pid-foreign",
                    "the file " + PidFile.path(data) + " of an earlier run names process " + file.pid()
                            + ", which is now another program: if no database server uses this directory, delete the"
                            + " file and start again");
        }
    }

    /** INT is a fast stop; QUIT an immediate one, after which the next start recovers from the log. */
    private void stop(ProcessHandle process) {
        boolean gone = awaitEnd(process, OWN_WAY_MILLIS);
        for (String signal : new String[] {"INT", "QUIT"}) {
            if (!gone) {
                LOG.warn("stopping a database server left behind by an earlier run (process {})", process.pid());
                signal(process, signal);
                gone = awaitEnd(process, SIGNAL_MILLIS);
            }
        }
        if (!gone) {
            throw new DatabaseException(
                    "cluster-in-use",
                    "a database server of an earlier run (process " + process.pid() + ") uses " + data
                            + " and does not stop");
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(ProcessHandle process, int millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** PostgreSQL takes a live process of another user for a stale number itself. */
    private boolean isOfServerUser(ProcessHandle process) {
        return process.info().user().map(user.name()::equals).orElse(true);
    }

    private void remove() {
        try {
            Files.deleteIfExists(PidFile.path(data));
        } catch (IOException e) {
            throw new DatabaseException("cluster-damaged", PidFile.path(data) + " can't be deleted", e);
        }
    }
}
