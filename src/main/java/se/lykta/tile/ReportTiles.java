package se.lykta.tile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.Taxonomy;

/**
 * Draws reports into vector tiles: clusters, and from zoom {@value #SINGLES_ZOOM} on every report by itself.
 *
 * <p>Layer {@code reports}. A cluster has {@code count, cause} (the one named most often, ties: least code),
 * {@code dark} (per cent of the reports whose light is known; absent if there is none), {@code newest},
 * {@code expansionZoom} and {@code radius} (pixels on a tile of 256; circles of this size never overlap). A single report
 * has {@code id, cause, causes, source, state, date, light}. Pure: the bytes depend on snapshot, filter and tile alone.
 */
final class ReportTiles {

    static final String LAYER = "reports";

    /** From here on nothing is clustered, not even reports at the same place. */
    static final int SINGLES_ZOOM = 18;

    private static final int SECONDS_PER_MINUTE = 60;

    private final Taxonomy taxonomy;
    private final ZoneId zone;

    ReportTiles(Taxonomy taxonomy, ZoneId zone) {
        this.taxonomy = taxonomy;
        this.zone = zone;
    }

    /** The encoded tile, not compressed; empty if no report is in it. */
    byte[] tile(Snapshot snapshot, Filter filter, TileId tile) {
        var layer = new MvtLayer(LAYER);
        if (tile.zoom() >= SINGLES_ZOOM) {
            addSingles(layer, snapshot, filter, tile);
        } else {
            for (var placed : new ClusterGrid(snapshot, filter, tile).clusters()) {
                add(layer, snapshot, tile, placed);
            }
        }
        return layer.toTile();
    }

    private void addSingles(MvtLayer layer, Snapshot snapshot, Filter filter, TileId tile) {
        int end = snapshot.firstAtOrAfter(tile.endMorton());
        for (int row = snapshot.firstAtOrAfter(tile.firstMorton()); row < end; row++) {
            if (filter.test(snapshot, row)) {
                addSingle(layer, snapshot, tile, row);
            }
        }
    }

    private void add(MvtLayer layer, Snapshot snapshot, TileId tile, ClusterGrid.Placed placed) {
        Cluster cluster = placed.cluster();
        if (cluster.count() == 1) {
            addSingle(layer, snapshot, tile, cluster.onlyRow());
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("count", cluster.count());
        mainCause(cluster, properties);
        if (cluster.knownLight() > 0) {
            properties.put("dark", cluster.darkPercent());
        }
        properties.put("newest", date(cluster.newestMinute()));
        properties.put("expansionZoom", expansionZoom(cluster, tile.zoom()));
        properties.put("radius", ClusterGrid.radiusPixels(cluster.count()));
        var units = new TileUnits(tile);
        layer.addPoint(OptionalLong.empty(), units.wholeX(placed.x()), units.wholeY(placed.y()), properties);
    }

    private void addSingle(MvtLayer layer, Snapshot snapshot, TileId tile, int row) {
        List<String> codes = taxonomy.causesOf(snapshot.causes(row)).stream()
                .map(Cause::code)
                .toList();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", snapshot.id(row));
        codes.stream().findFirst().ifPresent(code -> properties.put("cause", code));
        properties.put("causes", String.join(",", codes));
        properties.put("source", snapshot.source(row).code());
        properties.put("state", snapshot.state(row).code());
        properties.put("date", date(snapshot.minute(row)));
        light(snapshot.light(row), properties);
        var units = new TileUnits(tile);
        int x = units.wholeX(Morton.x(snapshot.morton(row)) + 0.5);
        int y = units.wholeY(Morton.y(snapshot.morton(row)) + 0.5);
        layer.addPoint(OptionalLong.of(snapshot.id(row)), x, y, properties);
    }

    private void mainCause(Cluster cluster, Map<String, Object> properties) {
        int most = 0;
        for (Cause cause : taxonomy.causes()) {
            int count = cluster.causeCount(cause.bit());
            if (count > most) {
                most = count;
                properties.put("cause", cause.code());
            }
        }
    }

    private static void light(Light light, Map<String, Object> properties) {
        switch (light) {
            case DARK -> properties.put("light", "dark");
            case LIGHT -> properties.put("light", "light");
            case UNKNOWN -> properties.put("light", "unknown");
        }
    }

    /** The first zoom at which the reports are spread over more than a cell's side, so that they must part. */
    static int expansionZoom(Cluster cluster, int zoom) {
        int zoomIn = zoom + 1;
        while (zoomIn < SINGLES_ZOOM && cluster.spreadCells() < ClusterGrid.cellSide(zoomIn)) {
            zoomIn++;
        }
        return zoomIn;
    }

    private String date(int minute) {
        return LocalDate.ofInstant(Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE), zone)
                .toString();
    }
}
