package se.lykta.place.search;

import java.util.Optional;

/** The line below a name: what it is and where, "Gata i Centrum" and "Street in Centrum". */
record SearchLabel(String sv, String en) {

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
