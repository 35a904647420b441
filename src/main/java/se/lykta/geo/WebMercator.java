package se.lykta.geo;

/**
 * Web Mercator (EPSG:3857) on a grid of 2³¹ × 2³¹ integer cells, so that tiles are bit prefixes of positions.
 *
 * <p>A cell is under 2 cm wide at the equator. x grows eastwards, y southwards, as tile numbers do. Latitudes beyond
 * ±85.0511° fall on the edge. Formula: EPSG Guidance Note 7-2, section 3.2.1.2 (Popular Visualisation Pseudo-Mercator).
 */
public final class WebMercator {

    /** Bits of a coordinate: cells are numbered 0..2^31-1 on each axis. */
    public static final int BITS = 31;

    /** Cells on each axis. */
    public static final double CELLS = 1L << BITS;

    private static final int LAST_CELL = (int) ((1L << BITS) - 1);

    private WebMercator() {}

    /** The column of cells that holds the longitude, 0..2^31-1. */
    public static int cellX(double lonDeg) {
        return clamp((lonDeg + 180) / 360 * CELLS);
    }

    /** The row of cells that holds the latitude, 0..2^31-1, 0 in the north. */
    public static int cellY(double latDeg) {
        double sin = Math.sin(Math.toRadians(latDeg));
        double y = 0.5 - 0.25 * Math.log((1 + sin) / (1 - sin)) / Math.PI;
        return clamp(y * CELLS);
    }

    /** The longitude of a place on the grid, in degrees; {@code x} may be fractional. */
    public static double lonDeg(double x) {
        return x / CELLS * 360 - 180;
    }

    /** The latitude of a place on the grid, in degrees; {@code y} may be fractional. */
    public static double latDeg(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y / CELLS))));
    }

    private static int clamp(double cell) {
        return (int) Math.max(0, Math.min(LAST_CELL, Math.floor(cell)));
    }
}
