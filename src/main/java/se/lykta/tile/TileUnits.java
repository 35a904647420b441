package se.lykta.tile;

import se.lykta.geo.TileId;

/**
 * From cells of Web Mercator to units of a tile, 0..{@value MvtLayer#EXTENT} from its north-west corner.
 *
 * <p>A value, made anew for every use.
 */
final class TileUnits {

    private final double firstX;
    private final double firstY;
    private final double unitsPerCell;

    TileUnits(TileId tile) {
        long side = 1L << tile.shift();
        this.firstX = (double) (tile.x() * side);
        this.firstY = (double) (tile.y() * side);
        this.unitsPerCell = (double) MvtLayer.EXTENT / side;
    }

    double x(double cellX) {
        return (cellX - firstX) * unitsPerCell;
    }

    double y(double cellY) {
        return (cellY - firstY) * unitsPerCell;
    }

    /** Whole units of a place in the tile: 0..4095, so that it is drawn by one tile only. */
    int wholeX(double cellX) {
        return (int) Math.floor(x(cellX));
    }

    int wholeY(double cellY) {
        return (int) Math.floor(y(cellY));
    }
}
