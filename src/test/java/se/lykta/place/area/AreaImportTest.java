package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.place.Area;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;

class AreaImportTest {

    private static final String WEST = "[[[14,56],[14.5,56],[14.5,57],[14,57],[14,56]]]";
    private static final String EAST = "[[[14.5,56],[15,56],[15,57],[14.5,57],[14.5,56]]]";

    private TestDatabase database;
    private PlaceStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        store = new PlaceStore(database.database().jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void unionOfAreasIsTheOutlineWithoutAMunicipality() {
        Municipality made = run("Provköping", collection(area("Väst", WEST), area("Öst", EAST)));

        assertThat(made.name()).isEqualTo("Provköping");
        assertThat(made.fictional()).isFalse();
        Geometry outline = store.findMunicipality().orElseThrow().outline().orElseThrow();
        assertThat(outline.getArea()).isCloseTo(1, within(1e-9));
        assertThat(outline.getNumGeometries()).isEqualTo(1);
        assertThat(store.listAreas()).extracting(Area::name).containsExactly("Väst", "Öst");
        assertThat(made.contains(made.start())).isTrue();
    }

    @Test
    void municipalityFeatureGivesNameBorderAndStart() {
        String municipality =
                feature("\"kind\":\"municipality\",\"name\":\"Ljusby\",\"fictional\":true,\"start\":[14.2,56.3]", WEST);

        run(null, collection(municipality, area("Öst", EAST)));

        Municipality made = store.findMunicipality().orElseThrow();
        assertThat(made.name()).isEqualTo("Ljusby");
        assertThat(made.fictional()).isTrue();
        assertThat(made.start()).isEqualTo(new LonLat(14.2, 56.3));
        assertThat(made.contains(new LonLat(14.9, 56.5))).isFalse();
        assertThat(made.contains(new LonLat(14.1, 56.5))).isTrue();
        assertThat(made.bbox().eastDeg()).isEqualTo(14.5);
    }

    @Test
    void secondImportReplacesTheFirst() {
        run("Ett", collection(area("Väst", WEST)));

        run("Två", collection(area("Öst", EAST)));

        assertThat(store.municipality().name()).isEqualTo("Två");
        assertThat(store.listAreas()).extracting(Area::name).containsExactly("Öst");
    }

    @Test
    void anAreaKeepsItsNumberUnderItsName() {
        run("Ett", collection(area("Väst", WEST), area("Öst", EAST)));
        Map<String, Integer> first = numbers();

        run("Ett", collection(area("Öst", WEST), area("Norr", EAST)));
        Map<String, Integer> second = numbers();

        assertThat(second.get("Öst")).isEqualTo(first.get("Öst"));
        assertThat(first).doesNotContainValue(second.get("Norr"));
    }

    @Test
    void areasOfOneNameGetNumbersOfTheirOwn() {
        run("Ett", collection(area("Väst", WEST)));

        run("Ett", collection(area("Väst", WEST), area("Väst", EAST)));

        assertThat(store.listAreas()).extracting(Area::id).doesNotHaveDuplicates();
    }

    @Test
    void everyImportHasAVersion() {
        long none = store.areasVersion();
        run("Ett", collection(area("Väst", WEST)));
        long first = store.areasVersion();
        run("Ett", collection(area("Väst", EAST)));

        assertThat(none).isZero();
        assertThat(first).isPositive();
        assertThat(store.areasVersion()).isGreaterThan(first);
    }

    @Test
    void versionGrowsEvenIfTheClockWasSetBack() {
        run("Ett", collection(area("Väst", WEST)));
        database.database()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE municipality SET changed_at = now() + interval '1 day'"));
        long tomorrow = store.areasVersion();

        run("Ett", collection(area("Väst", EAST)));

        assertThat(store.areasVersion()).isGreaterThan(tomorrow);
    }

    @Test
    void importsAtTheSameTimeFollowEachOther() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Municipality>> imports =
                    Collections.nCopies(8, () -> run("Ett", collection(area("Väst", WEST), area("Öst", EAST))));
            for (Future<Municipality> made : threads.invokeAll(imports)) {
                assertThat(made.get().name()).isEqualTo("Ett");
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(store.listAreas()).extracting(Area::name).containsExactly("Väst", "Öst");
    }

    private Map<String, Integer> numbers() {
        return store.listAreas().stream().collect(Collectors.toMap(Area::name, Area::id));
    }

    @Test
    void slightlyCrossingRingIsRepaired() {
        // the ring runs 0.0001 degrees over its own start
        String ring = "[[[14,56],[15,56],[15,57],[14,57],[14,55.9999],[14.0001,56.0001],[14,56]]]";

        run("Provköping", collection(area("Skev", ring)));

        assertThat(store.listAreas())
                .singleElement()
                .matches(area -> area.geometry().isValid());
    }

    @Test
    void crossingPolygonIsRefusedWithThePlaceOfTheFaultAndNothingIsReplaced() {
        run("Ett", collection(area("Väst", WEST)));
        String bowTie = "[[[14,56],[15,57],[15,56],[14,57],[14,56]]]";

        assertThatThrownBy(() -> run("Två", collection(area("Öst", EAST), area("Fluga", bowTie))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("areas-invalid");
                    assertThat(e.faults()).singleElement().satisfies(fault -> {
                        assertThat(fault.field()).isEqualTo("features/1");
                        assertThat(fault.message())
                                .contains("self-intersection")
                                .contains("14.500000,56.500000");
                    });
                });
        assertThat(store.municipality().name()).isEqualTo("Ett");
    }

    @Test
    void allPlacesWhereABorderCrossesItselfAreToldWithTheirPositions() {
        // a zigzag of four strokes between two lines, closed along the middle, which it crosses twice
        String zigzag = "[[[14,56],[14.25,57],[14.5,56],[14.75,57],[15,56],[15,56.5],[14,56.5],[14,56]]]";

        assertThatThrownBy(() -> run("Ett", collection(area("Sick sack", zigzag))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("areas-invalid");
                    assertThat(e.faults())
                            .extracting(Fault::position)
                            .containsExactlyInAnyOrder(
                                    List.of(14.125, 56.5),
                                    List.of(14.375, 56.5),
                                    List.of(14.625, 56.5),
                                    List.of(14.875, 56.5));
                    assertThat(e.faults()).extracting(Fault::field).containsOnly("features/0");
                });
    }

    @Test
    void whatHasNoSurfaceIsRefused() {
        String flat = "[[[14,56],[15,56],[14.5,56],[14,56]]]";

        assertThatThrownBy(() -> run("Ett", collection(area("Streck", flat))))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("areas-invalid"));
    }

