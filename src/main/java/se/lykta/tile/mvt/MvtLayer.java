package se.lykta.tile.mvt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes one layer of a vector tile (Mapbox Vector Tile Specification 2.1, section 4).
 *
 * <p>Features come out in the order they went in, keys and values in the order of first use, so the same features are
 * the same bytes. A feature is begun, gets its tags by number of key and value, and is ended; all is written in
 * place, and the dictionaries of numbers need no objects, because a tile may have ten thousand points. Used by one thread.
 */
public final class MvtLayer {

    /** Units along a side of a tile. */
    public static final int EXTENT = 4096;

    private static final int VERSION = 2;
    private static final int TYPE_POINT = 1;
    private static final int TYPE_POLYGON = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private static final int FEATURE = 2;
    private static final int VALUE = 4;
    private static final int FEATURE_ID = 1;
    private static final int FEATURE_TAGS = 2;
    private static final int FEATURE_TYPE = 3;
    private static final int FEATURE_GEOMETRY = 4;
    private static final int FIRST_ROOM = 256;
    private static final int FIRST_KEYS = 8;

    private final String name;
    private final ProtoWriter features;
    private final ProtoWriter values;
    private final LongNumbers numbers = new LongNumbers();
    private final Map<Object, Integer> others = new HashMap<>();
    private String[] keys = new String[FIRST_KEYS];
    private int keyCount;
    private int valueCount;
    private int featureStart;
    private int tagsStart;
    private int penX;
    private int penY;

    /** An empty layer of a few features. */
    public MvtLayer(String name) {
        this(name, FIRST_ROOM);
    }

    /** An empty layer with room for so many bytes of features, as a start. */
    public MvtLayer(String name, int room) {
        this.name = name;
        this.features = new ProtoWriter(Math.max(FIRST_ROOM, room));
        this.values = new ProtoWriter(Math.max(FIRST_ROOM, room / 2));
    }

    /** Begins a point with an id, in units from the tile's north-west corner; {@link #end} it after its tags. */
    public void beginPoint(long id, int x, int y) {
        featureStart = features.begin(FEATURE);
        features.number(FEATURE_ID, id);
        point(x, y);
    }

    /** The same without an id. */
    public void beginPoint(int x, int y) {
        featureStart = features.begin(FEATURE);
        point(x, y);
    }

    private void point(int x, int y) {
        features.number(FEATURE_TYPE, TYPE_POINT);
        int geometry = features.begin(FEATURE_GEOMETRY);
        features.varint(command(MOVE_TO, 1)).varint(ProtoWriter.zigzag(x)).varint(ProtoWriter.zigzag(y));
        features.end(geometry);
        tagsStart = features.begin(FEATURE_TAGS);
    }

    /** Adds a tag to the feature that was begun. */
    public void tag(int key, int value) {
        features.pair(key, value);
    }

    /** Adds tags as {@link #tagsSince} gave them. */
    public void tags(byte[] written) {
        features.raw(written);
    }

    /** Where the next tag will be, for {@link #tagsSince}. */
    public int position() {
        return features.size();
    }

    /** The tags that were added from a position on, to be added to other features of this layer. */
    public byte[] tagsSince(int position) {
        return features.since(position);
    }

    /** Adds tags by name. */
    public void tags(Map<String, ?> properties) {
        properties.forEach((key, value) -> tag(key(key), value(value)));
    }

    /** Ends the feature that was begun. */
    public void end() {
        features.end(tagsStart).end(featureStart);
    }

    /** Adds valid polygons whose coordinates are whole units; nothing if they are empty. */
    public void addPolygons(List<Polygon> polygons, Map<String, ?> properties) {
        if (polygons.isEmpty()) {
            return;
        }
        featureStart = features.begin(FEATURE);
        features.number(FEATURE_TYPE, TYPE_POLYGON);
        int geometry = features.begin(FEATURE_GEOMETRY);
        penX = 0;
        penY = 0;
        for (Polygon polygon : polygons) {
            addRing(polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addRing(polygon.getInteriorRingN(hole), false);
            }
        }
        features.end(geometry);
        tagsStart = features.begin(FEATURE_TAGS);
        tags(properties);
        end();
    }

    /** The number of a key; there are few, so they are gone through. */
    public int key(String key) {
        for (int i = 0; i < keyCount; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keyCount);
        }
        keys[keyCount] = key;
        return keyCount++;
    }

    /** The number of a value of any kind. */
    public int value(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return value(((Number) value).longValue());
        }
        return others.computeIfAbsent(value, any -> newValue(MvtValue.of(any)));
    }

    /** The number of a whole number as a value. */
    public int value(long value) {
        int known = numbers.find(value);
        if (known != LongNumbers.NONE) {
            return known;
        }
        int start = values.begin(VALUE);
        MvtValue.writeNumber(values, value);
        values.end(start);
        numbers.put(value, valueCount);
        return valueCount++;
    }

    /** Adds a value that the layer has not had; the caller remembers its number. */
    public int newValue(MvtValue value) {
        values.block(VALUE, value.bytes());
        return valueCount++;
    }

    /** The whole tile with this layer alone; empty if the layer is. */
    public byte[] toTile() {
        if (features.isEmpty()) {
            return new byte[0];
        }
        var tile = new ProtoWriter(features.size() + values.size() + FIRST_ROOM);
        int layer = tile.begin(3);
        tile.number(15, VERSION).text(1, name).raw(features);
        for (int i = 0; i < keyCount; i++) {
            tile.text(3, keys[i]);
        }
        return tile.raw(values).number(5, EXTENT).end(layer).toByteArray();
    }

    private static int command(int command, int count) {
        return command | (count << 3);
    }

    /** An outer ring has positive area in tile axes (y down), a hole negative (section 4.3.4.4). */
    private void addRing(LinearRing ring, boolean outer) {
        Geometry turned = Orientation.isCCWArea(ring.getCoordinates()) == outer ? ring : ring.reverse();
        Coordinate[] corners = turned.getCoordinates();
        features.varint(command(MOVE_TO, 1));
        move(corners[0]);
        features.varint(command(LINE_TO, corners.length - 2));
        for (int corner = 1; corner < corners.length - 1; corner++) {
            move(corners[corner]);
        }
        features.varint(command(CLOSE_PATH, 1));
    }

    /** The pen goes on from ring to ring. */
    private void move(Coordinate to) {
        int x = (int) Math.round(to.x);
        int y = (int) Math.round(to.y);
        features.varint(ProtoWriter.zigzag(x - penX)).varint(ProtoWriter.zigzag(y - penY));
        penX = x;
        penY = y;
    }
}
