package se.lykta.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of hotspot analysis on seeded or given points, each with its peers where these are installed.
 *
 * <p>Made of parts that are benches themselves, so that each method has a small class and its own options; {@code --only
 * dbscan,hdbscan} runs some of them.
 */
final class HotspotBench implements Benchmark {

    private static final String ONLY = "only";

    private final Map<String, Benchmark> parts;

    HotspotBench() {
        this(all());
    }

    HotspotBench(Map<String, Benchmark> parts) {
        this.parts = parts;
    }

    /** What there is, in the order of running; a new one needs a line here and nothing else. */
    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("dbscan", new DbscanFigures());
        all.put("hdbscan", new HdbscanFigures());
        all.put("slider", new SliderFigures());
        all.put("trust", new TrustFigures());
        all.put("gi", new GiFigures());
        all.put("kde", new KdeFigures());
        all.put("knox", new KnoxFigures());
        all.put("scan", new AreaScanFigures());
        return all;
    }

    @Override
    public String summary() {
        return "methods of hotspot analysis: " + String.join(", ", parts.keySet());
    }

    /** Those of all parts; an option that several have has the same default in each. */
    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(ONLY, "");
        parts.forEach((name, part) -> part.options().forEach((option, value) -> {
            String other = options.putIfAbsent(option, value);
            if (other != null && !other.equals(value)) {
                throw new IllegalStateException(
                        "part %s wants --%s %s, another one %s".formatted(name, option, value, other));
            }
        }));
        return options;
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        for (String name : wanted(options.text(ONLY))) {
            Benchmark part = parts.get(name);
            if (part == null) {
                throw new UsageException(
                        "unknown part '%s', there are: %s".formatted(name, String.join(", ", parts.keySet())));
            }
            output.step("%s: %s", name, part.summary());
            part.run(options, output);
        }
    }

    private List<String> wanted(String only) {
        return only.isEmpty() ? List.copyOf(parts.keySet()) : List.of(only.split(",", -1));
    }
}
