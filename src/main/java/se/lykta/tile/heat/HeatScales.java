package se.lykta.tile.heat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The scales of the density at each zoom, which cost a pass over all reports and are asked for with every tile.
 *
 * <p>Under steady writing every tile would find a new version. So the scale of an older version serves while another
 * caller makes the new one, and until {@value #REST} times as long has passed as making it took: scales take a twentieth
 * of a processor at most for each question, and are that much behind. As the limits are round numbers they seldom
 * change at all, and tiles are named after their limits, so a tag still means the same bytes. The first callers of a
 * question wait for one of them. Safe for use by many threads.
 */
public final class HeatScales {

    static final int REST = 20;

    private static final int MOST = 2000;

    private final LongSupplier nanoTime;
    private final Cache<Question, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Nothing is known yet. */
    public HeatScales() {
        this(System::nanoTime);
    }

    HeatScales(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The scale of a zoom, of this snapshot or one shortly before. */
    public Versioned scale(Audience audience, Snapshot snapshot, Filter filter, int zoom) {
        // beyond this zoom kernel and grid are the same
        int effective = Math.min(zoom, Bandwidth.FINEST_ZOOM);
        return answers.get(new Question(audience, filter, effective), Answer::new)
                .of(snapshot);
    }

    /**
     * A scale.
     *
     * @param scale of the density
     * @param version of the snapshot it was made from
     */
    public record Versioned(HeatScale scale, long version) {}

    private record Question(Audience audience, Filter filter, int zoom) {}

    /** The newest scale of one question. */
    private final class Answer {

        private final Question question;
        private final ReentrantLock making = new ReentrantLock();
        private volatile @Nullable Versioned newest;
        private volatile long restsUntil;

        Answer(Question question) {
            this.question = question;
        }

        Versioned of(Snapshot snapshot) {
            Versioned known = newest;
            if (known == null) {
                making.lock();
                try {
                    known = newest;
                    return known == null ? make(snapshot) : known;
                } finally {
                    making.unlock();
                }
            }
            if (known.version == snapshot.version() || nanoTime.getAsLong() - restsUntil < 0 || !making.tryLock()) {
                return known;
            }
            try {
                return make(snapshot);
            } finally {
                making.unlock();
            }
        }

        private Versioned make(Snapshot snapshot) {
            long start = nanoTime.getAsLong();
            var made = new Versioned(HeatTiles.scale(snapshot, question.filter, question.zoom), snapshot.version());
            newest = made;
            long end = nanoTime.getAsLong();
            restsUntil = end + REST * (end - start);
            return made;
        }
    }
}
