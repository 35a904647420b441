package se.lykta.geo;

/**
 * Morton codes (Z order) of grid cells: the bits of x and y in turn, y first.
 *
 * <p>Sorted by this code, the cells of any tile at any zoom are one contiguous range. Morton, G. M. (1966), A computer
 * oriented geodetic data base. The spreading of bits is the usual sequence of shifts and masks.
 */
public final class Morton {

    private Morton() {}

    /** The code of a cell, 0..2^62-1; both coordinates 0..2^31-1. */
    public static long encode(int x, int y) {
        return spread(x) | (spread(y) << 1);
    }

    /** The code of the cell of {@link WebMercator} that holds a position. */
    public static long encode(double lonDeg, double latDeg) {
        return encode(WebMercator.cellX(lonDeg), WebMercator.cellY(latDeg));
    }

    /** The x coordinate of a code. */
    public static int x(long code) {
        return gather(code);
    }

    /** The y coordinate of a code. */
    public static int y(long code) {
        return gather(code >>> 1);
    }

    private static long spread(int value) {
        long bits = value & 0x7fffffffL;
        bits = (bits | (bits << 16)) & 0x0000ffff0000ffffL;
        bits = (bits | (bits << 8)) & 0x00ff00ff00ff00ffL;
        bits = (bits | (bits << 4)) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | (bits << 2)) & 0x3333333333333333L;
        return (bits | (bits << 1)) & 0x5555555555555555L;
    }

    private static int gather(long code) {
        long bits = code & 0x5555555555555555L;
        bits = (bits | (bits >>> 1)) & 0x3333333333333333L;
        bits = (bits | (bits >>> 2)) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | (bits >>> 4)) & 0x00ff00ff00ff00ffL;
        bits = (bits | (bits >>> 8)) & 0x0000ffff0000ffffL;
        return (int) (bits | (bits >>> 16));
    }
}
