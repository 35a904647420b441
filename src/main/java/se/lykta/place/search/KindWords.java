package se.lykta.place.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.lykta.place.NameKind;

/**
 * What the kinds of things are called: one word to show in Swedish and English, and folded words by which they are found.
 *
 * <p>A kind that gathers many things, such as culture, has no words to find it by: who types "kyrka" wants no library.
 */
enum KindWords {
    SPORTS_HALL("Idrottshall", "Sports hall", "idrottshall sporthall gymnastikhall idrottsplats sports hall"),
    SCHOOL("Skola", "School", "skola forskola school"),
    STATION("Station", "Station", "station jarnvagsstation tagstation railway"),
    METRO("Tunnelbanestation", "Metro station", "station tunnelbanestation tunnelbana t bana metro subway"),
    BUS_STATION("Bussterminal", "Bus station", "bussterminal busstation resecentrum bus station"),
    SHOPPING("Handel", "Shopping", "kopcentrum affar butik shopping"),
    CULTURE("Kultur", "Culture", ""),
    SERVICE("Samhällsservice", "Public service", ""),
    SQUARE("Torg", "Square", "torg square"),
    PARK("Park", "Park", "park"),
    CEMETERY("Kyrkogård", "Cemetery", "kyrkogard begravningsplats cemetery"),
    GROUNDS("Skog eller friluftsområde", "Wood or open country", ""),
    PLAYGROUND("Lekplats", "Playground", "lekplats bollplan playground"),
    LEISURE("Fritid", "Leisure", ""),
    STOP("Hållplats", "Stop", "hallplats busshallplats bus stop"),
    PARKING("Parkering", "Car park", "parkering parkeringsplats car park"),
    UNDERPASS("Gångtunnel", "Underpass", "gangtunnel tunnel underpass"),
    STREET("Gata", "Street", ""),
    LOCALITY("Ort eller stadsdel", "Place", "ort stadsdel"),
    LANDMARK("Byggnad eller sevärdhet", "Building or sight", ""),
    WATER("Vatten", "Water", ""),
    BUSINESS("Butik, restaurang eller kontor", "Shop, restaurant or office", ""),
    AREA("Delområde", "Area", "delomrade omrade area"),
    ADDRESS("Adress", "Address", ""),
    POSITION("Position", "Position", "");

    private final String sv;
    private final String en;
    private final String synonyms;

    KindWords(String sv, String en, String synonyms) {
        this.sv = sv;
        this.en = en;
        this.synonyms = synonyms;
    }

    /** Those of the kinds that names of the map can have. */
    static List<KindWords> ofNames() {
        return Arrays.stream(NameKind.values())
                .map(kind -> valueOf(kind.name()))
                .toList();
    }

    /** Stable code in the database and in answers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word to show, Swedish. */
    String sv() {
        return sv;
    }

    /** The word to show, English. */
    String en() {
        return en;
    }

    /** Folded words by which things of this kind are found. */
    String synonyms() {
        return synonyms;
    }

    /**
     * How much less welcome than others of the same name: who types the name of a hall does not want its bus stop, who
     * types "torget" no shop on a square, and a square is no street.
     */
    double rank() {
        return switch (this) {
            case BUSINESS -> 2.2;
            case LANDMARK -> 0.5;
            case STOP, PARKING, BUS_STATION -> 0.3;
            case STREET -> 0.05;
            default -> 0;
        };
    }
}
