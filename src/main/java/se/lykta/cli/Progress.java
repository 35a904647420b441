package se.lykta.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on the error stream; silent where that is no terminal, so that logs stay readable. */
final class Progress implements AutoCloseable {

    private static final long MEBIBYTE = 1 << 20;

    private final ProgressBar bar;

    /** A bar with a title. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on a log may get the bar too
    Progress(String title, PrintWriter err) {
        boolean terminal = System.console() != null;
        this.bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(-1)
                .setUnit(" MB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new DelegatingProgressBarConsumer(line -> {
                    if (terminal) {
                        err.print("\r" + line);
                        err.flush();
                    }
                }))
                .build();
    }

    /** This share is done, 0..1. */
    void share(double done) {
        bytes(Math.round(done * 1000), 1000);
    }

    /** So many bytes of so many are done. */
    void bytes(long done, long all) {
        bar.maxHint(all);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
