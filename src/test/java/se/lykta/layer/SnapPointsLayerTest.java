package se.lykta.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Point;
import se.lykta.account.Audience;
import se.lykta.db.TestDatabase;
import se.lykta.hotspot.HotspotParameters;
import se.lykta.http.ApiException;
import se.lykta.index.Filter;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.AreaImport;
import se.lykta.place.area.AreaStore;
import se.lykta.place.osm.OsmImport;
import se.lykta.place.snap.CurrentSnapPoints;
import se.lykta.place.snap.SnapPointStore;
import se.lykta.place.snap.SnapScale;

/** The layer against the table, read by other statements, with the demo municipality. */
class SnapPointsLayerTest {

    private static final Path DATA = Path.of("data", "demo");

    @TempDir
    static Path kept;

    private static TestDatabase database;

    private final CurrentSnapPoints current = new CurrentSnapPoints(new SnapPointStore(jdbi()));
    private final SnapPointsLayer layer = new SnapPointsLayer(current);

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        importAreas();
        new OsmImport(jdbi(), kept).run(DATA.resolve("ljusbro.osm"), share -> {});
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyPointOfTheScaleIsThereWithWhatItStandsFor(SnapScale scale) {
        current.refresh();

        List<Feature> features = all(scale);

        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (Feature feature : features) {
            Point place = (Point) Objects.requireNonNull(feature.geometry());
            Map<String, @Nullable Object> values = new HashMap<>(feature.properties());
            values.put("lon", place.getX());
            values.put("lat", place.getY());
            assertThat(values.remove("scale")).isEqualTo(scale.code());
            shown.add(values);
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(table(scale)).isNotEmpty();
        assertThat(features.stream().map(Feature::id)).doesNotHaveDuplicates();
        assertThat(features)
                .extracting(feature -> (Integer) feature.properties().get("addresses"))
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    }

    @Test
    void streetsPlacesAndCentresAreToldApart() {
        current.refresh();
        var kinds = new HashSet<@Nullable Object>();
        for (SnapScale scale : SnapScale.values()) {
            all(scale).forEach(feature -> kinds.add(feature.properties().get("kind")));
        }

        assertThat(kinds).containsExactlyInAnyOrder("street", "place", "area_centre");
    }

    @Test
    void thePublicHasNoSuchLayer() {
        current.refresh();

        assertThatThrownBy(() -> layer.contents(view(Audience.PUBLIC, SnapScale.STREET)))
                .isInstanceOf(ApiException.class)
                .extracting(failure -> ((ApiException) failure).code())
                .isEqualTo("sign-in-required");
    }

    @Test
    void theVersionFollowsTheImportsAndTellsScalesApart() throws IOException {
        current.refresh();
        Layer.Contents before = layer.contents(view(Audience.STAFF, SnapScale.STREET));
        List<String> ids = all(SnapScale.STREET).stream().map(Feature::id).toList();
        current.refresh();
        String unchanged = layer.version(view(Audience.STAFF, SnapScale.STREET));
        importAreas();
        String unseen = layer.version(view(Audience.STAFF, SnapScale.STREET));
        current.refresh();

        assertThat(unchanged).isEqualTo(before.version());
        assertThat(unseen).isEqualTo(before.version());
        assertThat(layer.version(view(Audience.STAFF, SnapScale.STREET))).isNotEqualTo(before.version());
        assertThat(layer.version(view(Audience.STAFF, SnapScale.QUARTER)))
                .isNotEqualTo(layer.version(view(Audience.STAFF, SnapScale.STREET)));
        // the same map and areas: the same points under the same ids
        assertThat(all(SnapScale.STREET)).extracting(Feature::id).isEqualTo(ids);
    }

    @Test
    void anAreaOfAnotherNameIsToldAfterTheNextLook() {
        current.refresh();
        var places = new PlaceStore(jdbi());
        var store = new AreaStore(jdbi());
        var areas = places.listAreas();
        String old = areas.get(0).name();
        store.replace(
                places.municipality(),
                areas.stream()
                        .map(area -> area.name().equals(old) ? new Area("Nya " + old, area.geometry()) : area)
                        .toList());

        assertThat(areaNames()).contains(old).doesNotContain("Nya " + old);
        current.refresh();

        assertThat(areaNames()).contains("Nya " + old).doesNotContain(old);
        store.replace(places.municipality(), areas);
    }

    private Set<@Nullable Object> areaNames() {
        var names = new HashSet<@Nullable Object>();
        all(SnapScale.STREET).forEach(feature -> names.add(feature.properties().get("area")));
        return names;
    }

    private List<Feature> all(SnapScale scale) {
        List<Feature> features = new ArrayList<>();
        layer.forEach(view(Audience.STAFF, scale), features::add);
        return features;
    }

    private static List<Map<String, @Nullable Object>> table(SnapScale scale) {
        String sql = """
                SELECT kind, nullif(snap_point.name, '') AS name, area.name AS area, addresses, least_addresses,
                       ST_X(snap_point.geom) AS lon, ST_Y(snap_point.geom) AS lat
                FROM snap_point LEFT JOIN area ON area.id = snap_point.area_id
                WHERE least_addresses = :least""";
        return jdbi().withHandle(handle -> handle.createQuery(sql)
                .bind("least", scale.leastAddresses())
                .mapToMap()
                .list());
    }

    private static View view(Audience audience, SnapScale scale) {
        return new View(audience, Filter.counting(), HotspotParameters.DEFAULT, scale);
    }

    private static void importAreas() throws IOException {
        new AreaImport(jdbi())
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
    }

    private static Jdbi jdbi() {
        return database.database().jdbi();
    }
}
