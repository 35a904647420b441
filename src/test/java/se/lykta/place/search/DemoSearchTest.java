package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.Bbox;
import se.lykta.geo.LonLat;
import se.lykta.place.NameKind;
import se.lykta.place.PlaceName;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;

/** What people type, and what they mean, in the fictional town Ljusbro; expected from its hand-drawn plan. */
class DemoSearchTest {

    private static final Path DATA = Path.of("data", "demo");
    private static final LonLat STORTORGET = new LonLat(15.05, 58.95);

    @TempDir
    static Path kept;

    private static TestDatabase database;
    private static PlaceSearch search;

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        var jdbi = database.database().jdbi();
        new AreaImport(jdbi)
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
        new OsmImport(jdbi, kept).run(DATA.resolve("ljusbro.osm"), share -> {});
        search = new PlaceSearch(jdbi);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        // as one types
        "idrottsh, Idrottshallen, sports_hall",
        "Idrottshallen, Idrottshallen, sports_hall",
        "storg, Storgatan, street",
        "STORTORGET, Stortorget, square",
        // dots and rings may be missing, and beat nothing when they are there
        "jarnvag, Järnvägsgatan, street",
        "järnvägsg, Järnvägsgatan, street",
        "angsvagen, Ängsvägen, street",
        "Ågatan, Ågatan, street",
        // the order of words is free
        "skola ljusbro, Ljusbro skola, school",
        "vägen östra, Östra vägen, street",
        // typing errors
        "idrottshalen, Idrottshallen, sports_hall",
        "idrotshallen, Idrottshallen, sports_hall",
        "stortoget, Stortorget, square",
        "biblotek, Ljusbro bibliotek, culture",
        "soltuneln, Soltunneln, underpass",
        // what kinds are called
        "idrottshall, Idrottshallen, sports_hall",
        "gångtunnel, Soltunneln, underpass",
        "kopcentrum ljusbro, Ljusbro köpcentrum, shopping",
        "lekplats, Parkleken, playground",
        // the middle of a word
        "torget, Stortorget, square",
        // parts of the town
        "norrb, Norrbacken, area",
        // addresses
        "Storgatan 2, Storgatan 2, address",
        "2 storgatan, Storgatan 2, address",
        "norrbackav 10, Norrbackavägen 10, address",
        "granvägen 9, Granvägen 9, address",
        "ljusbro stat, Ljusbro station, station",
        "'Storgatan 2, 123 45 Ljusbro', Storgatan 2, address",
        // the town itself, as people write it behind a street
        "Storgatan Ljusbro, Storgatan, street",
        "'Storgatan, Ljusbro', Storgatan, street",
        // abbreviated
        "järnvägsg., Järnvägsgatan, street",
        "ö vägen, Östra vägen, street",
        // what else people look for on a map
        "kyrkogård, Ljusbro kyrkogård, cemetery",
        "ljusskog, Ljusskogen, grounds",
        "badet ljus, Ljusbadet, leisure",
        "ljussjon, Ljussjön, water",
        "torgcafeet, Torgcaféet, business",
        "reningsverk, Reningsverket, landmark"
    })
    void whatIsTypedFindsWhatIsMeant(String typed, String name, String kind) {
        Found first = find(typed).get(0);

        assertThat(first.name()).isEqualTo(name);
        assertThat(first.kind().code()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"58.95, 15.05", "58,95 15,05", "58.95°N 15.05°E", "15.05, 58.95"})
    void positionThatWasPastedIsTheOnlyAnswer(String typed) {
        assertThat(find(typed)).containsExactly(Found.position(STORTORGET));
    }

    @Test
    void positionIsToldByTheNameOfThePlace() {
        var name = new PlaceName("Stortorget", "på Stortorget", "on Stortorget");

        SearchLabel label =
                SearchLabel.of(Found.position(STORTORGET), position -> Optional.empty(), position -> Optional.of(name));

        assertThat(label).isEqualTo(new SearchLabel("Position på Stortorget", "Position on Stortorget"));
    }

    @Test
    void numberThatDoesNotExistIsAnsweredByTheNearestAndSaysSo() {
        // odd numbers of Storgatan end at 29 or below, so 999 has no nearer one
        Found nearest = find("Storgatan 999").get(0);

        assertThat(nearest.name()).startsWith("Storgatan 2");
        assertThat(nearest.match()).isEqualTo(Found.Match.NEAREST_NUMBER);
        assertThat(SearchLabel.of(nearest, Optional.of("Centrum")))
                .isEqualTo(new SearchLabel(
                        "Adress i Centrum. Numret finns inte på kartan, detta är det närmaste",
                        "Address in Centrum. The number is not on the map, this is the nearest"));
        assertThat(names("Storgatan 999")).contains("Storgatan");
    }

    @Test
    void streetInSeveralPiecesIsOneAnswerWithItsWholeExtent() {
        List<Found> streets = find("storgatan").stream()
                .filter(one -> one.name().equals("Storgatan"))
                .toList();

        assertThat(streets).hasSize(1);
        // the plan draws it from 460 m west to 459 m east of Stortorget, in three pieces
        double metresPerDegree = 111_320 * Math.cos(Math.toRadians(STORTORGET.latDeg()));
        Bbox box = streets.get(0).bbox();
        assertThat((box.eastDeg() - box.westDeg()) * metresPerDegree).isCloseTo(919, Offset.offset(5.0));
    }

    @Test
    void squareThatIsAlsoAWayAndAreaThatIsAlsoALabelAreToldOnce() {
        assertThat(find("stortorget")).extracting(Found::kind).containsExactly(KindWords.SQUARE, KindWords.STOP);
        assertThat(find("norrbacken")).extracting(Found::kind).containsExactly(KindWords.AREA, KindWords.STOP);
    }

    @Test
    void kindIsFoundBesideNames() {
        assertThat(names("skola")).contains("Ljusbro skola", "Förskolan Björken", "Förskolan Blåsippan");
        assertThat(find("hållplats")).hasSize(8).allMatch(one -> one.kind() == KindWords.STOP);
    }

    @Test
    void nearerOnesComeFirst() {
        List<Found> stops = search.find(new SearchQuery("hållplats", STORTORGET, 19, 4));
        assertThat(stops.get(0).name()).isEqualTo("Stortorget");

        Found hall = find("hållplats idrottshallen").get(0);
        List<Found> atTheHall = search.find(new SearchQuery("hållplats", hall.position(), 19, 4));
        assertThat(atTheHall.get(0).name()).isEqualTo("Idrottshallen");
    }

    @Test
    void numbersThatBeginAsTypedFollowTheExactOne() {
        List<String> found = names("Storgatan 1");

        assertThat(found.subList(0, 3)).containsExactly("Storgatan 1", "Storgatan 10", "Storgatan 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "!", "%", "_", "\\", "'", "12", "1 2", "ö", "东京", "a b c d e f g h i j k l m"})
    void oddTextIsNoError(String typed) {
        assertThat(find(typed)).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void unknownNameFindsNothing() {
        assertThat(find("xyzzy")).isEmpty();
        assertThat(find("%")).isEmpty();
    }

    @Test
    void emptyDatabaseFindsNothing() {
        try (TestDatabase empty = TestDatabase.create()) {
            var nothing = new PlaceSearch(empty.database().jdbi());
            assertThat(nothing.find(new SearchQuery("storgatan 1", STORTORGET, 15, 8)))
                    .isEmpty();
        }
    }

    @Test
    void tablesFollowAnImportThatWasMadeWithoutThem() {
        try (TestDatabase other = TestDatabase.create()) {
            var jdbi = other.database().jdbi();
            new OsmImport(jdbi, kept).run(DATA.resolve("ljusbro.osm"), share -> {});
            jdbi.useHandle(handle -> handle.execute("TRUNCATE search_name, search_house, search_source"));
            var found = new PlaceSearch(jdbi);
            var query = new SearchQuery("stortorget", STORTORGET, 15, 8);
            assertThat(found.find(query)).isEmpty();

            new SearchIndexStore(jdbi).follow();

            assertThat(found.find(query)).isNotEmpty();
        }
    }

    @Test
    void everyKindOfNameHasWords() {
        assertThat(KindWords.ofNames()).hasSameSizeAs(NameKind.values());
    }

    private static List<String> names(String typed) {
        return find(typed).stream().map(Found::name).toList();
    }

    private static List<Found> find(String typed) {
        return search.find(new SearchQuery(typed, STORTORGET, 15, 8));
    }
}
