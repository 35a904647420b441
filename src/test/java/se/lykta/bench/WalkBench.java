package se.lykta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import se.lykta.walk.orienteering.Effort;
import se.lykta.walk.orienteering.InfeasibleException;
import se.lykta.walk.orienteering.OrienteeringSolver;
import se.lykta.walk.orienteering.Solution;

/**
 * The solver of safety walks on published instances: how far its scores are behind the best known ones.
 *
 * <p>One thread, one seed, and for each class a limit of the thread's CPU time; every solution is checked with the real
 * distances. The gap of an instance is (best known − found)/best known, below 0 where the best known is beaten.
 */
final class WalkBench implements Benchmark {

    private static final long SEED = 1;
    private static final int WARM_UPS = 2;

    /** One instance solved. */
    private record Result(
            WalkInstance instance, WalkClass kind, long found, long bestKnown, double cpuSeconds, boolean isOptimal) {

        double gapPercent() {
            return bestKnown == 0 ? 0 : 100.0 * (bestKnown - found) / bestKnown;
        }
    }

    @Override
    public String summary() {
        return "solver of safety walks on published instances of the Orienteering Problem";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("instances", "", "best-known", "", "csv", "", "factor", "1", "only", "");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Path folder = Path.of(options.text("instances"));
        if (options.text("instances").isEmpty() || !Files.isDirectory(folder)) {
            throw new UsageException("--instances DIR: a folder with instances as .json files");
        }
        Map<String, Long> bestKnown = bestKnown(bestKnownFile(options, folder));
        List<Result> results = new ArrayList<>();
        for (WalkInstance instance : instances(folder, options.text("only"))) {
            WalkClass kind = WalkClass.of(instance);
            Long best = bestKnown.get(instance.name());
            if (best == null) {
                output.line("%s has no best known value, left out", instance.name());
                continue;
            }
            if (results.isEmpty()) {
                warmUp(instance, kind);
            }
            results.add(solve(instance, kind, best, options.number("factor") * kind.cpuSeconds()));
        }
        report(results, output);
        if (!options.text("csv").isEmpty()) {
            write(results, Path.of(options.text("csv")));
        }
    }

    private static Path bestKnownFile(BenchOptions options, Path folder) {
        Path file = options.text("best-known").isEmpty()
                ? folder.resolveSibling("best-known.csv")
                : Path.of(options.text("best-known"));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--best-known FILE: there is no file " + file);
        }
        return file;
    }

    /** Those of one class, or all. */
    private static List<WalkInstance> instances(Path folder, String only) throws IOException {
        List<WalkInstance> instances = new ArrayList<>();
        for (Path file : files(folder)) {
            WalkInstance instance = WalkInstance.read(file);
            if (only.isEmpty() || only.equals(WalkClass.of(instance).key())) {
                instances.add(instance);
            }
        }
        return instances;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Long> bestKnown(Path file) throws IOException {
        Map<String, Long> values = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            String value = fields[header.indexOf("bks")];
            if (!value.isBlank()) {
                values.put(fields[header.indexOf("instance")], Math.round(Double.parseDouble(value)));
            }
        }
        return values;
    }

    private static void warmUp(WalkInstance instance, WalkClass kind) throws InfeasibleException {
        for (int i = 0; i < WARM_UPS; i++) {
            solve(instance, kind, 0, 1);
        }
    }

    /** Once more with a tighter budget if the solution is over it by the rounding of distances; the time is that of both. */
    private static Result solve(WalkInstance instance, WalkClass kind, long bestKnown, double cpuSeconds)
            throws InfeasibleException {
        int tighter = 0;
        CpuClock clock = CpuClock.thread();
        long first = clock.nanos();
        while (true) {
            long start = clock.nanos();
            Effort effort = () -> (clock.nanos() - start) / 1e9 / cpuSeconds;
            Solution solution = new OrienteeringSolver(() -> effort, SEED).solve(instance.problem(tighter));
            double used = (clock.nanos() - first) / 1e9;
            int excess = instance.excess(solution);
            if (excess == 0) {
                return new Result(instance, kind, instance.objective(solution), bestKnown, used, solution.isOptimal());
            }
            tighter += excess;
        }
    }

    private static void report(List<Result> results, Output output) {
        Map<WalkClass, List<Result>> byKind = new EnumMap<>(WalkClass.class);
        results.forEach(result ->
                byKind.computeIfAbsent(result.kind(), kind -> new ArrayList<>()).add(result));
        var table = new Table(
                "gap to the best known score, per cent",
                "class",
                "instances",
                "mean gap",
                "worst",
                "worst instance",
                "behind",
                "better",
                "mean CPU s");
        byKind.forEach((kind, list) -> {
            double mean = mean(list, Result::gapPercent);
            Result worst = Collections.max(list, Comparator.comparingDouble(Result::gapPercent));
            table.row(
                    kind.key(),
                    list.size(),
                    percent(mean),
                    percent(worst.gapPercent()),
                    worst.instance().name(),
                    list.stream().filter(one -> one.found() < one.bestKnown()).count(),
                    list.stream().filter(one -> one.found() > one.bestKnown()).count(),
                    percent(mean(list, Result::cpuSeconds)));
            output.figure("gap-" + kind.key(), mean);
        });
        output.table(table);
        output.figure(
                "worst-gap",
                results.stream().mapToDouble(Result::gapPercent).max().orElse(Double.NaN));
        results.stream()
                .filter(result -> result.isOptimal() && result.found() < result.bestKnown())
                .forEach(result -> output.line(
                        "%s: %d is proven optimal, the best known value of %d cannot be reached",
                        result.instance().name(), result.found(), result.bestKnown()));
    }

    private static double mean(List<Result> results, ToDoubleFunction<Result> value) {
        return results.stream().mapToDouble(value).average().orElseThrow();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static void write(List<Result> results, Path file) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("instance,class,n,routes,best_known,found,gap_percent,cpu_seconds"));
        for (Result result : results) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%d,%d,%d,%.4f,%.3f",
                    result.instance().name(),
                    result.kind().key(),
                    result.instance().size(),
                    result.instance().routes(),
                    result.bestKnown(),
                    result.found(),
                    result.gapPercent(),
                    result.cpuSeconds()));
        }
        Files.write(file, lines);
    }
}
