package se.lykta.app;

import se.lykta.place.Municipality;

/** Whom to thank for the data, on the map and in every file. */
final class Attribution {

    private static final String MAP = "© OpenStreetMap contributors";

    private Attribution() {}

    /** For an invented municipality it says so; a real one thanks OpenStreetMap for the map under it. */
    static String of(Municipality municipality) {
        return municipality.fictional()
                ? municipality.name() + ": påhittad kommun, påhittade rapporter (fictional municipality and reports)"
                : municipality.name() + ", " + MAP;
    }

    /** For the map alone. */
    static String ofMap(Municipality municipality) {
        return municipality.fictional() ? of(municipality) : MAP;
    }
}
