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

    /** Says whether the tiles depend on audience and filter; if not, no such parameter is allowed. */
    boolean isFiltered();

    /** The layer as it is now for an audience and a filter; cheap, nothing is drawn yet. */
    TileSet open(Audience audience, Filter filter);

    /** A layer at one moment: all its tiles belong together. */
    interface TileSet {

        /** Equal for equal tiles, in any process; visible ASCII without quotes and commas. */
        String version();

        /** The gzipped tile; empty array if nothing is in it. */
        byte[] gzippedTile(TileId tile);
    }
}
