package se.lykta.hotspot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.words.NearestPlace;
import se.lykta.index.Snapshot;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** A town on a metre grid around 15° E, 56.3° N, whose reports a test places one by one. */
final class Town {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final MetricCrs CRS = MetricCrs.of("EPSG:3006");
    static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final long VERSION = 7;
    static final double EAST = 500_000;
    static final double NORTH = 6_240_000;

    private final List<ReportPoint> points = new ArrayList<>();

    /** The next report, to be changed by the calls on the result. */
    Draft report(double x, double y, String date) {
        return new Draft(x, y, LocalDate.parse(date));
    }

    /** Reports of one cause from different reporters on one spot, one a day from the date on. */
    Town reports(int n, double x, double y, String date, String cause) {
        for (int i = 0; i < n; i++) {
            var draft = new Draft(x, y, LocalDate.parse(date).plusDays(i));
            draft.causes(cause).reporter(i % 5 + 1).add();
        }
        return this;
    }

    Snapshot snapshot() {
        return snapshot(points, VERSION);
    }

    Snapshot snapshot(long version) {
        return snapshot(points, version);
    }

    Snapshot shuffled(long seed) {
        List<ReportPoint> other = new ArrayList<>(points);
        Collections.shuffle(other, new Random(seed));
        return snapshot(other, VERSION);
    }

    private static Snapshot snapshot(List<ReportPoint> points, long version) {
        var builder = new SnapshotBuilder();
        points.forEach(builder::add);
        return builder.build(version);
    }

    static LonLat at(double x, double y) {
        return CRS.unproject(EAST + x, NORTH + y);
    }

    static HotspotFinder finder() {
        return finder(position -> Optional.empty());
    }

    static HotspotFinder finder(NearestPlace places) {
        return new HotspotFinder(TAXONOMY, () -> CRS, ZONE, places, Streets.NONE);
    }

    /** A report on its way into the town: lighting, from a resident, published, light unknown. */
    final class Draft {

        private final LonLat position;
        private final int minute;
        private long causes = TAXONOMY.getCause("A11").mask();
        private Source source = Source.RESIDENT;
        private ReportState state = ReportState.PUBLISHED;
        private Light light = Light.UNKNOWN;
        private Severity severity = Severity.UNKNOWN;
        private long reporter = points.size() + 1000L;

        private Draft(double x, double y, LocalDate day) {
            position = at(x, y);
            minute = (int) (day.atTime(12, 0).atZone(ZONE).toEpochSecond() / 60);
        }

        Draft causes(String... codes) {
            causes = TAXONOMY.mask(List.of(codes));
            return this;
        }

        Draft source(Source value) {
            source = value;
            return this;
        }

        Draft state(ReportState value) {
            state = value;
            return this;
        }

        Draft light(Light value) {
            light = value;
            return this;
        }

        Draft severity(Severity value) {
            severity = value;
            return this;
        }

        Draft reporter(long value) {
            reporter = value;
            return this;
        }

        void add() {
            points.add(new ReportPoint(
                    points.size() + 1L,
                    position.lonDeg(),
                    position.latDeg(),
                    causes,
                    new ReportPoint.When(minute, ReportPoint.When.NO_HOUR, light),
                    source,
                    state,
                    severity,
                    reporter));
        }
    }
}
