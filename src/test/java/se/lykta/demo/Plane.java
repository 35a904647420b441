package se.lykta.demo;

import java.math.BigDecimal;

/**
 * The plane of the plan on earth: Stortorget is 15.05° E, 58.95° N.
 *
 * <p>Equirectangular with the lengths of a degree on WGS 84 at that latitude; over 2.4 km the error is below 0.5 m. Plain
 * arithmetic on purpose: the same bytes on every machine.
 */
final class Plane {

    static final double LON = 15.05;
    static final double LAT = 58.95;
    private static final double METRES_PER_LON = 57_558.0;
    private static final double METRES_PER_LAT = 111_394.2;

    private Plane() {}

    static double lon(Spot spot) {
        return digits(LON + spot.x() / METRES_PER_LON, 7).doubleValue();
    }

    static double lat(Spot spot) {
        return digits(LAT + spot.y() / METRES_PER_LAT, 7).doubleValue();
    }

    static Spot spot(double lonDeg, double latDeg) {
        return new Spot((lonDeg - LON) * METRES_PER_LON, (latDeg - LAT) * METRES_PER_LAT);
    }

    /** A degree as text with at most this many digits, never with an exponent. */
    static String text(double degrees, int digits) {
        return digits(degrees, digits).toPlainString();
    }

    private static BigDecimal digits(double degrees, int digits) {
        return BigDecimal.valueOf(Math.round(degrees * Math.pow(10, digits)), digits)
                .stripTrailingZeros();
    }
}
