package se.lykta.geo;

/**
 * A tile of the WebMercatorQuad tile matrix set (XYZ numbering, row 0 in the north).
 *
 * @param zoom 0..{@link #MAX_ZOOM}
 * @param x column, 0..2^zoom-1
 * @param y row, 0..2^zoom-1
 */
public record TileId(int zoom, int x, int y) {

    /** The deepest zoom that is served. */
    public static final int MAX_ZOOM = 22;

    /** Refuses tiles that do not exist. */
    public TileId {
        if (zoom < 0 || zoom > MAX_ZOOM) {
            throw new IllegalArgumentException("zoom " + zoom + " is not within 0.." + MAX_ZOOM);
        }
        int last = (1 << zoom) - 1;
        if (x < 0 || x > last || y < 0 || y > last) {
            throw new IllegalArgumentException(
                    "tile %d/%d/%d does not exist, columns and rows are 0..%d".formatted(zoom, x, y, last));
        }
    }

    /** The bits by which a cell coordinate of {@link WebMercator} is longer than this tile's number. */
    public int shift() {
        return WebMercator.BITS - zoom;
    }

    /** The least Morton code in the tile. */
    public long firstMorton() {
        return Morton.encode(x, y) << (2 * shift());
    }

    /** The least Morton code behind the tile. */
    public long endMorton() {
        return (Morton.encode(x, y) + 1) << (2 * shift());
    }

    /** The tile's box in degrees. */
    public Bbox bbox() {
        double cells = 1L << shift();
        return new Bbox(
                WebMercator.lonDeg(x * cells),
                WebMercator.latDeg((y + 1) * cells),
                WebMercator.lonDeg((x + 1) * cells),
                WebMercator.latDeg(y * cells));
    }
}
