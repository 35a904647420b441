package se.lykta.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tiles over HTTP: from the cache, 304, and drawn anew, against a handler of the same server that answers with the same
 * bytes and headers, ready-made.
 *
 * <p>The server is a process of its own with the service's whole web server ({@link HttpBenchServer}); the client,
 * {@link HttpLoad}, is this one. After warming, the kinds take turns, so that what else the machine does meets all
 * alike; a figure is the median of the ratios of requests per second, round by round, to the static bytes of the same
 * round. CPU is that of the server's process. The goal is 0.85 for either figure.
 */
final class HttpBench implements Benchmark {

    private static final Pattern TAG = Pattern.compile("(?i)\r\netag: ([^\r]+)\r\n");
    private static final String FILTER = "?cause=A,B11&from=2023-01-01&to=2023-12-31&light=dark";

    @Override
    public String summary() {
        return "tiles over HTTP against static bytes of the same server";
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "reports",
                "200000",
                "seed",
                "20260115",
                "rounds",
                "9",
                "requests",
                "20000",
                "warm",
                "60000",
                "connections",
                "4");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Process process = start(options);
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> tiles = new ArrayList<>();
            long bytes = 0;
            String line = told.readLine();
            while (line != null && line.startsWith("tile ")) {
                tiles.add(line.split(" ", -1)[1]);
                bytes += Long.parseLong(line.split(" ", -1)[2]);
                line = told.readLine();
            }
            if (line == null) {
                throw new IOException("the server did not start");
            }
            output.step(
                    "server with %d reports, %d tiles of %d bytes in the mean",
                    options.number("reports"), tiles.size(), bytes / tiles.size());
            int port = Integer.parseInt(line.substring("port ".length()));
            try (var load = new HttpLoad(port, options.number("connections"))) {
                measure(options, output, load, tiles, CpuClock.of(process.toHandle()));
            }
        } finally {
            process.destroy();
        }
    }

    private static Process start(BenchOptions options) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HttpBenchServer.class.getName(),
                        String.valueOf(options.number("reports")),
                        String.valueOf(options.seed()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** One kind of request. */
    private record Kind(
            IntFunction<byte[]> request, int status, int share, List<HttpLoad.Seen> seen, List<Double> cpu) {

        Kind(IntFunction<byte[]> request, int status, int share) {
            this(request, status, share, new ArrayList<>(), new ArrayList<>());
        }

        double[] rates() {
            return seen.stream().mapToDouble(HttpLoad.Seen::perSecond).toArray();
        }
    }

    private static void measure(BenchOptions options, Output output, HttpLoad load, List<String> tiles, CpuClock clock)
            throws Exception {
        Map<String, Kind> kinds = kinds(load, tiles);
        for (Kind kind : kinds.values()) {
            load.send(options.number("warm") / kind.share, kind.request, kind.status);
        }
        output.step("warm after %d requests of each kind", options.number("warm"));
        for (int round = 0; round < options.number("rounds"); round++) {
            for (Kind kind : kinds.values()) {
                int requests = options.number("requests") / kind.share;
                long before = clock.nanos();
                kind.seen.add(load.send(requests, kind.request, kind.status));
                kind.cpu.add((clock.nanos() - before) / 1e3 / requests);
            }
        }
        report(output, kinds);
    }

    private static Map<String, Kind> kinds(HttpLoad load, List<String> tiles) throws IOException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        List<byte[]> fixed = new ArrayList<>();
        for (int tile = 0; tile < tiles.size(); tile++) {
            fixed.add(HttpLoad.get("/static/" + tile));
        }
        kinds.put("static bytes", new Kind(i -> fixed.get(i % fixed.size()), 200, 1));
        kinds.put("cached", new Kind(each(tiles, ""), 200, 1));
        kinds.put("304", new Kind(known(load, tiles, ""), 304, 1));
        List<String> filled = new ArrayList<>();
        for (String tile : tiles) {
            if (load.ask(HttpLoad.get(tile + FILTER)).startsWith("HTTP/1.1 200")) {
                filled.add(tile);
            }
        }
        kinds.put("cached, filter", new Kind(each(filled, FILTER), 200, 1));
        kinds.put("304, filter", new Kind(known(load, filled, FILTER), 304, 1));
        var cold = new Cold(tiles);
        kinds.put("drawn anew", new Kind(cold::request, 200, 10));
        return kinds;
    }

    private static IntFunction<byte[]> each(List<String> tiles, String query) {
        List<byte[]> requests =
                tiles.stream().map(tile -> HttpLoad.get(tile + query)).toList();
        return i -> requests.get(i % requests.size());
    }

    private static IntFunction<byte[]> known(HttpLoad load, List<String> tiles, String query) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        for (String tile : tiles) {
            Matcher tag = TAG.matcher(load.ask(HttpLoad.get(tile + query)));
            if (!tag.find()) {
                throw new IllegalStateException("no tag for " + tile);
            }
            requests.add(HttpLoad.get(tile + query, "If-None-Match: " + tag.group(1)));
        }
        return i -> requests.get(i % requests.size());
    }

    /** The same tiles by filters that nobody has asked for before and that want all. */
    private static final class Cold {

        private final List<String> tiles;
        private final AtomicInteger days = new AtomicInteger();

        Cold(List<String> tiles) {
            this.tiles = tiles;
        }

        byte[] request(int i) {
            String day = LocalDate.of(2030, 1, 1)
                    .plusDays(days.getAndIncrement() % 60_000)
                    .toString();
            return HttpLoad.get(tiles.get(i % tiles.size()) + "?to=" + day);
        }
    }

    private static void report(Output output, Map<String, Kind> kinds) {
        double[] fixed = kinds.values().iterator().next().rates();
        var table =
                new Table("HTTP, requests in turns", "kind", "requests/s", "of static", "CPU us", "p50 ms", "p99 ms");
        kinds.forEach((name, kind) -> {
            Sample millis = Sample.of(
                    kind.seen.stream().flatMapToDouble(HttpLoad.Seen::millis).toArray());
            table.row(
                    name,
                    Sample.of(kind.rates()).median(),
                    Sample.medianOfRatios(kind.rates(), fixed),
                    Sample.of(kind.cpu.stream().mapToDouble(Double::doubleValue).toArray())
                            .median(),
                    millis.median(),
                    millis.quantile(0.99));
        });
        output.table(table);
        for (String name : List.of("cached", "304")) {
            Kind kind = Objects.requireNonNull(kinds.get(name));
            output.figure("http-" + name + "-vs-static", Sample.medianOfRatios(kind.rates(), fixed));
        }
    }
}
