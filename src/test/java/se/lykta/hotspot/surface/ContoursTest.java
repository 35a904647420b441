package se.lykta.hotspot.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import se.lykta.geo.MetricCrs;

final class ContoursTest {

    private static final double CELL = 100;
    private static final int WEST = 5000;
    private static final int SOUTH = 65000;

    /** A square raster of a function of metres from the south-western corner; NaN where it is. */
    private static Raster raster(int side, DoubleBinaryOperator function) {
        int[] i = new int[side * side];
        int[] j = new int[side * side];
        double[] values = new double[side * side];
        for (int cell = 0; cell < i.length; cell++) {
            i[cell] = WEST + cell % side;
            j[cell] = SOUTH + cell / side;
            values[cell] = function.applyAsDouble((cell % side + 0.5) * CELL, (Math.floorDiv(cell, side) + 0.5) * CELL);
        }
        return Raster.ofCells(MetricCrs.of("EPSG:3006"), CELL, i, j, values);
    }

    private static double hills(double x, double y) {
        double one = Math.hypot(x - 1200, y - 1300) / 500;
        double other = Math.hypot(x - 2200, y - 2000) / 300;
        return 10 * Math.exp(-one * one) + 7 * Math.exp(-other * other);
    }

    @Test
    void onASlopeTheLineIsStraightAndWhereItsValueIs() {
        Geometry line = new Contours(raster(20, (x, y) -> x)).line(730);

        assertThat(line.getNumGeometries()).isEqualTo(1);
        assertThat(line.getLength()).isCloseTo(2000, within(1e-6));
        for (Coordinate at : line.getCoordinates()) {
            assertThat(at.x - WEST * CELL).isCloseTo(730, within(1e-3));
        }
    }

    @Test
    void onASlopeABandIsARectangle() {
        List<Band> bands = new Contours(raster(20, (x, y) -> x)).bands(new double[] {300, 730, 1500});

        assertThat(bands).extracting(Band::from).containsExactly(300.0, 730.0, 1500.0);
        assertThat(bands).extracting(Band::to).containsExactly(730.0, 1500.0, Double.POSITIVE_INFINITY);
        assertThat(bands.get(0).area().getArea()).isCloseTo(430 * 2000, within(1.0));
        assertThat(bands.get(1).area().getArea()).isCloseTo(770 * 2000, within(1.0));
        assertThat(bands.get(2).area().getArea()).isCloseTo(500 * 2000, within(1.0));
        assertThat(bands.get(1).area().getNumGeometries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bandsOfAnySurfaceAreValidAndFillTheCellsWithoutOverlap(long seed) {
        var random = new Random(seed);
        int side = 15;
        double[] noise = random.doubles((long) side * side, 0, 4).toArray();
        Raster raster = raster(side, (x, y) -> {
            double value = noise[((int) (y / CELL)) * side + ((int) (x / CELL))];
            return value < 0.3 ? Double.NaN : seed == 1 ? Math.rint(value) : value;
        });
        long cells = Arrays.stream(noise).filter(value -> value >= 0.3).count();

        List<Band> bands = new Contours(raster).bands(new double[] {-1, 1, 2, 3});

        double sum = 0;
        Geometry all = new GeometryFactory().createPolygon();
        for (Band band : bands) {
            assertThat(band.area().isValid())
                    .as("seed " + seed + " from " + band.from())
                    .isTrue();
            sum += band.area().getArea();
            all = all.union(band.area());
        }
        assertThat(sum).as("seed " + seed).isCloseTo(cells * CELL * CELL, within(1e-3));
        assertThat(all.getArea()).as("seed " + seed).isCloseTo(cells * CELL * CELL, within(1.0));
    }

    @Test
    void aCrossingLiesOnTheBorderOfItsBand() {
        var contours = new Contours(raster(34, ContoursTest::hills));

        Geometry line = contours.line(4);
        Geometry area = contours.bands(new double[] {4}).get(0).area();

        assertThat(line.getNumGeometries()).isEqualTo(2);
        assertThat(line.getLength()).isCloseTo(area.getLength(), within(1e-6));
        assertThat(area.getBoundary().symDifference(line).getLength()).isLessThan(1e-3);
    }

    @Test
    void aRingAroundAHollowHasAHole() {
        Raster crater = raster(20, (x, y) -> {
            double d = Math.hypot(x - 1000, y - 1000);
            return 10 - Math.abs(d - 500) / 50;
        });

        Geometry band = new Contours(crater).bands(new double[] {6}).get(0).area();

        assertThat(band.getNumGeometries()).isEqualTo(1);
        assertThat(band.getArea()).isCloseTo(Math.PI * (700 * 700 - 300 * 300), within(0.05 * Math.PI * 400_000));
        assertThat(band.contains(
                        band.getFactory().createPoint(new Coordinate(WEST * CELL + 1000, SOUTH * CELL + 1000))))
                .isFalse();
    }

    @Test
    void whereNoCellReachesALevelThereIsNothing() {
        var contours = new Contours(raster(10, (x, y) -> 3));

        assertThat(contours.bands(new double[] {4, 5})).isEmpty();
        assertThat(contours.line(4).isEmpty()).isTrue();
        assertThat(contours.bands(new double[] {1, 3}))
                .singleElement()
                .satisfies(band -> assertThat(band.area().getNumPoints()).isLessThan(100));
    }

    @Test
    void levelsThatDoNotAscendAreRefused() {
        var contours = new Contours(raster(3, (x, y) -> x));
        assertThatIllegalArgumentException().isThrownBy(() -> contours.bands(new double[] {2, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> contours.bands(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> contours.bands(new double[] {1, Double.NaN}));
    }

    /** GDAL cuts the same cells into squares instead of triangles. */
    @Test
    void bandsEqualThoseOfGdal(@TempDir Path folder) throws Exception {
        Raster raster = raster(68, (x, y) -> hills(x / 2, y / 2));
        Path tif = Files.write(folder.resolve("hills.tif"), GeoTiff.of(raster));
        Path json = folder.resolve("bands.geojson");
        GeoTiffTest.run(
                "gdal_contour",
                "-q",
                "-p",
                "-amin",
                "from",
                "-amax",
                "to",
                "-fl",
                "1",
                "2.5",
                "4",
                "6",
                "-f",
                "GeoJSON",
                "-lco",
                "RFC7946=NO",
                tif.toString(),
                json.toString());

        List<Band> bands = new Contours(raster).bands(new double[] {1, 2.5, 4, 6});

        int compared = 0;
        for (JsonNode feature : new JsonMapper().readTree(json.toFile()).get("features")) {
            double from = feature.get("properties").get("from").asDouble();
            Geometry theirs = new GeoJsonReader().read(feature.get("geometry").toString());
            for (Band band : bands) {
                if (band.from() == from) {
                    double apart = band.area().symDifference(theirs).getArea();
                    assertThat(apart).as("from " + from).isLessThan(0.01 * theirs.getArea());
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(4);
    }
}
