package se.lykta.place.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.RealExtract;
import se.lykta.place.osm.ExtractWithHouse;
import se.lykta.place.osm.OsmImport;

/** The snap points of two real towns whose areas cut through the blocks. */
@Tag("reference")
class RealSnapPointsTest {

    /** An address more moves its own catchment and those around it: three of them away nothing may notice. */
    private static final double CATCHMENTS = 3;

    @TempDir
    Path directory;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyPointStandsForEightAddressesOrIsTheCentreOfItsArea(RealExtract extract) {
        extract.load(jdbi(), directory);

        List<SnapPoint> points = new SnapPointStore(jdbi()).list();

        SnapPromise.of(database).check(points);
        // three areas and what lies in none, each with a point of every scale at least
        for (SnapScale scale : SnapScale.values()) {
            assertThat(points.stream()
                            .filter(point -> point.scale() == scale)
                            .map(SnapPoint::areaId)
                            .distinct())
                    .hasSize(4);
        }
        assertThat(ofStreets(points)).hasSizeGreaterThan(extract == RealExtract.STOCKHOLM ? 60 : 5);
    }

    @ParameterizedTest
    @EnumSource
    void secondImportLeavesThePointsWhereTheyAre(RealExtract extract) {
        extract.load(jdbi(), directory);
        List<SnapPoint> before = new SnapPointStore(jdbi()).list();

        new OsmImport(jdbi(), directory).run(extract.path(), share -> {});

        assertThat(new SnapPointStore(jdbi()).list()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void oneHouseMoreMovesOnlyPointsNearby(RealExtract extract) throws IOException {
        extract.load(jdbi(), directory.resolve("kept"));
        List<LonLat> before = ofStreets(new SnapPointStore(jdbi()).list());
        SnapPromise promise = SnapPromise.of(database);
        double spacing = Math.sqrt(promise.metres(extract.at(0, 0), extract.at(1, 0))
                * promise.metres(extract.at(0, 0), extract.at(0, 1))
                / before.size());
        Random random = new Random(61);

        for (int i = 0; i < 6; i++) {
            LonLat door = extract.at(0.1 + 0.8 * random.nextDouble(), 0.1 + 0.8 * random.nextDouble());
            Path more = ExtractWithHouse.write(
                    extract.path(), directory.resolve("more.osm.pbf"), "Nybyggargatan", String.valueOf(i + 1), door);
            new OsmImport(jdbi(), directory.resolve("kept")).run(more, share -> {});

            List<SnapPoint> points = new SnapPointStore(jdbi()).list();

            SnapPromise.of(database).check(points);
            assertThat(different(before, ofStreets(points)))
                    .as("house %d at %s", i, door)
                    .allSatisfy(point -> assertThat(promise.metres(point, door)).isLessThan(CATCHMENTS * spacing));
        }
    }

    private static List<LonLat> ofStreets(List<SnapPoint> points) {
        return points.stream()
                .filter(point -> point.scale() == SnapScale.STREET)
                .map(SnapPoint::position)
                .toList();
    }

    private static Set<LonLat> different(List<LonLat> some, List<LonLat> others) {
        Set<LonLat> changed =
                some.stream().filter(point -> !others.contains(point)).collect(Collectors.toSet());
        others.stream().filter(point -> !some.contains(point)).forEach(changed::add);
        return changed;
    }

    private Jdbi jdbi() {
        return database.database().jdbi();
    }
}
