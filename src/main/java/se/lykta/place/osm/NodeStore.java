package se.lykta.place.osm;

import com.carrotsearch.hppc.sorting.IndirectSort;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * Positions of all nodes of a file by their id, 16 bytes each.
 *
 * <p>Exists so that a national extract fits into memory: 100 million nodes take 1.6 GB. Kept in pages, so that growing
 * never copies; a page is smaller than half a region of the garbage collector, which would else give it a whole one (26
 * bytes a node were measured with pages of twice the size). A look-up finds the page by its first
 * id and then the node in it. Coordinates are kept in units of 10⁻⁷ degrees, as OSM does. Files are sorted by id as a
 * rule, so that appending is enough; an unsorted one is sorted once, at the first look-up. Used by one thread.
 */
final class NodeStore {

    /** What {@link #indexOf} answers for a node that the file does not have. */
    static final int MISSING = -1;

    private static final int PAGE_BITS = 15;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MASK = PAGE - 1;

    private long[][] ids = new long[16][];
    private int[][] lons = new int[16][];
    private int[][] lats = new int[16][];
    private long[] firstIds = new long[16];
    private int size;
    private long lastId = Long.MIN_VALUE;
    private boolean sorted = true;

    void add(long id, double lonDeg, double latDeg) {
        put(id, (int) Math.round(lonDeg * 1e7), (int) Math.round(latDeg * 1e7));
    }

    /** The number of a node, 0 to {@link #size} - 1; {@link #MISSING} if the file does not have it. */
    int indexOf(long id) {
        if (!sorted) {
            sort();
        }
        int pages = (size + MASK) >>> PAGE_BITS;
        int found = Arrays.binarySearch(firstIds, 0, pages, id);
        int page = found >= 0 ? found : -found - 2;
        if (page < 0) {
            return MISSING;
        }
        int filled = Math.min(PAGE, size - (page << PAGE_BITS));
        int i = Arrays.binarySearch(ids[page], 0, filled, id);
        return i < 0 ? MISSING : (page << PAGE_BITS) + i;
    }

    /** The position of a numbered node, x longitude and y latitude in degrees. */
    Coordinate position(int index) {
        int page = index >>> PAGE_BITS;
        // divided, not multiplied: 130000000 / 1e7 is exactly 13, 130000000 * 1e-7 is not
        return new Coordinate(lons[page][index & MASK] / 1e7, lats[page][index & MASK] / 1e7);
    }

    /** The positions of some nodes, without those that are missing. */
    Coordinate[] positions(long[] nodeIds, int from, int to) {
        return Arrays.stream(nodeIds, from, to)
                .mapToInt(this::indexOf)
                .filter(index -> index != MISSING)
                .mapToObj(this::position)
                .toArray(Coordinate[]::new);
    }

    int size() {
        return size;
    }

    private void put(long id, int lon, int lat) {
        int page = size >>> PAGE_BITS;
        int i = size & MASK;
        if (i == 0) {
            addPage(page, id);
        }
        ids[page][i] = id;
        lons[page][i] = lon;
        lats[page][i] = lat;
        sorted &= id > lastId;
        lastId = id;
        size++;
    }

    private void addPage(int page, long firstId) {
        if (page == ids.length) {
            ids = Arrays.copyOf(ids, page * 2);
            lons = Arrays.copyOf(lons, page * 2);
            lats = Arrays.copyOf(lats, page * 2);
            firstIds = Arrays.copyOf(firstIds, page * 2);
        }
        ids[page] = new long[PAGE];
        lons[page] = new int[PAGE];
        lats[page] = new int[PAGE];
        firstIds[page] = firstId;
    }

    private void sort() {
        int[] order = IndirectSort.mergesort(0, size, (a, b) -> Long.compare(id(a), id(b)));
        var inOrder = new NodeStore();
        for (int i : order) {
            inOrder.put(id(i), lons[i >>> PAGE_BITS][i & MASK], lats[i >>> PAGE_BITS][i & MASK]);
        }
        ids = inOrder.ids;
        lons = inOrder.lons;
        lats = inOrder.lats;
        firstIds = inOrder.firstIds;
        sorted = true;
    }

    private long id(int index) {
        return ids[index >>> PAGE_BITS][index & MASK];
    }
}
