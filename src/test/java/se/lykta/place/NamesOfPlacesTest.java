package se.lykta.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;
import se.lykta.place.osm.TownNames;

/**
 * Names of positions in the invented town of {@code fixtures/town.osm}. Metres east and north of its origin: Storgatan
 * y = 0 from x = −300 to 300; Kyrkogatan x = 100, y −200..200; Idrottshallen 200..240, 60..90; Stortorget −40..0,
 * 100..140; Stadsparken −300..−150, 100..250 with Dammen −250..−200, 150..200; Östra vägen x = 0, y −500..−300 on a
 * bridge over a cycle tunnel y = −400; Ljusbroskolan 240..290, −120..−80; bus stop Torget at −100, 20.
 */
class NamesOfPlacesTest {

    private static NameIndex names;

    @BeforeAll
    static void readTown() {
        List<NamedPlace> places = TownNames.read();
        LonLat corner = Town.at(900, 900);
        LonLat opposite = Town.at(1100, 1100);
        Geometry square = new GeometryFactory()
                .toGeometry(new Envelope(corner.lonDeg(), opposite.lonDeg(), corner.latDeg(), opposite.latDeg()));
        names = NameIndex.of(MetricCrs.of(MetricCrs.SWEREF_99_TM), places, List.of(new Area("Norrstad", square)));
    }

    @ParameterizedTest(name = "{0},{1}: {2}")
    @CsvSource({
        "220,   75, vid Idrottshallen,                     at Idrottshallen",
        "220,  160, vid Idrottshallen,                     at Idrottshallen",
        "-20,  120, på Stortorget,                         on Stortorget",
        "-20,  160, vid Stortorget,                        at Stortorget",
        "-170, 230, i Stadsparken,                         in Stadsparken",
        "-225, 175, vid Stadsparken,                       at Stadsparken",
        "3,   -400, i gångtunneln under Östra vägen,       in the underpass below Östra vägen",
        "3,   -330, på Östra vägen,                        on Östra vägen",
        "-250,   5, på Storgatan,                          on Storgatan",
        "110,    3, på Storgatan vid Kyrkogatan,           on Storgatan at Kyrkogatan",
        "103,   -8, på Kyrkogatan vid Storgatan,           on Kyrkogatan at Storgatan",
        "-100,  25, vid hållplatsen Torget,                at the stop Torget",
        "250, -100, vid Ljusbroskolan,                     at Ljusbroskolan",
        "1000,1000, i Norrstad,                            in Norrstad"
    })
    void positionIsCalledWhatPeopleCallIt(double east, double north, String sv, String en) {
        PlaceName name = names.nearest(Town.at(east, north)).orElseThrow();

        assertThat(name.sv()).isEqualTo(sv);
        assertThat(name.en()).isEqualTo(en);
    }

    @Test
    void positionFarFromEverythingHasNoName() {
        assertThat(names.nearest(Town.at(-2000, -2000))).isEqualTo(Optional.empty());
    }

    @Test
    void hallBeyondEightyMetresLendsNoName() {
        // 82 m north of the hall's upper wall, and far from any street
        assertThat(names.nearest(Town.at(220, 172))).isEmpty();
    }
}
