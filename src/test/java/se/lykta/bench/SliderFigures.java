package se.lykta.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.app.BenchedServer;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.HotspotRoutes;
import se.lykta.hotspot.Streets;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.taxonomy.Taxonomy;

/**
 * What moving a slider costs: hotspots over HTTP for questions that nobody asked before, one after another as a person
 * drags the window, eps or the number of reports, or picks a cause.
 */
final class SliderFigures implements Benchmark {

    private static final String[] CAUSES = {"", "A", "B", "A11", "B11", "A,C", "D"};
    private static final int WARM_UP = 40;

    @Override
    public String summary() {
        return "hotspots of a question that nobody asked before, over HTTP";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("reports", "100000", "questions", "200", "seed", "1");
    }

    @Override
    public void run(BenchOptions options, Output output) throws Exception {
        Taxonomy taxonomy = Taxonomy.load();
        var indexes = new Indexes();
        indexes.replace(Audience.STAFF, new BenchReports(taxonomy, options.seed()).snapshot(options.number("reports")));
        var finder = new HotspotFinder(
                taxonomy,
                () -> MetricCrs.of(MetricCrs.SWEREF_99_TM),
                Question.ZONE,
                at -> Optional.empty(),
                Streets.NONE);
        var routes = new HotspotRoutes(
                new HotspotBoard(indexes, finder, Clock.systemUTC()),
                new Audiences(Optional.empty(), true),
                new Filters(taxonomy, Question.ZONE, List::of),
                Question.ZONE,
                () -> "bench");
        try (var server = BenchedServer.start(List.of(routes))) {
            measure("http://127.0.0.1:" + server.port() + "/", options, output);
        }
    }

    private static void measure(String address, BenchOptions options, Output output) throws Exception {
        var random = new SplittableRandom(options.seed() + 7);
        HttpClient client = HttpClient.newHttpClient();
        List<Double> millis = new ArrayList<>();
        long bytes = 0;
        int questions = options.number("questions");
        for (int i = 0; i < WARM_UP + questions; i++) {
            var request = HttpRequest.newBuilder(URI.create(address + "api/hotspots?" + question(random)))
                    .build();
            long start = System.nanoTime();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            double took = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
            }
            if (i >= WARM_UP) {
                millis.add(took);
                bytes += response.body().length;
            }
        }
        Sample sample =
                Sample.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
        var table = new Table("a new question, ms", "median", "p95", "most", "kB");
        table.row(sample.median(), sample.quantile(0.95), sample.quantile(1), bytes / 1000.0 / questions);
        output.table(table);
        output.figure("slider-ms", sample.median());
    }

    /** A window of one to sixty months somewhere in the five years, eps and numbers as a person would try, and a cause. */
    private static String question(SplittableRandom random) {
        LocalDate first = LocalDate.of(2021, 1, 1);
        int months = 1 + random.nextInt(60);
        LocalDate from = first.plusDays(random.nextInt(BenchReports.DAYS - 30 * Math.min(months, 59)));
        String cause = CAUSES[random.nextInt(CAUSES.length)];
        return "from=%s&to=%s&eps=%d&minReports=%d%s"
                .formatted(
                        from,
                        from.plusMonths(months),
                        20 + random.nextInt(180),
                        5 + random.nextInt(20),
                        cause.isEmpty() ? "" : "&cause=" + cause);
    }
}
