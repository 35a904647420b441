package se.lykta.place.osm;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.openstreetmap.osmosis.core.domain.v0_6.Way;
import org.openstreetmap.osmosis.core.domain.v0_6.WayNode;
import se.lykta.geo.LonLat;
import se.lykta.place.CoastFaults;
import se.lykta.place.osm.sea.Sea;

/**
 * Gathers the coast of a file ({@code natural=coastline}), and houses as evidence of land, and makes the sea of them.
 *
 * <p>Exists because a line of the coast says something only together with all others. Where nodes are missing a line ends
 * and another one begins: the straight way between them may lie across land. Used by one thread.
 */
final class OsmCoast {

    private static final int MOST_HOUSES = 20_000;

    private final NodeStore nodes;
    private final List<int[]> lines = new ArrayList<>();
    private final IntArrayList houses = new IntArrayList();
    private CoastFaults faults = CoastFaults.NONE;

    OsmCoast(NodeStore nodes) {
        this.nodes = nodes;
    }

    /** A way of the coast. */
    void line(Way way) {
        var line = new IntArrayList();
        for (WayNode ref : way.getWayNodes()) {
            int index = nodes.indexOf(ref.getNodeId());
            if (index == NodeStore.MISSING) {
                end(line);
            } else if (line.isEmpty() || line.get(line.size() - 1) != index) {
                line.add(index);
            }
        }
        end(line);
    }

    private void end(IntArrayList line) {
        if (line.size() >= 2) {
            lines.add(line.toArray());
        }
        line.clear();
    }

    /** A house, told by a node of it. */
    void house(int node) {
        houses.add(node);
    }

    /** The sea, in Web Mercator metres, as far as the file covers it. */
    Sea sea(OsmCover cover) {
        Sea sea = Sea.of(cover.shore(coast(), sample(), nodes));
        Optional<LonLat> first = Stream.concat(sea.gaps().stream(), sea.wrong().stream())
                .findFirst()
                .map(WebMercatorGeometry::lonLat);
        faults = new CoastFaults(sea.gaps().size(), sea.wrong().size(), first);
        return sea;
    }

    /** What was wrong, as far as the sea has been made. */
    CoastFaults faults() {
        return faults;
    }

    private List<Coordinate[]> coast() {
        List<Coordinate[]> coast =
                lines.stream().map(line -> metres(Arrays.stream(line))).toList();
        lines.clear();
        return coast;
    }

    private List<Coordinate> sample() {
        int step = 1 + houses.size() / MOST_HOUSES;
        return List.of(metres(IntStream.range(0, houses.size() / step).map(i -> houses.get(i * step))));
    }

    private Coordinate[] metres(IntStream indexes) {
        return indexes.mapToObj(nodes::position).map(WebMercatorGeometry::of).toArray(Coordinate[]::new);
    }
}
