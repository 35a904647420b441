package se.lykta.hotspot.surface;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * Isolines of a raster and the bands between them.
 *
 * <p>Each cell is eight triangles around its centre, whose other corners are the corners of the cell and the middles of its
 * sides; there the value is the mean of the cells that meet. On a triangle the surface is a plane, so a line crosses it
 * straight and a band is convex: no case is ambiguous, as with marching squares (Lorensen and Cline 1987). Points on common
 * edges are computed from the same ends, so that neighbours fit to the last bit and are joined as a coverage. Cells without
 * a value are simply not there, and the border is that of the cells. O(cells · levels crossed). Immutable.
 */
public final class Contours {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CellFan fan;
    private final Raster raster;

    /** The contours of a raster. */
    public Contours(Raster raster) {
        this.raster = raster;
        this.fan = new CellFan(raster);
    }

    /**
     * The bands from each level to the next one, the last without end; a band that is nowhere is left out.
     *
     * @param levels ascending
     */
    public List<Band> bands(double[] levels) {
        check(levels);
        List<Band> bands = new ArrayList<>();
        for (int level = 0; level < levels.length; level++) {
            double to = level + 1 < levels.length ? levels[level + 1] : Double.POSITIVE_INFINITY;
            List<Polygon> pieces = new ArrayList<>();
            for (int row = 0; row < raster.rows(); row++) {
                for (int column = 0; column < raster.columns(); column++) {
                    fan.addBand(column, row, levels[level], to, pieces);
                }
            }
            if (!pieces.isEmpty()) {
                bands.add(new Band(levels[level], to, united(pieces)));
            }
        }
        return bands;
    }

    /** As a MultiPolygon: of a collection, the union would ask each time whether all of it are areas. */
    private static Geometry united(List<Polygon> pieces) {
        return CoverageUnion.union(FACTORY.createMultiPolygon(pieces.toArray(Polygon[]::new)));
    }

    /** The line on which the surface has a value, in as few parts as there are. */
    public Geometry line(double level) {
        var merger = new LineMerger();
        for (int row = 0; row < raster.rows(); row++) {
            for (int column = 0; column < raster.columns(); column++) {
                fan.addLine(column, row, level, merger);
            }
        }
        Collection<?> merged = merger.getMergedLineStrings();
        return FACTORY.createMultiLineString(
                merged.stream().map(LineString.class::cast).toArray(LineString[]::new));
    }

    private static void check(double[] levels) {
        boolean ascending = IntStream.range(1, levels.length).allMatch(i -> levels[i - 1] < levels[i]);
        if (levels.length == 0
                || !ascending
                || !Double.isFinite(levels[0])
                || !Double.isFinite(levels[levels.length - 1])) {
            throw new IllegalArgumentException("the levels of contours are not ascending numbers");
        }
    }
}
