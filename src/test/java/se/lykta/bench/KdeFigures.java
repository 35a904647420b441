package se.lykta.bench;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.lykta.hotspot.surface.Kernel;
import se.lykta.hotspot.surface.KernelDensity;
import se.lykta.hotspot.surface.Sites;
import se.lykta.hotspot.surface.Spots;

/**
 * Kernel density of 21 900 clustered points at the centres of 13 806 cells, sorting included, on one thread; the figure is
 * that of the Gaussian, which reaches farther. scikit-learn's exact Gaussian has to be ours.
 */
final class KdeFigures implements Benchmark {

    private static final int ROUNDS = 7;
    private static final int COLUMNS = 117;
    private static final int ROWS = 118;
    private static final double METRES = 500;
    private static final double TOLERANCE = 1e-9;

    @Override
    public String summary() {
        return "kernel density at the cells of a city";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("kde-points", "21900", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        BenchPoints points = BenchPoints.clustered(options.number("kde-points"), options.seed());
        Lattice lattice = Lattice.around(points);
        var table = new Table("kernel density", "program", "kernel", "points", "cells", "first, CPU s", "CPU s");
        measure(Kernel.quartic(METRES), points, lattice, table);
        double[] seconds = measure(Kernel.gaussian(METRES), points, lattice, table);
        peer(points, lattice, table, output);
        output.table(table);
        output.figure("kde-cpu-s", seconds[seconds.length / 2]);
    }

    /** The CPU seconds of all rounds, sorted. */
    private static double[] measure(Kernel kernel, BenchPoints points, Lattice lattice, Table table) {
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = CpuClock.thread().nanos();
            lattice.density(kernel, points);
            seconds[round] = (CpuClock.thread().nanos() - start) / 1e9;
        }
        double first = seconds[0];
        double[] sorted = Arrays.stream(seconds).sorted().toArray();
        table.row("Lykta", kernel.toString(), points.size(), COLUMNS * ROWS, first, sorted[ROUNDS / 2]);
        return sorted;
    }

    private static void peer(BenchPoints points, Lattice lattice, Table table, Output output) throws Exception {
        List<String> arguments = List.of(
                String.valueOf(METRES),
                String.valueOf(lattice.west),
                String.valueOf(lattice.south),
                String.valueOf(lattice.cell),
                String.valueOf(COLUMNS),
                String.valueOf(ROWS));
        Optional<PeerScript.Answer> answer = new PeerScript("scikit-learn", "/usr/bin/python3", "kde.py")
                .run(List.of(points.x(), points.y()), arguments, output);
        if (answer.isPresent()) {
            Kernel kernel = Kernel.gaussian(METRES);
            requireSame(lattice.density(kernel, points), answer.get().bytes().asDoubleBuffer());
            double spent = answer.get().cpuSeconds();
            table.row("scikit-learn", kernel.toString(), points.size(), COLUMNS * ROWS, spent, spent);
        }
    }

    private static void requireSame(double[] ours, DoubleBuffer theirs) {
        double most = Arrays.stream(ours).max().orElseThrow();
        for (int cell = 0; cell < ours.length; cell++) {
            double other = theirs.get(cell);
            if (!(Math.abs(ours[cell] - other) <= TOLERANCE * Math.max(other, TOLERANCE * most))) {
                throw new IllegalStateException(
                        "cell %d: %s by scikit-learn, %s by us".formatted(cell, other, ours[cell]));
            }
        }
    }

    /** Square cells over the box of the points. */
    private record Lattice(double west, double south, double cell) {

        static Lattice around(BenchPoints points) {
            double west = Arrays.stream(points.x()).min().orElseThrow();
            double south = Arrays.stream(points.y()).min().orElseThrow();
            double east = Arrays.stream(points.x()).max().orElseThrow();
            double north = Arrays.stream(points.y()).max().orElseThrow();
            return new Lattice(west, south, Math.max((east - west) / COLUMNS, (north - south) / ROWS));
        }

        double[] density(Kernel kernel, BenchPoints points) {
            double[] x = IntStream.range(0, COLUMNS * ROWS)
                    .mapToDouble(i -> west + (i % COLUMNS + 0.5) * cell)
                    .toArray();
            double[] y = IntStream.range(0, COLUMNS * ROWS)
                    .mapToDouble(i -> south + (Math.floorDiv(i, COLUMNS) + 0.5) * cell)
                    .toArray();
            return new KernelDensity(kernel).perKm2(Spots.of(points.x(), points.y()), new Sites(x, y));
        }
    }
}
