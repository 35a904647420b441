package se.lykta.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of thing a name belongs to; decides the preposition, the rank and whether it is a public place.
 *
 * <p>Public places are those that domain rule 2 lets stand for a position without counting the addresses around them.
 * Some names are only searched for: a shop may be gone next year, and few know what an office building is called.
 */
public enum NameKind {
    SPORTS_HALL(true, 0),
    SCHOOL(true, 0),
    STATION(true, 0),
    METRO(true, 0),
    BUS_STATION(true, 30),
    SHOPPING(true, 5),
    CULTURE(false, 5),
    SERVICE(false, 10),
    SQUARE(true, 0),
    PARK(true, 5),
    CEMETERY(true, 40),
    GROUNDS(false, 0),
    PLAYGROUND(false, 10),
    LEISURE(false, 10),
    STOP(true, 30),
    PARKING(false, 30),
    UNDERPASS(false, 0),
    STREET(false, 0),
    LOCALITY(false, 0),
    LANDMARK(false, 0),
    WATER(false, 0),
    BUSINESS(false, 0);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final boolean isPublic;
    private final double handicapMetres;

    NameKind(boolean isPublic, double handicapMetres) {
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

    /** Says whether a position can be called after things of this kind, or they are only searched for. */
    public boolean isSpoken() {
        return this != LANDMARK && this != WATER && this != BUSINESS;
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
