package se.lykta.place.osm;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import se.lykta.place.osm.file.OsmText;

/**
 * Finds addresses: of points, of buildings, and those between two known numbers ({@code addr:interpolation}).
 *
 * <p>A house may have several numbers ({@code 12;14}); a place without streets names itself ({@code addr:place}). Used by
 * one thread.
 */
final class OsmAddresses {

    private static final String NUMBER = "addr:housenumber";
    private static final String STREET = "addr:street";
    private static final String INTERPOLATION = "addr:interpolation";
    private static final Map<String, Integer> STEPS = Map.of("odd", 2, "even", 2, "all", 1, "1", 1, "2", 2);

    /** A longer row of houses is a mistake in the file. */
    private static final int MOST_BETWEEN = 200;

    private final OsmRows rows;
    private final GeometryFactory factory = new GeometryFactory();
    private final List<Row> streets = new ArrayList<>();
    private final LongHashSet wanted = new LongHashSet();
    private final LongObjectHashMap<House> houses = new LongObjectHashMap<>();

    OsmAddresses(OsmRows rows) {
        this.rows = rows;
    }

    /** First pass: remembers a row of houses and its nodes. */
    void note(Way way) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : way.getTags()) {
            if (tag.getKey().startsWith("addr:")) {
                tags.put(tag.getKey(), tag.getValue());
            }
        }
        Integer step = STEPS.get(tags.getOrDefault(INTERPOLATION, ""));
        if (step != null) {
            long[] nodes =
                    way.getWayNodes().stream().mapToLong(WayNode::getNodeId).toArray();
            wanted.addAll(nodes);
            streets.add(new Row(nodes, step, street(tags).orElse("")));
        }
    }

    /** Second pass: keeps the number of a node that ends a row of houses. */
    void node(long id, Map<String, String> tags) {
        if (wanted.contains(id) && tags.containsKey(NUMBER)) {
            houses.put(id, new House(street(tags).orElse(""), number(tags.getOrDefault(NUMBER, ""))));
        }
    }

    /** Gives the addresses of an element. */
    void make(Map<String, String> tags, Geometry geometry) {
        String numbers = tags.getOrDefault(NUMBER, "");
        Optional<String> street = street(tags);
        if (street.isEmpty() || numbers.isBlank() || tags.containsKey(INTERPOLATION)) {
            return;
        }
        for (String one : numbers.split("[;,]", -1)) {
            String number = OsmText.clean(one);
            if (!number.isEmpty()) {
                String plain = withoutNumber(street.get(), number);
                rows.address(new OsmRows.Address(plain, number, false), geometry.getInteriorPoint());
            }
        }
    }

    /** Gives the addresses between known ones. */
    void finish(NodeStore nodes) {
        streets.forEach(row -> fill(row, nodes));
    }

    private void fill(Row row, NodeStore nodes) {
        int from = -1;
        for (int i = 0; i < row.nodes().length; i++) {
            if (houses.containsKey(row.nodes()[i])) {
                if (from >= 0) {
                    between(row, from, i, nodes);
                }
                from = i;
            }
        }
    }

    private void between(Row row, int from, int to, NodeStore nodes) {
        House first = houses.get(row.nodes()[from]);
        House last = houses.get(row.nodes()[to]);
        String street = row.street().isEmpty() ? first.street() : row.street();
        Coordinate[] line = nodes.positions(row.nodes(), from, to + 1);
        int gap = last.number() - first.number();
        boolean fits = Math.min(first.number(), last.number()) > 0 && gap % row.step() == 0;
        int count = Math.abs(gap / row.step());
        if (street.isEmpty() || line.length < 2 || !fits || count > MOST_BETWEEN) {
            return;
        }
        var along = new LengthIndexedLine(factory.createLineString(line));
        for (int i = 1; i < count; i++) {
            String number = String.valueOf(first.number() + Integer.signum(gap) * i * row.step());
            Coordinate position = along.extractPoint(along.getEndIndex() * i / count);
            rows.address(new OsmRows.Address(street, number, true), factory.createPoint(position));
        }
    }

    private static Optional<String> street(Map<String, String> tags) {
        String street = OsmText.clean(tags.getOrDefault(STREET, tags.getOrDefault("addr:place", "")));
        return street.isEmpty() ? Optional.empty() : Optional.of(street);
    }

    /** Some write "Celsiusgatan 38" where only the street belongs. */
    private static String withoutNumber(String street, String number) {
        int end = street.length() - number.length() - 1;
        boolean told =
                end > 0 && street.charAt(end) == ' ' && street.regionMatches(true, end + 1, number, 0, number.length());
        return told ? street.substring(0, end) : street;
    }

    /** The whole number, 0 if it is none. */
    private static int number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
    }

    private record House(String street, int number) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(long[] nodes, int step, String street) {}
}
