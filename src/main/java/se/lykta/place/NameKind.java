package se.lykta.place;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of thing a name belongs to; decides the preposition, the rank and whether it is a public place.
 *
 * <p>Public places are those that domain rule 2 lets stand for a position without counting the addresses around them.
 */
public enum NameKind {
    SPORTS_HALL("sports_hall", true, 0),
    SCHOOL("school", true, 0),
    STATION("station", true, 0),
    BUS_STATION("bus_station", true, 30),
    SHOPPING("shopping", true, 5),
    CULTURE("culture", false, 5),
    SERVICE("service", false, 10),
    SQUARE("square", true, 0),
    PARK("park", true, 5),
    PLAYGROUND("playground", false, 10),
    STOP("stop", true, 30),
    PARKING("parking", false, 30),
    UNDERPASS("underpass", false, 0),
    STREET("street", false, 0),
    LOCALITY("locality", false, 0);

    private final String code;
    private final boolean isPublic;
    private final double handicapMetres;

    NameKind(String code, boolean isPublic, double handicapMetres) {
        this.code = code;
        this.isPublic = isPublic;
        this.handicapMetres = handicapMetres;
    }

    /** The value with this code, if there is one. */
    public static Optional<NameKind> find(String code) {
        return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Stable code in the database. */
    public String code() {
        return code;
    }

    /** Says whether places of this kind are public. */
    public boolean isPublic() {
        return isPublic;
    }

    /** How many metres farther away than another place this kind counts when the best name is chosen. */
    double handicapMetres() {
        return handicapMetres;
    }
}
