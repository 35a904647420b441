package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

class ExtentTest {

    @Test
    void oneStrayPointMovesNeitherBoxNorMiddle() {
        var builder = new SnapshotBuilder();
        for (int i = 0; i <= 200; i++) {
            builder.add(point(i, 15 + i / 1000.0, 58 + i / 2000.0, i, ReportState.PUBLISHED));
        }
        builder.add(point(999, -89.9, -35.1, 500, ReportState.PUBLISHED));

        Extent extent = Extent.of(builder.build(1)).orElseThrow();

        assertThat(extent.reports()).isEqualTo(202);
        assertThat(extent.middle().lonDeg()).isCloseTo(15.1, within(0.002));
        assertThat(extent.box().westDeg()).isBetween(15.0, 15.003);
        assertThat(extent.box().northDeg()).isBetween(58.098, 58.1);
        assertThat(extent.lastMinute()).isEqualTo(500);
    }

    @Test
    void reportsThatDoNotCountHaveNoExtent() {
        Snapshot snapshot = new SnapshotBuilder()
                .add(point(1, 15, 58, 0, ReportState.REJECTED))
                .build(1);

        assertThat(Extent.of(snapshot)).isEmpty();
    }

    private static ReportPoint point(long id, double lonDeg, double latDeg, int minute, ReportState state) {
        return new ReportPoint(id, lonDeg, latDeg, 1, minute, Source.RESIDENT, state, Light.UNKNOWN, id);
    }
}
