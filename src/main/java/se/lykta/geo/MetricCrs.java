package se.lykta.geo;

import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.GeocentProjection;

/**
 * A coordinate reference system, seen from longitude and latitude (WGS 84).
 *
 * <p>Exists so that no other class knows the projection library, the axis order (always x east, y north here) or the
 * choice of a system. Immutable and safe for use by many threads.
 */
public final class MetricCrs {

    /** SWEREF 99 TM, the default in Sweden. */
    public static final String SWEREF_99_TM = "EPSG:3006";

    private static final Bbox SWEDEN = new Bbox(10.57, 54.96, 24.18, 69.07);
    private static final Pattern NAME = Pattern.compile("EPSG:[1-9][0-9]{3,5}");

    private final String name;
    private final CoordinateTransform fromLonLat;
    private final CoordinateTransform toLonLat;
    private final boolean metric;

    private MetricCrs(String name, CoordinateReferenceSystem crs, CoordinateReferenceSystem lonLat) {
        var transforms = new CoordinateTransformFactory();
        this.name = name;
        this.fromLonLat = transforms.createTransform(lonLat, crs);
        this.toLonLat = transforms.createTransform(crs, lonLat);
        this.metric = !crs.isGeographic() && crs.getProjection().getFromMetres() == 1;
    }

    /**
     * The system of an EPSG code such as {@code EPSG:3006}, projected or geographic.
     *
     * @throws IllegalArgumentException if the name is no EPSG code or the system is unknown
     */
    public static MetricCrs of(String name) {
        String code = name.strip().toUpperCase(Locale.ROOT);
        if (!NAME.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no EPSG code, expected for example EPSG:3006");
        }
        try {
            var factory = new CRSFactory();
            CoordinateReferenceSystem crs = factory.createFromName(code);
            if (crs.getProjection() instanceof GeocentProjection) {
                throw new IllegalArgumentException(code + " is geocentric: it has no x east and y north");
            }
            return new MetricCrs(code, crs, factory.createFromName("EPSG:4326"));
        } catch (Proj4jException | IllegalStateException e) {
            throw new IllegalArgumentException("coordinate reference system " + code + " is unknown", e);
        }
    }

    /** The metric system for analyses around a place: SWEREF 99 TM in Sweden, else its UTM zone on WGS 84. */
    public static MetricCrs suiting(LonLat place) {
        if (SWEDEN.contains(place.lonDeg(), place.latDeg())) {
            return of(SWEREF_99_TM);
        }
        int zone = (int) Math.min(59, Math.floor((place.lonDeg() + 180) / 6)) + 1;
        return of("EPSG:" + ((place.latDeg() >= 0 ? 32600 : 32700) + zone));
    }

    /** The code, for example {@code EPSG:3006}. */
    public String name() {
        return name;
    }

    /** Says whether coordinates are metres, as every distance in an analysis has to be. */
    public boolean isMetric() {
        return metric;
    }

    /** Coordinates x (east), y (north) of a position, in the unit of this system. */
    public double[] project(double lonDeg, double latDeg) {
        return transform(fromLonLat, lonDeg, latDeg);
    }

    /**
     * The position of coordinates x (east), y (north).
     *
     * @throws IllegalArgumentException if they are not on earth in this system
     */
    public LonLat unproject(double x, double y) {
        double[] lonLat = transform(toLonLat, x, y);
        return new LonLat(lonLat[0], lonLat[1]);
    }

    private double[] transform(CoordinateTransform transform, double x, double y) {
        var result = new ProjCoordinate();
        try {
            transform.transform(new ProjCoordinate(x, y), result);
        } catch (Proj4jException | IllegalStateException e) {
            throw new IllegalArgumentException("coordinates %s, %s are outside %s".formatted(x, y, name), e);
        }
        if (!Double.isFinite(result.x) || !Double.isFinite(result.y)) {
            throw new IllegalArgumentException("coordinates %s, %s are outside %s".formatted(x, y, name));
        }
        return new double[] {result.x, result.y};
    }
}
