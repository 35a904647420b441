package se.lykta.tile.heat;

import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;

/**
 * How wide the kernel is at a zoom, and how fine the grid on which the density is computed.
 *
 * <p>The radius is 250 m · 2^(13 − zoom), about 25 pixels of a tile of 256 in the middle of Sweden (59° N), and
 * {@value #LEAST_METRES} m from zoom 14 on: published places are street mid-points, and nearer by nothing more is to be
 * seen. A cell of the grid is two such pixels wide, from zoom {@value #FINEST_ZOOM} on two pixels of that zoom: the radius
 * is 13 or 20 cells, and what lies between cells is interpolated.
 *
 * @param radiusMetres where the kernel becomes zero, metres on the ground
 * @param shift bits by which a coordinate of {@link WebMercator} is longer than one of the grid
 */
public record Bandwidth(double radiusMetres, int shift) {

    /** The radius never becomes less. */
    static final int LEAST_METRES = 200;

    /** The deepest zoom with a grid of its own. */
    static final int FINEST_ZOOM = 14;

    /** A tile has 2^7 cells on each side, where it has a grid of its own. */
    private static final int TILE_BITS = 7;

    private static final double METRES_AT_13 = 250;

    /** WGS 84, the radius of the sphere of Web Mercator. */
    private static final double EARTH_METRES = 6_378_137;

    /** The bandwidth of a zoom, 0..{@link TileId#MAX_ZOOM}. */
    public static Bandwidth of(int zoom) {
        double radiusMetres = Math.max(LEAST_METRES, Math.scalb(METRES_AT_13, 13 - zoom));
        return new Bandwidth(radiusMetres, WebMercator.BITS - Math.min(zoom, FINEST_ZOOM) - TILE_BITS);
    }

    /** The same radius on a grid whose cells are 2^bits times as wide. */
    Bandwidth coarser(int bits) {
        return new Bandwidth(radiusMetres, shift + bits);
    }

    /** The radius in cells for a report in the given place of the grid's y axis (fractional, 0 in the north). */
    double radiusCells(double gridY) {
        return radiusMetres / cellMetres(gridY);
    }

    /**
     * The side of a cell on the ground: Web Mercator stretches by 1/cos φ, and cos φ = 1/cosh(π(1 − 2y)) for y 0..1 from
     * the north. Derived from the row alone, never from a tile, so that neighbours agree.
     */
    double cellMetres(double gridY) {
        double cells = WebMercator.CELLS / (1L << shift);
        return 2 * Math.PI * EARTH_METRES / cells / Math.cosh(Math.PI * (1 - 2 * gridY / cells));
    }
}
