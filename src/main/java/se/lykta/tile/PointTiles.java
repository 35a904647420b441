package se.lykta.tile;

import se.lykta.geo.Morton;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.RowCursor;
import se.lykta.index.Snapshot;
import se.lykta.tile.mvt.MvtLayer;

/**
 * Draws every report by itself, at any zoom.
 *
 * <p>Layer {@code points}, values as of single reports ({@link ReportTags}); the report's number is the feature's id, which costs half of what a
 * value would. A tile has at most {@value #MOST} reports: of
 * more it shows so many, evenly spread along the Morton order and thereby over the ground, and each tells by
 * {@code stands_for} how many it stands for; these sum to the number of reports in the tile. A tile that shows all its
 * reports also has those of its {@link EdgeRing}, so that symbols on the edge are whole; their coordinates lie outside
 * 0..4095, and a renderer that draws the neighbour, too, paints the same symbol twice at the same place. Where ring and
 * tile together would be more than {@value #MOST} there is no ring. Pure: the bytes depend on snapshot, filter and tile
 * alone.
 */
final class PointTiles {

    static final String LAYER = "points";

    /** To be raised when tiles of the same reports come to look different, so that no old copy passes for a new one. */
    static final int DRAWING = 1;

    /** The most reports in a tile. */
    static final int MOST = 10_000;

    /** What a report takes in the tile, roughly, so that room is made once. */
    private static final int BYTES_PER_REPORT = 32;

    private final ReportTags.Codes codes;

    PointTiles(ReportTags.Codes codes) {
        this.codes = codes;
    }

    /** The encoded tile, not compressed; empty if no report is in it or its ring. */
    byte[] tile(Snapshot snapshot, Filter filter, TileId tile) {
        var wanted = new WantedRows(snapshot, filter, tile.firstMorton(), tile.endMorton());
        var drawing = new Drawing(snapshot, tile, Math.min(wanted.count(), MOST));
        if (wanted.count() > MOST) {
            wanted.sample(MOST, drawing::add);
            return drawing.layer.toTile();
        }
        wanted.forEach(drawing::add);
        for (int row : EdgeRing.rows(snapshot, filter, tile, MOST - wanted.count())) {
            drawing.add(row);
        }
        return drawing.layer.toTile();
    }

    /** One tile while it is drawn. */
    private final class Drawing {

        private final RowCursor cursor;
        private final TileUnits units;
        private final MvtLayer layer;
        private final ReportTags tags;

        Drawing(Snapshot snapshot, TileId tile, int reports) {
            this.cursor = snapshot.cursor();
            this.units = new TileUnits(tile);
            this.layer = new MvtLayer(LAYER, reports * BYTES_PER_REPORT);
            this.tags = new ReportTags(codes, layer);
        }

        void add(int row) {
            begin(row);
            layer.end();
        }

        void add(int row, int standsFor) {
            begin(row);
            layer.tag(layer.key("stands_for"), layer.value(standsFor));
            layer.end();
        }

        private void begin(int row) {
            RowCursor report = cursor.at(row);
            long morton = report.morton();
            layer.beginPoint(report.id(), units.ofCellX(Morton.x(morton)), units.ofCellY(Morton.y(morton)));
            tags.add(report);
        }
    }
}
