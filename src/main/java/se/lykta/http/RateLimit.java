package se.lykta.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/**
 * A limit on how often one address may call, so that nobody can flood the intake or keep the solver busy.
 *
 * <p>Addresses live only in memory, for at most the window. Which address counts
 * behind a proxy is decided by {@link TrustedProxies}. Safe for use by many threads.
 */
public final class RateLimit {

    private static final int MOST_ADDRESSES = 100_000;

    private final int calls;
    private final Duration window;
    private final Cache<String, Bucket> buckets;

    /**
     * A limit.
     *
     * @param calls how many calls an address may make in any window, at least 1
     */
    public RateLimit(int calls, Duration window) {
        this.calls = calls;
        this.window = window;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(window)
                .build();
    }

    /**
     * Counts one call.
     *
     * @throws ApiException {@code too-many-requests}
     */
    public void check(Context context) {
        Bucket bucket = buckets.get(
                context.ip(),
                address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, window))
                        .build());
        if (!bucket.tryConsume(1)) {
            String detail =
                    "at most %d calls in %d seconds are allowed from one address".formatted(calls, window.toSeconds());
            throw new ApiException(ApiException.Kind.TOO_MANY, "too-many-requests", detail, List.of());
        }
    }
}
