package se.lykta.hotspot.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import se.lykta.geo.MetricCrs;

/** Backgrounds that are CSV files of points, named by their paths. Holds no state. */
final class BackgroundFiles implements Backgrounds {

    /** What reads bad lines as faults, as of the points themselves. */
    @Override
    public Points points(String name, MetricCrs crs) {
        var options = new PointsFile.Options(Optional.of(crs.name()), Map.of(), false, false);
        try {
            return new PointsFile(options).read(Path.of(name)).points();
        } catch (IOException | InvalidPathException e) {
            throw Background.refused("%s can not be read: %s".formatted(name, e.getMessage()));
        }
    }
}
