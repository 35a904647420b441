package se.lykta.place.osm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Bound;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.place.NameKind;
import se.lykta.place.NamedPlace;
import se.lykta.place.OsmCounts;
import se.lykta.place.OsmFaults;
import se.lykta.place.osm.file.ElementSink;
import se.lykta.place.osm.sea.Sea;

/**
 * Turns the elements of a file into things to draw and to name, in two passes over it.
 *
 * <p>The first pass takes the positions of nodes and the relations; the second makes points and ways and keeps the ways
 * that relations need; {@link #finish} makes the relations. So the order of the elements in the file does not matter,
 * and only nodes and members of areas are held in memory. Used by one thread.
 */
final class OsmBuilder {

    private static final Set<String> LINE_AREAS = Set.of("highway", "barrier", "railway", "waterway");
    private static final int MUNICIPALITY_LEVEL = 7;

    private final OsmRules rules = new OsmRules();
    private final OsmNames names = new OsmNames();
    private final OsmRows rows;
    private final GeometryFactory factory = new GeometryFactory();
    private final AreaAssembler areas = new AreaAssembler(factory);
    private final NodeStore nodes = new NodeStore();
    private final OsmRelations areaRelations = new OsmRelations(nodes, areas);
    private final OsmAddresses addresses;
    private final OsmCoast coast = new OsmCoast(nodes);
    private final OsmCover cover;
    private long ways;
    private long relations;
    private long missingNodes;

    /**
     * A builder of one file.
     *
     * @param cut the area that the file was cut along, if it was
     */
    OsmBuilder(OsmRows rows, Optional<Geometry> cut) {
        this.rows = rows;
        this.cover = new OsmCover(cut);
        this.addresses = new OsmAddresses(rows);
    }

    /** The sink of the first pass. */
    Sink firstPass() {
        return new ElementSink(this::scan);
    }

    /** The sink of the second pass. */
    Sink secondPass() {
        return new ElementSink(this::build);
    }

    /** Ends the work: relations, addresses between others, and the ground under everything. */
    void finish() {
        areaRelations.finish(this::area);
        addresses.finish(nodes);
        if (!cover.isEmpty()) {
            Sea sea = coast.sea(cover);
            sea.ocean().forEach(area -> rows.ground(new MapThing("water", "ocean", "", 0), area));
            sea.earth().forEach(area -> rows.ground(new MapThing("earth", "earth", "", 0), area));
        }
    }

    /** Nodes of the first pass. */
    long nodeCount() {
        return nodes.size();
    }

    /** Ways of the first pass. */
    long wayCount() {
        return ways;
    }

    /** The box of all nodes, of which there is one at least. */
    Bbox extent() {
        return cover.extent();
    }

    /** Says whether a node lies where it is asked for. */
    boolean anyNode(Predicate<LonLat> place) {
        return IntStream.range(0, nodes.size())
                .mapToObj(nodes::position)
                .anyMatch(position -> place.test(new LonLat(position.x, position.y)));
    }

    /** What was read, of which the rows made are not known here. */
    OsmCounts counts() {
        var faults = new OsmFaults(
                missingNodes,
                areaRelations.missingMembers(),
                areas.unclosed(),
                areas.repaired(),
                names.foreign(),
                coast.faults());
        return new OsmCounts(nodes.size(), ways, relations, 0, 0, 0, 0, 0, extent(), faults);
    }

    private void scan(EntityContainer container) {
        Entity entity = container.getEntity();
        if (entity instanceof Node node) {
            nodes.add(node.getId(), node.getLongitude(), node.getLatitude());
            cover.node(node.getLongitude(), node.getLatitude());
        } else if (entity instanceof Way way) {
            ways++;
            addresses.note(way);
        } else if (entity instanceof Relation relation) {
            relations++;
            areaRelations.note(relation, tags(relation));
        } else if (entity instanceof Bound bound) {
            cover.bound(bound);
        }
    }

    private void build(EntityContainer container) {
        Entity entity = container.getEntity();
        if (entity instanceof Node node && !node.getTags().isEmpty()) {
            Map<String, String> tags = tags(node);
            var position = new Coordinate(node.getLongitude(), node.getLatitude());
            addresses.node(node.getId(), tags);
            make(OsmRule.Shape.POINT, tags, factory.createPoint(position));
        } else if (entity instanceof Way way) {
            build(way);
        }
    }

