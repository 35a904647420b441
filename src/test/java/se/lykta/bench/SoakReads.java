package se.lykta.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import se.lykta.geo.WebMercator;

/**
 * What one reader asks: tiles of all zooms where the reports are, with and without filters, some again with the tag it was
 * given, facets, and rarely hotspots, which are computed anew for every version. Used by one thread.
 */
final class SoakReads {

    private static final int DEEPEST = 17;
    private static final int KEPT_TAGS = 500;
    private static final List<String> FILTERS = List.of(
            "?cause=A11",
            "?cause=A11,A12&from=2024-01-01&to=2024-12-31",
            "?light=dark",
            "?state=received",
            "?severity=2,3",
            "?hours=18-6&weekday=fri,sat");
    private static final Weights KINDS = Weights.of(6, i -> new double[] {55, 25, 8, 8, 3.98, 0.02}[i]);

    private final SoakClient client;
    private final BenchReports reports;
    private final int count;
    private final Mix mix;
    private final SplittableRandom random;
    private final Map<String, String> tags = new HashMap<>();
    private double[] millis = new double[1 << 12];
    private int done;

    /**
     * A reader.
     *
     * @param count reports that are there from the start, numbers 1..count
     */
    SoakReads(SoakClient client, BenchReports reports, int count, Mix mix, SplittableRandom random) {
        this.client = client;
        this.mix = mix;
        this.reports = reports;
        this.count = count;
        this.random = random;
    }

    /** One read; its time is kept. */
    void read() throws InterruptedException {
        int service = random.nextInt(client.services());
        boolean staff = random.nextInt(4) > 0;
        String path = path();
        String key = service + (staff ? " staff " : " public ") + path;
        HttpRequest.Builder request = client.request(service, path, staff);
        String tag = tags.getOrDefault(key, "");
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        long start = System.nanoTime();
        SoakClient.Answer answer = client.send(request.build());
        keep((System.nanoTime() - start) / 1e6);
        check(answer, tag, path);
        if (tags.size() < KEPT_TAGS && !answer.tag().isEmpty()) {
            tags.put(key, answer.tag());
        }
    }

    /** Milliseconds of every read. */
    double[] millis() {
        return Arrays.copyOf(millis, done);
    }

    private void check(SoakClient.Answer answer, String tag, String path) {
        boolean right = switch (answer.status()) {
            case 200 -> answer.body().length > 0;
            case 204 -> answer.body().length == 0;
            case 304 -> answer.tag().equals(tag);
            default -> answer.status() == 0 || answer.status() >= 400; // counted already
        };
        if (!right) {
            client.error("status " + answer.status() + " with " + answer.body().length + " bytes, tag " + answer.tag()
                    + " for " + path);
        }
    }

    private String path() {
        return switch (KINDS.draw(random)) {
            case 0 -> "tiles/reports" + tile() + ".mvt";
            case 1 -> "tiles/reports" + tile() + ".mvt" + filter();
            case 2 -> "tiles/points" + tile() + ".mvt" + (random.nextBoolean() ? filter() : "");
            case 3 -> "tiles/heat" + tile() + ".png";
            case 4 -> mix.facets ? "api/facets" + filter() : "tiles/reports" + tile() + ".mvt";
            default -> "tiles/hotspots" + tile() + ".mvt";
        };
    }

    private String filter() {
        return mix.filters.get(random.nextInt(mix.filters.size()));
    }

    /** A tile with a report in it: so they are where the reports are. */
    private String tile() {
        BenchReport report = reports.report(1 + random.nextInt(count));
        int zoom = random.nextInt(DEEPEST);
        return tile(zoom, report.point().lonDeg(), report.point().latDeg());
    }

    /** The part of an address that names the tile of a place. */
    static String tile(int zoom, double lonDeg, double latDeg) {
        int shift = WebMercator.BITS - zoom;
        return "/%d/%d/%d".formatted(zoom, WebMercator.cellX(lonDeg) >>> shift, WebMercator.cellY(latDeg) >>> shift);
    }

    private void keep(double value) {
        if (done == millis.length) {
            millis = Arrays.copyOf(millis, 2 * done);
        }
        millis[done++] = value;
    }

    /**
     * What the services understand, so that an older one can be soaked too.
     *
     * @param filters query strings
     * @param facets whether there are facets
     */
    record Mix(List<String> filters, boolean facets) {

        static Mix of(SoakClient client) throws InterruptedException {
            List<String> filters = new ArrayList<>();
            for (String filter : FILTERS) {
                if (client.knows("tiles/reports/0/0/0.mvt" + filter)) {
                    filters.add(filter);
                }
            }
            return new Mix(List.copyOf(filters), client.knows("api/facets"));
        }
    }
}
