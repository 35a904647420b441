package se.lykta.hotspot.confidence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A town of streets on a grid with a busy middle, whose reports lie along the streets by chance. */
final class StreetTown {

    private static final double SIDE = 3000;
    private static final double BLOCK = 120;
    private static final double SAMPLE = 20;
    private static final double OFF_STREET = 6;

    private final List<double[]> samples = new ArrayList<>();
    private final List<double[]> reports = new ArrayList<>();

    StreetTown() {
        for (double across = 0; across <= SIDE; across += BLOCK) {
            for (double along = 0; along < SIDE; along += SAMPLE) {
                samples.add(new double[] {along, across});
                samples.add(new double[] {across, along});
            }
        }
    }

    /** Reports anywhere along the streets, in the middle up to {@code contrast} times as dense as at the edge. */
    StreetTown chance(int count, double contrast, SplittableRandom random) {
        while (count > 0) {
            double[] sample = samples.get(random.nextInt(samples.size()));
            double fromMiddle = Math.hypot(sample[0] - SIDE / 2, sample[1] - SIDE / 2) / SIDE;
            double density = (1 + (contrast - 1) * Math.exp(-8 * fromMiddle * fromMiddle)) / contrast;
            if (random.nextDouble() < density) {
                report(sample[0] + SAMPLE * random.nextDouble(), sample[1], random);
                count--;
            }
        }
        return this;
    }

    /** Reports at one corner. */
    StreetTown planted(int count, double x, double y, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            report(x + 20 * random.nextGaussian(), y, random);
        }
        return this;
    }

    private void report(double x, double y, SplittableRandom random) {
        reports.add(new double[] {x, y + OFF_STREET * random.nextGaussian()});
    }

    double[] streets(int coordinate) {
        return samples.stream().mapToDouble(sample -> sample[coordinate]).toArray();
    }

    double[] reports(int coordinate) {
        return reports.stream().mapToDouble(report -> report[coordinate]).toArray();
    }
}
