package se.lykta.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Point;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.layer.Feature;
import se.lykta.layer.Layer;

/**
 * The points of a layer in Morton order, so that a tile is one stretch of them, and so is every cell of a tile.
 *
 * <p>Thinning: a tile is cut into {@code 2^bits} by {@code 2^bits} cells, and of each the point is shown that the layer names
 * first. That does not depend on the zoom, so what is shown at one zoom is shown at all deeper ones, and neighbouring
 * tiles fit. A tile costs O(log n + its points). Immutable.
 */
final class PlacedFeatures {

    /** Hears of a point that is shown, and of how many points of its cell, itself included, it is the one. */
    interface Shown {
        void accept(long morton, Map<String, Object> properties, int standsFor);
    }

    private final List<Placed> placed;

    private PlacedFeatures(List<Placed> placed) {
        this.placed = placed;
    }

    /** The points of a layer; other geometries are left out. */
    static PlacedFeatures of(Layer.Contents contents) {
        List<Placed> placed = new ArrayList<>();
        contents.forEach(feature -> {
            if (feature.geometry() instanceof Point point) {
                placed.add(new Placed(Morton.encode(point.getX(), point.getY()), placed.size(), feature));
            }
        });
        placed.sort(Comparator.comparingLong(Placed::morton).thenComparingInt(Placed::rank));
        return new PlacedFeatures(List.copyOf(placed));
    }

    /** All points of a tile. */
    void forEach(TileId tile, Shown shown) {
        int end = firstAtOrAfter(tile.endMorton());
        for (int row = firstAtOrAfter(tile.firstMorton()); row < end; row++) {
            show(placed.get(row), 1, shown);
        }
    }

    /** One point of each cell of a tile in which there is any. */
    void thinned(TileId tile, int bits, Shown shown) {
        int cellShift = 2 * (tile.shift() - bits);
        int end = firstAtOrAfter(tile.endMorton());
        int next;
        for (int row = firstAtOrAfter(tile.firstMorton()); row < end; row = next) {
            long cell = placed.get(row).morton >>> cellShift;
            Placed first = placed.get(row);
            for (next = row; next < end && placed.get(next).morton >>> cellShift == cell; next++) {
                first = placed.get(next).rank < first.rank ? placed.get(next) : first;
            }
            show(first, next - row, shown);
        }
    }

    private static void show(Placed point, int standsFor, Shown shown) {
        shown.accept(point.morton, LayerTiles.flat(point.feature), standsFor);
    }

    private int firstAtOrAfter(long morton) {
        int low = 0;
        int high = placed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placed.get(middle).morton < morton) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A point on the grid of cells.
     *
     * @param rank its place in the layer's own order
     */
    private record Placed(long morton, int rank, Feature feature) {}
}
