package se.lykta.place.osm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Positions of all nodes of a file by their id, 16 bytes each.
 *
 * <p>Exists so that a national extract fits into memory. Coordinates are kept in units of 10⁻⁷ degrees, as OSM does.
 * Files are sorted by id as a rule, so that appending is enough; an unsorted one is sorted once, at the first look-up.
 * Used by one thread.
 */
final class NodeStore {

    private static final double UNIT_DEG = 1e-7;
    private static final int FIRST_CAPACITY = 1 << 14;

    private long[] ids = new long[FIRST_CAPACITY];
    private int[] lons = new int[FIRST_CAPACITY];
    private int[] lats = new int[FIRST_CAPACITY];
    private int size;
    private boolean sorted = true;

    void add(long id, double lonDeg, double latDeg) {
        if (size == ids.length) {
            grow(size + (size >> 1));
        }
        sorted &= size == 0 || ids[size - 1] < id;
        ids[size] = id;
        lons[size] = (int) Math.round(lonDeg / UNIT_DEG);
        lats[size] = (int) Math.round(latDeg / UNIT_DEG);
        size++;
    }

    /** The position of a node, x longitude and y latitude in degrees; null if the file does not have it. */
    @Nullable Coordinate find(long id) {
        if (!sorted) {
            sort();
        }
        int i = Arrays.binarySearch(ids, 0, size, id);
        // divided, not multiplied: 130000000 / 1e7 is exactly 13, 130000000 * 1e-7 is not
        return i < 0 ? null : new Coordinate(lons[i] / 1e7, lats[i] / 1e7);
    }

    int size() {
        return size;
    }

    private void grow(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        lons = Arrays.copyOf(lons, capacity);
        lats = Arrays.copyOf(lats, capacity);
    }

    private void sort() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> ids[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        ids = Arrays.stream(order).mapToLong(i -> ids[i]).toArray();
        lons = Arrays.stream(order).map(i -> lons[i]).toArray();
        lats = Arrays.stream(order).map(i -> lats[i]).toArray();
        sorted = true;
    }
}
