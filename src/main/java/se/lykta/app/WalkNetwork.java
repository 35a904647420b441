package se.lykta.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.http.ApiException;
import se.lykta.place.OsmSource;
import se.lykta.place.PlaceStore;
import se.lykta.walk.network.FootNetwork;

/**
 * The foot network of the imported map, made in the background so that the map never waits for it.
 *
 * <p>Follows new imports. An old network stays open until the service ends, because a plan may be using it. Safe for use by
 * many threads.
 */
final class WalkNetwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WalkNetwork.class);

    private final PlaceStore places;
    private final Path directory;
    private volatile Optional<FootNetwork> network = Optional.empty();
    private long version;

    WalkNetwork(PlaceStore places, Path dataDirectory) {
        this.places = places;
        this.directory = mapDirectory(dataDirectory);
    }

    /** Where imported map files are kept below a data directory. */
    static Path mapDirectory(Path dataDirectory) {
        return dataDirectory.resolve("map");
    }

    /** The network, if it is loaded. */
    Optional<FootNetwork> find() {
        return network;
    }

    boolean isReady() {
        return network.isPresent();
    }

    /** Loads the network of a new import; called by one thread, takes seconds the first time. */
    synchronized void refresh() {
        Optional<OsmSource> source = places.findOsmSource();
        if (source.isEmpty() || source.get().version() == version) {
            return;
        }
        version = source.get().version();
        Path file = source.get().keptIn(directory);
        if (!Files.exists(file)) {
            LOG.warn(
                    "walks need the map file on this machine too: run ./lykta import-osm {} here",
                    source.get().fileName());
            return;
        }
        try {
            FootNetwork opened = FootNetwork.open(
                    file, directory.resolve("graph-" + source.get().sha256().substring(0, 16)));
            network = Optional.of(opened);
            LOG.info("foot network: {} junctions", opened.nodeCount());
        } catch (ApiException e) {
            LOG.warn("no walks can be planned: {} ({})", e.getMessage(), e.code());
        }
    }

    @Override
    public synchronized void close() {
        network.ifPresent(FootNetwork::close);
        network = Optional.empty();
    }
}
