package se.lykta.bench;

import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.report.ZoneClock;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * Reports of a whole country, made from a seed: as concentrated as real ones, none of them real.
 *
 * <p>Towns follow Zipf's law, the largest at the true places of Sweden's; of a million reports the densest tile of zoom
 * 16 has about 32,000. Times lie in five years, with more in the evening and at night. Report i depends on the seed and i
 * alone, so any part can be made by any thread. Immutable, safe for many threads.
 */
final class BenchReports {

    /** 2021-01-01T00:00Z in minutes since 1970. */
    static final int FIRST_MINUTE = 26_824_320;

    static final int DAYS = 1826;

    private static final ZoneClock CLOCK = new ZoneClock(ZoneId.of("Europe/Stockholm"));
    private static final int MINUTES_PER_DAY = 1440;
    private static final int TOWNS = 200;
    private static final double FAVOURITE_SHARE = 0.5;
    private static final double POSITIVE_WEIGHT = 0.1;

    /** Lon and lat of the largest towns, by people. */
    private static final double[][] LARGEST = {
        {18.06, 59.33}, {11.97, 57.71}, {13.00, 55.60}, {17.64, 59.86}, {16.55, 59.61}, {15.21, 59.27}, {15.62, 58.41},
        {12.69, 56.05}, {14.16, 57.78}, {16.19, 58.59}, {13.19, 55.70}, {20.26, 63.83}, {17.14, 60.67}, {12.94, 57.72},
        {17.63, 59.20}, {16.51, 59.37}, {12.86, 56.67}, {14.81, 56.88}, {13.50, 59.38}, {17.31, 62.39}, {14.64, 63.18},
        {12.29, 58.28}, {22.15, 65.58}, {15.63, 60.61}, {16.36, 56.66}, {14.16, 56.03}, {13.85, 58.39}, {15.59, 56.16},
        {17.00, 58.75}, {18.70, 63.29}
    };

    /** Weight of each hour: most in the evening, a second wave after midnight. */
    private static final double[] HOURS = {5, 4, 3, 2, 1, 1, 1, 2, 3, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 9, 7};

    private static final double[] STATE_WEIGHTS = {2, 1, 1, 62, 6, 4, 4, 10, 4, 2, 2, 1, 1};
    private static final List<Source> SOURCES = List.of(Source.values());
    private static final List<ReportState> STATES = List.of(ReportState.values());
    private static final double[] SOURCE_WEIGHTS = {14, 8, 40, 18, 2, 3, 4, 1, 5, 4, 1};
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final double[] SEVERITY_WEIGHTS = {40, 25, 25, 10};

    private final long seed;
    private final List<Cause> causes;
    private final Weights causeWeights;
    private final BenchTown[] towns = new BenchTown[TOWNS];
    private final Weights townWeights = Weights.zipf(TOWNS, 1);
    private final Weights hours = Weights.of(HOURS.length, i -> HOURS[i]);
    private final Weights states = Weights.of(STATE_WEIGHTS.length, i -> STATE_WEIGHTS[i]);
    private final Weights sources = Weights.of(SOURCE_WEIGHTS.length, i -> SOURCE_WEIGHTS[i]);
    private final Weights severities = Weights.of(SEVERITY_WEIGHTS.length, i -> SEVERITY_WEIGHTS[i]);

    BenchReports(Taxonomy taxonomy, long seed) {
        this.seed = seed;
        this.causes =
                taxonomy.causes().stream().filter(cause -> !cause.generalised()).toList();
        this.causeWeights =
                Weights.of(causes.size(), i -> causes.get(i).positive() ? POSITIVE_WEIGHT : 1 / Math.sqrt(i + 1));
        var random = new SplittableRandom(seed);
        for (int i = 0; i < TOWNS; i++) {
            double[] middle = i < LARGEST.length ? LARGEST[i] : village(random);
            towns[i] = new BenchTown(middle[0], middle[1], 1.0 / (i + 1), random.split());
        }
    }

    /** The report with a number, from 1. */
    BenchReport report(long id) {
        var random = new SplittableRandom(seed ^ (id * 0x9e3779b97f4a7c15L));
        int town = townWeights.draw(random);
        BenchTown.Spot spot = towns[town].draw(random);
        int main = main(town, spot, random);
        long mask = 1L << main;
        for (double more = random.nextDouble(); more < 0.3; more += 0.2) {
            mask |= causes.get(causeWeights.draw(random)).mask();
        }
        boolean hourKnown = random.nextInt(12) > 0;
        int day = random.nextInt(DAYS);
        int minuteOfDay = hourKnown ? 60 * hours.draw(random) + random.nextInt(60) : 0;
        int minute = FIRST_MINUTE + day * MINUTES_PER_DAY + minuteOfDay;
        var when = new ReportPoint.When(
                minute,
                hourKnown ? CLOCK.hourOfWeek(minute) : ReportPoint.When.NO_HOUR,
                hourKnown ? light(day, minuteOfDay / 60) : Light.UNKNOWN);
        var point = new ReportPoint(
                id,
                spot.lonDeg(),
                spot.latDeg(),
                mask,
                when,
                SOURCES.get(sources.draw(random)),
                STATES.get(states.draw(random)),
                SEVERITIES.get(severities.draw(random)),
                random.nextLong(1L << 40));
        return new BenchReport(point, main);
    }

    /** An index of the first reports. */
    Snapshot snapshot(int size) {
        var builder = new SnapshotBuilder();
        for (int id = 1; id <= size; id++) {
            builder.add(report(id).point());
        }
        return builder.build(1);
    }

    /** Every hot place has a cause of its own that half of its reports name. */
    private int main(int town, BenchTown.Spot spot, SplittableRandom random) {
        SplittableRandom draw = spot.place() >= 0 && random.nextDouble() < FAVOURITE_SHARE
                ? new SplittableRandom(seed + 1000L * town + spot.place())
                : random;
        return causes.get(causeWeights.draw(draw)).bit();
    }

    /** Roughly as the sun does at 59 degrees north: up from 8 to 15 in midwinter, from 3 to 21 in midsummer. */
    private static Light light(int day, int hour) {
        double summer = 0.5 - 0.5 * Math.cos(2 * Math.PI * (day % 365 + 10) / 365);
        return hour >= 8 - 5 * summer && hour < 15 + 6 * summer ? Light.LIGHT : Light.DARK;
    }

    /** Somewhere along the axis of the country. */
    private static double[] village(SplittableRandom random) {
        double north = Math.pow(random.nextDouble(), 1.7);
        return new double[] {
            13.3 + 6.5 * north + 1.1 * random.nextGaussian(), 55.7 + 11 * north + 0.4 * random.nextGaussian()
        };
    }
}
