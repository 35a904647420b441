package se.lykta.hotspot.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.http.ApiException;

/**
 * One run of a method on one snapshot: waiting, running or ended, and then the same for ever.
 *
 * <p>Whichever thread comes first computes it, all others wait or look. Safe for use by many threads.
 */
public final class Analysis {

    private static final Logger LOG = LoggerFactory.getLogger(Analysis.class);

    /** How far it is. */
    public enum State {
        /** Others are computed before. */
        WAITING,
        /** It is being computed. */
        RUNNING,
        /** There is a result. */
        DONE,
        /** There is none, by a fault of the question or of ours. */
        FAILED,
        /** Somebody did not want it any more. */
        CANCELLED
    }

    /** Computes a result. */
    @FunctionalInterface
    interface Work {

        /** Says how far it is, 0..1, and ends with a {@link CancellationException} soon after its thread is interrupted. */
        Result compute(DoubleConsumer progress);
    }

    private final String id;
    private final Question question;
    private final long snapshotVersion;
    private final Instant createdAt;
    private final FutureTask<Result> task;
    private volatile boolean begun;
    private volatile double progress;

    Analysis(String id, Question question, long snapshotVersion, Instant createdAt, Work work) {
        this.id = id;
        this.question = question;
        this.snapshotVersion = snapshotVersion;
        this.createdAt = createdAt;
        this.task = new FutureTask<>(() -> compute(work));
    }

    private Result compute(Work work) {
        begun = true;
        try {
            return work.compute(this::hear);
        } catch (ApiException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("analysis {} failed", id, e);
            throw e;
        }
    }

    /** Computes it when run, unless that has begun elsewhere. */
    Runnable task() {
        return task;
    }

    private void hear(double share) {
        if (Thread.interrupted()) {
            throw new CancellationException("the analysis was cancelled");
        }
        progress = Math.max(progress, Math.min(1, share));
    }

    /** Ends it, if it has not ended. */
    void cancel() {
        task.cancel(true);
    }

    /** Waits until it has ended, but not for longer than this. */
    public void await(long millis) {
        try {
            task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            LOG.debug("{} is {}", id, state()); // whoever asks, sees
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The result; waits for it.
     *
     * @throws ApiException what was wrong with the question, or {@code analysis-cancelled}
     */
    public Result result() {
        try {
            return task.get();
        } catch (CancellationException e) {
            throw cancelled();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an analysis");
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof CancellationException) {
            return cancelled();
        }
        return cause instanceof ApiException fault
                ? fault
                : new IllegalStateException("the analysis " + id + " failed", cause);
    }

    private static ApiException cancelled() {
        return new ApiException(
                ApiException.Kind.CONFLICT, "analysis-cancelled", "the analysis was cancelled", List.of());
    }

    /** Whether there is nothing to wait for any more. */
    public boolean hasEnded() {
        return task.isDone();
    }

    /** How far it is. */
    public State state() {
        if (!task.isDone()) {
            return begun ? State.RUNNING : State.WAITING;
        }
        try {
            task.get();
            return State.DONE;
        } catch (ExecutionException e) {
            return e.getCause() instanceof CancellationException ? State.CANCELLED : State.FAILED;
        } catch (CancellationException e) {
            return State.CANCELLED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.RUNNING;
        }
    }

    /** What was wrong with the question, if it failed by that. */
    Optional<ApiException> fault() {
        try {
            if (state() == State.FAILED) {
                result();
            }
            return Optional.empty();
        } catch (ApiException e) {
            return Optional.of(e);
        } catch (IllegalStateException e) { // is in the log
            return Optional.empty();
        }
    }

    /** The same for the same question to the same reports, also in another process. */
    public String id() {
        return id;
    }

    /** What is computed. */
    public Question question() {
        return question;
    }

    /** The snapshot it is computed on. */
    public long snapshotVersion() {
        return snapshotVersion;
    }

    /** When it was asked for. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The share that is done, 0..1, never falling. */
    public double progress() {
        return state() == State.DONE ? 1 : progress;
    }
}
