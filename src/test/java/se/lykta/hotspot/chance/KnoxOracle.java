package se.lykta.hotspot.chance;

/** Counts pairs by looking at each of them and each cell, by the definition of a half-open band. */
final class KnoxOracle {

    private KnoxOracle() {}

    static long[] observed(double[] x, double[] y, int[] days, KnoxBands bands, Distance distance) {
        long[] counts = new long[bands.distanceBands() * bands.dayBands()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double metres = distance == Distance.EUCLIDEAN
                        ? Math.sqrt((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]))
                        : Math.abs(x[i] - x[j]) + Math.abs(y[i] - y[j]);
                add(counts, bands, metres, Math.abs(days[i] - days[j]));
            }
        }
        return counts;
    }

    private static void add(long[] counts, KnoxBands bands, double metres, int daysApart) {
        for (int cell = 0; cell < counts.length; cell++) {
            int time = cell % bands.dayBands();
            boolean isThen = daysApart >= bands.days(time) && daysApart < bands.days(time + 1);
            counts[cell] += isThen && isThere(bands, cell / bands.dayBands(), metres) ? 1 : 0;
        }
    }

    private static boolean isThere(KnoxBands bands, int band, double metres) {
        if (bands.hasSamePlace() && metres == 0) {
            return band == 0;
        }
        return metres >= bands.metres(band) && metres < bands.metres(band + 1);
    }

    /** Pairs of days so far apart, and all pairs. */
    static long[] dayPairs(int[] days, int from, int to) {
        long[] counts = new long[2];
        for (int i = 0; i < days.length; i++) {
            for (int j = 0; j < i; j++) {
                int apart = Math.abs(days[i] - days[j]);
                counts[0] += apart >= from && apart < to ? 1 : 0;
                counts[1]++;
            }
        }
        return counts;
    }
}
