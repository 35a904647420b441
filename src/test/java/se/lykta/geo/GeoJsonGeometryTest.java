package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

final class GeoJsonGeometryTest {

    @ParameterizedTest
    @CsvSource({
        "14.5, 14.5",
        "0, 0",
        "-0.0, 0",
        "0.00001, 0.00001",
        "14.12345678, 14.1234568",
        "-0.00000004, 0",
        "-179.99999996, -180",
        "100, 100",
        "0.1234567, 0.1234567"
    })
    void degreesArePlainWithAtMostSevenDecimals(double degrees, String expected) throws IOException {
        Geometry point = new GeometryFactory().createPoint(new Coordinate(degrees, 56));

        assertThat(written(point)).isEqualTo("{\"type\":\"Point\",\"coordinates\":[" + expected + ",56]}");
    }

    @Test
    void outerRingsTurnLeftAndHolesTurnRight() throws IOException, ParseException {
        Geometry wrongWay = read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 1))");

        assertThat(written(wrongWay))
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (14.5 56.2)",
                "LINESTRING (14.5 56.2, 14.6 56.3)",
                "POLYGON ((0 0, 9 0, 9 9, 0 0), (7 2, 8 2, 8 3, 7 2))",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
            })
    void everyKindIsReadBackAsItWas(String wkt) throws IOException, ParseException {
        Geometry geometry = read(wkt);

        Geometry readBack = new GeoJsonReader().read(written(geometry));

        assertThat(readBack.equalsTopo(geometry) || readBack.toText().equals(geometry.toText()))
                .as(readBack.toText())
                .isTrue();
    }

    @Test
    void aMissingOrEmptyGeometryIsNull() throws IOException, ParseException {
        assertThat(written(null)).isEqualTo("null");
        assertThat(written(read("POLYGON EMPTY"))).isEqualTo("null");
    }

    @Test
    void aCoordinateThatIsNoNumberIsRefused() {
        Geometry nowhere = new GeometryFactory().createPoint(new Coordinate(Double.NaN, 1));

        assertThatIllegalArgumentException().isThrownBy(() -> written(nowhere)).withMessageContaining("NaN");
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }

    private static String written(@Nullable Geometry geometry) throws IOException {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            GeoJsonGeometry.write(json, geometry);
        }
        return text.toString();
    }
}
