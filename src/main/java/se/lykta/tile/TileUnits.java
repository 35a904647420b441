package se.lykta.tile;

import se.lykta.geo.TileId;
import se.lykta.tile.mvt.MvtLayer;

/**
 * From cells of Web Mercator to units of a tile, 0..{@value MvtLayer#EXTENT} from its north-west corner.
 *
 * <p>A value, made anew for every use.
 */
final class TileUnits {

    /** Units per side as a power of two. */
    private static final int UNIT_BITS = Integer.numberOfTrailingZeros(MvtLayer.EXTENT);

    private final int unitShift;
    private final int firstCellX;
    private final int firstCellY;
    private final double firstX;
    private final double firstY;
    private final double unitsPerCell;

    TileUnits(TileId tile) {
        long side = 1L << tile.shift();
        this.unitShift = tile.shift() - UNIT_BITS;
        this.firstCellX = (int) (tile.x() * side);
        this.firstCellY = (int) (tile.y() * side);
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

    /** The whole unit that holds the middle of a cell; the same as {@code wholeX(cellX + 0.5)}. */
    int ofCellX(int cellX) {
        return ofCells(cellX - firstCellX);
    }

    /** The same for the other axis. */
    int ofCellY(int cellY) {
        return ofCells(cellY - firstCellY);
    }

    private int ofCells(int cells) {
        return unitShift >= 0 ? cells >> unitShift : (2 * cells + 1) << (-unitShift - 1);
    }
}
