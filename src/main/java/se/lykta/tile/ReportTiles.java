package se.lykta.tile;

import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.RowCursor;
import se.lykta.index.Snapshot;
import se.lykta.tile.mvt.MvtLayer;

/**
 * Draws reports into vector tiles: clusters, and from zoom {@value #SINGLES_ZOOM} on every report by itself.
 *
 * <p>Layer {@code reports}. A cluster has {@code count, cause} (the one named most often, ties: least code),
 * {@code dark} (per cent of the reports whose light is known; absent if there is none), {@code newest},
 * {@code expansionZoom} and {@code radius} (pixels on a tile of 256; circles of this size never overlap). A single report
 * has its {@code id} and the values of {@link ReportTags}. Pure: the bytes depend on snapshot, filter and tile alone.
 */
final class ReportTiles {

    static final String LAYER = "reports";

    /** To be raised when tiles of the same reports come to look different, so that no old copy passes for a new one. */
    static final int DRAWING = 2;

    /** From here on nothing is clustered, not even reports at the same place. */
    static final int SINGLES_ZOOM = 18;

    private final ReportTags.Codes codes;

    ReportTiles(ReportTags.Codes codes) {
        this.codes = codes;
    }

    /** The encoded tile, not compressed; empty if no report is in it. */
    byte[] tile(Snapshot snapshot, Filter filter, TileId tile) {
        var drawing = new Drawing(snapshot, tile);
        if (tile.zoom() >= SINGLES_ZOOM) {
            drawing.addSingles(filter);
        } else {
            new ClusterGrid(snapshot, filter, tile).clusters().forEach(drawing::add);
        }
        return drawing.layer.toTile();
    }

    /** The first zoom at which the reports are spread over more than a cell's side, so that they must part. */
    static int expansionZoom(Cluster cluster, int zoom) {
        int zoomIn = zoom + 1;
        while (zoomIn < SINGLES_ZOOM && cluster.spreadCells() < ClusterGrid.cellSide(zoomIn)) {
            zoomIn++;
        }
        return zoomIn;
    }

    /** One tile while it is drawn. */
    private final class Drawing {

        private final Snapshot snapshot;
        private final RowCursor cursor;
        private final TileId tile;
        private final TileUnits units;
        private final MvtLayer layer = new MvtLayer(LAYER);
        private final ReportTags tags = new ReportTags(codes, layer);

        Drawing(Snapshot snapshot, TileId tile) {
            this.snapshot = snapshot;
            this.cursor = snapshot.cursor();
            this.tile = tile;
            this.units = new TileUnits(tile);
        }

        void addSingles(Filter filter) {
            snapshot.forEach(filter, tile.firstMorton(), tile.endMorton(), this::addSingle);
        }

        void add(ClusterGrid.Placed placed) {
            Cluster cluster = placed.cluster();
            if (cluster.count() == 1) {
                addSingle(cluster.onlyRow());
                return;
            }
            layer.beginPoint(units.wholeX(placed.x()), units.wholeY(placed.y()));
            layer.tag(layer.key("count"), layer.value(cluster.count()));
            int bit = mainCause(cluster);
            if (cluster.causeCount(bit) > 0) {
                layer.tag(layer.key("cause"), tags.cause(bit));
            }
            if (cluster.knownLight() > 0) {
                layer.tag(layer.key("dark"), layer.value(cluster.darkPercent()));
            }
            layer.tag(layer.key("newest"), tags.date(cluster.newestMinute()));
            layer.tag(layer.key("expansionZoom"), layer.value(expansionZoom(cluster, tile.zoom())));
            layer.tag(layer.key("radius"), layer.value(ClusterGrid.radiusPixels(cluster.count())));
            layer.end();
        }

        private void addSingle(int row) {
            RowCursor report = cursor.at(row);
            long morton = report.morton();
            layer.beginPoint(report.id(), units.ofCellX(Morton.x(morton)), units.ofCellY(Morton.y(morton)));
            layer.tag(layer.key("id"), layer.value(report.id()));
            tags.add(report);
            layer.end();
        }

        /** The bit of the cause named most often; ties: least code. */
        private int mainCause(Cluster cluster) {
            int main = 0;
            int most = 0;
            for (int bit : codes.bitsByCode()) {
                if (cluster.causeCount(bit) > most) {
                    most = cluster.causeCount(bit);
                    main = bit;
                }
            }
            return main;
        }
    }
}
