package se.lykta.tile;

import java.util.List;
import se.lykta.http.QueryParameters;

/**
 * How a tile that is a picture has to look.
 *
 * @param pixels on each side, 256 or 512
 * @param dark whether it lies on a dark map
 */
public record Picture(int pixels, boolean dark) {

    /** The names of the query parameters. */
    static final List<String> PARAMETERS = List.of("size", "theme");

    private static final int SMALL = 256;
    private static final int LARGE = 512;

    /** What no parameter at all means. */
    static final Picture PLAIN = new Picture(SMALL, false);

    /** The picture a request wants; faults are noted in the parameters. */
    static Picture parse(QueryParameters parameters) {
        int pixels = parameters.find("size", Picture::size, "256 or 512").orElse(PLAIN.pixels);
        boolean dark =
                parameters.find("theme", Picture::isDark, "light or dark").orElse(PLAIN.dark);
        return new Picture(pixels, dark);
    }

    private static int size(String text) {
        return switch (text) {
            case "256" -> SMALL;
            case "512" -> LARGE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static boolean isDark(String text) {
        return switch (text) {
            case "light" -> false;
            case "dark" -> true;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
