package se.lykta.hotspot.cells;

/**
 * Regular hexagons with a corner in the north (<em>pointy top</em>), in axial coordinates: i grows east, j north-east.
 *
 * <p>The centre of i, j is at x = size (i + j/2), y = size j √3/2. A position belongs to the nearest centre; on an edge,
 * where two are equally near, rounding decides, the same way every time.
 *
 * @param sizeMetres distance of two opposite edges, which is that of two neighbouring centres
 */
public record HexagonCells(double sizeMetres) implements CellShape {

    private static final double ROOT_3 = Math.sqrt(3);

    /** Checks the size. */
    public HexagonCells {
        CellShape.checkSize(sizeMetres);
    }

    /** Rounds the three axial coordinates, which sum to 0, and mends the one that was rounded most. */
    @Override
    public long cellAt(double x, double y) {
        double exactJ = y / pitch();
        double exactI = x / sizeMetres - exactJ / 2;
        double i = Math.floor(exactI + 0.5);
        double j = Math.floor(exactJ + 0.5);
        double k = Math.floor(-exactI - exactJ + 0.5);
        double errorI = Math.abs(i - exactI);
        double errorJ = Math.abs(j - exactJ);
        double errorK = Math.abs(k + exactI + exactJ);
        if (errorI > errorJ && errorI > errorK) {
            i = -j - k;
        } else if (errorJ > errorK) {
            j = -i - k;
        }
        return CellShape.key((int) i, (int) j);
    }

    @Override
    public double centreX(int i, int j) {
        return (i + j / 2.0) * sizeMetres;
    }

    @Override
    public double centreY(int j) {
        return j * pitch();
    }

    @Override
    public double pitch() {
        return sizeMetres * ROOT_3 / 2;
    }

    @Override
    public double halfHeight() {
        return sizeMetres / ROOT_3;
    }

    @Override
    public double area() {
        return sizeMetres * sizeMetres * ROOT_3 / 2;
    }

    @Override
    public double[] corners() {
        double half = sizeMetres / 2;
        double top = halfHeight();
        double side = top / 2;
        return new double[] {0, -top, half, -side, half, side, 0, top, -half, side, -half, -side};
    }

    @Override
    public int steps(Contiguity contiguity, int di, int dj) {
        return (Math.abs(di) + Math.abs(dj) + Math.abs(di + dj)) / 2;
    }

    @Override
    public double squaredDistance(int di, int dj) {
        return ((double) di * di + (double) di * dj + (double) dj * dj) * sizeMetres * sizeMetres;
    }
}
