package se.lykta.hotspot.cells;

/**
 * How the plane is parted into equal cells, each known by two whole numbers i and j.
 *
 * <p>Squares and hexagons have in common what the rest needs: cells of one j stand in a row, one size apart, and the rows
 * stand one pitch apart. So what is written for rows is right for both. Sizes and coordinates in metres; cells begin at
 * the origin of the coordinate system, so the same place has the same cell in every map. Immutable.
 */
public sealed interface CellShape permits SquareCells, HexagonCells {

    /** Distance of two cells of a row, above 0. */
    double sizeMetres();

    /** The cell a position belongs to, exactly one, as {@link #key}; positions far from everything share cells. */
    long cellAt(double x, double y);

    /** The centre's x. */
    double centreX(int i, int j);

    /** The y of all centres of a row. */
    double centreY(int j);

    /** How far the rows are apart. */
    double pitch();

    /** How far a cell reaches above and below its centre. */
    double halfHeight();

    /** Size of a cell in square metres. */
    double area();

    /** The corners around a centre at 0, 0, counter-clockwise: x and y in turn. */
    double[] corners();

    /** How many steps from neighbour to neighbour lead to the cell that is di, dj away. */
    int steps(Contiguity contiguity, int di, int dj);

    /** Squared distance of two centres, made of whole numbers so that it is the same all over the map. */
    double squaredDistance(int di, int dj);

    /** Two indexes as one number that sorts by i, then j. */
    static long key(int i, int j) {
        return ((long) i << Integer.SIZE) + ((long) j - Integer.MIN_VALUE);
    }

    /** The i of a key. */
    static int i(long key) {
        return (int) (key >> Integer.SIZE);
    }

    /** The j of a key. */
    static int j(long key) {
        return (int) key + Integer.MIN_VALUE;
    }

    /** Refuses a size that is no length. */
    static void checkSize(double sizeMetres) {
        if (!(sizeMetres > 0 && Double.isFinite(sizeMetres))) {
            throw new IllegalArgumentException("a cell of " + sizeMetres + " m is not larger than 0");
        }
    }
}
