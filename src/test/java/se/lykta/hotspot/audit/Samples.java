package se.lykta.hotspot.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up reports for the tests of the audit. */
final class Samples {

    private Samples() {}

    static List<Code> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    static double[][] addresses(Random random, int n) {
        double[][] addresses = new double[n][];
        Arrays.setAll(addresses, i -> new double[] {
            670_000 + Math.rint(10_000_000 * random.nextDouble()) / 1000,
            6_575_000 + Math.rint(10_000_000 * random.nextDouble()) / 1000
        });
        return addresses;
    }

    static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    static boolean[] filled(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    static int[] shuffled(int n, Random random) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(rows, random);
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
