package se.lykta.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import se.lykta.geo.TileId;

/**
 * Finished tiles, ready to be sent, bounded by their bytes.
 *
 * <p>A tile asked for by many at once is made once, the others wait for it. Keys hold the version of the layer, so
 * nothing is ever stale; what nobody asks for any more falls out. Safe for use by many threads.
 */
public final class TileCache {

    /** What an entry costs beside its bytes: key, node and array headers, measured roughly. */
    private static final int ENTRY_BYTES = 200;

    private final Cache<Key, byte[]> tiles;
    private final Gzip gzip = new Gzip();

    /** A cache that holds at most so many bytes. */
    public TileCache(long maxBytes) {
        this.tiles = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<Key, byte[]>weigher((key, tile) -> ENTRY_BYTES + key.version.length() + tile.length)
                .build();
    }

    /**
     * The tile, made if it is not there.
     *
     * @param version of the layer, its name included
     * @param maker draws the tile, not compressed; empty if nothing is in it
     */
    public byte[] gzipped(String version, TileId tile, Supplier<byte[]> maker) {
        return tiles.get(new Key(version, tile), key -> gzip.compress(maker.get()));
    }

    /** The same for tiles that are not gzipped, as their format compresses them. */
    public byte[] plain(String version, TileId tile, Supplier<byte[]> maker) {
        return tiles.get(new Key(version, tile), key -> maker.get());
    }

    /** How many tiles are held. */
    public long size() {
        tiles.cleanUp();
        return tiles.estimatedSize();
    }

    private record Key(String version, TileId tile) {}
}
