package se.lykta.place.snap;

import org.locationtech.jts.geom.Coordinate;
import se.lykta.geo.LonLat;
import se.lykta.place.MetricGeometry;

/** The centres of the cells of a metric grid, for as long as nothing is known of the town. Immutable. */
final class GridCells {

    private final MetricGeometry metric;

    GridCells(MetricGeometry metric) {
        this.metric = metric;
    }

    LonLat centre(LonLat exact, SnapScale scale) {
        int cellMetres = switch (scale) {
            case STREET -> 250;
            case QUARTER -> 500;
            case DISTRICT -> 1000;
        };
        Coordinate here = metric.project(exact);
        double x = (Math.floor(here.x / cellMetres) + 0.5) * cellMetres;
        double y = (Math.floor(here.y / cellMetres) + 0.5) * cellMetres;
        return Rounding.of(metric.unproject(new Coordinate(x, y)));
    }
}
