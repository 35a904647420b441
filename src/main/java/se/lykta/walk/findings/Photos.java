package se.lykta.walk.findings;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.lykta.http.ApiException;

/**
 * Takes photos of findings, each once and without metadata, and lets participants take them back.
 *
 * <p>Few pictures are decoded at a time, as each takes much memory for a moment; who would have to wait for long is sent
 * away and comes again. Safe for use by many threads.
 */
public final class Photos {

    /** Of one finding. */
    static final int MOST = 6;

    /** The same, with those that were taken back. */
    private static final int MOST_EVER = 40;

    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 20;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Findings findings;
    private final PhotoStore store = new PhotoStore();
    private final Semaphore decoding = new Semaphore(AT_ONCE);

    /** The photos of one database. */
    public Photos(Jdbi jdbi, Clock clock, Findings findings) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Keeps a photo; the same id again changes nothing, and one that was taken back stays so.
     *
     * @param bytes JPEG or PNG
     * @return whether it is new
     * @throws ApiException {@code unknown-finding}, {@code invalid-photo}, {@code photo-conflict}, {@code too-many-photos} or
     *     {@code busy}
     */
    boolean keep(String walk, UUID finding, UUID photo, byte[] bytes) {
        findings.get(walk, finding);
        if (jdbi.withHandle(handle -> isKnown(handle, finding, photo))) {
            return false;
        }
        byte[] jpeg = clean(bytes);
        return jdbi.inTransaction(transaction -> {
            store.lockFinding(transaction, finding);
            if (isKnown(transaction, finding, photo)) {
                return false;
            }
            requireRoom(transaction, finding);
            if (!store.insert(transaction, photo, finding, jpeg, clock.instant())) {
                throw taken();
            }
            return true;
        });
    }

    /** Takes a photo back, also one that never came. */
    void remove(String walk, UUID finding, UUID photo) {
        findings.get(walk, finding);
        jdbi.useTransaction(transaction -> {
            store.lockFinding(transaction, finding);
            if (!isKnown(transaction, finding, photo)) {
                requireRoom(transaction, finding);
            }
            if (!store.remove(transaction, photo, finding, clock.instant())) {
                throw taken();
            }
        });
    }

    /**
     * A photo as JPEG.
     *
     * @throws ApiException {@code unknown-photo}
     */
    byte[] get(String walk, UUID finding, UUID photo) {
        findings.get(walk, finding);
        return jdbi.withHandle(handle -> store.findJpeg(handle, finding, photo))
                .orElseThrow(() -> ApiException.notFound("unknown-photo", "this finding has no photo with this id"));
    }

    private boolean isKnown(Handle handle, UUID finding, UUID photo) {
        return store.findFinding(handle, photo)
                .map(owner -> {
                    if (!owner.equals(finding)) {
                        throw taken();
                    }
                    return true;
                })
                .orElse(false);
    }

    private void requireRoom(Handle transaction, UUID finding) {
        PhotoStore.Counts counts = store.count(transaction, finding);
        if (counts.shown() >= MOST || counts.ever() >= MOST_EVER) {
            throw conflict("too-many-photos", "a finding has at most %d photos".formatted(MOST));
        }
    }

    private byte[] clean(byte[] bytes) {
        try {
            if (!decoding.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return CleanPicture.of(bytes);
        } finally {
            decoding.release();
        }
    }

    private static ApiException taken() {
        return conflict("photo-conflict", "this id stands for a photo of another finding");
    }

    private static ApiException busy() {
        String detail = "many photos come at the moment, send this one again later";
        return new ApiException(ApiException.Kind.UNAVAILABLE, "busy", detail, List.of());
    }

    private static ApiException conflict(String code, String detail) {
        return new ApiException(ApiException.Kind.CONFLICT, code, detail, List.of());
    }
}
