package se.lykta.app;

import java.time.ZoneId;
import java.util.stream.Stream;
import se.lykta.account.Audience;
import se.lykta.export.Exporter;
import se.lykta.hotspot.HotspotBoard;
import se.lykta.hotspot.HotspotFinder;
import se.lykta.hotspot.analysis.Analyses;
import se.lykta.hotspot.analysis.AnalysisRunner;
import se.lykta.hotspot.findings.AuditRun;
import se.lykta.hotspot.findings.DataAudit;
import se.lykta.index.Filters;
import se.lykta.index.IndexSync;
import se.lykta.index.Indexes;
import se.lykta.layer.AnalysisLayer;
import se.lykta.layer.AnalysisSubject;
import se.lykta.layer.HotspotsLayer;
import se.lykta.layer.Layers;
import se.lykta.layer.ReportsLayer;
import se.lykta.layer.SnapPointsLayer;
import se.lykta.place.Gazetteer;
import se.lykta.place.StreetPositions;
import se.lykta.place.snap.CurrentSnapPoints;
import se.lykta.report.ZoneClock;

/**
 * Everything that is read: the indexes and what is made from them, wired in the order of the packages.
 *
 * <p>Shared by the service, which follows the database, and by commands, which load it once.
 */
public final class Readings {

    private final Workspace workspace;
    private final Territory territory;
    private final Filters filters;
    private final Gazetteer gazetteer;
    private final Indexes indexes = new Indexes();
    private final IndexSync sync;
    private final HotspotBoard hotspots;
    private final Analyses analyses;
    private final DataAudit dataAudit;
    private final CurrentSnapPoints snapPoints;
    private final Layers layers;

    private Readings(Workspace workspace) {
        this.workspace = workspace;
        ZoneId zone = workspace.settings().timeZone();
        territory = new Territory(workspace.places(), workspace.settings());
        filters = new Filters(workspace.taxonomy(), zone, territory::areas);
        gazetteer = new Gazetteer(workspace.places());
        sync = new IndexSync(workspace.changes(), workspace.released(), indexes);
        var streets = new StreetPositions(workspace.places());
        var finder = new HotspotFinder(
                workspace.taxonomy(), territory::metricCrs, zone, new NamedPlaces(gazetteer), streets::in);
        hotspots = new HotspotBoard(indexes, finder, workspace.clock());
        snapPoints = new CurrentSnapPoints(workspace.snapPoints());
        analyses = new Analyses(
                indexes,
                new AnalysisRunner(
                        workspace.taxonomy(), new PlaceOfAnalyses(territory, streets), zone, workspace.clock()),
                workspace.clock());
        dataAudit = new DataAudit(
                workspace.database().jdbi(),
                workspace.changes(),
                new ZoneClock(zone),
                new DataAudit.Place(territory::metricCrs, territory::outline),
                workspace.clock());
        layers = new Layers(Stream.concat(
                        Stream.of(
                                new HotspotsLayer(hotspots, zone),
                                new ReportsLayer(indexes, workspace.taxonomy(), zone),
                                new SnapPointsLayer(snapPoints)),
                        AnalysisSubject.all().stream().map(subject -> new AnalysisLayer(analyses, subject)))
                .toList());
    }

    /** Knows what there is to be read; nothing is loaded yet. */
    public static Readings of(Workspace workspace) {
        return new Readings(workspace);
    }

    /** Brings the release up to date and loads everything. */
    public void load() {
        workspace.release().update();
        sync.load();
        refresh();
        snapPoints.refresh();
    }

    /** Loads the reports and audits them: for a command that changed them. */
    public AuditRun auditAnew() {
        sync.load();
        refresh();
        return dataAudit.run();
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
    public Filters filters() {
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

    /** Any method on the exact reports. */
    public Analyses analyses() {
        return analyses;
    }

    /** What is wrong with the reports as data. */
    DataAudit dataAudit() {
        return dataAudit;
    }

    CurrentSnapPoints snapPoints() {
        return snapPoints;
    }

    Layers layers() {
        return layers;
    }
}
