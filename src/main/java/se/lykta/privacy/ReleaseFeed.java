package se.lykta.privacy;

import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import se.lykta.place.snap.SnapScale;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * Gives the release to the public read index, as points.
 *
 * <p>A group of n reports becomes n points that are alike but for their numbers. Numbers are made from the group, never
 * from reports: {@code 2⁵² + group · 2²⁰ + i}, exact as a JavaScript number. Source and light are not released: all
 * points say {@link Source#IMPORT} and {@link Light#UNKNOWN}; reporters are made up, as many as the group is known to
 * have, so that "at least three voices" can be asked of public points too. Points of a coarse cell are all one voice: they
 * lie on its centre by our doing, and must not look like a hotspot there. Safe for use by many threads.
 */
public final class ReleaseFeed {

    private static final long FIRST_ID = 1L << 52;
    private static final int ROW_SHIFT = 20;
    private static final long COARSE_VOICE = -1;

    private final ReleaseStore store;
    private final Taxonomy taxonomy;

    /** The release of one database. */
    public ReleaseFeed(Jdbi jdbi, Taxonomy taxonomy) {
        this.store = new ReleaseStore(jdbi);
        this.taxonomy = taxonomy;
    }

    /** The version of the release: changes whenever a point changes. */
    public long version() {
        return store.version();
    }

    /**
     * Hands over every public point, by number.
     *
     * @return the version the points belong to
     */
    public long forEachPoint(Consumer<ReportPoint> reader) {
        ReleaseStore.Released released = store.read();
        for (ReleaseRow row : released.rows()) {
            for (int i = 0; i < row.reports(); i++) {
                reader.accept(point(row, i));
            }
        }
        return released.version();
    }

    private ReportPoint point(ReleaseRow row, int i) {
        ReleaseKey key = row.key();
        long group = FIRST_ID | (row.id() << ROW_SHIFT);
        return new ReportPoint(
                group | i,
                key.place().lonDeg(),
                key.place().latDeg(),
                taxonomy.getCause(key.cause()).mask(),
                key.firstMinute(),
                Source.IMPORT,
                ReportState.find(key.state()).orElseThrow(),
                Light.UNKNOWN,
                key.level().scale() != SnapScale.STREET ? COARSE_VOICE : group | (i % row.voices()));
    }
}