    private void build(Way way) {
        int[] indexes = nodesOf(way);
        areaRelations.way(way.getId(), indexes);
        Map<String, String> tags = tags(way);
        if (tags.isEmpty() || indexes.length < 2) {
            return;
        }
        if (isCoast(tags)) {
            coast.line(way);
        } else if (tags.containsKey("building")) {
            coast.house(indexes[0]);
        }
        Coordinate[] line = Arrays.stream(indexes).mapToObj(nodes::position).toArray(Coordinate[]::new);
        if (isArea(way, tags)) {
            areas.polygon(line).ifPresent(polygon -> {
                make(OsmRule.Shape.AREA, tags, polygon);
                boundary(-way.getId(), tags, polygon);
            });
        } else {
            make(OsmRule.Shape.LINE, tags, factory.createLineString(line));
        }
    }

    /** Closed ways are areas unless they are lines by nature, such as a roundabout or the shore of an island. */
    private static boolean isArea(Way way, Map<String, String> tags) {
        List<WayNode> refs = way.getWayNodes();
        boolean closed = refs.size() >= 4
                && refs.get(0).getNodeId() == refs.get(refs.size() - 1).getNodeId();
        String said = tags.getOrDefault("area", "");
        return said.equals("yes") || (closed && !said.equals("no") && isAreaByNature(tags));
    }

    private static boolean isAreaByNature(Map<String, String> tags) {
        if (isCoast(tags)) {
            return false;
        }
        boolean line = tags.keySet().stream().anyMatch(LINE_AREAS::contains) && !tags.containsKey("building");
        return !line || isPlace(tags);
    }

    private static boolean isCoast(Map<String, String> tags) {
        return "coastline".equals(tags.get("natural"));
    }

    private static boolean isPlace(Map<String, String> tags) {
        return tags.containsKey("place")
                || Set.of("station", "platform").contains(tags.getOrDefault("railway", ""))
                || Set.of("riverbank", "dock").contains(tags.getOrDefault("waterway", ""));
    }

    /** Numbers of the nodes that the file has, none twice in a row. */
    private int[] nodesOf(Way way) {
        int[] indexes = new int[way.getWayNodes().size()];
        int count = 0;
        for (WayNode ref : way.getWayNodes()) {
            int index = nodes.indexOf(ref.getNodeId());
            if (index == NodeStore.MISSING) {
                missingNodes++;
            } else if (count == 0 || indexes[count - 1] != index) {
                indexes[count++] = index;
            }
        }
        return Arrays.copyOf(indexes, count);
    }

    private void area(Relation relation, Geometry area) {
        Map<String, String> tags = tags(relation);
        make(OsmRule.Shape.AREA, tags, area);
        boundary(relation.getId(), tags, area);
    }

    private void boundary(long id, Map<String, String> tags, Geometry area) {
        String level = tags.getOrDefault("admin_level", "");
        if ("administrative".equals(tags.get("boundary"))
                && level.matches("[1-9]|1[0-2]")
                && tags.containsKey("name")) {
            rows.boundary(new OsmRows.Boundary(id, tags.getOrDefault("name", ""), Integer.parseInt(level)), area);
            if (Integer.parseInt(level) == MUNICIPALITY_LEVEL) {
                cover.municipality(area);
            }
        }
    }

    private void make(OsmRule.Shape shape, Map<String, String> tags, Geometry geometry) {
        List<MapThing> things = rules.drawings(shape, tags);
        things.forEach(thing -> rows.draw(thing, tags, geometry));
        Optional<NameKind> kind = rules.nameKind(shape, tags);
        kind.ifPresent(known -> rows.name(new NamedPlace(tags.getOrDefault("name", ""), known, geometry)));
        if (!things.isEmpty() || kind.isPresent()) {
            names.count(tags);
        }
        addresses.make(tags, geometry);
    }

    private Map<String, String> tags(Entity entity) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : entity.getTags()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        names.choose(tags);
        return tags;
    }
}
