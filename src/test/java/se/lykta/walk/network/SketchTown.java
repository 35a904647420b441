package se.lykta.walk.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.lykta.geo.LonLat;

/**
 * A town drawn in a few lines on the grid of {@link GridTown}, one unit being 100 m, so that answers are found by
 * counting. Ways meet where they have a point in common.
 */
final class SketchTown {

    private final Map<LonLat, Integer> ids = new LinkedHashMap<>();
    private final Map<LonLat, String> tags = new LinkedHashMap<>();
    private final StringBuilder ways = new StringBuilder();
    private int wayCount;

    /**
     * A way through points.
     *
     * @param tags {@code key=value;key=value}
     * @param xy x and y of each point in turn
     */
    SketchTown way(String tags, double... xy) {
        ways.append("<way id='%d' version='1'>".formatted(++wayCount));
        for (int i = 0; i < xy.length; i += 2) {
            int id = ids.computeIfAbsent(GridTown.at(xy[i], xy[i + 1]), point -> ids.size() + 1);
            ways.append("<nd ref='%d'/>".formatted(id));
        }
        ways.append(xml(tags)).append("</way>\n");
        return this;
    }

    /** Tags of a point that some way has. */
    SketchTown point(String pointTags, double x, double y) {
        tags.put(GridTown.at(x, y), pointTags);
        return this;
    }

    /** A path to the west with eleven stubs, without which a small piece would be left out. */
    SketchTown comb(double x, double y) {
        for (int i = 0; i < 11; i++) {
            way("highway=footway", x - i, y, x - i - 1, y);
            way("highway=footway", x - i - 1, y, x - i - 1, y - 1);
        }
        return this;
    }

    FootNetwork open(Path directory) {
        try {
            Path file = Files.createTempFile(directory, "sketch", ".osm");
            Files.writeString(file, "<?xml version='1.0'?><osm version='0.6'>\n" + nodes() + ways + "</osm>");
            return FootNetwork.open(file, Files.createTempDirectory(directory, "graph"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String nodes() {
        return ids.entrySet().stream()
                .map(node -> "<node id='%d' version='1' lat='%s' lon='%s'>%s</node>\n"
                        .formatted(
                                node.getValue(),
                                node.getKey().latDeg(),
                                node.getKey().lonDeg(),
                                xml(tags.getOrDefault(node.getKey(), ""))))
                .collect(Collectors.joining());
    }

    private static String xml(String tags) {
        return Arrays.stream(tags.split(";"))
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.split("=", 2))
                .map(tag -> "<tag k='%s' v='%s'/>".formatted(tag[0], tag[1]))
                .collect(Collectors.joining());
    }
}
