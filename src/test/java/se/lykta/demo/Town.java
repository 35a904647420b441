package se.lykta.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ljusbro: the joined streets, the grounds and the buildings, and its OSM file.
 *
 * @param shapes the plan, its network joined
 * @param buildings the buildings with addresses set along the streets
 */
record Town(List<Shape> shapes, List<Shape> buildings) {

    static final String NOTE = "Fictional town, made up for Lykta. Does not exist.";

    static Town build() {
        List<Shape> plan = TownPlan.read();
        List<Shape> shapes = new ArrayList<>(
                Junctions.join(plan.stream().filter(Shape::isNetwork).toList()));
        plan.stream().filter(shape -> !shape.isNetwork()).forEach(shapes::add);
        return new Town(List.copyOf(shapes), Frontages.build(shapes));
    }

    /** The streets and paths where people are: everything a pedestrian uses but tunnels. */
    List<Shape> streets() {
        return shapes.stream()
                .filter(Shape::isHighway)
                .filter(shape -> shape.layer() >= 0)
                .toList();
    }

    OsmFile osm() {
        var osm = new OsmFile();
        osm.addNode(
                new Spot(0, -4),
                Map.of("place", "town", "name", "Ljusbro", "population", "6400", "note", NOTE, "fictional", "yes"));
        for (Shape shape : shapes) {
            add(osm, shape);
        }
        buildings.forEach(building -> add(osm, building));
        addCrossings(osm);
        addBoundaries(osm);
        return osm;
    }

    private static void add(OsmFile osm, Shape shape) {
        if (shape.form() == Shape.Form.POINT) {
            osm.addNode(shape.spots().get(0), shape.tags());
            return;
        }
        osm.addWay(shape.spots(), shape.tags());
        if (shape.tags().containsKey("waterway")) {
            osm.addWay(
                    Curve.band(shape.spots(), Double.parseDouble(shape.tag("width"))),
                    Map.of("natural", "water", "water", "river", "name", shape.tag("name")));
        }
    }

    /** A foot or cycle path that meets a street inside both gets a crossing, a street that meets a rail a level crossing. */
    private void addCrossings(OsmFile osm) {
        Map<Spot, List<Shape>> meeting = new LinkedHashMap<>();
        shapes.stream()
                .filter(Shape::isNetwork)
                .forEach(shape -> shape.spots().stream()
                        .distinct()
                        .forEach(spot -> meeting.computeIfAbsent(spot, key -> new ArrayList<>())
                                .add(shape)));
        meeting.forEach((spot, at) -> {
            boolean street = at.stream().anyMatch(shape -> shape.isHighway() && !shape.isFootOnly());
            boolean foot = at.stream().anyMatch(shape -> shape.isFootOnly() && isInside(shape, spot));
            if (street && at.stream().anyMatch(Shape::isRail)) {
                osm.addNode(spot, Map.of("railway", "level_crossing", "crossing:barrier", "full"));
            } else if (street && foot) {
                osm.addNode(spot, Map.of("highway", "crossing", "crossing", "uncontrolled"));
            }
        });
    }

    private static boolean isInside(Shape shape, Spot spot) {
        int index = shape.spots().indexOf(spot);
        return index > 0 && index < shape.spots().size() - 1;
    }

    private static void addBoundaries(OsmFile osm) {
        long outline = osm.addWay(Districts.outline(), Map.of("boundary", "administrative", "note", NOTE));
        Map<String, String> tags = Map.of(
                "type",
                "boundary",
                "boundary",
                "administrative",
                "admin_level",
                "7",
                "name",
                "Ljusbro kommun",
                "note",
                NOTE,
                "fictional",
                "yes");
        osm.addRelation(List.of(outline), tags);
        Districts.list()
                .forEach((name, ring) -> osm.addNode(Districts.middle(ring), Map.of("place", "suburb", "name", name)));
    }
}
