package se.lykta.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/** Three places that can be found, by the beginning of their names; "fel" fails. */
final class FixtureSearch {

    private static final List<Place> PLACES = List.of(
            new Place("Idrottshallen", "Idrottshall i Centrum", "Sports hall in Centrum", 8.5, 8.4),
            new Place("Idrottsvägen", "Gata i Centrum", "Street in Centrum", 5, 4.5),
            new Place("Storgatan 12", "Adress i Centrum", "Address in Centrum", 2.6, 3.4));

    private FixtureSearch() {}

    static FixtureAnswers.Answer of(String query) {
        String typed = Stream.of(query.split("&", -1))
                .filter(part -> part.startsWith("q="))
                .map(part -> URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (typed.equals("fel")) {
            return new FixtureAnswers.Answer(500, Map.of("code", "internal"));
        }
        List<Object> features = PLACES.stream()
                .filter(place -> place.name.toLowerCase(Locale.ROOT).startsWith(typed))
                .map(Place::feature)
                .toList();
        return new FixtureAnswers.Answer(200, Map.of("type", "FeatureCollection", "features", features));
    }

    private record Place(String name, String sv, String en, double street, double avenue) {

        Object feature() {
            Coordinate at = FixtureTown.corner(street, avenue);
            return Map.of(
                    "type", "Feature",
                    "geometry", Map.of("type", "Point", "coordinates", List.of(at.x, at.y)),
                    "properties", Map.of("name", name, "kind", "street", "label_sv", sv, "label_en", en));
        }
    }
}
