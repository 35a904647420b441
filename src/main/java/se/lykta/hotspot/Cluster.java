package se.lykta.hotspot;

import java.util.Comparator;
import se.lykta.hotspot.facts.Tally;

/** A cluster of reports on its way to become a hotspot. The array of members is shared, not copied. */
final class Cluster {

    /** Those that weigh most first, then most reports, then most voices, then the newest report, then the westernmost: never a tie. */
    static final Comparator<Cluster> BEST_FIRST = Comparator.<Cluster>comparingDouble(c -> c.weight)
            .thenComparingInt(c -> c.tally.reports())
            .thenComparingInt(c -> c.tally.voices())
            .thenComparingInt(c -> c.tally.newestMinute())
            .reversed()
            .thenComparing(c -> c.selection.part.code())
            .thenComparingInt(c -> c.number);

    private static final double MILLIMETRES = 1000;

    private final Selection selection;
    private final int number;
    private final int[] members;
    private final Tally tally;
    private final double weight;

    /**
     * A cluster.
     *
     * @param selection whose reports it is made of
     * @param number its number in the clustering, which is canonical
     * @param members indexes into the selection
     * @param tally what its reports say
     * @param weight what its reports weigh
     */
    Cluster(Selection selection, int number, int[] members, Tally tally, double weight) {
        this.selection = selection;
        this.number = number;
        this.members = members;
        this.tally = tally;
        this.weight = weight;
    }

    Selection selection() {
        return selection;
    }

    int[] members() {
        return members;
    }

    Tally tally() {
        return tally;
    }

    double weight() {
        return weight;
    }

    /** The mean position in metres; summed in whole millimetres, so that it doesn't depend on the order of members. */
    double[] mean() {
        long sumX = 0;
        long sumY = 0;
        for (int member : members) {
            sumX += Math.round(selection.x[member] * MILLIMETRES);
            sumY += Math.round(selection.y[member] * MILLIMETRES);
        }
        double scale = MILLIMETRES * members.length;
        return new double[] {sumX / scale, sumY / scale};
    }

    /** The member nearest to a position, of equally near ones the westernmost, then the southernmost. */
    int nearest(double[] position) {
        int best = members[0];
        double least = Double.POSITIVE_INFINITY;
        for (int member : members) {
            double dx = selection.x[member] - position[0];
            double dy = selection.y[member] - position[1];
            double distance = dx * dx + dy * dy;
            if (distance < least || (distance == least && isWestOf(member, best))) {
                least = distance;
                best = member;
            }
        }
        return best;
    }

    private boolean isWestOf(int a, int b) {
        return selection.x[a] < selection.x[b] || (selection.x[a] == selection.x[b] && selection.y[a] < selection.y[b]);
    }
}
