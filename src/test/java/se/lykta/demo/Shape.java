package se.lykta.demo;

import java.util.List;
import java.util.Map;

/**
 * One thing of the plan.
 *
 * @param form what it is drawn as
 * @param tags OSM tags, in the order of the plan
 * @param frontage which buildings stand along it, empty for none
 * @param spots its places; an area is closed, its first place stands at the end again
 */
record Shape(Form form, Map<String, String> tags, String frontage, List<Spot> spots) {

    /** How a thing of the plan is drawn. */
    enum Form {
        LINE,
        AREA,
        POINT
    }

    boolean isHighway() {
        return form == Form.LINE && tags.containsKey("highway");
    }

    boolean isRail() {
        return form == Form.LINE && tags.containsKey("railway");
    }

    boolean isSquare() {
        return form == Form.AREA && tags.containsKey("highway");
    }

    /** Says whether it takes part in the network, where lines that cross share a node. */
    boolean isNetwork() {
        return isHighway() || isRail() || isSquare();
    }

    /** Says whether only people on foot or on bicycles use it. */
    boolean isFootOnly() {
        return List.of("footway", "cycleway", "steps", "pedestrian").contains(tag("highway"));
    }

    int layer() {
        return Integer.parseInt(tags.getOrDefault("layer", "0"));
    }

    String tag(String key) {
        return tags.getOrDefault(key, "");
    }

    Shape withSpots(List<Spot> others) {
        return new Shape(form, tags, frontage, List.copyOf(others));
    }
}
