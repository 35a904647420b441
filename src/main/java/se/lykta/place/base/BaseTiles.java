package se.lykta.place.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.TileId;
import se.lykta.place.PlaceStore;

/**
 * The base map as vector tiles, made by PostGIS on demand and kept gzipped in a bounded cache.
 *
 * <p>Exists so that the map works without any tile server. A new import changes {@link #version()} and thereby every key
 * of the cache; {@link #refresh()} after one. Safe for use by many threads.
 */
public final class BaseTiles {

    /** The deepest zoom that is made; clients enlarge it beyond. */
    public static final int MAX_ZOOM = 16;

    private static final long CACHE_BYTES = 64L << 20;

    private final BaseTileStore store;
    private final PlaceStore places;
    private final Cache<Key, Optional<byte[]>> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .<Key, Optional<byte[]>>weigher(
                    (key, tile) -> 64 + tile.map(bytes -> bytes.length).orElse(0))
            .build();
    private volatile long version;

    /** The base map of one database. */
    public BaseTiles(Jdbi jdbi) {
        this.store = new BaseTileStore(jdbi);
        this.places = new PlaceStore(jdbi);
        this.version = places.version();
    }

    /** A gzipped Mapbox vector tile; empty where nothing is drawn and beyond {@link #MAX_ZOOM}. */
    public Optional<byte[]> tile(TileId tile) {
        if (tile.zoom() > MAX_ZOOM || version == 0) {
            return Optional.empty();
        }
        return cache.get(new Key(version, tile), key -> make(key.tile()));
    }

    /** Changes whenever tiles may have changed: for entity tags. */
    public String version() {
        return "osm-" + version;
    }

    /** Looks whether there was an import since. */
    public void refresh() {
        version = places.version();
    }

    private Optional<byte[]> make(TileId tile) {
        byte[] plain = store.tile(tile);
        return plain.length == 0 ? Optional.empty() : Optional.of(gzipped(plain));
    }

    private static byte[] gzipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Key(long version, TileId tile) {}
}
