package se.lykta.report;

import java.time.Instant;
import org.shredzone.commons.suncalc.SunPosition;
import se.lykta.taxonomy.Light;

/**
 * Light or dark from the height of the sun: dark is below -6°, the end of civil twilight.
 *
 * <p>commons-suncalc decides, but costs too much for a million rows. So the height is first taken from the low-precision
 * formulas of Meeus, <em>Astronomical Algorithms</em>, chapters 25 and 13 (the ones of NOAA's solar calculator). They
 * agree with the library within 0.1° between 1990 and 2100 (a test samples this); only within {@link #DOUBT_DEG} of the
 * threshold is the library asked. The answer is therefore always the library's. Pure.
 */
public final class Daylight {

    /** Sun below this height: dark. */
    static final double DARK_BELOW_DEG = -6;

    /** Five times the greatest difference between the two computations. */
    static final double DOUBT_DEG = 0.5;

    private static final double J2000_SECONDS = 946_728_000;
    private static final double SECONDS_PER_CENTURY = 36_525 * 86_400.0;

    private Daylight() {}

    /** Whether it was dark at a time and place. */
    public static Light at(Instant time, double lonDeg, double latDeg) {
        double heightDeg = approximateHeightDeg(time.getEpochSecond(), lonDeg, latDeg);
        if (Math.abs(heightDeg - DARK_BELOW_DEG) <= DOUBT_DEG) {
            heightDeg = heightDeg(time, lonDeg, latDeg);
        }
        return heightDeg < DARK_BELOW_DEG ? Light.DARK : Light.LIGHT;
    }

    /** The true height of the sun's centre, without refraction, by commons-suncalc; degrees. */
    static double heightDeg(Instant time, double lonDeg, double latDeg) {
        return SunPosition.compute().on(time).at(latDeg, lonDeg).execute().getTrueAltitude();
    }

    /** The same by the short formulas; degrees. */
    static double approximateHeightDeg(long epochSecond, double lonDeg, double latDeg) {
        double seconds = epochSecond - J2000_SECONDS;
        double centuries = seconds / SECONDS_PER_CENTURY;
        double anomaly = Math.toRadians(357.52911 + 35_999.05029 * centuries);
        double centre = (1.914602 - 0.004817 * centuries) * Math.sin(anomaly)
                + 0.019993 * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double longitude = Math.toRadians(280.46646 + 36_000.76983 * centuries + centre);
        double obliquity = Math.toRadians(23.43929 - 0.01300 * centuries);
        double sinDeclination = Math.sin(obliquity) * Math.sin(longitude);
        double rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
        // Sidereal time, Meeus 12.4; the date's own fraction comes through the days.
        double siderealDeg = 280.46061837 + 360.98564736629 * (seconds / 86_400) + lonDeg;
        double hourAngle = Math.toRadians(siderealDeg % 360) - rightAscension;
        double latitude = Math.toRadians(latDeg);
        double cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);
        double sinHeight =
                Math.sin(latitude) * sinDeclination + Math.cos(latitude) * cosDeclination * Math.cos(hourAngle);
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sinHeight))));
    }
}
