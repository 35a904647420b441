package se.lykta.walk;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import se.lykta.geo.LonLat;

/**
 * The ways between a handful of places, all found on one and the same graph.
 *
 * <p>Time and way between two places are those of the leg that {@link #leg} returns, so a plan made from them is never
 * quicker than the walk. For one request, used by one thread.
 */
public final class FootTrips {

    /** Time and way where there is none. */
    public static final int NO_WAY = Integer.MAX_VALUE;

    private final List<Snap> snaps;
    private final QueryGraph graph;
    private final FootSearch search;
    private final EnumEncodedValue<StreetLight> lit;
    private final double timeFactor;
    private final int[][] seconds;
    private final int[][] metres;

    FootTrips(GraphHopper engine, Weighting weighting, List<Snap> snaps, double timeFactor) {
        this.snaps = snaps;
        this.timeFactor = timeFactor;
        this.graph = QueryGraph.create(
                engine.getBaseGraph(), snaps.stream().filter(Snap::isValid).toList());
        this.search = new FootSearch(new FootArcs(graph, graph.wrapWeighting(weighting)));
        this.lit = engine.getEncodingManager().getEnumEncodedValue(FootGraph.LIT, StreetLight.class);
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
        return position(point.lon, point.lat);
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
        BitSet target = new BitSet();
        target.set(node(to));
        search.run(node(from), target);
        Path path = path(from, to);
        return new FootLeg(metres(node(to)), seconds(node(to)), litMetres(path), 0, line(path, from, to), List.of());
    }

    private void fillRow(int from, BitSet nodes) {
        boolean joined = snaps.get(from).isValid();
        if (joined) {
            search.run(node(from), nodes);
        }
        for (int to = 0; to < snaps.size(); to++) {
            boolean found = joined && snaps.get(to).isValid() && search.isReached(node(to));
            seconds[from][to] = found ? seconds(node(to)) : NO_WAY;
            metres[from][to] = found ? metres(node(to)) : NO_WAY;
        }
    }

    private Path path(int from, int to) {
        Path path = new Path(graph).setFromNode(node(from)).setEndNode(node(to)).setFound(true);
        search.edges(node(to)).forEach(path::addEdge);
        return path;
    }

    private int node(int place) {
        return snaps.get(place).getClosestNode();
    }

    private int seconds(int node) {
        return (int) Math.ceil(search.millis(node) / 1000.0 * timeFactor);
    }

    private int metres(int node) {
        return (int) Math.round(search.millimetres(node) / 1000.0);
    }

    private int litMetres(Path path) {
        double metres = 0;
        for (EdgeIteratorState edge : path.calcEdges()) {
            StreetLight light = edge.get(lit);
            metres += light == StreetLight.YES || light == StreetLight.LIMITED ? edge.getDistance() : 0;
        }
        return (int) metres;
    }

    private List<LonLat> line(Path path, int from, int to) {
        if (path.getEdgeCount() == 0) {
            return List.of(position(from), position(to));
        }
        PointList points = path.calcPoints();
        List<LonLat> line = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            LonLat position = position(points.getLon(i), points.getLat(i));
            if (line.isEmpty() || !line.get(line.size() - 1).equals(position)) {
                line.add(position);
            }
        }
        return line.size() >= 2 ? line : List.of(position(from), position(to));
    }

    /** Six decimals are 0.1 m. */
    private static LonLat position(double lonDeg, double latDeg) {
        return new LonLat(Math.round(lonDeg * 1e6) / 1e6, Math.round(latDeg * 1e6) / 1e6);
    }
}
