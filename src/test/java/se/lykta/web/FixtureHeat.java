package se.lykta.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The canned density of {@link FixtureServer}: one round spot in each tile, and its legend. */
final class FixtureHeat {

    private static final int SIDE = 256;

    private FixtureHeat() {}

    /** A spot of one colour, transparent around it. */
    static byte[] tile() throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(0xe8, 0x60, 0x2c, 180));
        brush.fillOval(SIDE / 4, SIDE / 4, SIDE / 2, SIDE / 2);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The legend of a zoom: 10, 20, 50, 100, 200 reports per km². */
    static Map<String, Object> legend(String query) {
        String zoom = query.replaceAll(".*zoom=(\\d+).*", "$1");
        boolean few = query.contains("cause=A53");
        List<Map<String, Double>> classes = IntStream.of(10, 20, 50, 100, 200)
                .mapToObj(from -> Map.of("from", (double) from))
                .toList();
        return Map.of(
                "zoom",
                Integer.parseInt(zoom),
                "radiusMetres",
                1000,
                "unit",
                "reports/km²",
                "n",
                few ? 21 : 1184,
                "maximum",
                260.5,
                "classes",
                classes,
                "fadesBelow",
                10,
                "notes",
                Map.of(
                        "fewData",
                        few,
                        "snapped",
                        false,
                        "sv",
                        "Kärntäthet med radien 1 km på marken.",
                        "en",
                        "Kernel density of radius 1 km on the ground."),
                "snapshotVersion",
                7);
    }
}
