package se.lykta.bench;

import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The main of {@code ./lykta bench}: finds the measurement by its name. Exit 2 means a wrong command line. */
final class Bench {

    private static final int USAGE = 2;

    private Bench() {}

    /** What there is; a new one needs a line here and nothing else. */
    static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new TreeMap<>();
        all.put("cluster", new ClusterBench());
        all.put("http", new HttpBench());
        all.put("import", new ImportBench());
        all.put("tiles", new TilesBench());
        all.put("index", new IndexBench());
        all.put("soak", new SoakBench());
        all.put("search", new SearchBench());
        all.put("hotspots", new HotspotBench());
        all.put("walk", new WalkBench());
        return all;
    }

    /** The first argument is the name, the others its options. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), all(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, Benchmark> all, PrintStream out, PrintStream err)
            throws Exception {
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.get(0))) {
            list(all, out);
            return 0;
        }
        Benchmark benchmark = all.get(arguments.get(0));
        try {
            if (benchmark == null) {
                throw new UsageException("unknown bench '%s', there are: %s"
                        .formatted(arguments.get(0), String.join(", ", all.keySet())));
            }
            var options = BenchOptions.parse(arguments.subList(1, arguments.size()), benchmark.options());
            var output = new Output(out);
            output.line("lykta bench " + String.join(" ", arguments));
            output.line(machine());
            benchmark.run(options, output);
            output.end();
            return 0;
        } catch (UsageException e) {
            err.println("lykta bench: " + e.getMessage());
            return USAGE;
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" + "));
        return "%s %s, %d processors, heap %d MB, %s"
                .formatted(
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        runtime.availableProcessors(),
                        runtime.maxMemory() >> 20,
                        collectors);
    }

    private static void list(Map<String, Benchmark> all, PrintStream out) {
        out.println("usage: ./lykta bench NAME [--option value]...");
        all.forEach((name, benchmark) -> {
            out.printf("  %-8s %s%n", name, benchmark.summary());
            String options = new TreeMap<>(benchmark.options())
                    .entrySet().stream()
                            .map(option -> "--" + option.getKey()
                                    + (option.getValue().isEmpty() ? "" : " " + option.getValue()))
                            .reduce((a, b) -> a + " " + b)
                            .orElse("");
            out.println("           " + options);
        });
    }
}
