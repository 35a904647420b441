package se.lykta.place.osm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of {@code rules.txt}: which value of which tag is drawn as what.
 *
 * @param order its place in the file; of several rules for one layer the first wins
 * @param closerZoom the first zoom if the detail comes from another tag
 */
record OsmRule(int order, Set<Shape> shapes, MapThing thing, int closerZoom, String key, Set<String> values) {

    /** What an element of the file can be drawn as. */
    enum Shape {
        POINT,
        LINE,
        AREA
    }

    /** Of roads and railways only these closer kinds are told apart; a way may have any text there. */
    private static final Set<String> CLOSER_ROADS = Set.of(
            "driveway",
            "parking_aisle",
            "alley",
            "emergency_access",
            "drive-through",
            "sidewalk",
            "crossing",
            "yard",
            "siding",
            "spur",
            "crossover");

    private static final int LONGEST_DETAIL = 60;

    static OsmRule parse(int order, String line) {
        List<String> words = List.of(line.split(" +", -1));
        String[] zooms = words.get(4).split("/", -1);
        var thing = new MapThing(words.get(1), words.get(2), words.get(3), Integer.parseInt(zooms[0]));
        return new OsmRule(
                order,
                shapes(words.get(0)),
                thing,
                Integer.parseInt(zooms[zooms.length - 1]),
                words.get(5),
                Set.copyOf(words.subList(6, words.size())));
    }

    private static Set<Shape> shapes(String word) {
        if (word.equals("spot")) {
            return EnumSet.of(Shape.POINT, Shape.AREA);
        }
        return Arrays.stream(Shape.values())
                .filter(shape -> shape.name().equalsIgnoreCase(word))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(() -> new IllegalArgumentException("unknown shape in the rules: " + word));
    }

    String layer() {
        return thing.layer();
    }

    /** How an element with these tags is drawn, if this rule is for it. */
    Optional<MapThing> match(Shape shape, Map<String, String> tags) {
        String value = tags.getOrDefault(key, "no");
        boolean valueFits = values.contains("*") ? !value.equals("no") : values.contains(value);
        if (!valueFits || !shapes.contains(shape)) {
            return Optional.empty();
        }
        String kind = thing.kind().equals("=") ? value : thing.kind();
        Optional<String> closer = closer(tags);
        String detail = closer.orElse(plainDetail(value));
        return Optional.of(new MapThing(layer(), kind, detail, closer.isPresent() ? closerZoom : thing.minZoom()));
    }

    private Optional<String> closer(Map<String, String> tags) {
        if (!thing.detail().startsWith("@")) {
            return Optional.empty();
        }
        return Optional.ofNullable(tags.get(thing.detail().substring(1)))
                .filter(value -> layer().equals("roads") ? CLOSER_ROADS.contains(value) : isShort(value));
    }

    private static boolean isShort(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_DETAIL;
    }

    private String plainDetail(String value) {
        boolean same = thing.detail().equals("=") || (thing.detail().startsWith("@") && layer().equals("roads"));
        return same ? value : "";
    }
}
