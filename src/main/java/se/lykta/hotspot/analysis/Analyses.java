package se.lykta.hotspot.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import se.lykta.account.Audience;
import se.lykta.http.ApiException;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;

/**
 * The analyses of one service: computed once for a question and a snapshot, kept for a while, one at a time beside the
 * requests.
 *
 * <p>All of them see the exact reports, so they are for staff. Safe for use by many threads.
 */
public final class Analyses implements AutoCloseable {

    static final int MOST_WAITING = 20;

    private static final int MOST_KEPT = 40;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Indexes indexes;
    private final AnalysisRunner runner;
    private final Clock clock;
    /** Large ones go first when memory is short. */
    private final Cache<String, Analysis> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(KEPT)
            .softValues()
            .build();

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Analyses::thread);

    /** The analyses of the exact reports. */
    public Analyses(Indexes indexes, AnalysisRunner runner, Clock clock) {
        this.indexes = indexes;
        this.runner = runner;
        this.clock = clock;
    }

    /** It gives way to requests, where Java may ask the system for it. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is wrong where the system does not follow it
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "analysis");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /**
     * The analysis of the newest reports, begun if nobody asked for it lately; it may not have ended.
     *
     * @throws ApiException {@code too-many-analyses} if {@value #MOST_WAITING} wait already
     */
    public Analysis ask(Question question) {
        Analysis analysis = get(question);
        if (analysis.state() == Analysis.State.WAITING && !worker.getQueue().contains(analysis.task())) {
            try {
                worker.execute(analysis.task());
            } catch (RejectedExecutionException e) {
                throw new ApiException(
                        ApiException.Kind.UNAVAILABLE,
                        "too-many-analyses",
                        MOST_WAITING + " analyses wait already, cancel one or try again later",
                        List.of());
            }
        }
        return analysis;
    }

    /** The same with its result, at once: it waits for no other one. */
    public Analysis compute(Question question) {
        Analysis analysis = get(question);
        analysis.task().run();
        analysis.result();
        return analysis;
    }

    private Analysis get(Question question) {
        Snapshot snapshot = indexes.snapshot(Audience.STAFF);
        String id = question.id(snapshot.version() + "\n" + runner.version());
        return kept.asMap()
                .compute(
                        id,
                        (same, known) -> known == null || known.state() == Analysis.State.CANCELLED
                                ? begin(id, question, snapshot)
                                : known);
    }

    private Analysis begin(String id, Question question, Snapshot snapshot) {
        return new Analysis(
                id,
                question,
                snapshot.version(),
                clock.instant(),
                progress -> runner.run(question, snapshot, progress));
    }

    /** What was asked for and is still kept. */
    public Optional<Analysis> find(String id) {
        return Optional.ofNullable(kept.getIfPresent(id));
    }

    /** Ends an analysis that has not ended; whoever asks for it again begins it anew. */
    public void cancel(Analysis analysis) {
        analysis.cancel();
        worker.remove(analysis.task());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
