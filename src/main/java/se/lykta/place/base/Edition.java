package se.lykta.place.base;

import java.util.Optional;
import se.lykta.geo.TileId;

/**
 * The tiles of the base map as one import makes them.
 *
 * <p>Exists so that tiles come from an archive or, before there is one, from the database alike. Safe for use by many
 * threads.
 */
public interface Edition {

    /** No map at all. */
    Edition EMPTY = new Edition() {
        @Override
        public String version() {
            return "none";
        }

        @Override
        public Optional<byte[]> tile(TileId tile) {
            return Optional.empty();
        }
    };

    /** Names the tiles: the same version means the same bytes. Letters, digits and hyphens. */
    String version();

    /** A gzipped Mapbox vector tile; empty where nothing is drawn and beyond {@link BaseTiles#MAX_ZOOM}. */
    Optional<byte[]> tile(TileId tile);
}
