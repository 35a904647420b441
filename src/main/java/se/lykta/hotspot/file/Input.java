package se.lykta.hotspot.file;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/**
 * What a method works on.
 *
 * @param points in metres of {@code crs}
 * @param area the study area, valid polygons in metres of {@code crs}, if one was given
 * @param crs metric
 * @param backgrounds what reports can be compared with
 */
public record Input(Points points, Optional<Geometry> area, MetricCrs crs, Backgrounds backgrounds) {

    /** Points whose backgrounds are files. */
    public Input(Points points, Optional<Geometry> area, MetricCrs crs) {
        this(points, area, crs, new BackgroundFiles());
    }

    /**
     * The study area.
     *
     * @throws ApiException {@code area-missing} if none was given
     */
    public Geometry studyArea() {
        return area.orElseThrow(
                () -> ApiException.invalid(
                        "area-missing",
                        List.of(
                                new Fault(
                                        "area",
                                        "this method needs the study area: --area FILE.geojson, or the border of the municipality, see ./lykta import-areas"))));
    }
}
