package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.RealExtract;

/** What people type in two real towns, and what they mean; chosen by reading the names and addresses of the extracts. */
@Tag("reference")
class RealSearchTest {

    private static final Map<RealExtract, TestDatabase> DATABASES = new EnumMap<>(RealExtract.class);

    @TempDir
    static Path kept;

    @BeforeAll
    static void importExtracts() {
        for (RealExtract extract : RealExtract.values()) {
            TestDatabase database = TestDatabase.create();
            DATABASES.put(extract, database);
            extract.load(database.database().jdbi(), kept);
        }
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(TestDatabase::close);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        // streets and addresses; of Östra Förstadsgatan the map knows 8 and 56
        "MALMO, ostra forstadsgatan, Östra Förstadsgatan, street, name",
        "MALMO, förstadsgatan östra, Östra Förstadsgatan, street, name",
        "MALMO, ostra fostadsgatan, Östra Förstadsgatan, street, similar",
        "MALMO, Östra Förstadsgatan 12, Östra Förstadsgatan 8, address, nearest-number",
        "MALMO, Ö. Förstadsg. 56, Östra Förstadsgatan 56, address, number",
        "MALMO, sallerupsvägen 28a, Sallerupsvägen 28 A, address, number",
        "MALMO, 'Celsiusgatan 38, 212 14 Malmö', Celsiusgatan 38, address, number",
        "MALMO, branteviksg 16, Branteviksgatan 16a, address, number",
        "MALMO, hornsgatn, Hornsgatan, street, similar",
        "MALMO, st knuts v., S:t Knuts väg, street, name",
        "MALMO, danska v, Danska vägen, street, name",
        // places
        "MALMO, rönenskolan, Rönnenskolan, school, similar",
        "MALMO, ronnens sporthal, Rönnens Sporthall, sports_hall, name",
        "MALMO, idrottshalen, Rönnens Sporthall, sports_hall, similar",
        "MALMO, jarnvag, Östervärn, station, kind",
        "MALMO, st pauli kyrka, Sankt Pauli kyrka, culture, name",
        "MALMO, värnhemstorget, Värnhemstorget, square, name",
        "MALMO, lansstyrelsen hallplats, Länsstyrelsen, stop, kind",
        "MALMO, katrinelunds kopcenter, Katrinelunds köpcentrum, shopping, similar",
        "MALMO, park folkets, Folkets park, park, name",
        "MALMO, ellstorp, Ellstorp, locality, name",
        "MALMO, moriskan, Moriskan, landmark, name",
        "MALMO, norra kyrkogård, S:t Pauli norra kyrkogård, cemetery, name",
        "STOCKHOLM, birger jarlsg 32b, Birger Jarlsgatan 32B, address, number",
        "STOCKHOLM, Karlav 46, Karlavägen 46A, address, number",
        "STOCKHOLM, grev turegatan 3-5, Grev Turegatan 3-5, address, number",
        "STOCKHOLM, luntmakargatan 23, Luntmakargatan 22-24, address, nearest-number",
        "STOCKHOLM, olof palmes 12, Olof Palmes Gata 12, address, number",
        "STOCKHOLM, malmskilnadsgatan 41, Malmskillnadsgatan 41, address, number",
        "STOCKHOLM, 'Sveavägen, 111 34 Stockholm', Sveavägen, street, name",
        "STOCKHOLM, sveavägen stockholm, Sveavägen, street, name",
        "STOCKHOLM, birgerjarlsgatan, Birger Jarlsgatan, street, similar",
        "STOCKHOLM, humlegarden, Humlegården, park, name",
        "STOCKHOLM, humlegården hållplats, Humlegården, stop, kind",
        "STOCKHOLM, biblioteket kungliga, Kungliga biblioteket, culture, name",
        "STOCKHOLM, st johannes kyrka, Sankt Johannes kyrka, culture, name",
        "STOCKHOLM, ostermalms torg, Östermalmstorg, square, kind",
        "STOCKHOLM, hötorget tunnelbana, Hötorget, metro, kind",
        "STOCKHOLM, brunkebergs tuneln, Brunkebergstunneln, underpass, similar",
        "STOCKHOLM, brandstation, Johannes brandstation, service, name",
        "STOCKHOLM, ahlens, Åhléns, shopping, name",
        "STOCKHOLM, svampen, Svampen, landmark, name",
        "STOCKHOLM, skolan tyska, Tyska skolan, school, name"
    })
    void whatIsTypedFindsWhatIsMeant(RealExtract extract, String typed, String name, String kind, String match) {
        Found first = find(extract, typed, extract.at(0.5, 0.5), 15).get(0);

        assertThat(first.name()).isEqualTo(name);
        assertThat(first.kind().code()).isEqualTo(kind);
        assertThat(first.match().code()).isEqualTo(match);
    }

    /** The same word from both ends of the town. */
    @ParameterizedTest(name = "{0}: {1} at {2},{3} → {4}")
    @CsvSource({
        "MALMO, hållplats, 13.0454, 55.6101, Beijers park",
        "MALMO, hållplats, 13.0139, 55.5956, Folkets park",
        "MALMO, skola, 13.0275, 55.5937, Stenkulaskolan",
        "MALMO, skola, 13.0301, 55.6027, Rönnenskolan",
        "STOCKHOLM, tunnelbana, 18.0632, 59.3358, Hötorget",
        "STOCKHOLM, tunnelbana, 18.0790, 59.3355, Östermalmstorg",
        "STOCKHOLM, kyrka, 18.0805, 59.3352, Hedvig Eleonora kyrka",
        "STOCKHOLM, 7-eleven, 18.0697, 59.3359, 7-Eleven"
    })
    void whatIsNearComesFirst(RealExtract extract, String typed, double lon, double lat, String name) {
        var near = new LonLat(lon, lat);
        Found first = find(extract, typed, near, 18).get(0);

        assertThat(first.name()).isEqualTo(name);
        assertThat(Math.hypot(
                        (first.position().lonDeg() - lon) * Math.cos(Math.toRadians(lat)),
                        first.position().latDeg() - lat))
                .isLessThan(0.002);
    }

    @ParameterizedTest
    @EnumSource
    void nonsenseFindsNothing(RealExtract extract) {
        for (String typed : List.of("xqzvw", "qwrtp", "99999", "@@@", "jkjkjkjk", "Zqxgatan 12")) {
            assertThat(find(extract, typed, extract.at(0.5, 0.5), 15)).as(typed).isEmpty();
        }
    }

    private static List<Found> find(RealExtract extract, String typed, LonLat near, int zoom) {
        TestDatabase database = Objects.requireNonNull(DATABASES.get(extract));
        return new PlaceSearch(database.database().jdbi()).find(new SearchQuery(typed, near, zoom, 8));
    }
}
