package se.lykta.place.snap;

import org.locationtech.jts.geom.Point;
import se.lykta.geo.LonLat;

/** Positions to a millionth of a degree (0.1 m), so that equal snap points are equal numbers whatever the arithmetic. */
final class Rounding {

    private static final double PER_DEGREE = 1e6;

    private Rounding() {}

    static LonLat of(LonLat exact) {
        return new LonLat(
                Math.rint(exact.lonDeg() * PER_DEGREE) / PER_DEGREE,
                Math.rint(exact.latDeg() * PER_DEGREE) / PER_DEGREE);
    }

    static LonLat of(Point exact) {
        return of(new LonLat(exact.getX(), exact.getY()));
    }
}
