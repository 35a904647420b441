package se.lykta.place.base;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import se.lykta.geo.TileId;

/**
 * The tiles of one zoom that a box touches.
 *
 * @param zoom 0..{@link TileId#MAX_ZOOM}
 * @param west first column
 * @param north first row
 * @param east last column
 * @param south last row
 */
record TileRange(int zoom, int west, int north, int east, int south) {

    /** The tiles that touch a box in metres of Web Mercator. */
    static TileRange of(int zoom, Envelope box) {
        return new TileRange(
                zoom,
                cell(zoom, box.getMinX()),
                cell(zoom, -box.getMaxY()),
                cell(zoom, box.getMaxX()),
                cell(zoom, -box.getMinY()));
    }

    /** How many tiles there are. */
    long count() {
        return (east - west + 1L) * (south - north + 1L);
    }

    /** All tiles in the order of an archive. */
    List<TileId> inOrder() {
        return IntStream.rangeClosed(west, east)
                .boxed()
                .flatMapToLong(x ->
                        IntStream.rangeClosed(north, south).mapToLong(y -> TileOrder.number(new TileId(zoom, x, y))))
                .sorted()
                .mapToObj(number -> TileOrder.tile(zoom, number))
                .toList();
    }

    /** The column or row of a coordinate that grows with it; what lies outside the world belongs to its edge. */
    private static int cell(int zoom, double metres) {
        int side = 1 << zoom;
        double place = (metres / BaseTileStore.WORLD_METRES + 0.5) * side;
        return (int) Math.max(0, Math.min(side - 1, Math.floor(place)));
    }
}
