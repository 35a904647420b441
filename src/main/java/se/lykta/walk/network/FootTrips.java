package se.lykta.walk.network;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import se.lykta.geo.LonLat;

/**
 * The ways between a handful of places, all found on one and the same graph.
 *
 * <p>Time and way between two places are those of the leg that {@link #leg} returns, so a plan made from them is never
 * quicker than the walk. They are the same there and back unless a way is for one direction only. They are not always
 * the shortest possible, because pleasant ways are preferred; so a detour by a third place may be a little quicker.
 *
 * <p>For one request, used by one thread.
 */
public final class FootTrips {

    /** Time and way where there is none. */
    public static final int NO_WAY = Integer.MAX_VALUE;

    private final List<Snap> snaps;
    private final QueryGraph graph;
    private final FootSearch search;
    private final FootLegs legs;
    private final FootPace pace;
    private final int[][] seconds;
    private final int[][] metres;

    FootTrips(GraphHopper engine, Weighting ways, FootWords words, List<Snap> snaps, FootPace pace) {
        this.snaps = snaps;
        this.pace = pace;
        this.graph = QueryGraph.create(
                engine.getBaseGraph(), snaps.stream().filter(Snap::isValid).toList());
        Weighting weighting = graph.wrapWeighting(ways);
        this.search = new FootSearch(new FootArcs(graph, weighting));
        this.legs = new FootLegs(graph, weighting, engine.getEncodingManager(), words, pace);
        this.seconds = new int[snaps.size()][snaps.size()];
        this.metres = new int[snaps.size()][snaps.size()];
        BitSet nodes = new BitSet();
        snaps.stream().filter(Snap::isValid).forEach(snap -> nodes.set(snap.getClosestNode()));
        for (int from = 0; from < snaps.size(); from++) {
            fillRow(from, nodes);
        }
    }

    /** How far a place is from the nearest way, in metres; nothing if there is none for kilometres. */
    public OptionalDouble offMetres(int place) {
        Snap snap = snaps.get(place);
        return snap.isValid() ? OptionalDouble.of(snap.getQueryDistance()) : OptionalDouble.empty();
    }

    /** Where a place meets the network; only if it does. */
    public LonLat position(int place) {
        var point = snaps.get(place).getSnappedPoint();
        return FootLegs.position(point.lon, point.lat);
    }

    /** Time from one place to another, or {@link #NO_WAY}. */
    public int seconds(int from, int to) {
        return seconds[from][to];
    }

    /** Way from one place to another, or {@link #NO_WAY}. */
    public int metres(int from, int to) {
        return metres[from][to];
    }

    /**
     * The way itself.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FootLeg leg(int from, int to) {
        if (seconds[from][to] == NO_WAY) {
            throw new IllegalArgumentException("there is no way from place %d to place %d".formatted(from, to));
        }
        if (node(from) == node(to)) {
            return legs.none(position(from));
        }
        BitSet target = new BitSet();
        target.set(node(to));
        search.run(node(from), target);
        Path path = new Path(graph).setFromNode(node(from)).setEndNode(node(to)).setFound(true);
        search.edges(node(to)).forEach(path::addEdge);
        return legs.leg(path);
    }

    private void fillRow(int from, BitSet nodes) {
        boolean joined = snaps.get(from).isValid();
        if (joined) {
            search.run(node(from), nodes);
        }
        for (int to = 0; to < snaps.size(); to++) {
            boolean found = joined && snaps.get(to).isValid() && search.isReached(node(to));
            seconds[from][to] = found ? pace.seconds(search.millis(node(to))) : NO_WAY;
            metres[from][to] = found ? FootArcs.metres(search.millimetres(node(to))) : NO_WAY;
        }
    }

    private int node(int place) {
        return snaps.get(place).getClosestNode();
    }
}
