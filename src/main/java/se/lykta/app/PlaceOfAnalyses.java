package se.lykta.app;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.analysis.Surroundings;
import se.lykta.place.StreetPositions;

/** The municipality and its streets, as analyses ask for them. */
record PlaceOfAnalyses(Territory territory, StreetPositions streets) implements Surroundings {

    @Override
    public MetricCrs crs() {
        return territory.metricCrs();
    }

    @Override
    public Optional<Geometry> outline() {
        return territory.outline();
    }

    @Override
    public double[][] streets(MetricCrs crs) {
        return streets.in(crs);
    }

    @Override
    public String version() {
        Territory.Known known = territory.now();
        return known.mapVersion() + "." + known.areasVersion() + "." + crs().name();
    }
}
