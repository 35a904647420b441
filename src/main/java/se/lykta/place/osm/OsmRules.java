package se.lykta.place.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.lykta.place.NameKind;

/**
 * What of OpenStreetMap is drawn and named, as a table: shape, layer, kind, first zoom, key, values.
 *
 * <p>Of each layer the first line that fits counts. {@code *} stands for any value but {@code no}. Layer names and broad
 * kinds are those of the protomaps base map, so that other renderers know them. Lines of the layer {@code name} say what
 * a name is the name of. Immutable.
 */
final class OsmRules {

    /** What an element of the file can be drawn as. */
    enum Shape {
        POINT,
        LINE,
        AREA
    }

    private static final String TABLE = """
            area  water     water        6  natural   water
            area  water     water        6  waterway  riverbank dock
            area  water     water        6  landuse   reservoir basin
            line  water     river        9  waterway  river
            line  water     stream      12  waterway  stream canal
            line  water     ditch       14  waterway  ditch drain
            area  landuse   park        10  leisure   park garden common golf_course nature_reserve
            area  landuse   playground  14  leisure   playground
            area  landuse   pitch       13  leisure   pitch track stadium sports_centre
            area  landuse   pedestrian  13  place     square
            area  landuse   pedestrian  13  highway   pedestrian footway
            area  landuse   school      12  amenity   school kindergarten university college
            area  landuse   hospital    12  amenity   hospital
            area  landuse   parking     14  amenity   parking
            area  landuse   forest       8  landuse   forest
            area  landuse   forest       8  natural   wood
            area  landuse   residential 10  landuse   residential
            area  landuse   commercial  10  landuse   commercial retail
            area  landuse   industrial  10  landuse   industrial railway
            area  landuse   farmland     8  landuse   farmland farmyard orchard
            area  landuse   grass       12  landuse   grass meadow village_green recreation_ground allotments
            area  landuse   cemetery    11  landuse   cemetery
            area  landuse   cemetery    11  amenity   grave_yard
            area  landuse   grass       11  natural   grassland scrub heath wetland beach sand bare_rock
            area  buildings building    14  building  *
            line  roads     highway      5  highway   motorway motorway_link
            line  roads     major_road   7  highway   trunk trunk_link primary primary_link
            line  roads     major_road   9  highway   secondary secondary_link
            line  roads     major_road  11  highway   tertiary tertiary_link
            line  roads     minor_road  12  highway   unclassified residential living_street road
            line  roads     minor_road  13  highway   service pedestrian track
            line  roads     path        13  highway   cycleway footway path bridleway steps corridor
            line  roads     rail         9  railway   rail light_rail
            line  roads     rail        13  railway   tram subway narrow_gauge
            point places    locality     6  place     city
            point places    locality     8  place     town
            point places    locality    10  place     village
            point places    neighbourhood 11 place    suburb quarter
            point places    neighbourhood 13 place    neighbourhood hamlet isolated_dwelling
            any   pois      sports      14  leisure   sports_centre sports_hall stadium ice_rink
            any   pois      sports      14  building  sports_hall sports_centre
            any   pois      school      14  amenity   school kindergarten university college
            any   pois      station     12  railway   station halt
            any   pois      station     12  amenity   bus_station
            any   pois      stop        15  highway   bus_stop
            any   pois      stop        15  railway   tram_stop
            any   pois      square      14  place     square
            any   pois      park        14  leisure   park
            any   pois      playground  15  leisure   playground
            any   pois      shop        15  shop      mall department_store supermarket
            any   pois      culture     15  amenity   library theatre cinema arts_centre place_of_worship community_centre
            any   pois      culture     15  tourism   museum
            any   pois      service     15  amenity   hospital clinic townhall police fire_station pharmacy
            any   pois      parking     16  amenity   parking
            point pois      street_lamp 16  highway   street_lamp
            any   name      sports_hall  0  leisure   sports_centre sports_hall stadium ice_rink
            any   name      sports_hall  0  building  sports_hall sports_centre
            any   name      school       0  amenity   school kindergarten university college
            any   name      station      0  railway   station halt
            any   name      bus_station  0  amenity   bus_station
            any   name      station      0  building  train_station
            any   name      station      0  public_transport station
            any   name      square       0  place     square
            area  name      square       0  highway   pedestrian
            any   name      park         0  leisure   park garden
            any   name      shopping     0  shop      mall department_store supermarket
            any   name      culture      0  amenity   library theatre cinema arts_centre place_of_worship community_centre
            any   name      culture      0  tourism   museum
            any   name      service      0  amenity   hospital clinic townhall police fire_station
            any   name      playground   0  leisure   playground pitch
            any   name      parking      0  amenity   parking
            point name      stop         0  highway   bus_stop
            point name      stop         0  railway   tram_stop
            point name      locality     0  place     city town village suburb quarter neighbourhood hamlet
            line  name      street       0  highway   motorway trunk primary secondary tertiary unclassified residential
            line  name      street       0  highway   living_street service road pedestrian track cycleway footway path steps
            """;

    private static final List<String> UNDERPASS_WAYS = List.of("footway", "cycleway", "path", "pedestrian", "steps");

    private final List<Rule> rules =
            TABLE.lines().map(String::strip).map(Rule::parse).toList();

    /** How an element is drawn: at most once in each layer. */
    List<MapThing> drawings(Shape shape, Map<String, String> tags) {
        List<MapThing> things = new ArrayList<>();
        for (Rule rule : rules) {
            boolean taken = things.stream().anyMatch(thing -> thing.layer().equals(rule.layer()));
            if (!taken && !rule.layer().equals("name")) {
                rule.match(shape, tags).ifPresent(things::add);
            }
        }
        return things;
    }

    /** What the element's name is the name of; also answers for an underpass that has none. */
    Optional<NameKind> nameKind(Shape shape, Map<String, String> tags) {
        if (shape == Shape.LINE && isUnderpass(tags)) {
            return Optional.of(NameKind.UNDERPASS);
        }
        if (!tags.containsKey("name")) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.layer().equals("name"))
                .map(rule -> rule.match(shape, tags))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(thing -> NameKind.find(thing.kind()));
    }

    private static boolean isUnderpass(Map<String, String> tags) {
        String tunnel = tags.getOrDefault("tunnel", "no");
        return !tunnel.equals("no")
                && !tunnel.equals("building_passage")
                && UNDERPASS_WAYS.contains(tags.getOrDefault("highway", ""));
    }

    private record Rule(Optional<Shape> shape, MapThing thing, String key, Set<String> values) {

        static Rule parse(String line) {
            String[] words = line.split(" +", -1);
            Optional<Shape> shape = Arrays.stream(Shape.values())
                    .filter(one -> one.name().equalsIgnoreCase(words[0]))
                    .findFirst();
            var thing = new MapThing(words[1], words[2], "", Integer.parseInt(words[3]));
            return new Rule(shape, thing, words[4], Set.of(Arrays.copyOfRange(words, 5, words.length)));
        }

        String layer() {
            return thing.layer();
        }

        /** A point of interest may be an area; it is never a line. */
        Optional<MapThing> match(Shape given, Map<String, String> tags) {
            String value = Objects.requireNonNullElse(tags.get(key), "no");
            boolean shapeFits = shape.map(given::equals).orElse(given != Shape.LINE);
            boolean valueFits = values.contains("*") ? !value.equals("no") : values.contains(value);
            return shapeFits && valueFits
                    ? Optional.of(new MapThing(thing.layer(), thing.kind(), value, thing.minZoom()))
                    : Optional.empty();
        }
    }
}