    @Test
    void aHostileScribbleIsRefusedUnrepaired() {
        // every stroke crosses every other one: 12.5 million crossings, whose repair would take all memory
        String scribble = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 2 == 0 ? "[%s,56]".formatted(14 + i * 1e-5) : "[%s,57]".formatted(15 - i * 1e-5))
                .collect(Collectors.joining(",", "[[", ",[14,56]]]"));

        assertThatThrownBy(() -> run("Ett", collection(area("Klotter", scribble))))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.faults()).hasSize(20));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String point =
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[14,56]}}";
        String open = area("Öppen", "[[[14,56],[15,56],[15,57],[14,57]]]");
        String far = area("Fel axlar", "[[[56,114],[57,114],[57,115],[56,114]]]");

        assertThatThrownBy(() -> run("X", collection(point, open, far, area("Väst", WEST))))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("areas-unreadable");
                    assertThat(e.faults())
                            .extracting("field")
                            .containsExactly("features/0", "features/1", "features/2");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "areas-unreadable | {\"type\":\"FeatureCollection\",\"features\":[]}",
                "areas-unreadable | {\"type\":\"Topology\"}",
                "areas-unreadable | {\"type\":\"FeatureColl",
                "areas-unreadable | name;lon;lat"
            })
    void whatIsNoCollectionOfAreasIsRefused(String code, String text) {
        assertThatThrownBy(() -> run("X", text))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(store.findMunicipality()).isEmpty();
    }

    @Test
    void areasWithoutAMunicipalityNeedAName() {
        assertThatThrownBy(() -> run(null, collection(area("Väst", WEST))))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("municipality-name-missing"));
    }

    private Municipality run(@Nullable String name, String text) {
        return new AreaImport(database.database().jdbi())
                .run(
                        text.getBytes(StandardCharsets.UTF_8),
                        new AreaImport.Options(name, ZoneId.of("Europe/Stockholm")));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", List.of(features)) + "]}";
    }

    private static String area(String name, String rings) {
        return feature("\"kind\":\"area\",\"name\":\"" + name + "\"", rings);
    }

    private static String feature(String properties, String rings) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings + "}}";
    }
}
