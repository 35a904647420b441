package se.lykta.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects nodes, ways and relations and writes them as OSM XML 0.6.
 *
 * <p>Nodes with the same place are one node. Every element has id, version, timestamp and changeset, as readers of planet files
 * expect (osmosis fails without one of them, GraphHopper on a comment before the root); there is no indentation, which saves a tenth of the file.
 */
final class OsmFile {

    private static final String STAMP = "version=\"1\" timestamp=\"2026-07-01T00:00:00Z\" changeset=\"1\"";

    private final Map<Spot, Long> nodes = new LinkedHashMap<>();
    private final Map<Spot, Map<String, String>> nodeTags = new LinkedHashMap<>();
    private final List<String> ways = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();

    void addNode(Spot spot, Map<String, String> tags) {
        node(spot);
        nodeTags.computeIfAbsent(spot, key -> new TreeMap<>()).putAll(tags);
    }

    /** Adds a way and gives its id. */
    long addWay(List<Spot> spots, Map<String, String> tags) {
        long id = 10_001L + ways.size();
        var xml = new StringBuilder("<way id=\"" + id + "\" " + STAMP + ">\n");
        for (Spot spot : spots) {
            xml.append("<nd ref=\"").append(node(spot)).append("\"/>\n");
        }
        ways.add(xml.append(tags(tags)).append("</way>\n").toString());
        return id;
    }

    void addRelation(List<Long> outerWays, Map<String, String> tags) {
        var xml = new StringBuilder("<relation id=\"" + (20_001L + relations.size()) + "\" " + STAMP + ">\n");
        outerWays.forEach(way -> xml.append("<member type=\"way\" ref=\"" + way + "\" role=\"outer\"/>\n"));
        relations.add(xml.append(tags(tags)).append("</relation>\n").toString());
    }

    int nodeCount() {
        return nodes.size();
    }

    /** The file; the bounds are those of the nodes. */
    String xml() {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <osm version="0.6" generator="Lykta demo: Ljusbro is a FICTIONAL town, own work, no OpenStreetMap data" copyright="Lykta project"\
                 attribution="Ljusbro (fictional), Lykta project" license="CC0-1.0">
                """);
        xml.append(bounds());
        nodes.forEach((spot, id) -> appendNode(xml, spot, id));
        ways.forEach(xml::append);
        relations.forEach(xml::append);
        return xml.append("</osm>\n").toString();
    }

    private long node(Spot spot) {
        return nodes.computeIfAbsent(spot, key -> nodes.size() + 1L);
    }

    private void appendNode(StringBuilder xml, Spot spot, long id) {
        xml.append("<node id=\"" + id + "\" " + STAMP + " lat=\"" + Plane.text(Plane.lat(spot), 7) + "\" lon=\""
                + Plane.text(Plane.lon(spot), 7) + "\"");
        Map<String, String> tags = nodeTags.getOrDefault(spot, Map.of());
        xml.append(tags.isEmpty() ? "/>\n" : ">\n" + tags(tags) + "</node>\n");
    }

    private String bounds() {
        var lon = nodes.keySet().stream().mapToDouble(Plane::lon).summaryStatistics();
        var lat = nodes.keySet().stream().mapToDouble(Plane::lat).summaryStatistics();
        return "<bounds minlat=\"" + Plane.text(lat.getMin(), 7) + "\" minlon=\"" + Plane.text(lon.getMin(), 7)
                + "\" maxlat=\"" + Plane.text(lat.getMax(), 7) + "\" maxlon=\"" + Plane.text(lon.getMax(), 7)
                + "\"/>\n";
    }

    private static String tags(Map<String, String> tags) {
        var xml = new StringBuilder();
        new TreeMap<>(tags)
                .forEach((key, value) -> xml.append("<tag k=\"" + key + "\" v=\"" + escape(value) + "\"/>\n"));
        return xml.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
