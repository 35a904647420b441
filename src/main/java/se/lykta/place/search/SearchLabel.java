package se.lykta.place.search;

import java.util.Optional;
import java.util.function.Function;
import se.lykta.geo.LonLat;
import se.lykta.place.PlaceName;

/** The line below a name: what it is and where, "Gata i Centrum" and "Street in Centrum". */
record SearchLabel(String sv, String en) {

    /**
     * The label of what was found.
     *
     * @param area the name of the part of the municipality that a position lies in
     * @param name what people call a position
     */
    static SearchLabel of(
            Found found, Function<LonLat, Optional<String>> area, Function<LonLat, Optional<PlaceName>> name) {
        return found.kind() == KindWords.POSITION
                ? ofPosition(name.apply(found.position()))
                : of(found, area.apply(found.position()));
    }

    private static SearchLabel ofPosition(Optional<PlaceName> name) {
        return new SearchLabel(
                KindWords.POSITION.sv() + name.map(known -> " " + known.sv()).orElse(""),
                KindWords.POSITION.en() + name.map(known -> " " + known.en()).orElse(""));
    }

    static SearchLabel of(Found found, Optional<String> area) {
        Optional<String> where = area.filter(name -> !name.equals(found.name()));
        String sv = found.kind().sv() + where.map(name -> " i " + name).orElse("");
        String en = found.kind().en() + where.map(name -> " in " + name).orElse("");
        return found.match() == Found.Match.NEAREST_NUMBER
                ? new SearchLabel(
                        sv + ". Numret finns inte på kartan, detta är det närmaste",
                        en + ". The number is not on the map, this is the nearest")
                : new SearchLabel(sv, en);
    }
}
