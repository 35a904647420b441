package se.lykta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time used so far by somebody, in nanoseconds: fair on a busy machine, where the clock on the wall is not. */
interface CpuClock {

    long nanos();

    /** The thread that asks. Its garbage is collected by others and not in here: see {@link #process()}. */
    static CpuClock thread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads::getCurrentThreadCpuTime;
    }

    /** This whole JVM, with its compilers and collectors. */
    static CpuClock process() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system::getProcessCpuTime;
    }

    /** Another process with all its threads, to 10 ms. */
    static CpuClock of(ProcessHandle process) {
        return () -> process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /**
     * The main thread of another process, exact to the nanosecond while it waits: the first number of
     * {@code /proc/PID/schedstat} (Linux, Documentation/scheduler/sched-stats). Meant for backends of PostgreSQL.
     */
    static CpuClock ofMainThread(long pid) {
        Path file = Path.of("/proc/" + pid + "/schedstat");
        return () -> {
            try {
                String text = Files.readString(file);
                return Long.parseLong(text.substring(0, text.indexOf(' ')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
