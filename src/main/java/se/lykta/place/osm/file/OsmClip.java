package se.lykta.place.osm.file;

import com.carrotsearch.hppc.LongHashSet;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.Entity;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import se.lykta.http.ApiException;

/**
 * Cuts an area out of an OSM file into a PBF file, so that map and foot network of a municipality are made from its own
 * part of a national extract.
 *
 * <p>Ways with a node inside stay whole, and so do multipolygons with such a way, else lakes and forests at the edge would
 * not close. A boundary stays only if all its ways do: neighbours go. Four passes over the file; memory follows the size
 * of the part, not that of the file. Used by one thread.
 */
final class OsmClip {

    private static final int PASSES = 4;

    private final ClipArea area;
    private final LongHashSet nodes = new LongHashSet();
    private final LongHashSet ways = new LongHashSet();
    private final LongHashSet relations = new LongHashSet();
    private final List<Relation> candidates = new ArrayList<>();

    OsmClip(ClipArea area) {
        this.area = area;
    }

    /**
     * Cuts.
     *
     * @param target is written over
     * @param progress hears the share that is done, 0..1
     * @throws ApiException {@code osm-outside-clip} if nothing of the file lies inside, and those of {@link OsmReader}
     */
    void cut(OsmReader source, Path target, DoubleConsumer progress) {
        source.read(new ElementSink(this::noteInside), bytes -> {});
        if (nodes.isEmpty()) {
            throw new ApiException(
                    ApiException.Kind.UNPROCESSABLE,
                    "osm-outside-clip",
                    "nothing of the file lies inside the area to cut out: is it the right file?",
                    List.of());
        }
        progress.accept(1.0 / PASSES);
        source.read(new ElementSink(this::noteTouching), bytes -> {});
        List<Relation> kept = candidates.stream().filter(this::belongs).toList();
        kept.forEach(this::keep);
        candidates.clear();
        progress.accept(2.0 / PASSES);
        source.read(new ElementSink(this::noteNeeded), bytes -> {});
        progress.accept(3.0 / PASSES);
        write(source, target);
        progress.accept(1);
    }

    private void noteInside(EntityContainer container) {
        if (container.getEntity() instanceof Node node && area.contains(node.getLongitude(), node.getLatitude())) {
            nodes.add(node.getId());
        }
    }

    private void noteTouching(EntityContainer container) {
        Entity entity = container.getEntity();
        if (entity instanceof Way way && way.getWayNodes().stream().anyMatch(ref -> nodes.contains(ref.getNodeId()))) {
            ways.add(way.getId());
        } else if (entity instanceof Relation relation) {
            candidates.add(relation);
        }
    }

    private boolean belongs(Relation relation) {
        return isOfType(relation, "boundary")
                ? wayIds(relation).findAny().isPresent() && wayIds(relation).allMatch(ways::contains)
                : wayIds(relation).anyMatch(ways::contains);
    }

    private void keep(Relation relation) {
        relations.add(relation.getId());
        if (isOfType(relation, "multipolygon")) {
            wayIds(relation).forEach(ways::add);
        }
    }

    private static LongStream wayIds(Relation relation) {
        return relation.getMembers().stream()
                .filter(member -> member.getMemberType() == EntityType.Way)
                .mapToLong(RelationMember::getMemberId);
    }

    private void noteNeeded(EntityContainer container) {
        if (!(container.getEntity() instanceof Way way)) {
            return;
        }
        if (ways.contains(way.getId())) {
            for (WayNode ref : way.getWayNodes()) {
                nodes.add(ref.getNodeId());
            }
        }
    }

    private void write(OsmReader source, Path target) {
        try (var blocks = new BlockOutputStream(Files.newOutputStream(target))) {
            var serializer = new OsmosisSerializer(blocks);
            serializer.configOmit(true);
            source.read(new ElementSink(container -> pass(container, serializer)), bytes -> {});
            serializer.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pass(EntityContainer container, OsmosisSerializer serializer) {
        Entity entity = container.getEntity();
        boolean kept = switch (entity.getType()) {
            case Node -> nodes.contains(entity.getId());
            case Way -> ways.contains(entity.getId());
            case Relation -> relations.contains(entity.getId());
            case Bound -> false;
        };
        if (kept) {
            serializer.process(container);
        }
    }

    private static boolean isOfType(Relation relation, String type) {
        return relation.getTags().stream()
                .anyMatch(tag -> tag.getKey().equals("type") && tag.getValue().equals(type));
    }
}
