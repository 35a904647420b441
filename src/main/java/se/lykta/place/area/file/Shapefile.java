package se.lykta.place.area.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the polygons of a main file ({@code .shp}) as in the ESRI Shapefile Technical Description of July 1998.
 *
 * <p>Rings that run clockwise are shells, the others holes of the smallest shell around them. Holds no state.
 */
final class Shapefile {

    private static final int FILE_CODE = 9994;
    private static final int HEADER_BYTES = 100;
    private static final int BOX_BYTES = 32;
    private static final List<Integer> POLYGONS = List.of(5, 15, 25);

    private final GeometryFactory factory = new GeometryFactory();

    /**
     * The polygons in the order of the file; empty for a record without a shape.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    List<Optional<Geometry>> read(byte[] main) {
        ByteBuffer bytes = ByteBuffer.wrap(main);
        if (main.length < HEADER_BYTES || bytes.getInt(0) != FILE_CODE) {
            throw new IllegalArgumentException("not a shapefile: it does not begin with " + FILE_CODE);
        }
        long told = 2L * bytes.getInt(24);
        if (told > main.length) {
            throw new IllegalArgumentException("truncated: %d bytes of %d".formatted(main.length, told));
        }
        bytes.position(HEADER_BYTES);
        List<Optional<Geometry>> shapes = new ArrayList<>();
        try {
            while (bytes.position() < told) {
                shapes.add(record(bytes));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("broken in record " + (shapes.size() + 1), e);
        }
        return shapes;
    }

    private Optional<Geometry> record(ByteBuffer bytes) {
        int number = bytes.order(ByteOrder.BIG_ENDIAN).getInt();
        int length = 2 * bytes.getInt();
        ByteBuffer content = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        int type = content.getInt();
        if (type == 0) {
            return Optional.empty();
        }
        if (!POLYGONS.contains(type)) {
            throw new IllegalArgumentException(
                    "record %d has shapes of type %d, expected polygons (5, 15 or 25)".formatted(number, type));
        }
        content.position(content.position() + BOX_BYTES);
        return Optional.of(polygons(rings(content)));
    }

    private List<LinearRing> rings(ByteBuffer content) {
        int parts = content.getInt();
        int points = content.getInt();
        if (parts < 1 || points < 4 || (long) points * 16 + (long) parts * 4 > content.remaining()) {
            throw new IndexOutOfBoundsException("counts do not fit");
        }
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = content.getInt();
        }
        starts[parts] = points;
        List<LinearRing> rings = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Coordinate[] ring = new Coordinate[starts[part + 1] - starts[part]];
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new Coordinate(content.getDouble(), content.getDouble());
            }
            rings.add(factory.createLinearRing(ring));
        }
        return rings;
    }

    private Geometry polygons(List<LinearRing> rings) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            boolean hole = rings.size() > 1 && Orientation.isCCW(ring.getCoordinateSequence());
            (hole ? holes : shells).add(ring);
        }
        List<List<LinearRing>> holesOf = new ArrayList<>();
        shells.forEach(shell -> holesOf.add(new ArrayList<>()));
        for (LinearRing hole : holes) {
            int shell = shellOf(hole, shells);
            if (shell < 0) {
                throw new IllegalArgumentException("a hole lies in no polygon");
            }
            holesOf.get(shell).add(hole);
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = factory.createPolygon(shells.get(i), holesOf.get(i).toArray(LinearRing[]::new));
        }
        return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    }

    private static int shellOf(LinearRing hole, List<LinearRing> shells) {
        int smallest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < shells.size(); i++) {
            LinearRing shell = shells.get(i);
            double area = shell.getEnvelopeInternal().getArea();
            if (area < least && PointLocation.isInRing(hole.getCoordinateN(0), shell.getCoordinates())) {
                smallest = i;
                least = area;
            }
        }
        return smallest;
    }
}
