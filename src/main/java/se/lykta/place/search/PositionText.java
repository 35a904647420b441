package se.lykta.place.search;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lykta.geo.LonLat;
import se.lykta.geo.MetricCrs;

/**
 * Reads a position that was pasted into the search: degrees as maps on the web give them ("55.6050, 13.0038", "55,605°N
 * 13,004°E"), or metres of SWEREF 99 TM as the municipality's own maps do ("6163000 374000").
 *
 * <p>Latitude comes first, or north; the other way round only if it is in Sweden so and not otherwise.
 */
final class PositionText {

    private static final Pattern MARKS = Pattern.compile("[°NnEeÖö]");
    private static final Pattern DEGREES = Pattern.compile("\\s*(-?\\d{1,3}[.,]\\d+)[\\s,;/]+(-?\\d{1,3}[.,]\\d+)\\s*");
    private static final Pattern METRES =
            Pattern.compile("\\s*(\\d{6,7}(?:[.,]\\d+)?)[\\s,;/]+(\\d{6,7}(?:[.,]\\d+)?)\\s*");

    /** In Sweden every latitude is above and every longitude below. */
    private static final double BETWEEN_LON_AND_LAT = 40;

    private static final double LEAST_NORTH = 6_000_000;
    private static final double MOST_NORTH = 7_700_000;
    private static final double MOST_EAST = 1_000_000;

    private PositionText() {}

    /** The position; empty if the text is none. */
    static Optional<LonLat> parse(String typed) {
        String plain = MARKS.matcher(typed).replaceAll(" ");
        Matcher degrees = DEGREES.matcher(plain);
        if (degrees.matches()) {
            return ofDegrees(number(degrees.group(1)), number(degrees.group(2)));
        }
        Matcher metres = METRES.matcher(plain);
        return metres.matches() ? ofMetres(number(metres.group(1)), number(metres.group(2))) : Optional.empty();
    }

    /** As it is written in an answer. */
    static String write(LonLat position) {
        return String.format(Locale.ROOT, "%.5f, %.5f", position.latDeg(), position.lonDeg());
    }

    private static Optional<LonLat> ofDegrees(double first, double second) {
        boolean lonFirst = first > 0 && first < BETWEEN_LON_AND_LAT && second > BETWEEN_LON_AND_LAT;
        double lat = lonFirst ? second : first;
        double lon = lonFirst ? first : second;
        boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        return onEarth ? Optional.of(new LonLat(lon, lat)) : Optional.empty();
    }

    private static Optional<LonLat> ofMetres(double first, double second) {
        double north = Math.max(first, second);
        double east = Math.min(first, second);
        boolean inSweden = north >= LEAST_NORTH && north <= MOST_NORTH && east <= MOST_EAST;
        return inSweden ? Optional.of(MetricCrs.of(MetricCrs.SWEREF_99_TM).unproject(east, north)) : Optional.empty();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
