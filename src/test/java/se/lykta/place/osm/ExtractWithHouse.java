package se.lykta.place.osm;

import crosby.binary.file.BlockOutputStream;
import crosby.binary.osmosis.OsmosisReader;
import crosby.binary.osmosis.OsmosisSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.container.v0_6.NodeContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.CommonEntityData;
import org.openstreetmap.osmosis.core.domain.v0_6.Node;
import org.openstreetmap.osmosis.core.domain.v0_6.OsmUser;
import org.openstreetmap.osmosis.core.domain.v0_6.Tag;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import se.lykta.geo.LonLat;

/** Copies an extract and builds one more house in it. */
public final class ExtractWithHouse {

    private static final long NEW_ID = 9_000_000_000L;

    private ExtractWithHouse() {}

    /** Writes the copy; the house is a node with an address, before all other elements. */
    public static Path write(Path extract, Path target, String street, String number, LonLat door) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            var serializer = new OsmosisSerializer(new BlockOutputStream(out));
            serializer.configOmit(true);
            var reader = new OsmosisReader(extract.toFile());
            reader.setSink(new Builder(serializer, house(street, number, door)));
            reader.run();
        }
        return target;
    }

    @SuppressWarnings("JavaUtilDate") // osmosis wants one
    private static Node house(String street, String number, LonLat door) {
        var tags = List.of(new Tag("addr:street", street), new Tag("addr:housenumber", number));
        return new Node(
                new CommonEntityData(NEW_ID, 1, new Date(0), OsmUser.NONE, 1, tags), door.latDeg(), door.lonDeg());
    }

    private static final class Builder implements Sink {

        private final Sink next;
        private final Node house;
        private boolean built;

        Builder(Sink next, Node house) {
            this.next = next;
            this.house = house;
        }

        @Override
        public void initialize(Map<String, Object> metaData) {
            next.initialize(metaData);
        }

        @Override
        public void process(EntityContainer container) {
            if (!built && container.getEntity() instanceof Node) {
                built = true;
                next.process(new NodeContainer(house));
            }
            next.process(container);
        }

        @Override
        public void complete() {
            next.complete();
        }

        @Override
        public void close() {
            next.close();
        }
    }
}
