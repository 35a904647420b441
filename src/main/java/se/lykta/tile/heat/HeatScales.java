package se.lykta.tile.heat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The scales of the density at each zoom, computed once for a version and filter: they cost a pass over all reports.
 *
 * <p>Whoever asks for a scale that is being computed waits for it. Safe for use by many threads.
 */
public final class HeatScales {

    private static final int MOST = 2000;

    private final Cache<Key, HeatScale> scales =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The scale of a zoom. */
    public HeatScale scale(Audience audience, Snapshot snapshot, Filter filter, int zoom) {
        // beyond this zoom kernel and grid are the same
        int effective = Math.min(zoom, Bandwidth.FINEST_ZOOM);
        return scales.get(
                new Key(audience, snapshot.version(), filter, effective),
                key -> HeatTiles.scale(snapshot, filter, effective));
    }

    private record Key(Audience audience, long version, Filter filter, int zoom) {}
}
