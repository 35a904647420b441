package se.lykta.walk.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.lykta.geo.LonLat;

/** The invented town of {@code fixtures/grid-town.osm}: a junction every 100 m, distances by counting. */
public final class GridTown {

    private static final double STEP_DEG = Math.toDegrees(100 / 6_371_000.0);
    private static final double LON_DEG = 16.5;
    private static final double LAT_DEG = 59.3;

    private GridTown() {}

    /** The junction x hundred metres east and y hundred metres north of the corner; fractions lie between. */
    public static LonLat at(double x, double y) {
        return new LonLat(LON_DEG + x * STEP_DEG / Math.cos(Math.toRadians(LAT_DEG)), LAT_DEG + y * STEP_DEG);
    }

    /** Writes the town into a directory. */
    public static Path file(Path directory) {
        Path file = directory.resolve("grid-town.osm");
        try (InputStream town = GridTown.class.getResourceAsStream("/fixtures/grid-town.osm")) {
            if (town == null) {
                throw new IllegalStateException("fixtures/grid-town.osm is missing");
            }
            Files.copy(town, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
