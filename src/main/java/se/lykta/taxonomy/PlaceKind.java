package se.lykta.taxonomy;

import java.util.Arrays;
import java.util.Optional;

/** What kind of place a report is about. The order is stored as a number in the read index: append only. */
public enum PlaceKind {
    SPORTS_HALL("sports_hall", "idrottshall", "sports hall"),
    SCHOOL("school", "skola", "school"),
    CYCLEWAY("cycleway", "gång- och cykelväg", "foot and cycle path"),
    UNDERPASS("underpass", "gångtunnel", "underpass"),
    PARK("park", "park", "park"),
    SQUARE("square", "torg", "square"),
    TRAVEL_CENTRE("travel_centre", "resecentrum", "travel centre"),
    STOP("stop", "hållplats", "stop"),
    HOUSING_AREA("housing_area", "bostadsområde", "housing area"),
    PARKING("parking", "parkering/garage", "parking or garage"),
    STAIRWELL("stairwell", "trapphus/källare", "stairwell or cellar"),
    SHOPPING_CENTRE("shopping_centre", "köpcentrum", "shopping centre"),
    ROAD("road", "väg/korsning", "road or crossing"),
    OTHER("other", "annat", "other");

    private final String code;
    private final String sv;
    private final String en;

    PlaceKind(String code, String sv, String en) {
        this.code = code;
        this.sv = sv;
        this.en = en;
    }

    /** The value with this code, if there is one. */
    public static Optional<PlaceKind> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Stable code in the database, the API and files. */
    public String code() {
        return code;
    }

    /** Swedish name, lower case. */
    public String sv() {
        return sv;
    }

    /** English name, lower case. */
    public String en() {
        return en;
    }
}
