package se.lykta.hotspot.analysis;

/**
 * Chooses the size of cells for a municipality: as small as people think of a place, but never so many that a map of them
 * means nothing.
 *
 * <p>Holds no state.
 */
final class CellSize {

    /** Cells of a map at most. */
    static final int MOST_CELLS = 100_000;

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    private CellSize() {}

    /**
     * The least round number (1, 2, 2.5 or 5 times a power of ten) of metres.
     *
     * @param leastMetres itself round
     * @param areaSquareMetres of the municipality
     */
    static double of(double leastMetres, double areaSquareMetres) {
        double needed = Math.sqrt(areaSquareMetres / MOST_CELLS);
        if (needed <= leastMetres) {
            return leastMetres;
        }
        double power = Math.pow(10, Math.floor(Math.log10(needed)));
        for (double step : STEPS) {
            if (step * power >= needed) {
                return step * power;
            }
        }
        throw new IllegalStateException(needed + " is more than ten times its own power of ten");
    }
}
