package se.lykta.place.snap;

import java.util.Locale;

/** What a snap point is. Of two points at one place the first kind here stays. */
public enum SnapKind {
    /** A hall, school, station, stop, square, park. */
    PLACE,
    /** The middle of a piece of a street. */
    STREET,
    /** The middle of an area that has too few addresses for anything finer. */
    AREA_CENTRE;

    /** Stable code in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
