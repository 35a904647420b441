package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.area.AreaImport;
import se.lykta.place.osm.OsmImport;

/**
 * What positions in Ljusbro are called, checked by hand against its plan ({@code ljusbro.plan}): metres east and north of
 * Stortorget, and what somebody who lives there would say.
 */
class DemoNamesTest {

    private static final Path DATA = Path.of("data", "demo");

    @TempDir
    static Path kept;

    private static TestDatabase database;
    private static Gazetteer gazetteer;

    @BeforeAll
    static void importTown() throws IOException {
        database = TestDatabase.create();
        var store = new PlaceStore(database.database().jdbi());
        new AreaImport(database.database().jdbi())
                .run(
                        Files.readAllBytes(DATA.resolve("areas.geojson")),
                        new AreaImport.Options(null, ZoneId.of("Europe/Stockholm")));
        new OsmImport(database.database().jdbi(), kept).run(DATA.resolve("ljusbro.osm"), share -> {});
        gazetteer = new Gazetteer(store);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0},{1}: {2}")
    @CsvSource({
        // in or on what is known by name
        " 150, -600, vid Idrottshallen",
        "   3,    2, på Stortorget",
        "  60,  192, vid Ljusbro bibliotek",
        "-150,  218, vid Ljusbro kyrka",
        "  12,  429, vid Ljusbro station",
        " -64,   22, vid Ljusbro rådhus",
        " 690,  302, vid Ljusbro köpcentrum",
        " 292,  346, vid Ljusbro vårdcentral",
        " 424,  345, vid Ljusbro brandstation",
        " 540,  235, vid Östra mathallen",
        "-640,  -35, vid Förskolan Blåsippan",
        " 700, -660, vid Förskolan Björken",
        " 130, -250, vid Ljusbro skola",
        " 350, -120, i Stadsparken",
        " 407, -140, vid Parkleken",
        " 240, -108, vid Folkets park",
        " 350, -630, vid Ljusvallen",
        "-150,  180, på Ljusbro kyrkogård",
        // beside it
        " 158, -545, vid Idrottshallen",
        "-198,  194, vid Ljusbro kyrka",
        // under a road
        " 460, -110, i Soltunneln",
        // stops where nothing better is near
        "  80, -508, vid hållplatsen Idrottshallen",
        " 690,   -2, vid hållplatsen Solbacken",
        "-815,  612, vid hållplatsen Norrbacken",
        " 300,  622, vid hållplatsen Industrigatan",
        // on a street in sight of something
        "  62,  505, på Stationsbron vid Ljusbro station",
        // crossings
        "-640,  560, på Granvägen vid Tallvägen",
        "-720, -228, på Blåklocksvägen vid Ängsvägen",
        " 231,  158, på Kungsgatan vid Parkgatan",
        "-200,   37, på Storgatan vid Ågatan",
        "-460,    5, på Storgatan vid Västra vägen",
        // streets and paths
        " 905,  -60, på Rosenvägen",
        "  82, -860, på Åkervägen",
        " 203,  700, på Smedjegatan",
        "-150, -585, på Skogsstigen",
        "-560, -470, på Strandpromenaden",
        "-300, -288, på Kvarnstigen",
        "1000,  380, på Handelsvägen",
        // where nothing else is near
        "-160,-1000, i Ljusskogen"
    })
    void positionIsCalledWhatPeopleThereCallIt(double east, double north, String name) {
        var position = new LonLat(15.05 + east / 57_558, 58.95 + north / 111_394.2);

        assertThat(gazetteer.nearest(position).map(PlaceName::sv)).contains(name);
    }
}
