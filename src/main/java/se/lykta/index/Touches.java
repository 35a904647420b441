package se.lykta.index;

import java.util.Arrays;

/**
 * When each place on the map last changed: the versions of the latest changes by Morton code.
 *
 * <p>Exists so that a tile's tag and its place in a cache die only with a change inside it. The answer for a range is never
 * less than the version of the last change in it, and never more than the newest version; so the bytes drawn from a range
 * at any later snapshot with the same answer are the same. The latest {@value #MOST} places are kept one by one, the older
 * half of more is folded into one number for each region of the map, which may say that more has changed than did.
 *
 * <p>Asking costs O(log n + n / {@value #BLOCK}), adding O(n) for n kept places. Immutable, safe for any number of threads.
 */
final class Touches {

    static final int MOST = 16_384;

    private static final int BLOCK = 64;

    private final long[] regionStart;
    private final long[] regionVersion;
    private final long[] morton;
    private final long[] version;
    private final long[] blockVersion;

    private Touches(long[] regionStart, long[] regionVersion, long[] morton, long[] version) {
        this.regionStart = regionStart;
        this.regionVersion = regionVersion;
        this.morton = morton;
        this.version = version;
        this.blockVersion = new long[version.length / BLOCK];
        for (int i = 0; i < blockVersion.length * BLOCK; i++) {
            blockVersion[i / BLOCK] = Math.max(blockVersion[i / BLOCK], version[i]);
        }
    }

    /**
     * Nothing has changed since a version.
     *
     * @param regionStart the least Morton codes of the regions, ascending; the first region begins with the world
     */
    static Touches none(long version, long[] regionStart) {
        long[] starts = Arrays.stream(regionStart).distinct().toArray();
        if (starts.length == 0) {
            starts = new long[1];
        }
        starts[0] = 0;
        long[] versions = new long[starts.length];
        Arrays.fill(versions, version);
        return new Touches(starts, versions, new long[0], new long[0]);
    }

    /** The version at which something in a range last changed, or a later one. */
    long touchedAt(long firstMorton, long endMorton) {
        long touched = 0;
        int lastRegion = regionOf(endMorton - 1);
        for (int region = regionOf(firstMorton); region <= lastRegion; region++) {
            touched = Math.max(touched, regionVersion[region]);
        }
        int end = firstAtOrAfter(endMorton);
        for (int i = firstAtOrAfter(firstMorton); i < end; ) {
            boolean wholeBlock = i % BLOCK == 0 && i + BLOCK <= end;
            touched = Math.max(touched, wholeBlock ? blockVersion[i / BLOCK] : version[i]);
            i += wholeBlock ? BLOCK : 1;
        }
        return touched;
    }

    /** With places that change at a version not less than all before; {@code places} are sorted in place. */
    Touches with(long newVersion, long[] places) {
        Arrays.sort(places);
        long[] newMorton = new long[morton.length + places.length];
        long[] newVersions = new long[newMorton.length];
        int size = 0;
        int old = 0;
        for (int i = 0; i < places.length; i++) {
            for (; old < morton.length && morton[old] <= places[i]; old++) {
                if (morton[old] < places[i]) {
                    newMorton[size] = morton[old];
                    newVersions[size++] = version[old];
                }
            }
            if (i == 0 || places[i] != places[i - 1]) {
                newMorton[size] = places[i];
                newVersions[size++] = newVersion;
            }
        }
        System.arraycopy(morton, old, newMorton, size, morton.length - old);
        System.arraycopy(version, old, newVersions, size, morton.length - old);
        size += morton.length - old;
        return bounded(Arrays.copyOf(newMorton, size), Arrays.copyOf(newVersions, size));
    }

    private Touches bounded(long[] places, long[] versions) {
        if (places.length <= MOST) {
            return new Touches(regionStart, regionVersion, places, versions);
        }
        long[] ranked = versions.clone();
        Arrays.sort(ranked);
        long fold = ranked[places.length - MOST / 2];
        long[] folded = regionVersion.clone();
        int kept = 0;
        for (int i = 0; i < places.length; i++) {
            if (versions[i] > fold) {
                places[kept] = places[i];
                versions[kept++] = versions[i];
            } else {
                int region = regionOf(places[i]);
                folded[region] = Math.max(folded[region], versions[i]);
            }
        }
        return new Touches(regionStart, folded, Arrays.copyOf(places, kept), Arrays.copyOf(versions, kept));
    }

    private int regionOf(long code) {
        int found = Arrays.binarySearch(regionStart, code);
        return found >= 0 ? found : Math.max(0, -2 - found);
    }

    private int firstAtOrAfter(long code) {
        int found = Arrays.binarySearch(morton, code);
        return found >= 0 ? found : -1 - found;
    }
}
