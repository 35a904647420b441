package se.lykta.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import se.lykta.account.Audience;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.Streets;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

final class LayersTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int LATE_IN_JUNE = minute("2026-06-30T21:30:00Z");
    private static final long REPORTER = 4_711_471_147_114_711L;

    private final Taxonomy taxonomy = Taxonomy.load();
    private final Indexes indexes = new Indexes();
    private final ReportsLayer reports = new ReportsLayer(indexes, taxonomy, ZONE);
    private final HotspotsLayer hotspots = new HotspotsLayer(
            new HotspotBoard(
                    indexes,
                    new HotspotFinder(
                            taxonomy, () -> MetricCrs.of("EPSG:3006"), ZONE, at -> Optional.empty(), Streets.NONE),
                    Clock.systemUTC()),
            ZONE);

    @BeforeEach
    void fill() {
        var staff = new SnapshotBuilder().add(point(1, "A11", "A31", Light.DARK, ReportState.PUBLISHED, REPORTER));
        staff.add(point(2, "A11", "A11", Light.UNKNOWN, ReportState.RECEIVED, REPORTER));
        indexes.replace(Audience.STAFF, staff.build(5));
        var released = new SnapshotBuilder().add(point(3, "A00", "A00", Light.UNKNOWN, ReportState.PUBLISHED, 9));
        indexes.replace(Audience.PUBLIC, released.build(5));
    }

    @Test
    void staffSeeTheExactReportButNeverWhoMadeIt() {
        List<Feature> features = all(reports, Audience.STAFF);

        assertThat(features).hasSize(1);
        assertThat(features.get(0).id()).isEqualTo("1");
        assertThat(features.get(0).properties().toString())
                .isEqualTo(
                        "{causes=[A11, A31], source=police, state=published, date=2026-06-30, light=dark, severity=2}");
        assertThat(((Point) java.util.Objects.requireNonNull(features.get(0).geometry())).getX())
                .isCloseTo(14.5, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(features.toString()).doesNotContain(Long.toString(REPORTER));
    }

    @Test
    void aSeverityNobodyToldIsNull() {
        var staff = new SnapshotBuilder().add(point(1, "A11", "A31", Light.LIGHT, ReportState.DONE, REPORTER));
        indexes.replace(Audience.STAFF, staff.build(6));

        assertThat(all(reports, Audience.STAFF).get(0).properties()).containsEntry("severity", null);
    }

    @Test
    void thePublicSeesRowsOfTheReleaseWithCauseAndMonthOnly() {
        List<Feature> features = all(reports, Audience.PUBLIC);

        assertThat(features).hasSize(1);
        assertThat(features.get(0).properties().toString()).isEqualTo("{causes=[A00], month=2026-06}");
    }

    @Test
    void theVersionTellsAudiencesSnapshotsAndFiltersApart() {
        String staff = reports.version(new View(Audience.STAFF, Filter.counting()));
        String everything = reports.version(new View(Audience.STAFF, Filter.everything()));
        String released = reports.version(new View(Audience.PUBLIC, Filter.counting()));
        indexes.replace(Audience.STAFF, new SnapshotBuilder().build(6));
        String later = reports.version(new View(Audience.STAFF, Filter.counting()));

        assertThat(List.of(staff, everything, released, later)).doesNotHaveDuplicates();
    }

    @Test
    void contentsStayAsTheyWereWhenTheIndexGoesOn() {
        Layer.Contents contents = reports.contents(new View(Audience.STAFF, Filter.counting()));
        String version = contents.version();
        indexes.replace(Audience.STAFF, new SnapshotBuilder().build(6));
        List<Feature> features = new ArrayList<>();

        contents.forEach(features::add);

        assertThat(features).hasSize(1);
        assertThat(contents.version()).isEqualTo(version);
    }

    @Test
    void hotspotsCarryTheValuesOfTheList() {
        var builder = new SnapshotBuilder();
        for (int i = 0; i < 9; i++) {
            builder.add(point(i + 1, "A11", "A11", Light.DARK, ReportState.PUBLISHED, i));
        }
        indexes.replace(Audience.STAFF, builder.build(6));

        List<Feature> features = all(hotspots, Audience.STAFF);

        assertThat(features).hasSize(1);
        assertThat(features.get(0).properties().keySet())
                .containsExactly(
                        ("rank name_sv name_en explanation_sv explanation_en group weight reports reporters sources main_cause causes cause_counts dark_share recent before"
                                        + " change change_low change_high direction class years season season_before found recounts p newest lon lat")
                                .split(" ", -1));
        assertThat(features.get(0).properties())
                .containsEntry("reports", 9)
                .containsEntry("dark_share", 1.0)
                .containsEntry("change", null)
                .containsEntry("newest", "2026-06-30")
                .containsEntry("sources", List.of("police"));
    }

    @Test
    void theCatalogueFindsLayersAndRefusesTwins() {
        var layers = new Layers(List.of(hotspots, reports));

        assertThat(layers.ids()).isEqualTo("hotspots, reports");
        assertThat(layers.find("reports")).contains(reports);
        assertThat(layers.find("walks")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layers(List.of(reports, reports)))
                .withMessageContaining("reports, reports");
    }

    private static List<Feature> all(Layer layer, Audience audience) {
        List<Feature> features = new ArrayList<>();
        layer.forEach(new View(audience, Filter.counting()), features::add);
        return features;
    }

    private ReportPoint point(long id, String cause, String other, Light light, ReportState state, long reporter) {
        long causes = taxonomy.mask(List.of(cause, other));
        var when = new ReportPoint.When(LATE_IN_JUNE, ReportPoint.When.NO_HOUR, light);
        Severity severity = light == Light.DARK ? Severity.UNSAFE : Severity.UNKNOWN;
        return new ReportPoint(id, 14.5, 56.2, causes, when, Source.POLICE, state, severity, reporter);
    }

    private static int minute(String instant) {
        return (int) (java.time.Instant.parse(instant).getEpochSecond() / 60);
    }
}
