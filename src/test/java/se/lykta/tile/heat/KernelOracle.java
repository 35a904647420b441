package se.lykta.tile.heat;

import java.util.ArrayList;
import java.util.List;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/**
 * The density straight from its definition: every report, every pixel, distances on the ground by the scale of Web Mercator
 * in the report's own latitude. Slow and without cleverness.
 */
final class KernelOracle {

    private static final double EARTH_METRES = 6_378_137;

    private final List<double[]> reports = new ArrayList<>();
    private final double radiusMetres;

    KernelOracle(Snapshot snapshot, Filter filter, double radiusMetres) {
        this.radiusMetres = radiusMetres;
        for (int row = 0; row < snapshot.size(); row++) {
            if (filter.test(snapshot, row)) {
                reports.add(new double[] {
                    mercatorX(snapshot.lonDeg(row)), mercatorY(snapshot.latDeg(row)), snapshot.latDeg(row)
                });
            }
        }
    }

    /** Reports per km² in the middle of a pixel of a tile. */
    double density(TileId tile, int pixels, int column, int row) {
        double cells = (double) (1L << tile.shift());
        double lonDeg = WebMercator.lonDeg((tile.x() + (column + 0.5) / pixels) * cells);
        double latDeg = WebMercator.latDeg((tile.y() + (row + 0.5) / pixels) * cells);
        return density(lonDeg, latDeg);
    }

    double density(double lonDeg, double latDeg) {
        double x = mercatorX(lonDeg);
        double y = mercatorY(latDeg);
        double sum = 0;
        for (double[] report : reports) {
            double stretched = radiusMetres / Math.cos(Math.toRadians(report[2]));
            double part = Math.hypot(report[0] - x, report[1] - y) / stretched;
            if (part < 1) {
                sum += 3 / (Math.PI * stretched * stretched) * Math.pow(1 - part * part, 2);
            }
        }
        double scale = Math.cos(Math.toRadians(latDeg));
        return sum / (scale * scale) * 1e6;
    }

    int reports() {
        return reports.size();
    }

    private static double mercatorX(double lonDeg) {
        return EARTH_METRES * Math.toRadians(lonDeg);
    }

    private static double mercatorY(double latDeg) {
        return EARTH_METRES * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latDeg) / 2));
    }
}
