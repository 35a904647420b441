package se.lykta.walk.network;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import se.lykta.geo.LonLat;

/**
 * All ways that can be walked, from an OpenStreetMap file.
 *
 * <p>Exists so that the rest knows neither the routing engine nor its files. Holds the graph in memory, some 25 MB for a
 * town. Safe for use by many threads until it is closed.
 */
public final class FootNetwork implements AutoCloseable {

    private final GraphHopper engine;
    private final FootWords words;

    /** Light does not decide where one may walk, so two are enough. */
    private final BitSet largestPiece;

    private final BitSet largestStepFreePiece;

    private FootNetwork(GraphHopper engine) {
        this.engine = engine;
        this.words = new FootWords(engine.getTranslationMap());
        this.largestPiece = largestPiece(FootProfile.EVERYONE);
        this.largestStepFreePiece = largestPiece(FootProfile.STEP_FREE);
    }

    /**
     * The network of a file, imported the first time and whenever the content of the file has changed.
     *
     * @param osmFile {@code .osm}, {@code .osm.gz} or {@code .osm.pbf}
     * @param graphDirectory where the graph is kept; made if it does not exist
     * @throws se.lykta.http.ApiException {@code osm-file-missing}, {@code osm-file-unreadable} or
     *     {@code osm-without-paths}
     */
    public static FootNetwork open(Path osmFile, Path graphDirectory) {
        return new FootNetwork(FootGraphStore.open(osmFile, graphDirectory));
    }

    /**
     * Joins places to the network.
     *
     * @param speedKmh speed on level ways, above 0
     */
    public FootTrips trips(List<LonLat> places, FootProfile profile, double speedKmh) {
        Weighting weighting = weighting(profile);
        var snapping = new FootSnapping(
                engine.getLocationIndex(),
                usable(profile, weighting),
                profile.stepFree() ? largestStepFreePiece : largestPiece);
        List<Snap> snaps = places.stream().map(snapping::snap).toList();
        return new FootTrips(engine, weighting, words, snaps, FootPace.ofKmh(speedKmh));
    }

    /** How many junctions and ends of ways there are. */
    public int nodeCount() {
        return engine.getBaseGraph().getNodes();
    }

    @Override
    public void close() {
        engine.close();
    }

    private BitSet largestPiece(FootProfile profile) {
        return FootPieces.largest(engine.getBaseGraph(), usable(profile, weighting(profile)));
    }

    private Weighting weighting(FootProfile profile) {
        return engine.createWeighting(engine.getProfile(profile.key()), new PMap());
    }

    private EdgeFilter usable(FootProfile profile, Weighting weighting) {
        return new DefaultSnapFilter(
                weighting, engine.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(profile.key())));
    }
}
