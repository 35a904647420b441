package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DensityRatioTest {

    private static final Kernel KERNEL = Kernel.quartic(500);

    /** Two towns far apart, 100 reports each; one has 1000 inhabitants, the other 4000. */
    @Test
    void reportsAreSetAgainstTheInhabitantsThere() {
        var reports = Spots.of(new double[] {0, 9000}, new double[2], new double[] {100, 100});
        var people = Spots.of(new double[] {0, 9000}, new double[2], new double[] {1000, 4000});
        var sites = new Sites(new double[] {0, 9000, 4000}, new double[3]);

        double[] ratio = DensityRatio.at(reports, people, KERNEL, sites);

        double mean = 200.0 / 5000;
        assertThat(ratio[0]).isCloseTo(101 / (1000 + 1 / mean), within(1e-12));
        assertThat(ratio[1]).isCloseTo(101 / (4000 + 1 / mean), within(1e-12));
        assertThat(ratio[2]).isNaN();
    }

    /** One report where a single inhabitant lives 490 m away: divided plainly it would be the hottest place by far. */
    @Test
    void oneReportWhereAlmostNobodyLivesIsNoHotspot() {
        var reports = Spots.of(new double[] {0, 9000}, new double[2], new double[] {150, 1});
        var people = Spots.of(new double[] {0, 9490}, new double[2], new double[] {1000, 1});
        var sites = new Sites(new double[] {0, 9000}, new double[2]);

        double plain = new KernelDensity(KERNEL).perKm2(reports, sites)[1]
                / new KernelDensity(KERNEL).perKm2(people, sites)[1];
        double[] ratio = DensityRatio.at(reports, people, KERNEL, sites);

        assertThat(plain).isGreaterThan(600);
        assertThat(ratio[0]).isCloseTo(0.15, within(0.01));
        assertThat(ratio[1]).isBetween(0.15, 0.31);
    }

    @Test
    void withoutReportsTheRatioIsZeroAndWithoutPeopleThereIsNone() {
        var nothing = Spots.of(new double[0], new double[0]);
        var people = Spots.of(new double[] {0}, new double[] {0});
        var sites = new Sites(new double[] {100}, new double[] {0});

        assertThat(DensityRatio.at(nothing, people, KERNEL, sites)).containsExactly(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityRatio.at(people, nothing, KERNEL, sites))
                .withMessageContaining("no population");
    }
}
