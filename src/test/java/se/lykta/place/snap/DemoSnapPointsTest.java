package se.lykta.place.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;

/** The snap points of the demo municipality, in the table as the service makes them. */
class DemoSnapPointsTest {

    private static final Path DATA = Path.of("data", "demo");

    @TempDir
    static Path kept;

    private static TestDatabase database;

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        new AreaImport(jdbi())
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
        new OsmImport(jdbi(), kept).run(DATA.resolve("ljusbro.osm"), share -> {});
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyPointStandsForEightAddressesOrIsTheCentreOfItsArea() {
        List<SnapPoint> points = new SnapPointStore(jdbi()).list();

        SnapPromise.of(database).check(points);

        assertThat(points)
                .filteredOn(point -> point.scale() == SnapScale.STREET)
                .hasSizeGreaterThan(50);
    }

    @Test
    void positionsAreThoseOfTheTable() {
        Set<LonLat> table = new SnapPointStore(jdbi())
                .list().stream().map(SnapPoint::position).collect(Collectors.toSet());
        SnapPoints snap = new SnapPointStore(jdbi()).load();
        Municipality municipality = new PlaceStore(jdbi()).municipality();
        Random random = new Random(5);

        for (int i = 0; i < 500; i++) {
            var exact = new LonLat(
                    municipality.start().lonDeg() + random.nextGaussian() * 0.05,
                    municipality.start().latDeg() + random.nextGaussian() * 0.03);
            Optional<LonLat> shown = snap.snap(exact);

            assertThat(shown.isPresent()).isEqualTo(municipality.contains(exact));
            assertThat(table).containsAll(shown.stream().toList());
        }
    }

    @Test
    void importOfTheSameMapAgainLeavesThePointsWhereTheyAre() {
        List<SnapPoint> before = new SnapPointStore(jdbi()).list();

        new OsmImport(jdbi(), kept).run(DATA.resolve("ljusbro.osm"), share -> {});

        assertThat(new SnapPointStore(jdbi()).list()).isEqualTo(before);
    }

    private static Jdbi jdbi() {
        return database.database().jdbi();
    }
}
