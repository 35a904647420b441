package se.lykta.tile.heat;

import se.lykta.geo.TileId;

/**
 * The density in the middle of every pixel of a tile.
 *
 * <p>Between the middles of four by four cells of the grid a Catmull–Rom spline is laid (Keys 1981, Cubic convolution
 * interpolation, a = −½): it goes through the computed values and has no kinks, and as it depends on the grid alone,
 * neighbouring tiles fit.
 */
final class Pixels {

    /** Cells around the tile that the interpolation needs. */
    static final int MARGIN = 2;

    private static final int TAPS = 4;

    private final Surface surface;
    private final int pixels;
    private final double cellsPerPixel;

    /**
     * Pixels of a tile.
     *
     * @param surface of the tile's window grown by {@link #MARGIN}
     * @param pixels how many on each side
     */
    private Pixels(Surface surface, TileId tile, int pixels) {
        this.surface = surface;
        this.pixels = pixels;
        this.cellsPerPixel = Math.scalb(1.0, tile.shift() - surface.window().shift()) / pixels;
    }

    /** Reports per km² of a tile's pixels, row by row from the north-west. */
    static float[] of(Surface surface, TileId tile, int pixels) {
        return new Pixels(surface, tile, pixels).interpolated(tile);
    }

    private float[] interpolated(TileId tile) {
        double side = Math.scalb(1.0, tile.shift() - surface.window().shift());
        double firstX = tile.x() * side - surface.window().x();
        double firstY = tile.y() * side - surface.window().y();
        var across = new Spline(firstX);
        var down = new Spline(firstY);
        double[][] rows = new double[surface.window().height()][];
        float[] values = new float[pixels * pixels];
        for (int y = 0; y < pixels; y++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int row = down.first[y] + tap;
                if (rows[row] == null) {
                    rows[row] = alongRow(row, across);
                }
            }
            join(rows, down, y, values);
        }
        return values;
    }

    private double[] alongRow(int row, Spline across) {
        double[] density = surface.density();
        int first = row * surface.window().width();
        double[] values = new double[pixels];
        for (int x = 0; x < pixels; x++) {
            int i = first + across.first[x];
            int w = x * TAPS;
            values[x] = across.weights[w] * density[i]
                    + across.weights[w + 1] * density[i + 1]
                    + across.weights[w + 2] * density[i + 2]
                    + across.weights[w + 3] * density[i + 3];
        }
        return values;
    }

    /** One row of pixels from four rows of cells; where the spline swings below zero, there is nothing. */
    private void join(double[][] rows, Spline down, int y, float[] values) {
        double[] a = rows[down.first[y]];
        double[] b = rows[down.first[y] + 1];
        double[] c = rows[down.first[y] + 2];
        double[] d = rows[down.first[y] + 3];
        int w = y * TAPS;
        for (int x = 0; x < pixels; x++) {
            double value = down.weights[w] * a[x]
                    + down.weights[w + 1] * b[x]
                    + down.weights[w + 2] * c[x]
                    + down.weights[w + 3] * d[x];
            values[y * pixels + x] = (float) Math.max(0, value);
        }
    }

    /** For each pixel of an axis the first of four cells and their weights. */
    private final class Spline {

        private final int[] first = new int[pixels];
        private final double[] weights = new double[TAPS * pixels];

        Spline(double start) {
            for (int i = 0; i < pixels; i++) {
                double place = start + (i + 0.5) * cellsPerPixel - 0.5;
                int cell = (int) Math.floor(place);
                double t = place - cell;
                first[i] = cell - 1;
                weights[i * TAPS] = t * (-0.5 + t * (1 - 0.5 * t));
                weights[i * TAPS + 1] = 1 + t * t * (-2.5 + 1.5 * t);
                weights[i * TAPS + 2] = t * (0.5 + t * (2 - 1.5 * t));
                weights[i * TAPS + 3] = t * t * (-0.5 + 0.5 * t);
            }
        }
    }
}
