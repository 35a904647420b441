package se.lykta.hotspot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audience;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.file.Methods;
import se.lykta.http.ApiException;
import se.lykta.index.Filter;
import se.lykta.index.Indexes;
import se.lykta.index.SnapshotBuilder;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/** Analyses as jobs, on a town of one square kilometre whose streets answer when the test lets them. */
@Timeout(30)
class AnalysesTest {

    private static final Taxonomy TAXONOMY = Taxonomy.load();
    private static final MetricCrs CRS = MetricCrs.of("EPSG:3006");
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
    private static final long LONG = 25_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final Indexes indexes = new Indexes();
    private final Analyses analyses =
            new Analyses(indexes, new AnalysisRunner(TAXONOMY, new SlowStreets(), ZONE, CLOCK), CLOCK);

    @AfterEach
    void close() {
        open.countDown();
        analyses.close();
    }

    @Test
    void theSameQuestionToTheSameReportsIsTheSameAnalysis() {
        open.countDown();
        publish(1);

        Analysis first = analyses.ask(gi("250"));
        Analysis again = analyses.ask(gi("250"));
        Analysis other = analyses.ask(gi("500"));
        publish(2);
        Analysis later = analyses.ask(gi("250"));

        assertThat(again).isSameAs(first);
        assertThat(List.of(other.id(), later.id())).doesNotContain(first.id()).doesNotHaveDuplicates();
        first.await(LONG);
        assertThat(first.state()).isEqualTo(Analysis.State.DONE);
        assertThat(first.progress()).isEqualTo(1);
        assertThat(first.result().reports()).isEqualTo(1);
        assertThat(first.snapshotVersion()).isEqualTo(1);
    }

    @Test
    void oneRunsWhileTheOthersWait() throws InterruptedException {
        publish(1);

        Analysis running = analyses.ask(gi("250"));
        Analysis waiting = analyses.ask(gi("500"));
        begun.await();

        assertThat(running.state()).isEqualTo(Analysis.State.RUNNING);
        assertThat(waiting.state()).isEqualTo(Analysis.State.WAITING);
        assertThat(waiting.progress()).isZero();
        open.countDown();
        waiting.await(LONG);
        assertThat(waiting.state()).isEqualTo(Analysis.State.DONE);
    }

    @Test
    void aCancelledOneEndsAndIsBegunAnewWhenAskedForAgain() throws InterruptedException {
        publish(1);
        Analysis running = analyses.ask(gi("250"));
        begun.await();

        analyses.cancel(running);

        assertThat(running.state()).isEqualTo(Analysis.State.CANCELLED);
        assertThatThrownBy(running::result)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("analysis-cancelled"));
        assertThat(analyses.find(running.id())).contains(running);
        open.countDown();
        Analysis again = analyses.ask(gi("250"));
        again.await(LONG);
        assertThat(again).isNotSameAs(running);
        assertThat(again.state()).isEqualTo(Analysis.State.DONE);
    }

    @Test
    void oneThatWaitsCanBeCancelledAndMakesRoom() throws InterruptedException {
        publish(1);
        analyses.ask(gi("250"));
        begun.await();
        for (int i = 0; i < Analyses.MOST_WAITING; i++) {
            analyses.ask(gi(Integer.toString(300 + i)));
        }

        assertThatThrownBy(() -> analyses.ask(gi("999")))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("too-many-analyses"));
        analyses.cancel(analyses.ask(gi("300")));

        assertThat(analyses.ask(gi("999")).state()).isEqualTo(Analysis.State.WAITING);
    }

    @Test
    void aFaultOfTheQuestionIsToldToEverybodyWhoAsks() {
        open.countDown();
        publish(1);

        Analysis failed = analyses.ask(gi("-5"));
        failed.await(LONG);

        assertThat(failed.state()).isEqualTo(Analysis.State.FAILED);
        assertThat(failed.fault())
                .hasValueSatisfying(fault -> assertThat(fault.code()).isEqualTo("invalid-parameter"));
        assertThatThrownBy(() -> analyses.compute(gi("-5"))).isInstanceOf(ApiException.class);
    }

    @Test
    void whoComputesWaitsForNoOtherAnalysis() throws InterruptedException {
        publish(1);
        Analysis running = analyses.ask(gi("250"));
        begun.await();

        Analysis computed = analyses.compute(
                new Question(Methods.get("concentration"), Map.of("cell", "250"), Filter.counting(), Map.of()));

        assertThat(computed.state()).isEqualTo(Analysis.State.DONE);
        assertThat(running.state()).isEqualTo(Analysis.State.RUNNING);
    }

    private static Question gi(String cell) {
        return new Question(Methods.get("gi"), Map.of("cell", cell), Filter.counting(), Map.of());
    }

    private void publish(long version) {
        var builder = new SnapshotBuilder();
        var middle = CRS.unproject(500_500, 6_500_500);
        builder.add(new ReportPoint(
                1,
                middle.lonDeg(),
                middle.latDeg(),
                TAXONOMY.getCause("A11").mask(),
                29_000_000,
                Source.RESIDENT,
                ReportState.PUBLISHED,
                Light.UNKNOWN,
                1));
        indexes.replace(Audience.STAFF, builder.build(version));
    }

    private final class SlowStreets implements Surroundings {

        @Override
        public MetricCrs crs() {
            return CRS;
        }

        @Override
        public Optional<Geometry> outline() {
            var southWest = CRS.unproject(500_000, 6_500_000);
            var northEast = CRS.unproject(501_000, 6_501_000);
            return Optional.of(new GeometryFactory()
                    .toGeometry(new Envelope(
                            southWest.lonDeg(), northEast.lonDeg(), southWest.latDeg(), northEast.latDeg())));
        }

        @Override
        public double[][] streets(MetricCrs crs) {
            begun.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new double[][] {{500_500}, {6_500_500}};
        }

        @Override
        public String version() {
            return "1";
        }
    }
}
