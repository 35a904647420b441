package se.lykta.place.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.place.NameKind;

/** The schema of the base map, by the values of {@code src/docs/} and the wiki of OpenStreetMap. */
class OsmRulesTest {

    private final OsmRules rules = new OsmRules();

    @ParameterizedTest
    @CsvSource({
        "LINE,  highway=motorway,                           roads/highway/motorway/5",
        "LINE,  highway=primary_link,                       roads/major_road/primary_link/10",
        "LINE,  highway=residential,                        roads/minor_road/residential/12",
        "LINE,  highway=service,                            roads/minor_road/service/13",
        "LINE,  highway=service service=driveway,           roads/minor_road/driveway/14",
        "LINE,  highway=service service=nonsense,           roads/minor_road/service/13",
        "LINE,  highway=footway footway=sidewalk,           roads/path/sidewalk/14",
        "LINE,  highway=steps,                              roads/path/steps/14",
        "LINE,  railway=rail service=yard,                  roads/rail/yard/13",
        "LINE,  railway=abandoned service=yard,             ''",
        "LINE,  railway=tram,                               roads/rail/tram/12",
        "LINE,  route=ferry,                                roads/ferry//9",
        "LINE,  highway=proposed,                           ''",
        "LINE,  waterway=ditch,                             water/ditch//14",
        "AREA,  natural=water,                              water/water//0",
        "AREA,  natural=water water=lake,                   water/lake/lake/0",
        "AREA,  natural=water water=river,                  water/water/river/0",
        "AREA,  leisure=pitch sport=soccer,                 landuse/pitch/soccer/13",
        "AREA,  amenity=school name=Ekskolan,               landuse/school//11 pois/school//14",
        "AREA,  amenity=school,                             landuse/school//11",
        "AREA,  leisure=park name=Parken,                   landuse/park//10 pois/park//13",
        "AREA,  building=yes amenity=school name=Ekskolan,  buildings/building//13 landuse/school//11 pois/school//14",
        "AREA,  building=no,                                ''",
        "AREA,  landuse=retail,                             landuse/commercial//10",
        "POINT, highway=street_lamp,                        pois/street_lamp//16",
        "AREA,  highway=street_lamp,                        ''",
        "POINT, highway=bus_stop,                           pois/bus_stop//16",
        "POINT, shop=bakery,                                ''",
        "POINT, shop=bakery name=Bageriet,                  pois/bakery//16",
        "POINT, shop=books name=Boklådan,                   pois/books//17",
        "POINT, amenity=place_of_worship religion=christian name=Kyrkan, pois/place_of_worship/christian/14",
        "POINT, place=town name=Staden,                     places/locality/town/7",
        "POINT, place=suburb name=Delen,                    places/macrohood/suburb/11",
        "POINT, railway=station station=subway name=T,      pois/station/subway/12"
    })
    void elementIsDrawnAs(OsmRule.Shape shape, String tags, String expected) {
        String drawn = rules.drawings(shape, tags(tags)).stream()
                .map(thing -> "%s/%s/%s/%d".formatted(thing.layer(), thing.kind(), thing.detail(), thing.minZoom()))
                .sorted()
                .collect(Collectors.joining(" "));

        assertThat(drawn).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "AREA,  landuse=cemetery,                    CEMETERY",
        "POINT, amenity=grave_yard,                  CEMETERY",
        "AREA,  landuse=allotments,                  GROUNDS",
        "AREA,  place=suburb boundary=administrative, LOCALITY",
        "AREA,  landuse=forest,                      GROUNDS",
        "AREA,  natural=beach,                       LEISURE",
        "POINT, railway=station station=subway,      METRO",
        "POINT, railway=station,                     STATION",
        "POINT, place=village,                       LOCALITY",
        "AREA,  natural=water,                       WATER",
        "LINE,  waterway=canal,                      WATER",
        "POINT, amenity=restaurant,                  BUSINESS",
        "AREA,  building=yes shop=bicycle,           BUSINESS",
        "AREA,  building=yes shop=mall,              SHOPPING",
        "AREA,  building=church amenity=place_of_worship, CULTURE",
        "AREA,  building=yes,                        LANDMARK",
        "POINT, historic=memorial,                   LANDMARK",
        "LINE,  highway=steps,                       STREET",
        "LINE,  highway=cycleway tunnel=yes,         UNDERPASS"
    })
    void nameIsOfAKind(OsmRule.Shape shape, String tags, NameKind kind) {
        assertThat(rules.nameKind(shape, tags(tags + " name=Namnet"))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"AREA, building=no", "AREA, landuse=residential", "LINE, railway=platform", "POINT, highway=crossing"})
    void nameOfWhatNobodyLooksForIsNotKept(OsmRule.Shape shape, String tags) {
        assertThat(rules.nameKind(shape, tags(tags + " name=Namnet"))).isEmpty();
    }

    @Test
    void detailOfAnyLengthIsNotTakenFromTheFile() {
        Map<String, String> tags = tags("leisure=pitch");
        tags.put("sport", "x".repeat(10_000));

        assertThat(rules.drawings(OsmRule.Shape.AREA, tags).get(0).detail()).isEmpty();
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(" ", -1)) {
            tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
        }
        return tags;
    }
}
