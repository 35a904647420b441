package se.lykta.app;

import java.time.ZoneId;
import java.util.List;
import se.lykta.account.Audience;
import se.lykta.export.Exporter;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.index.Filters;
import se.lykta.index.IndexSync;
import se.lykta.index.Indexes;
import se.lykta.layer.HotspotsLayer;
import se.lykta.layer.Layers;
import se.lykta.layer.ReportsLayer;
import se.lykta.place.Gazetteer;
import se.lykta.place.StreetPositions;

/**
 * Everything that is read: the indexes and what is made from them, wired in the order of the packages.
 *
 * <p>Shared by the service, which follows the database, and by commands, which load it once.
 */
public final class Readings {

    private final Territory territory;
    private final Filters filters;
    private final Gazetteer gazetteer;
    private final Indexes indexes = new Indexes();
    private final IndexSync sync;
    private final HotspotBoard hotspots;
    private final Layers layers;

    private Readings(Workspace workspace) {
        ZoneId zone = workspace.settings().timeZone();
        territory = new Territory(workspace.places(), workspace.settings());
        filters = new Filters(workspace.taxonomy(), zone, territory::areas);
        gazetteer = new Gazetteer(workspace.places());
        sync = new IndexSync(workspace.changes(), workspace.released(), indexes);
        var finder = new HotspotFinder(
                workspace.taxonomy(),
                territory::metricCrs,
                zone,
                new NamedPlaces(gazetteer),
                new StreetPositions(workspace.places())::in);
        hotspots = new HotspotBoard(indexes, finder, workspace.clock());
        layers = new Layers(
                List.of(new HotspotsLayer(hotspots, zone), new ReportsLayer(indexes, workspace.taxonomy(), zone)));
    }

    /** Brings the release up to date and loads everything. */
    public static Readings load(Workspace workspace) {
        var readings = new Readings(workspace);
        workspace.release().update();
        readings.sync.load();
        readings.refresh();
        return readings;
    }

    /** Looks whether the municipality was imported anew. */
    void refresh() {
        territory.refresh(indexes.snapshot(Audience.STAFF));
        gazetteer.refresh();
    }

    /** Layers as files. */
    public Exporter exporter() {
        return new Exporter(layers, () -> Attribution.of(territory.municipality()));
    }

    /** What keeps the indexes up to date. */
    public IndexSync sync() {
        return sync;
    }

    /** What reads the filters of requests. */
    Filters filters() {
        return filters;
    }

    Territory territory() {
        return territory;
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    Indexes indexes() {
        return indexes;
    }

    HotspotBoard hotspots() {
        return hotspots;
    }

    Layers layers() {
        return layers;
    }
}
