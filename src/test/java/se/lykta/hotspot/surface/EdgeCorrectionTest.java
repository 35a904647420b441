package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class EdgeCorrectionTest {

    private static final double SIDE = 2000;
    private static final double CELL = 50;
    private static final Kernel KERNEL = Kernel.quartic(400);
    private static final Geometry SQUARE = new GeometryFactory().toGeometry(new Envelope(0, SIDE, 0, SIDE));

    /** An even lattice of reports has the same density everywhere, but without correction only half of it at the border. */
    @Test
    void anEvenDensityIsEvenUpToTheBorder() {
        double[][] lattice = lattice(20, 100);
        var spots = Spots.of(lattice[0], lattice[1]);
        Sites sites = cells();

        double[] raw = new KernelDensity(KERNEL).perKm2(spots, sites);
        double[] corrected = new EdgeCorrection(KERNEL, SQUARE).atPlaces(spots, sites);

        assertThat(Arrays.stream(raw).min().orElseThrow()).isLessThan(40);
        assertThat(Arrays.stream(corrected).min().orElseThrow()).isCloseTo(100, within(6.0));
        assertThat(Arrays.stream(corrected).max().orElseThrow()).isCloseTo(100, within(6.0));
    }

    @Test
    void correctedAtReportsTheIntegralOverTheAreaIsTheirNumber() {
        long seed = 3;
        var random = new Random(seed);
        double[] x = random.doubles(500, 0, SIDE).toArray();
        double[] y = random.doubles(500, 0, SIDE).toArray();

        double[] density = new EdgeCorrection(KERNEL, SQUARE).atReports(Spots.of(x, y), cells());

        double integral = Arrays.stream(density).sum() * CELL * CELL / 1e6;
        assertThat(integral).as("seed " + seed).isCloseTo(500, within(0.002 * 500));
    }

    @Test
    void farFromTheBorderNothingIsCorrected() {
        var spots = Spots.of(new double[] {1000}, new double[] {1000});
        var sites = new Sites(new double[] {1000, 1200}, new double[] {1000, 1100});
        var correction = new EdgeCorrection(KERNEL, SQUARE);

        double[] raw = new KernelDensity(KERNEL).perKm2(spots, sites);

        assertThat(correction.atPlaces(spots, sites)).isEqualTo(raw);
        assertThat(correction.atReports(spots, sites)).isEqualTo(raw);
    }

    /** Trap 3 at the border: a report outside is none of the area, and outside there is no value. */
    @Test
    void reportsOutsideAreLeftOutAndPlacesOutsideHaveNoValue() {
        var inside = Spots.of(new double[] {100}, new double[] {1000});
        var both = Spots.of(new double[] {100, -50, -9e6}, new double[] {1000, 1000, 9e6});
        var sites = new Sites(new double[] {50, -390}, new double[] {1000, 1000});
        var correction = new EdgeCorrection(KERNEL, SQUARE);

        assertThat(correction.atPlaces(both, sites)).isEqualTo(correction.atPlaces(inside, sites));
        assertThat(correction.atReports(both, sites)).isEqualTo(correction.atReports(inside, sites));
        assertThat(correction.atPlaces(inside, sites)[1]).isNaN();
        assertThat(correction.atReports(inside, sites)[1]).isNaN();
    }

    private static Sites cells() {
        double[][] centres = lattice((int) (SIDE / CELL), CELL);
        return new Sites(centres[0], centres[1]);
    }

    private static double[][] lattice(int side, double step) {
        double[][] lattice = new double[2][side * side];
        for (int i = 0; i < side * side; i++) {
            lattice[0][i] = (i % side + 0.5) * step;
            lattice[1][i] = (Math.floorDiv(i, side) + 0.5) * step;
        }
        return lattice;
    }
}
