package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import se.lykta.db.TestDatabase;
import se.lykta.http.ApiException;
import se.lykta.place.Area;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.AreaImport;

/**
 * Storköping is a box of 0.4 by 0.2 degrees in two halves. Of its districts one keeps to the border, one crosses it with a
 * fifth, one of the neighbour with four fifths, and one of the neighbour touches it.
 */
class AreasFromOsmTest {

    private static final String[] HALVES = {"way 1001 outer", "way 1002 outer"};

    @TempDir
    Path directory;

    private TestDatabase database;
    private PlaceStore places;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        places = new PlaceStore(jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theMunicipalityAndItsDistrictsComeFromTheBoundaries() {
        importMap(town(9));

        Municipality made = run("Storköping", OptionalInt.empty());

        assertThat(made.name()).isEqualTo("Storköping");
        assertThat(box(made.outline().orElseThrow())).containsExactly(14.0, 56.0, 14.4, 56.2);
        assertThat(made.contains(made.start())).isTrue();
        assertThat(places.listAreas()).extracting(Area::name).containsExactly("Väst", "Öst");
    }

    @Test
    void aDistrictThatCrossesTheBorderEndsThere() {
        importMap(town(9));

        run("Storköping", OptionalInt.empty());

        Area east = places.listAreas().get(1);
        assertThat(box(east.geometry())).containsExactly(14.2, 56.0, 14.4, 56.2);
        assertThat(east.geometry().getArea()).isCloseTo(0.2 * 0.2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10})
    void theUsualLevelThatHasAnyAreasIsTaken(int level) {
        importMap(town(level));

        run("Storköping", OptionalInt.empty());

        assertThat(places.listAreas()).hasSize(2);
    }

    @Test
    void districtsAreTakenBeforeTheirPartsAndBeforeParishes() {
        importMap(town(9).square(3100, 14.05, 56.05, 0.1, boundary("Kvarteret", 10))
                .square(3200, 14.0, 56.0, 0.2, boundary("Socknen", 8)));

        run("Storköping", OptionalInt.empty());
        assertThat(places.listAreas()).extracting(Area::name).containsExactly("Väst", "Öst");

        run("Storköping", OptionalInt.of(10));
        assertThat(places.listAreas()).extracting(Area::name).containsExactly("Kvarteret");
    }

    @Test
    void withoutAnyPartsThereAreNoAreas() {
        importMap(town(11));

        run("Storköping", OptionalInt.empty());

        assertThat(places.listAreas()).isEmpty();
        assertThat(places.findMunicipality()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Storköping, Storköping",
        "storköping, Storköping",
        "Storköpings kommun, Storköpings kommun",
        "' Storköping ', Storköping"
    })
    void theMunicipalityIsFoundByWhatPeopleCallIt(String said, String called) {
        importMap(town(9));

        assertThat(run(said, OptionalInt.empty()).name()).isEqualTo(called);
    }

    @Test
    void theOnlyMunicipalityNeedsNoName() {
        importMap(alone());

        assertThat(run(null, OptionalInt.empty()).name()).isEqualTo("Storköpings kommun");
    }

    @Test
    void anAreaKeepsItsNumberByItsNameAndItsVersionGrows() {
        importMap(town(9));
        run("Storköping", OptionalInt.empty());
        Map<String, Integer> first = numbers();
        long version = places.areasVersion();

        run("Storköping", OptionalInt.empty());

        assertThat(numbers()).isEqualTo(first);
        assertThat(places.areasVersion()).isGreaterThan(version);
    }

    @Test
    void severalMunicipalitiesWithoutANameAreListed() {
        importMap(town(9));

        assertRefused(null, OptionalInt.empty(), "municipality-unclear").contains("Lillköping, Storköpings kommun");
    }

    @Test
    void aNameThatIsNotThereIsToldWithThoseThatAre() {
        importMap(town(9));

        assertRefused("Köping", OptionalInt.empty(), "municipality-not-in-osm")
                .contains("Köping;")
                .contains("Lillköping, Storköpings kommun");
    }

    @Test
    void anExtractWithoutAMunicipalityTellsWhatItHas() {
        importMap(new OsmXml().square(3100, 14.05, 56.05, 0.1, boundary("Kvarteret", 10)));

        assertRefused(null, OptionalInt.empty(), "municipality-not-in-osm").contains("1 of level 10");
    }

    @Test
    void withoutAMapTheWayToOneIsTold() {
        assertRefused("Storköping", OptionalInt.empty(), "municipality-not-in-osm")
                .contains("import-osm");
    }

    @Test
    void aLevelThatHasNoAreasLeavesTheOldOnes() {
        importMap(town(9));
        run("Storköping", OptionalInt.empty());
        long version = places.areasVersion();

        assertRefused("Storköping", OptionalInt.of(10), "areas-not-in-osm").contains("2 of level 9");

        assertThat(places.listAreas()).hasSize(2);
        assertThat(places.areasVersion()).isEqualTo(version);
    }

    private AbstractStringAssert<?> assertRefused(@Nullable String name, OptionalInt level, String code) {
        String[] message = {""};
        assertThatThrownBy(() -> run(name, level)).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            message[0] = String.valueOf(e.getMessage());
        });
        return assertThat(message[0]);
    }

    private Municipality run(@Nullable String name, OptionalInt level) {
        return new AreaImport(jdbi()).runFromOsm(level, new AreaImport.Options(name, ZoneId.of("Europe/Stockholm")));
    }

    private void importMap(OsmXml map) {
        new OsmImport(jdbi(), directory).run(map.write(directory, "town.osm"), share -> {});
    }

    private Jdbi jdbi() {
        return database.database().jdbi();
    }

    private static double[] box(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private Map<String, Integer> numbers() {
        return places.listAreas().stream().collect(Collectors.toMap(Area::name, Area::id));
    }

    private static OsmXml alone() {
        return new OsmXml()
                .node(1, 14.0, 56.0)
                .node(2, 14.4, 56.0)
                .node(3, 14.4, 56.2)
                .node(4, 14.0, 56.2)
                .way(1001, new long[] {1, 2, 3})
                .way(1002, new long[] {3, 4, 1})
                .relation(1, HALVES, relation("Storköpings kommun", 7));
    }

    private static OsmXml town(int level) {
        return alone().square(2000, 14.4, 56.0, 0.4, boundary("Lillköping", 7))
                .square(3000, 14.0, 56.0, 0.2, boundary("Väst", level))
                .node(11, 14.2, 56.0)
                .node(12, 14.45, 56.0)
                .node(13, 14.45, 56.2)
                .node(14, 14.2, 56.2)
                .way(3010, new long[] {11, 12, 13, 14, 11}, boundary("Öst", level))
                .square(3020, 14.36, 56.0, 0.2, boundary("Grannbyn", level))
                .square(3030, 14.4, 56.0, 0.2, boundary("Granngården", level));
    }

    private static String[] boundary(String name, int level) {
        return new String[] {"boundary", "administrative", "admin_level", Integer.toString(level), "name", name};
    }

    private static String[] relation(String name, int level) {
        return new String[] {
            "type", "boundary", "boundary", "administrative", "admin_level", Integer.toString(level), "name", name
        };
    }
}
