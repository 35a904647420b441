package se.lykta.place.osm;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.container.v0_6.RelationContainer;
import org.openstreetmap.osmosis.core.container.v0_6.WayContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.CommonEntityData;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.OsmUser;
import org.openstreetmap.osmosis.core.domain.v0_6.Relation;
import org.openstreetmap.osmosis.core.domain.v0_6.RelationMember;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.place.NamedPlace;
import se.lykta.place.osm.file.OsmReader;

/**
 * Measures how much memory an import holds for each node, on an invented file with the proportions of a country: a way of
 * ten nodes for each ten nodes, each 20th way the border of a multipolygon.
 *
 * <p>Run: {@code mvn test -Preference -Dtest=ImportMemory -Dlykta.nodes=5000000}. Prints the bytes that stay after a
 * garbage collection while the whole file is held, at the end of the second pass.
 */
@Tag("reference")
class ImportMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ImportMemory.class);
    private static final int WAY_NODES = 10;
    private static final int EVERY = 20;
    private static final int ROW = 3000;
    private static final OsmRows NOWHERE = new OsmRows() {
        @Override
        public void draw(MapThing thing, Map<String, String> tags, Geometry geometry) {
            // only memory is measured
        }

        @Override
        public void ground(MapThing thing, Polygon metres) {
            // only memory is measured
        }

        @Override
        public void name(NamedPlace place) {
            // only memory is measured
        }

        @Override
        public void address(Address address, Point position) {
            // only memory is measured
        }

        @Override
        public void boundary(Boundary boundary, Geometry area) {
            // only memory is measured
        }
    };

    @TempDir
    Path directory;

    @Test
    void bytesPerNode() throws IOException {
        int count = Integer.getInteger("lykta.nodes", 5_000_000);
        Path file = directory.resolve("country.osm.pbf");
        write(file, count);
        long before = held();
        long start = System.nanoTime();
        var builder = new OsmBuilder(NOWHERE, Optional.empty());
        var reader = new OsmReader(file, "country.osm.pbf");
        reader.read(builder.firstPass(), bytes -> {});
        long first = held() - before;
        reader.read(builder.secondPass(), bytes -> {});
        long second = held() - before;
        builder.finish();
        LOG.info(String.format(
                Locale.ROOT,
                "%d nodes in %d bytes: %.1f bytes a node after the first pass, %.1f after the second, %.1f s, most heap %d MB",
                builder.nodeCount(),
                Files.size(file),
                (double) first / count,
                (double) second / count,
                (System.nanoTime() - start) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file, int count) throws IOException {
        var serializer = new OsmosisSerializer(new BlockOutputStream(Files.newOutputStream(file)));
        serializer.configOmit(true);
        for (int i = 0; i < count; i++) {
            int row = i / ROW;
            serializer.process(new NodeContainer(new Node(data(i + 1L), 55 + i % ROW * 1e-3, 11 + row * 1e-4)));
        }
        int ways = count / WAY_NODES;
        for (int i = 0; i < ways; i++) {
            var way = new Way(data(i + 1L));
            for (int k = 0; k < WAY_NODES; k++) {
                way.getWayNodes().add(new WayNode((long) i * WAY_NODES + k + 1));
            }
            serializer.process(new WayContainer(way));
        }
        for (int i = 0; i < ways / EVERY; i++) {
            List<RelationMember> members = new ArrayList<>();
            members.add(new RelationMember((long) i * EVERY + 1, EntityType.Way, "outer"));
            var relation = new Relation(data(i + 1L), members);
            relation.getTags().add(new org.openstreetmap.osmosis.core.domain.v0_6.Tag("type", "multipolygon"));
            serializer.process(new RelationContainer(relation));
        }
        serializer.complete();
        serializer.close();
    }

    @SuppressWarnings("JavaUtilDate") // as the library wants it
    private static CommonEntityData data(long id) {
        return new CommonEntityData(id, 1, new Date(0), OsmUser.NONE, 1);
    }
}
