package se.lykta.place.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import se.lykta.place.NamedPlace;
import se.lykta.place.OsmCounts;

/**
 * Turns the elements of a file into things to draw and to name, in two passes over it.
 *
 * <p>The first pass takes the positions of nodes and the relations; the second makes points and ways and keeps the ways
 * that relations need; {@link #finish} makes the relations. So the order of the elements in the file does not matter,
 * and only nodes and members of multipolygons are held in memory. Used by one thread.
 */
final class OsmBuilder {

    private static final Set<String> LINE_AREAS = Set.of("highway", "barrier", "railway", "waterway");

    private final OsmRules rules = new OsmRules();
    private final OsmRows rows;
    private final GeometryFactory factory = new GeometryFactory();
    private final AreaAssembler areas = new AreaAssembler(factory);
    private final NodeStore nodes = new NodeStore();
    private final Envelope bounds = new Envelope();
    private final List<Relation> multipolygons = new ArrayList<>();
    private final Set<Long> memberIds = new HashSet<>();
    private final Map<Long, Coordinate[]> members = new HashMap<>();
    private long ways;
    private long relations;
    private long missingNodes;

    OsmBuilder(OsmRows rows) {
        this.rows = rows;
    }

    /** The sink of the first pass. */
    Sink firstPass() {
        return new ElementSink(this::scan);
    }

    /** The sink of the second pass. */
    Sink secondPass() {
        return new ElementSink(this::build);
    }

    /** Ends the work: relations, and the ground under everything. */
    void finish() {
        multipolygons.forEach(this::area);
        if (!bounds.isNull()) {
            rows.draw(new MapThing("earth", "earth", "", 0), Map.of(), factory.toGeometry(bounds));
        }
    }

    /** What was read, of which the rows made are not known here. */
    OsmCounts counts() {
        return new OsmCounts(nodes.size(), ways, relations, 0, 0, 0, missingNodes, areas.unclosed());
    }

    private void scan(EntityContainer container) {
        Entity entity = container.getEntity();
        if (entity instanceof Node node) {
            nodes.add(node.getId(), node.getLongitude(), node.getLatitude());
            bounds.expandToInclude(node.getLongitude(), node.getLatitude());
        } else if (entity instanceof Way) {
            ways++;
        } else if (entity instanceof Relation relation) {
            relations++;
            keep(relation);
        }
    }

    private void keep(Relation relation) {
        if (!"multipolygon".equals(tags(relation).get("type"))) {
            return;
        }
        multipolygons.add(relation);
        for (RelationMember member : relation.getMembers()) {
            if (member.getMemberType() == EntityType.Way) {
                memberIds.add(member.getMemberId());
            }
        }
    }

    private void build(EntityContainer container) {
        Entity entity = container.getEntity();
        if (entity instanceof Node node && !node.getTags().isEmpty()) {
            var position = new Coordinate(node.getLongitude(), node.getLatitude());
            make(OsmRules.Shape.POINT, tags(node), factory.createPoint(position));
        } else if (entity instanceof Way way) {
            build(way);
        }
    }

    private void build(Way way) {
        Coordinate[] line = coordinates(way);
        if (memberIds.contains(way.getId())) {
            members.put(way.getId(), line);
        }
        Map<String, String> tags = tags(way);
        if (tags.isEmpty() || line.length < 2) {
            return;
        }
        if (isArea(way, tags)) {
            areas.polygon(line).ifPresent(polygon -> make(OsmRules.Shape.AREA, tags, polygon));
        } else {
            make(OsmRules.Shape.LINE, tags, factory.createLineString(line));
        }
    }

    /** Closed ways are areas unless they are lines by nature, such as a roundabout. */
    private static boolean isArea(Way way, Map<String, String> tags) {
        List<WayNode> refs = way.getWayNodes();
        boolean closed = refs.size() >= 4
                && refs.get(0).getNodeId() == refs.get(refs.size() - 1).getNodeId();
        String said = tags.getOrDefault("area", "");
        boolean lineByNature = tags.keySet().stream().anyMatch(LINE_AREAS::contains) && !tags.containsKey("building");
        boolean areaByNature = !lineByNature || isPlace(tags);
        return said.equals("yes") || (closed && areaByNature && !said.equals("no"));
    }

    private static boolean isPlace(Map<String, String> tags) {
        return tags.containsKey("place")
                || "station".equals(tags.get("railway"))
                || "riverbank".equals(tags.get("waterway"));
    }

    private Coordinate[] coordinates(Way way) {
        List<Coordinate> line = new ArrayList<>(way.getWayNodes().size());
        for (WayNode ref : way.getWayNodes()) {
            Coordinate position = nodes.find(ref.getNodeId());
            if (position == null) {
                missingNodes++;
            } else if (line.isEmpty() || !line.get(line.size() - 1).equals2D(position)) {
                line.add(position);
            }
        }
        return line.toArray(Coordinate[]::new);
    }

    private void area(Relation relation) {
        List<Coordinate[]> outers = new ArrayList<>();
        List<Coordinate[]> inners = new ArrayList<>();
        for (RelationMember member : relation.getMembers()) {
            Coordinate[] line = members.get(member.getMemberId());
            if (member.getMemberType() == EntityType.Way && line != null) {
                ("inner".equals(member.getMemberRole()) ? inners : outers).add(line);
            }
        }
        areas.multipolygon(outers, inners).ifPresent(area -> make(OsmRules.Shape.AREA, tags(relation), area));
    }

    private void make(OsmRules.Shape shape, Map<String, String> tags, Geometry geometry) {
        for (MapThing thing : rules.drawings(shape, tags)) {
            boolean label = thing.layer().equals("pois");
            rows.draw(thing, tags, label ? geometry.getInteriorPoint() : geometry);
        }
        rules.nameKind(shape, tags)
                .ifPresent(kind -> rows.name(new NamedPlace(tags.getOrDefault("name", ""), kind, geometry)));
        String street = tags.get("addr:street");
        String number = tags.get("addr:housenumber");
        if (street != null && number != null) {
            Point door = geometry.getInteriorPoint();
            rows.address(street, number, door);
        }
    }

    private static Map<String, String> tags(Entity entity) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : entity.getTags()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return tags;
    }
}
