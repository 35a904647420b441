package se.lykta.place;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import se.lykta.geo.LonLat;

/** The invented town of the tests, and positions in it by metres. */
public final class Town {

    private static final double LON = 14.53;
    private static final double LAT = 56.28;
    private static final double METRES_PER_DEGREE = 111_320;

    private Town() {}

    /** The position so many metres east and north of the origin. */
    public static LonLat at(double east, double north) {
        double lonMetres = METRES_PER_DEGREE * Math.cos(Math.toRadians(LAT));
        return new LonLat(LON + east / lonMetres, LAT + north / METRES_PER_DEGREE);
    }

    /** Its map file. */
    public static Path file() {
        try {
            return Path.of(Objects.requireNonNull(Town.class.getResource("/fixtures/town.osm"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
