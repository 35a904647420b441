package se.lykta.hotspot.cells;

/**
 * Squares along the axes: i = floor(x/size), j = floor(y/size), so west and south edges belong to a cell, the others not.
 *
 * @param sizeMetres length of an edge
 */
public record SquareCells(double sizeMetres) implements CellShape {

    /** Checks the size. */
    public SquareCells {
        CellShape.checkSize(sizeMetres);
    }

    @Override
    public long cellAt(double x, double y) {
        return CellShape.key((int) Math.floor(x / sizeMetres), (int) Math.floor(y / sizeMetres));
    }

    @Override
    public double centreX(int i, int j) {
        return (i + 0.5) * sizeMetres;
    }

    @Override
    public double centreY(int j) {
        return (j + 0.5) * sizeMetres;
    }

    @Override
    public double pitch() {
        return sizeMetres;
    }

    @Override
    public double halfHeight() {
        return sizeMetres / 2;
    }

    @Override
    public double area() {
        return sizeMetres * sizeMetres;
    }

    @Override
    public double[] corners() {
        double half = sizeMetres / 2;
        return new double[] {-half, -half, half, -half, half, half, -half, half};
    }

    @Override
    public int steps(Contiguity contiguity, int di, int dj) {
        int columns = Math.abs(di);
        int rows = Math.abs(dj);
        return contiguity == Contiguity.QUEEN ? Math.max(columns, rows) : columns + rows;
    }

    @Override
    public double squaredDistance(int di, int dj) {
        return ((double) di * di + (double) dj * dj) * area();
    }
}
