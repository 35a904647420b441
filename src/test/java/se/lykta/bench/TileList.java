package se.lykta.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;
import se.lykta.report.ReportPoint;

/**
 * The tiles that everybody is asked for: of zoom 0 to {@value #LAST_ZOOM}, those of random reports, so weighted to where
 * the data are.
 *
 * <p>All differ. Every zoom gets the same number; what low zooms can't give, because a country has few tiles there, goes
 * to the higher ones. Within a zoom the order is random. The same seed gives the same list.
 */
final class TileList {

    static final int LAST_ZOOM = 16;

    private static final int TRIES_PER_TILE = 100;

    private TileList() {}

    /** So many tiles, zoom by zoom; fewer if the reports are not spread over as many. */
    static List<TileId> draw(BenchReports reports, int size, int tiles, long seed) {
        var random = new SplittableRandom(seed);
        List<List<TileId>> zooms = new ArrayList<>();
        for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
            int share = (tiles - count(zooms)) / (LAST_ZOOM + 1 - zoom);
            zooms.add(List.copyOf(drawZoom(reports, size, zoom, share, random)));
        }
        return zooms.stream().flatMap(List::stream).toList();
    }

    /** The tile of a zoom with this report in it. */
    static TileId tileOf(ReportPoint point, int zoom) {
        int shift = WebMercator.BITS - zoom;
        return new TileId(zoom, WebMercator.cellX(point.lonDeg()) >> shift, WebMercator.cellY(point.latDeg()) >> shift);
    }

    private static Set<TileId> drawZoom(BenchReports reports, int size, int zoom, int share, SplittableRandom random) {
        Set<TileId> drawn = new LinkedHashSet<>();
        for (int tries = 0; drawn.size() < share && tries < TRIES_PER_TILE * share; tries++) {
            ReportPoint point = reports.report(1 + random.nextInt(size)).point();
            if (point.state().counts()) {
                drawn.add(tileOf(point, zoom));
            }
        }
        return drawn;
    }

    private static int count(List<List<TileId>> zooms) {
        return zooms.stream().mapToInt(List::size).sum();
    }
}
