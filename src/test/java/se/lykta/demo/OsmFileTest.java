package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.domain.v0_6.EntityType;
import org.openstreetmap.osmosis.core.task.v0_6.RunnableSource;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import org.openstreetmap.osmosis.xml.common.CompressionMethod;
import org.openstreetmap.osmosis.xml.v0_6.FastXmlReader;
import org.openstreetmap.osmosis.xml.v0_6.XmlReader;

/** The committed file, read by the programs that have to read it. */
class OsmFileTest {

    private static final Path FILE = Path.of("data/demo/ljusbro.osm");

    @Test
    void bothOsmosisReadersSeeTheSameSmallTown() {
        Map<EntityType, Integer> slow = count(new XmlReader(FILE.toFile(), true, CompressionMethod.None));
        Map<EntityType, Integer> fast = count(new FastXmlReader(FILE.toFile(), true, CompressionMethod.None));

        assertThat(slow).isEqualTo(fast);
        assertThat(slow.get(EntityType.Node)).isBetween(3_000, 6_000);
        assertThat(slow.get(EntityType.Way)).isBetween(600, 2_000);
        assertThat(slow).containsEntry(EntityType.Relation, 1);
    }

    @Test
    void theFileIsSmallAndSaysThatTheTownIsFictional() throws Exception {
        assertThat(Files.size(FILE)).isLessThan(1_000_000);
        assertThat(Files.readString(FILE)).contains("FICTIONAL", Town.NOTE, "CC0-1.0");
    }

    @Test
    void aPedestrianReachesEveryHotspotFromStortorget(@TempDir Path directory) {
        GraphHopper hopper = footNetwork(directory);
        try {
            for (Planted hotspot : Truth.hotspots()) {
                Spot centre = hotspot.where().centre();
                var answer = hopper.route(
                        new GHRequest(Plane.LAT, Plane.LON, Plane.lat(centre), Plane.lon(centre)).setProfile("foot"));

                assertThat(answer.getErrors()).as(hotspot.id()).isEmpty();
                var points = answer.getBest().getPoints();
                int last = points.size() - 1;
                assertThat(Plane.spot(points.getLon(last), points.getLat(last)).distance(centre))
                        .as("metres from %s to the network", hotspot.id())
                        .isLessThan(50);
                assertThat(answer.getBest().getDistance()).as(hotspot.id()).isLessThan(1_600);
            }
        } finally {
            hopper.close();
        }
    }

    private static GraphHopper footNetwork(Path directory) {
        var hopper = new GraphHopper()
                .setOSMFile(FILE.toString())
                .setGraphHopperLocation(directory.resolve("graph").toString())
                .setMinNetworkSize(0)
                .setEncodedValuesString(
                        "foot_access, foot_priority, foot_average_speed, foot_road_access, hike_rating, mtb_rating,"
                                + " country, road_class")
                .setProfiles(
                        List.of(new Profile("foot").setCustomModel(GHUtility.loadCustomModelFromJar("foot.json"))));
        hopper.importOrLoad();
        return hopper;
    }

    private static Map<EntityType, Integer> count(RunnableSource reader) {
        Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
        reader.setSink(new Sink() {
            @Override
            public void initialize(Map<String, Object> metaData) {
                // nothing to prepare
            }

            @Override
            public void process(EntityContainer container) {
                counts.merge(container.getEntity().getType(), 1, Integer::sum);
            }

            @Override
            public void complete() {
                // nothing to finish
            }

            @Override
            public void close() {
                // nothing to close
            }
        });
        reader.run();
        counts.remove(EntityType.Bound);
        return counts;
    }
}
