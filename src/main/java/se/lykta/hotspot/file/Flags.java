package se.lykta.hotspot.file;

import se.lykta.http.QueryParameters;

/** Reads parameters that are true or false. */
final class Flags {

    private Flags() {}

    /** Whether a parameter is true; false if it is absent. */
    static boolean read(QueryParameters parameters, String name) {
        return parameters.find(name, Flags::parse, "true or false").orElse(false);
    }

    private static boolean parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
