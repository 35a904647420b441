package se.lykta.place.osm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small OSM files by hand; tags are key and value in turn, members are such as {@code way 7 outer}. */
final class OsmXml {

    private static final String STAMP = " version=\"1\" timestamp=\"2026-01-01T00:00:00Z\"";

    private final StringBuilder xml = new StringBuilder("<osm version=\"0.6\">\n");

    /** The box that the file says it covers. */
    OsmXml bounds(double west, double south, double east, double north) {
        String start = "<osm version=\"0.6\">\n";
        xml.insert(
                start.length(),
                "<bounds minlon=\"%s\" minlat=\"%s\" maxlon=\"%s\" maxlat=\"%s\"/>\n"
                        .formatted(west, south, east, north));
        return this;
    }

    OsmXml node(long id, double lon, double lat, String... tags) {
        xml.append("<node id=\"%d\"%s lon=\"%s\" lat=\"%s\">".formatted(id, STAMP, lon, lat));
        return end("node", tags);
    }

    OsmXml way(long id, long[] refs, String... tags) {
        xml.append("<way id=\"%d\"%s>".formatted(id, STAMP));
        for (long ref : refs) {
            xml.append("<nd ref=\"%d\"/>".formatted(ref));
        }
        return end("way", tags);
    }

    OsmXml relation(long id, String[] members, String... tags) {
        xml.append("<relation id=\"%d\"%s>".formatted(id, STAMP));
        for (String member : members) {
            String[] words = member.split(" ", -1);
            xml.append("<member type=\"%s\" ref=\"%s\" role=\"%s\"/>".formatted(words[0], words[1], words[2]));
        }
        return end("relation", tags);
    }

    /** A square of four nodes {@code id + 1..4} and the way {@code id} around it. */
    OsmXml square(long id, double west, double south, double size, String... tags) {
        node(id + 1, west, south).node(id + 2, west + size, south);
        node(id + 3, west + size, south + size).node(id + 4, west, south + size);
        return way(id, new long[] {id + 1, id + 2, id + 3, id + 4, id + 1}, tags);
    }

    Path write(Path directory, String name) {
        try {
            return Files.write(directory.resolve(name), text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return xml + "</osm>\n";
    }

    private OsmXml end(String element, String... tags) {
        for (int i = 0; i < tags.length; i += 2) {
            xml.append("<tag k=\"%s\" v=\"%s\"/>".formatted(tags[i], tags[i + 1]));
        }
        xml.append("</").append(element).append(">\n");
        return this;
    }
}
