package se.lykta.index;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.report.LoadProgress;

/** Logs a line about every two seconds of a load that takes longer. Safe for use by many threads. */
final class LoggedProgress implements LoadProgress {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime() + NANOS);

    @Override
    public void loaded(long reports, long about) {
        long next = nextNanos.get();
        if (System.nanoTime() - next >= 0 && nextNanos.compareAndSet(next, System.nanoTime() + NANOS)) {
            LOG.info("{}", line(reports, about));
        }
    }

    /** Numbers in groups of three, the statistics rounded to what they are worth. */
    static String line(long reports, long about) {
        String read = "read index: " + grouped(reports);
        return about < reports ? read + " reports" : read + " of about " + grouped(about) + " reports";
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
