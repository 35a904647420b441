package se.lykta.bench;

import java.util.Arrays;
import java.util.List;
import se.lykta.geo.TileId;

/**
 * What one way of making tiles costs, tile by tile of a list; not a number where it was not measured.
 *
 * <p>Used by one thread.
 */
final class Costs {

    private final List<TileId> tiles;
    private final double[] cpuMillis;
    private final double[] wallMillis;
    private final double[] sizes;

    Costs(List<TileId> tiles) {
        this.tiles = tiles;
        this.cpuMillis = missing();
        this.wallMillis = missing();
        this.sizes = missing();
    }

    /** Notes a tile; the size is bytes or features. */
    void set(int tile, double cpu, double wall, double size) {
        cpuMillis[tile] = cpu;
        wallMillis[tile] = wall;
        sizes[tile] = size;
    }

    /** CPU time of every tile, milliseconds. */
    double[] cpuMillis() {
        return cpuMillis.clone();
    }

    Sample cpu() {
        return Sample.of(cpuMillis);
    }

    Sample cpu(int zoom) {
        return of(zoom, cpuMillis);
    }

    Sample wall(int zoom) {
        return of(zoom, wallMillis);
    }

    Sample size(int zoom) {
        return of(zoom, sizes);
    }

    private Sample of(int zoom, double[] values) {
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (tiles.get(i).zoom() != zoom) {
                kept[i] = Double.NaN;
            }
        }
        return Sample.of(kept);
    }

    private double[] missing() {
        double[] values = new double[tiles.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
