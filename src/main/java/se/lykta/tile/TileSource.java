package se.lykta.tile;

import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;

/**
 * Where the tiles of one layer come from.
 *
 * <p>Exists so that one set of routes serves reports, hotspots and the base map alike. Safe for use by many threads.
 */
public interface TileSource {

    /** What the layer is, for TileJSON. */
    TileDescription description();

    /** How its tiles are written. */
    default TileFormat format() {
        return TileFormat.MVT;
    }

    /** Says whether the tiles depend on audience and filter; if not, no such parameter is allowed. */
    boolean isFiltered();

    /** The layer as it is now for an audience and a filter; cheap, nothing is drawn yet. */
    TileSet open(Audience audience, Filter filter);

    /** The same for a layer of pictures; vector tiles have no look. */
    default TileSet open(Audience audience, Filter filter, Picture picture) {
        return open(audience, filter);
    }

    /** A layer at one moment: all its tiles belong together. Used by one thread. */
    interface TileSet {

        /**
         * Names the bytes of a tile without drawing it: the same version means the same bytes, in every process and after
         * every restart. Visible ASCII without quotes and commas.
         */
        String version(TileId tile);

        /** The tile, gzipped if its {@link TileFormat} says so; empty array if nothing is in it. */
        byte[] tile(TileId tile);
    }
}
