package se.lykta.place.base;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.geo.Bbox;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;

/**
 * Draws all tiles of the base map into an archive, in one snapshot of the database: an import meanwhile does not mix in.
 *
 * <p>The same map makes the same bytes, on every machine with the same PostGIS and zlib. Used by one thread; an interrupt
 * ends it with a {@link CancellationException}.
 */
final class BaseBuild {

    /** What a tile may take, gzipped: a phone on a bad line still gets it within a second or two. */
    static final int LARGEST_BYTES = 300_000;

    private static final Logger LOG = LoggerFactory.getLogger(BaseBuild.class);
    private static final int BATCH = 64;
    private static final int COARSEST = 5;

    private final Jdbi jdbi;
    private final String attribution;
    private final DoubleConsumer progress;

    /**
     * A build.
     *
     * @param attribution whom to thank for the map
     * @param progress hears the share that is done, 0..1, growing
     */
    BaseBuild(Jdbi jdbi, String attribution, DoubleConsumer progress) {
        this.jdbi = jdbi;
        this.attribution = attribution;
        this.progress = progress;
    }

    /** Writes the archive; the number of tiles in it. */
    long run(Path file) throws IOException {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> build(handle, file));
    }

    private long build(Handle handle, Path file) throws IOException {
        var store = new BaseTileStore(handle);
        Envelope bounds = store.bounds().orElseThrow(() -> new IllegalStateException("there is no map to draw"));
        try (var writer = new ArchiveWriter(file)) {
            double total = LongStream.rangeClosed(0, BaseTiles.MAX_ZOOM)
                    .map(zoom -> TileRange.of((int) zoom, bounds).count())
                    .sum();
            long done = 0;
            for (int zoom = 0; zoom <= BaseTiles.MAX_ZOOM; zoom++) {
                store.select(zoom, bounds);
                List<TileId> tiles = TileRange.of(zoom, bounds).inOrder();
                for (int from = 0; from < tiles.size(); from += BATCH) {
                    List<TileId> batch = tiles.subList(from, Math.min(tiles.size(), from + BATCH));
                    write(store, batch, writer);
                    done += batch.size();
                    progress.accept(done / total);
                }
            }
            writer.finish(degrees(bounds), BaseTiles.MAX_ZOOM, this::metadata);
            return writer.tiles();
        }
    }

    private static void write(BaseTileStore store, List<TileId> batch, ArchiveWriter writer) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the base map is left unfinished");
        }
        List<byte[]> drawn = store.draw(batch.get(0).zoom(), batch, 0);
        for (int i = 0; i < batch.size(); i++) {
            byte[] tile = drawn.get(i);
            if (tile.length > 0) {
                writer.add(TileOrder.number(batch.get(i)), small(store, batch.get(i), Gzipped.of(tile)));
            }
        }
    }

    /** The tile, or one with less detail if it is too large. */
    static byte[] small(BaseTileStore store, TileId tile, byte[] gzipped) {
        byte[] smaller = gzipped;
        for (int coarse = 1; coarse <= COARSEST && smaller.length > LARGEST_BYTES; coarse++) {
            smaller = Gzipped.of(store.draw(tile.zoom(), List.of(tile), coarse).get(0));
        }
        if (smaller.length > LARGEST_BYTES) {
            LOG.warn("base map: tile {} takes {} bytes", tile, smaller.length);
        }
        return smaller;
    }

    private String metadata(String version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", "Lykta base map");
        document.put("description", "Layers and fields of the protomaps base map, and lit and surface of ways");
        document.put("version", version);
        document.put("type", "baselayer");
        document.put("attribution", attribution);
        document.put(
                "vector_layers",
                BaseSchema.layers().stream()
                        .map(layer -> Map.of(
                                "id", layer.id(),
                                "minzoom", layer.minZoom(),
                                "maxzoom", BaseTiles.MAX_ZOOM,
                                "fields", layer.fields()))
                        .toList());
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build()
                    .writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bbox degrees(Envelope metres) {
        return new Bbox(lon(metres.getMinX()), lat(metres.getMinY()), lon(metres.getMaxX()), lat(metres.getMaxY()));
    }

    private static double lon(double metres) {
        return WebMercator.lonDeg((metres / BaseTileStore.WORLD_METRES + 0.5) * WebMercator.CELLS);
    }

    private static double lat(double metres) {
        return WebMercator.latDeg((0.5 - metres / BaseTileStore.WORLD_METRES) * WebMercator.CELLS);
    }
}
