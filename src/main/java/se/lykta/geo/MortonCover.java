package se.lykta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A polygon as ranges of Morton codes, to tell for millions of cells which lie in it.
 *
 * <p>Exists because asking a polygon costs a thousand times what comparing two numbers costs. The quadtree of tiles is
 * descended level by level: a tile wholly inside becomes a range that needs no further look, a tile outside is dropped,
 * and tiles on the edge are split until there are some hundreds of them (Gargantini 1982, linear quadtrees). Only cells
 * in those are asked for point by point. So the answer is exact: a cell lies in the polygon if its centre does, edges of
 * the polygon included; edges are straight in longitude and latitude. Immutable, safe for use by many threads.
 */
public final class MortonCover {

    /** With more tiles on the edge than this they are not split further; a split may double them twice. */
    private static final int MOST_EDGE_TILES = 256;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final long[] starts;
    private final long[] ends;
    private final boolean[] onEdge;
    private final IndexedPointInAreaLocator locator;

    private MortonCover(List<Range> ranges, Geometry polygons) {
        starts = ranges.stream().mapToLong(Range::start).toArray();
        ends = ranges.stream().mapToLong(Range::end).toArray();
        onEdge = new boolean[starts.length];
        for (int i = 0; i < onEdge.length; i++) {
            onEdge[i] = ranges.get(i).onEdge();
        }
        locator = new IndexedPointInAreaLocator(polygons);
        locator.locate(new Coordinate()); // builds its index now, before others see it
    }

    /**
     * The cover of polygons.
     *
     * @param polygons polygon or multipolygon in longitude and latitude, valid, not to be changed afterwards
     */
    public static MortonCover of(Geometry polygons) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygons);
        List<Range> ranges = new ArrayList<>();
        List<TileId> edge = polygons.isEmpty() ? List.of() : List.of(new TileId(0, 0, 0));
        for (int zoom = 1; zoom <= TileId.MAX_ZOOM && edge.size() <= MOST_EDGE_TILES; zoom++) {
            edge = split(edge, prepared, ranges);
        }
        edge.forEach(tile -> ranges.add(Range.of(tile, true)));
        return new MortonCover(merged(ranges), polygons);
    }

    /** The children on the edge; those wholly inside go to the ranges. */
    private static List<TileId> split(List<TileId> edge, PreparedGeometry polygons, List<Range> ranges) {
        List<TileId> next = new ArrayList<>();
        for (TileId tile : edge) {
            for (int child = 0; child < 4; child++) {
                var part = new TileId(tile.zoom() + 1, 2 * tile.x() + (child & 1), 2 * tile.y() + (child >> 1));
                Geometry box = box(part);
                if (polygons.covers(box)) {
                    ranges.add(Range.of(part, false));
                } else if (polygons.intersects(box)) {
                    next.add(part);
                }
            }
        }
        return next;
    }

    private static Geometry box(TileId tile) {
        Bbox box = tile.bbox();
        return GEOMETRIES.toGeometry(new Envelope(box.westDeg(), box.eastDeg(), box.southDeg(), box.northDeg()));
    }

    /** In order, neighbours of a kind as one. */
    private static List<Range> merged(List<Range> ranges) {
        ranges.sort(Comparator.comparingLong(Range::start));
        List<Range> merged = new ArrayList<>();
        for (Range range : ranges) {
            Range last = merged.isEmpty() ? range : merged.get(merged.size() - 1);
            if (!merged.isEmpty() && last.end == range.start && last.onEdge == range.onEdge) {
                merged.set(merged.size() - 1, new Range(last.start, range.end, range.onEdge));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** Says whether the cell with this Morton code lies in the polygon; O(log n) for most, a point in polygon test for few. */
    public boolean contains(long morton) {
        int range = rangeAt(morton);
        return range < starts.length && starts[range] <= morton && (!onEdge[range] || isInside(morton));
    }

    /** Says that all cells with the codes {@code first..last} lie in it; false if that is not seen at once. O(log n). */
    public boolean containsAll(long first, long last) {
        int range = rangeAt(first);
        return range < starts.length && starts[range] <= first && last < ends[range] && !onEdge[range];
    }

    /** Says that no cell with one of the codes {@code first..last} lies in it; false if that is not seen at once. O(log n). */
    public boolean misses(long first, long last) {
        int range = rangeAt(first);
        return range == starts.length || last < starts[range];
    }

    /** The first range that does not end before a code. */
    private int rangeAt(long morton) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= morton) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isInside(long morton) {
        double lonDeg = WebMercator.lonDeg(Morton.x(morton) + 0.5);
        double latDeg = WebMercator.latDeg(Morton.y(morton) + 0.5);
        return locator.locate(new Coordinate(lonDeg, latDeg)) != Location.EXTERIOR;
    }

    /** The least Morton code that may lie in it; 0 if nothing does. */
    public long firstMorton() {
        return starts.length == 0 ? 0 : starts[0];
    }

    /** The least Morton code behind all that may lie in it; 0 if nothing does. */
    public long endMorton() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** The number of ranges. */
    int size() {
        return starts.length;
    }

    private record Range(long start, long end, boolean onEdge) {
        static Range of(TileId tile, boolean onEdge) {
            return new Range(tile.firstMorton(), tile.endMorton(), onEdge);
        }
    }
}
