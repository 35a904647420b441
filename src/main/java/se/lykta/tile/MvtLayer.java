package se.lykta.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one layer of a vector tile (Mapbox Vector Tile Specification 2.1, section 4).
 *
 * <p>Features come out in the order they went in, keys and values in the order of first use, so the same features are
 * the same bytes. Used by one thread.
 */
final class MvtLayer {

    /** Units along a side of a tile. */
    static final int EXTENT = 4096;

    private static final int VERSION = 2;
    private static final int TYPE_POINT = 1;
    private static final int TYPE_POLYGON = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final ProtoWriter features = new ProtoWriter();
    private final String name;

    MvtLayer(String name) {
        this.name = name;
    }

    /** Adds a point, in units from the tile's north-west corner. */
    void addPoint(OptionalLong id, int x, int y, Map<String, Object> properties) {
        var geometry = new ProtoWriter();
        geometry.varint(command(MOVE_TO, 1)).varint(ProtoWriter.zigzag(x)).varint(ProtoWriter.zigzag(y));
        addFeature(id, TYPE_POINT, geometry, properties);
    }

    /** Adds valid polygons whose coordinates are whole units; nothing if they are empty. */
    void addPolygons(List<Polygon> polygons, Map<String, Object> properties) {
        var rings = new Rings();
        for (Polygon polygon : polygons) {
            rings.add(polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole), false);
            }
        }
        if (!rings.commands.isEmpty()) {
            addFeature(OptionalLong.empty(), TYPE_POLYGON, rings.commands, properties);
        }
    }

    /** The whole tile with this layer alone; empty if the layer is. */
    byte[] toTile() {
        if (features.isEmpty()) {
            return new byte[0];
        }
        var layer = new ProtoWriter();
        layer.number(15, VERSION).text(1, name).raw(features);
        keys.keySet().forEach(key -> layer.text(3, key));
        values.keySet().forEach(value -> layer.message(4, encode(value)));
        layer.number(5, EXTENT);
        return new ProtoWriter().message(3, layer).toByteArray();
    }

    private void addFeature(OptionalLong id, int type, ProtoWriter geometry, Map<String, Object> properties) {
        var tags = new ProtoWriter();
        properties.forEach((key, value) -> {
            tags.varint(numberOf(keys, key));
            tags.varint(numberOf(values, value instanceof Integer number ? Long.valueOf(number) : value));
        });
        var feature = new ProtoWriter();
        id.ifPresent(number -> feature.number(1, number));
        feature.message(2, tags).number(3, type).message(4, geometry);
        features.message(2, feature);
    }

    private static <T> int numberOf(Map<T, Integer> numbers, T item) {
        Integer known = numbers.putIfAbsent(item, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    private static ProtoWriter encode(Object value) {
        var message = new ProtoWriter();
        if (value instanceof Long number) {
            return number >= 0 ? message.number(5, number) : message.number(6, ProtoWriter.zigzag(number));
        }
        if (value instanceof Double number) {
            return message.real(3, number);
        }
        if (value instanceof Boolean flag) {
            return message.number(7, flag ? 1 : 0);
        }
        return message.text(1, value.toString());
    }

    private static int command(int command, int count) {
        return command | (count << 3);
    }

    /** The commands of polygon rings; the pen goes on from ring to ring. */
    private static final class Rings {

        private final ProtoWriter commands = new ProtoWriter();
        private int penX;
        private int penY;

        /** An outer ring has positive area in tile axes (y down), a hole negative (section 4.3.4.4). */
        void add(LinearRing ring, boolean outer) {
            Geometry turned = Orientation.isCCWArea(ring.getCoordinates()) == outer ? ring : ring.reverse();
            Coordinate[] corners = turned.getCoordinates();
            commands.varint(command(MOVE_TO, 1));
            move(corners[0]);
            commands.varint(command(LINE_TO, corners.length - 2));
            for (int corner = 1; corner < corners.length - 1; corner++) {
                move(corners[corner]);
            }
            commands.varint(command(CLOSE_PATH, 1));
        }

        private void move(Coordinate to) {
            int x = (int) Math.round(to.x);
            int y = (int) Math.round(to.y);
            commands.varint(ProtoWriter.zigzag(x - penX)).varint(ProtoWriter.zigzag(y - penY));
            penX = x;
            penY = y;
        }
    }
}
