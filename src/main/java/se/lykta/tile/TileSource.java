package se.lykta.tile;

import java.util.List;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.layer.View;

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

    /** For whom they are: the public, whose tiles may then differ from those of staff, or staff alone. */
    default Audience audience() {
        return Audience.PUBLIC;
    }

    /** The names of the query parameters, the audience included; none if the tiles are the same for everybody. */
    List<String> parameters();

    /** The layer as it is now for a view; cheap, nothing is drawn yet. */
    TileSet open(View view);

    /** The same for a layer of pictures; vector tiles have no look. */
    default TileSet open(View view, Picture picture) {
        return open(view);
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
