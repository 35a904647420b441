package se.lykta.hotspot.scan;

/**
 * A circle of areas with more or fewer cases than elsewhere, as {@link SpatialScan} found it.
 *
 * <p>Areas are known by their row in the input. Immutable.
 */
public final class ScanCluster {

    private final int rank;
    private final double radius;
    private final int[] areas;
    private final double population;
    private final ScanFigures figures;

    /** Takes over the array: the maker must not keep it. */
    ScanCluster(int rank, double radius, int[] areas, double population, ScanFigures figures) {
        this.rank = rank;
        this.radius = radius;
        this.areas = areas;
        this.population = population;
        this.figures = figures;
    }

    /** 1 is the most likely cluster. */
    public int rank() {
        return rank;
    }

    /** The area on whose centroid the circle is centred. */
    public int centre() {
        return areas[0];
    }

    /** From the centre to the farthest centroid inside, in the unit of the coordinates; 0 for a single area. */
    public double radius() {
        return radius;
    }

    /** The areas inside, by distance from the centre. */
    public int[] areas() {
        return areas.clone();
    }

    public double population() {
        return population;
    }

    public ScanFigures figures() {
        return figures;
    }
}
