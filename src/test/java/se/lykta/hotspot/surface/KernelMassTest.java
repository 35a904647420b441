package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.util.GeometricShapeFactory;

final class KernelMassTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** A Gaussian is a product, so its mass in a rectangle is one of two integrals along the axes. */
    @Test
    void gaussianInARectangleIsAProductOfTwoIntegrals() {
        long seed = 1;
        var random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            double sigma = 50 + 200 * random.nextDouble();
            double x = 1000 * random.nextDouble() - 200;
            double y = 800 * random.nextDouble() - 200;

            double mass = new KernelMass(Kernel.gaussian(sigma), rectangle(0, 0, 600, 400)).at(x, y);

            DoubleUnaryOperator normal = t -> Math.exp(-t * t / (2 * sigma * sigma)) / Math.sqrt(2 * Math.PI) / sigma;
            double product = simpson(normal, -x, 600 - x) * simpson(normal, -y, 400 - y);
            assertThat(mass).as("seed " + seed + " run " + run).isCloseTo(product, within(1e-10));
        }
    }

    /** A straight border at distance c cuts off a cap; the quartic along an axis is 16/(5πh) (1 − u²)^2.5. */
    @Test
    void quarticBesideAStraightBorderLosesACap() {
        double h = 500;
        DoubleUnaryOperator marginal = t -> 16 / (5 * Math.PI * h) * Math.pow(Math.max(0, 1 - t * t / (h * h)), 2.5);
        for (double c = -600; c <= 600; c += 37) {

            double mass = new KernelMass(Kernel.quartic(h), rectangle(0, -5000, 5000, 5000)).at(c, 12);

            double expected = simpson(marginal, Math.max(-h, Math.min(h, -c)), h);
            assertThat(mass).as("distance %s", c).isCloseTo(expected, within(1e-9));
        }
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to) {
        int steps = 20_000;
        double width = (to - from) / steps;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(from + i * width);
        }
        return sum * width / 3;
    }

    /** Against a sum over a fine grid, on an area with a hole, a second part and both orientations of rings. */
    @ParameterizedTest
    @EnumSource(Kernel.Shape.class)
    void equalsASumOverSmallSquaresOnACrookedArea(Kernel.Shape shape) {
        long seed = 2;
        var random = new Random(seed);
        Geometry area = crooked();
        var kernel = new Kernel(shape, shape == Kernel.Shape.QUARTIC ? 300 : 70);
        var mass = new KernelMass(kernel, area);
        var backwards = new KernelMass(kernel, area.reverse());

        double least = 1;
        for (int run = 0; run < 25; run++) {
            double x = 2400 * random.nextDouble() - 200;
            double y = 1400 * random.nextDouble() - 200;
            double expected = sumOverSquares(kernel, area, x, y);
            least = Math.min(least, expected);

            assertThat(mass.at(x, y)).as("seed " + seed + " run " + run).isCloseTo(expected, within(3e-3));
            assertThat(backwards.at(x, y)).isCloseTo(mass.at(x, y), within(1e-12));
        }
        assertThat(least).isLessThan(0.3);
    }

    private static double sumOverSquares(Kernel kernel, Geometry area, double x, double y) {
        var locator = new IndexedPointInAreaLocator(area);
        double step = kernel.metres() / 100;
        double reach = kernel.shape() == Kernel.Shape.QUARTIC ? kernel.metres() : 5 * kernel.metres();
        double sum = 0;
        for (double dx = -reach + step / 2; dx < reach; dx += step) {
            for (double dy = -reach + step / 2; dy < reach; dy += step) {
                boolean inside = locator.locate(new Coordinate(x + dx, y + dy)) == Location.INTERIOR;
                sum += inside ? value(kernel, dx * dx + dy * dy) * step * step : 0;
            }
        }
        return sum;
    }

    private static double value(Kernel kernel, double square) {
        double width = kernel.metres() * kernel.metres();
        return kernel.shape() == Kernel.Shape.QUARTIC
                ? 3 / (Math.PI * width) * Math.pow(Math.max(0, 1 - square / width), 2)
                : Math.exp(-square / (2 * width)) / (2 * Math.PI * width);
    }

    @ParameterizedTest
    @EnumSource(Kernel.Shape.class)
    void onTheBorderIsHalfOfItAndInACornerAQuarter(Kernel.Shape shape) {
        var mass = new KernelMass(new Kernel(shape, 20), rectangle(0, 0, 1000, 1000));

        assertThat(mass.at(500, 0)).isCloseTo(0.5, within(1e-7));
        assertThat(mass.at(0, 321.5)).isCloseTo(0.5, within(1e-7));
        assertThat(mass.at(1000, 1000)).isCloseTo(0.25, within(1e-7));
        assertThat(mass.at(500, 500)).isEqualTo(1);
        assertThat(mass.at(-161, 500)).isZero();
    }

    @Test
    void partsAddUpToTheWholeAndAHoleIsMissing() {
        var kernel = Kernel.quartic(400);
        Geometry area = rectangle(0, 0, 1000, 1000);
        Geometry part = rectangle(200, 300, 700, 600);

        for (double x = -300; x < 1300; x += 113) {
            double whole = new KernelMass(kernel, area).at(x, 450);
            double hole = new KernelMass(kernel, part).at(x, 450);
            double rest = new KernelMass(kernel, area.difference(part)).at(x, 450);

            assertThat(hole + rest).isCloseTo(whole, within(1e-9));
        }
    }

    @Test
    void anAreaOfLinesOrNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelMass(Kernel.quartic(1), FACTORY.createPoint(new Coordinate(1, 1))))
                .withMessageContaining("Point");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelMass(Kernel.quartic(1), FACTORY.createPolygon()));
    }

    private static Geometry crooked() {
        var shapes = new GeometricShapeFactory(FACTORY);
        shapes.setNumPoints(40);
        shapes.setEnvelope(new Envelope(0, 1200, 0, 1000));
        Geometry disc = shapes.createCircle();
        shapes.setEnvelope(new Envelope(300, 500, 300, 700));
        Geometry hole = shapes.createCircle();
        return disc.difference(hole).union(rectangle(1500, 100, 2000, 420));
    }

    private static Geometry rectangle(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }
}
