package se.lykta.place.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Envelope;
import se.lykta.geo.TileId;

/** Tiles drawn from the database when asked for and kept in a bounded cache: the map until its archive is built. */
final class DrawnTiles implements Edition {

    private static final long CACHE_BYTES = 16L << 20;

    /** A sixteenth of a tile lies around it, and some more, so that what is cut is cut outside. */
    private static final double MARGIN = 0.07;

    private final Jdbi jdbi;
    private final String version;
    private final Cache<TileId, Optional<byte[]>> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .<TileId, Optional<byte[]>>weigher(
                    (tile, body) -> 64 + body.map(bytes -> bytes.length).orElse(0))
            .build();

    DrawnTiles(Jdbi jdbi, String version) {
        this.jdbi = jdbi;
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<byte[]> tile(TileId tile) {
        return tile.zoom() > BaseTiles.MAX_ZOOM ? Optional.empty() : cache.get(tile, this::draw);
    }

    private Optional<byte[]> draw(TileId tile) {
        return jdbi.inTransaction(handle -> draw(handle, tile));
    }

    private static Optional<byte[]> draw(Handle handle, TileId tile) {
        var store = new BaseTileStore(handle);
        store.select(tile.zoom(), box(tile));
        byte[] plain = store.draw(tile.zoom(), List.of(tile), 0).get(0);
        return plain.length == 0 ? Optional.empty() : Optional.of(BaseBuild.small(store, tile, Gzipped.of(plain)));
    }

    private static Envelope box(TileId tile) {
        double side = BaseTileStore.WORLD_METRES / (1 << tile.zoom());
        double west = tile.x() * side - BaseTileStore.WORLD_METRES / 2;
        double north = BaseTileStore.WORLD_METRES / 2 - tile.y() * side;
        var box = new Envelope(west, west + side, north - side, north);
        box.expandBy(side * MARGIN);
        return box;
    }
}
