package se.lykta.place.osm;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;

/**
 * Relations that are areas, and the ways they are made of.
 *
 * <p>A way is kept as the numbers of its nodes, four bytes a node, as a national extract has tens of millions of them. A
 * boundary must be whole: half of one would be a wrong municipality. Used by one thread.
 */
final class OsmRelations {

    private final NodeStore nodes;
    private final AreaAssembler areas;
    private final List<Relation> relations = new ArrayList<>();
    private final LongHashSet memberIds = new LongHashSet();
    private final LongObjectHashMap<int[]> members = new LongObjectHashMap<>();
    private long missingMembers;

    OsmRelations(NodeStore nodes, AreaAssembler areas) {
        this.nodes = nodes;
        this.areas = areas;
    }

    /** References to ways that the file does not have. */
    long missingMembers() {
        return missingMembers;
    }

    /** First pass: keeps a relation if it is an area. */
    void note(Relation relation, Map<String, String> tags) {
        String type = tags.getOrDefault("type", "");
        if (!type.equals("multipolygon") && !type.equals("boundary")) {
            return;
        }
        relations.add(relation);
        wayIds(relation).forEach(memberIds::add);
    }

    /** Second pass: keeps a way that a relation is made of. */
    void way(long id, int[] nodeIndexes) {
        if (memberIds.contains(id)) {
            members.put(id, nodeIndexes);
        }
    }

    /** Gives every area that closes. */
    void finish(BiConsumer<Relation, Geometry> consumer) {
        for (Relation relation : relations) {
            area(relation).ifPresent(area -> consumer.accept(relation, area));
        }
    }

    private Optional<Geometry> area(Relation relation) {
        List<Coordinate[]> outers = new ArrayList<>();
        List<Coordinate[]> inners = new ArrayList<>();
        long missing = 0;
        for (RelationMember member : relation.getMembers()) {
            int[] line = members.get(member.getMemberId());
            if (member.getMemberType() == EntityType.Way && line != null) {
                ("inner".equals(member.getMemberRole()) ? inners : outers).add(positions(line));
            } else if (member.getMemberType() == EntityType.Way) {
                missing++;
            }
        }
        missingMembers += missing;
        boolean boundary = isBoundary(relation);
        return boundary && missing > 0 ? Optional.empty() : areas.multipolygon(outers, inners, boundary);
    }

    private Coordinate[] positions(int[] nodeIndexes) {
        return Arrays.stream(nodeIndexes).mapToObj(nodes::position).toArray(Coordinate[]::new);
    }

    private static boolean isBoundary(Relation relation) {
        return relation.getTags().stream()
                .anyMatch(tag -> tag.getKey().equals("type") && tag.getValue().equals("boundary"));
    }

    private static List<Long> wayIds(Relation relation) {
        return relation.getMembers().stream()
                .filter(member -> member.getMemberType() == EntityType.Way)
                .map(RelationMember::getMemberId)
                .toList();
    }
}
