package se.lykta.index;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.lykta.report.ReportPoint;
import se.lykta.report.ZoneClock;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;

/** Seeded reports: a town with dense spots and coincident places, and a few at the ends of the world. */
public final class RandomReports {

    /** The first minute of 2022 (UTC): reports lie within the 1000 days after it. */
    public static final int FIRST_MINUTE = 27_349_920;

    /** The zone of the hours. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final ZoneClock CLOCK = new ZoneClock(ZONE);
    private static final int EXCLUDED_OF = 11;
    private static final double[][] ENDS = {{-180, 85.06}, {180, -85.06}, {180, 0}, {0, 0}, {-180, -90}};

    private final Random random;
    private final List<double[]> spots = new ArrayList<>();

    /** Reports of one seed. */
    public RandomReports(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            spots.add(new double[] {14.5 + 0.05 * random.nextDouble(), 56.25 + 0.03 * random.nextDouble()});
        }
    }

    /** So many reports with ids from 1. */
    public List<ReportPoint> list(int size) {
        List<ReportPoint> points = new ArrayList<>();
        for (int id = 1; id <= size; id++) {
            points.add(point(id));
        }
        return points;
    }

    /** One report with an id. */
    public ReportPoint point(long id) {
        double[] place = place();
        long causes = 1L << random.nextInt(43);
        return new ReportPoint(
                id,
                place[0],
                place[1],
                random.nextInt(3) == 0 ? causes | (1L << random.nextInt(43)) : causes,
                when(),
                pick(Source.values()),
                pick(ReportState.values()),
                pick(Severity.values()),
                random.nextInt(500),
                id % EXCLUDED_OF == 3);
    }

    /** A quarter without an hour. */
    private ReportPoint.When when() {
        int minute = FIRST_MINUTE + random.nextInt(1000 * 1440);
        int hour = random.nextInt(4) == 0 ? ReportPoint.When.NO_HOUR : CLOCK.hourOfWeek(minute);
        return new ReportPoint.When(minute, hour, pick(Light.values()));
    }

    private double[] place() {
        double[] spot = spots.get(random.nextInt(spots.size()));
        return switch (random.nextInt(20)) {
            case 0 -> ENDS[random.nextInt(ENDS.length)];
            case 1, 2, 3 -> spot;
            case 4, 5, 6, 7 -> new double[] {14.5 + 0.06 * random.nextDouble(), 56.25 + 0.04 * random.nextDouble()};
            default ->
                new double[] {spot[0] + 0.0008 * random.nextGaussian(), spot[1] + 0.0005 * random.nextGaussian()};
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A report of any kind at a place; the same for the same id. */
    public static ReportPoint at(long id, double lonDeg, double latDeg) {
        ReportPoint any = new RandomReports(id).point(id);
        return new ReportPoint(
                id,
                lonDeg,
                latDeg,
                any.causes(),
                any.when(),
                any.source(),
                any.state(),
                any.severity(),
                any.reporter(),
                any.excluded());
    }
}
