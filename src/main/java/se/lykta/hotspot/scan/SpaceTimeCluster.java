package se.lykta.hotspot.scan;

/**
 * A circle and a time with more cases than both would have without a link, as {@link SpaceTimeScan} found it.
 *
 * <p>Cases are known by their row in the input. Immutable.
 */
public final class SpaceTimeCluster {

    private final int rank;
    private final Circle circle;
    private final Days days;
    private final int[] rows;
    private final ScanFigures figures;

    /** Takes over the array: the maker must not keep it. */
    SpaceTimeCluster(int rank, Circle circle, Days days, int[] rows, ScanFigures figures) {
        this.rank = rank;
        this.circle = circle;
        this.days = days;
        this.rows = rows;
        this.figures = figures;
    }

    /**
     * Where it is.
     *
     * @param x the centre, in the unit of the input
     * @param y the centre
     * @param radius from the centre to the farthest case's place inside
     * @param places distinct places inside
     */
    public record Circle(double x, double y, double radius, int places) {}

    /**
     * When it is.
     *
     * @param first first day
     * @param last last day, included
     */
    public record Days(int first, int last) {}

    /** 1 is the most likely cluster. */
    public int rank() {
        return rank;
    }

    public Circle circle() {
        return circle;
    }

    public Days days() {
        return days;
    }

    /** The rows of the cases inside, ascending. */
    public int[] rows() {
        return rows.clone();
    }

    public ScanFigures figures() {
        return figures;
    }
}
