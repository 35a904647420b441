package se.lykta.index;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import se.lykta.geo.Morton;
import se.lykta.report.ReportPoint;

/**
 * Reports by ascending id, with the Morton code of their place: 16 bytes each.
 *
 * <p>Never changed once it is made.
 */
final class IdPage implements Page<IdPage> {

    final long[] id;
    final long[] morton;

    /** The page of these arrays, not to be changed any more. */
    IdPage(long[] id, long[] morton) {
        this.id = id;
        this.morton = morton;
    }

    /** The places of reports; of an id that is not among them {@link Places#NOWHERE}. */
    static IdPage of(long[] ascendingIds, Map<Long, ReportPoint> reports) {
        return new IdPage(
                ascendingIds,
                Arrays.stream(ascendingIds)
                        .map(id -> Optional.ofNullable(reports.get(id))
                                .map(point -> Morton.encode(point.lonDeg(), point.latDeg()))
                                .orElse(Places.NOWHERE))
                        .toArray());
    }

    @Override
    public int size() {
        return id.length;
    }

    @Override
    public IdPage part(int first, int end) {
        return new IdPage(Arrays.copyOfRange(id, first, end), Arrays.copyOfRange(morton, first, end));
    }

    @Override
    public IdPage join(IdPage next) {
        return new IdPage(join(id, next.id), join(morton, next.morton));
    }

    /** This page with the changes {@code first..end-1} of another one, in which {@link Places#NOWHERE} takes an id away. */
    IdPage with(IdPage changes, int first, int end) {
        int most = size() + end - first;
        long[] newId = new long[most];
        long[] newMorton = new long[most];
        int at = 0;
        int row = 0;
        for (int change = first; change < end; change++) {
            int stop = -1 - Arrays.binarySearch(id, row, size(), changes.id[change]);
            boolean known = stop < 0;
            stop = known ? -1 - stop : stop;
            System.arraycopy(id, row, newId, at, stop - row);
            System.arraycopy(morton, row, newMorton, at, stop - row);
            at += stop - row;
            row = known ? stop + 1 : stop;
            if (changes.morton[change] != Places.NOWHERE) {
                newId[at] = changes.id[change];
                newMorton[at++] = changes.morton[change];
            }
        }
        System.arraycopy(id, row, newId, at, size() - row);
        System.arraycopy(morton, row, newMorton, at, size() - row);
        return new IdPage(newId, newMorton).part(0, at + size() - row);
    }

    private static long[] join(long[] first, long[] second) {
        long[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
