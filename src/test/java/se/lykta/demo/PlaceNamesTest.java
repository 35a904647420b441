package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.Gazetteer;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceName;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;

/** The planted places as the real import and the real gazetteer name them. */
class PlaceNamesTest {

    @Test
    void theGazetteerKnowsEveryPlantedPlace(@TempDir Path kept) throws IOException {
        try (var test = TestDatabase.create()) {
            var store = new PlaceStore(test.database().jdbi());
            byte[] areas = Files.readAllBytes(Path.of("data/demo/areas.geojson"));
            Municipality ljusbro =
                    new AreaImport(test.database().jdbi()).run(areas, new AreaImport.Options(null, Reports.ZONE));
            new OsmImport(test.database().jdbi(), kept).run(Path.of("data/demo/ljusbro.osm"), share -> {});
            var gazetteer = new Gazetteer(store);

            assertThat(ljusbro.name()).isEqualTo("Ljusbro");
            assertThat(ljusbro.fictional()).isTrue();
            assertThat(store.listAreas()).hasSize(8);
            for (Planted planted : Truth.hotspots()) {
                Spot centre = planted.where().centre();
                Optional<PlaceName> name = gazetteer.nearest(new LonLat(Plane.lon(centre), Plane.lat(centre)));

                assertThat(name.map(PlaceName::name))
                        .as(planted.id())
                        .hasValueSatisfying(found -> assertThat(found).containsAnyOf(places(planted)));
            }
        }
    }

    private static String[] places(Planted planted) {
        return Names.places(planted).toArray(String[]::new);
    }
}
