package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.db.TestDatabase;
import se.lykta.geo.LonLat;
import se.lykta.place.osm.OsmImport;

/**
 * What positions in real towns are called. They were drawn at random and named by looking at the elements around them in
 * the extract (by GDAL, with distances), before any answer was seen; the metres beside them say why.
 */
@Tag("reference")
class RealNamesTest {

    @TempDir
    static Path kept;

    private static final Map<RealExtract, TestDatabase> DATABASES = new EnumMap<>(RealExtract.class);
    private static final Map<RealExtract, Gazetteer> GAZETTEERS = new EnumMap<>(RealExtract.class);

    /** Without areas of a municipality, so that only the map speaks. */
    @BeforeAll
    static void importExtracts() {
        for (RealExtract extract : RealExtract.values()) {
            TestDatabase database = TestDatabase.create();
            DATABASES.put(extract, database);
            var jdbi = database.database().jdbi();
            new OsmImport(jdbi, kept).run(extract.path(), share -> {});
            GAZETTEERS.put(extract, new Gazetteer(new PlaceStore(jdbi)));
        }
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(TestDatabase::close);
    }

    @ParameterizedTest(name = "{0} {1},{2}: {3}")
    @CsvSource({
        // 8 m from the one, 12 from the other
        "MALMO, 13.02705, 55.60568, på Östervärnsgatan vid Vårgatan",
        // 4, 19
        "MALMO, 13.03887, 55.61076, på Solgatan vid Norra Bulltoftavägen",
        // 13; the next one 68
        "MALMO, 13.04453, 55.60828, på Musketörgatan",
        // 3; its street 37
        "MALMO, 13.03426, 55.59939, vid Katrinelunds köpcentrum",
        // in the grounds of the school
        "MALMO, 13.01110, 55.59464, vid Möllevångsskolan",
        // 6, 18
        "MALMO, 13.04334, 55.59721, på Danska vägen vid Sölvgatan",
        // 9; crossings from 67 on
        "MALMO, 13.01352, 55.59826, på Kamrergatan",
        // 24, 27
        "MALMO, 13.03060, 55.59840, på Industrigatan vid Östra Farmvägen",
        // 17, 39
        "MALMO, 13.01165, 55.60874, på Husargatan vid Norra Vallgatan",
        // inside, nothing else within 80 m
        "MALMO, 13.01835, 55.60112, på S:t Pauli norra kyrkogård",
        "MALMO, 13.04258, 55.59272, på Östra kyrkogården",
        // 56 from the graves, no street within 80 m
        "MALMO, 13.02094, 55.59907, vid S:t Pauli mellersta kyrkogård",
        // streets from 94 on: the part of the town
        "MALMO, 13.03303, 55.59487, i Norra Sorgenfri",
        // 32; the square 58
        "MALMO, 13.01320, 55.59765, på Hantverkaregatan vid Sankt Knuts torg",
        // 25, 32; a park 66
        "STOCKHOLM, 18.06471, 59.34055, på Tegnérgatan vid Tulegatan",
        // 10, 17; the square 55
        "STOCKHOLM, 18.06232, 59.33595, på Olofsgatan vid Apelbergsgatan",
        // inside the building, which stands in a park
        "STOCKHOLM, 18.07266, 59.33811, vid Kungliga biblioteket",
        // 7, 11
        "STOCKHOLM, 18.07668, 59.33874, på Brahegatan vid Cardellgatan",
        "STOCKHOLM, 18.06686, 59.34117, i Eriksbergsparken",
        "STOCKHOLM, 18.07423, 59.33918, i Humlegården",
        // the square 28; Kungsgatan 4, Drottninggatan 33
        "STOCKHOLM, 18.06096, 59.33500, vid Hötorget",
        // in the mouth of the tunnel below the ridge, 2
        "STOCKHOLM, 18.06447, 59.33705, i Brunkebergstunneln",
        // 10, 34; a park 73
        "STOCKHOLM, 18.07860, 59.34178, på Östermalmsgatan vid Brahegatan",
        // 22, 26
        "STOCKHOLM, 18.07910, 59.34037, på Grev Turegatan vid Karlavägen",
        // 7, 14; a car park called Luntmakargatan 46 between 40 and 80
        "STOCKHOLM, 18.06093, 59.33974, på Tegnérgatan vid Luntmakargatan",
        // 24, 39; a park 67
        "STOCKHOLM, 18.07670, 59.33950, på Kommendörsgatan vid Brahegatan",
        // 18; the school 48, no crossing within 40
        "STOCKHOLM, 18.06346, 59.33823, på Döbelnsgatan vid Franska Skolan"
    })
    void positionIsCalledWhatPeopleThereCallIt(RealExtract extract, double lon, double lat, String name) {
        Gazetteer gazetteer = Objects.requireNonNull(GAZETTEERS.get(extract));

        assertThat(gazetteer.nearest(new LonLat(lon, lat)).map(PlaceName::sv)).contains(name);
    }
}
