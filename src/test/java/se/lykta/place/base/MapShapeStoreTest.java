package se.lykta.place.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import se.lykta.db.TestDatabase;
import se.lykta.geo.Bbox;
import se.lykta.place.osm.OsmImport;

/** The imported map of a box, on the demo town. */
class MapShapeStoreTest {

    private static final Bbox SQUARE = new Bbox(15.048, 58.949, 15.052, 58.951);

    private static TestDatabase database;
    private static MapShapeStore store;

    @BeforeAll
    static void importMap(@TempDir Path kept) {
        database = TestDatabase.create();
        new OsmImport(database.database().jdbi(), kept).run(Path.of("data", "demo", "ljusbro.osm"), share -> {});
        store = new MapShapeStore(database.database().jdbi());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void streetsHousesAndSquareOfABoxAreThere() {
        List<MapShape> shapes = store.list(SQUARE, 1);

        assertThat(shapes).extracting(MapShape::layer).contains("landuse", "buildings", "roads");
        assertThat(shapes).extracting(MapShape::name).contains("Torggatan", "Storgatan");
    }

    @Test
    void everythingIsCutToTheBoxGivenOrTakenACorner() {
        // a box of degrees is not quite one of Web Mercator only in theory: both are along the meridians
        var box = new Envelope(15.048 - 1e-6, 15.052 + 1e-6, 58.949 - 1e-6, 58.951 + 1e-6);

        assertThat(store.list(SQUARE, 1))
                .allMatch(shape -> box.contains(shape.geometry().getEnvelopeInternal()));
    }

    @Test
    void groundComesFirstAndTheOrderIsAlwaysTheSame() {
        List<MapShape> shapes = store.list(SQUARE, 1);
        List<String> layers = shapes.stream().map(MapShape::layer).distinct().toList();

        assertThat(layers.subList(0, 2)).containsExactly("landuse", "buildings");
        assertThat(store.list(SQUARE, 1)).isEqualTo(shapes);
    }

    @Test
    void smallScaleLeavesOutWhatIsNotSeen() {
        var town = new Bbox(15.0, 58.9, 15.1, 59.0);

        List<MapShape> near = store.list(town, 1);
        List<MapShape> far = store.list(town, 60);

        assertThat(near).extracting(MapShape::layer).contains("buildings");
        assertThat(far).extracting(MapShape::layer).contains("roads").doesNotContain("buildings");
        assertThat(far.size()).isLessThan(near.size() / 4);
    }

    @Test
    void nothingIsFoundWhereNoMapIs() {
        assertThat(store.list(new Bbox(10, 50, 10.01, 50.01), 1)).isEmpty();
    }
}
