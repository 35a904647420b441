package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Keeps the tiles that the page's reader is tested with what they are said to be.
 *
 * <p>With {@code -Dlykta.golden.write=true} they are written anew.
 */
class GoldenTilesTest {

    private static final Path FILE = Path.of("src/test/resources/golden/tiles/shapes.mvt");

    @Test
    void theGoldenTileIsWhatTheOtherEncoderWrites() throws IOException, ParseException {
        byte[] tile = shapes();
        if (Boolean.getBoolean("lykta.golden.write")) {
            Files.write(FILE, tile);
        }

        assertThat(Files.readAllBytes(FILE)).isEqualTo(tile);
    }

    private static byte[] shapes() throws ParseException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", "Idrottshallen på Ljusåvägen");
        properties.put("count", 12L);
        properties.put("below", -7L);
        properties.put("share", 0.64);
        properties.put("lit", true);
        properties.put("dark", false);
        properties.put("large", 9007199254740991L);
        var points = new JtsLayer(
                "points", List.of(shape("POINT (25 17)", properties), shape("MULTIPOINT ((5 7), (3 2))", Map.of())));
        var lines = new JtsLayer(
                "lines",
                List.of(
                        shape("MULTILINESTRING ((2 2, 2 10, 10 10), (1 1, 3 5))", Map.of()),
                        shape("LINESTRING (-256 -256, 4352 4352)", Map.of())));
        var polygons = new JtsLayer(
                "polygons",
                List.of(shape(
                        "POLYGON ((11 11, 20 11, 20 20, 11 20, 11 11), (13 13, 13 17, 17 17, 17 13, 13 13))",
                        Map.of())));
        return MvtEncoder.encode(
                new JtsMvt(points, lines, polygons), MvtLayerParams.DEFAULT, new UserDataKeyValueMapConverter());
    }

    private static Geometry shape(String text, Map<String, Object> properties) throws ParseException {
        Geometry shape = new WKTReader().read(text);
        shape.setUserData(properties);
        return shape;
    }
}
