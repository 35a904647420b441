package se.lykta.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lykta.account.Audiences;
import se.lykta.account.SessionRoutes;
import se.lykta.account.StaffToken;
import se.lykta.app.Settings.ServerSettings;
import se.lykta.export.ExportRoutes;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.HotspotRoutes;
import se.lykta.hotspot.analysis.AnalysisRoutes;
import se.lykta.hotspot.findings.DataAuditRoutes;
import se.lykta.http.JsonAnswer;
import se.lykta.http.ProblemMapper;
import se.lykta.http.RateLimit;
import se.lykta.http.Routes;
import se.lykta.index.FacetRoutes;
import se.lykta.layer.AnalysisSubject;
import se.lykta.layer.Layer;
import se.lykta.place.area.AreaRoutes;
import se.lykta.place.base.BaseTiles;
import se.lykta.place.base.MapShapeStore;
import se.lykta.place.search.PlaceSearch;
import se.lykta.place.search.SearchRoutes;
import se.lykta.report.ReportRoutes;
import se.lykta.taxonomy.Taxonomy;
import se.lykta.tile.BaseTileSource;
import se.lykta.tile.HeatRoutes;
import se.lykta.tile.HeatTileSource;
import se.lykta.tile.PointLayerTileSource;
import se.lykta.tile.PolygonTileSource;
import se.lykta.tile.ReportTileSource;
import se.lykta.tile.TileCache;
import se.lykta.tile.TileJson;
import se.lykta.tile.TileRoutes;
import se.lykta.tile.TileSource;
import se.lykta.tile.heat.HeatScales;
import se.lykta.walk.WalkCandidates;
import se.lykta.walk.WalkExportRoutes;
import se.lykta.walk.WalkRoutes;
import se.lykta.walk.WalkStore;
import se.lykta.walk.plan.WalkPlanner;
import se.lykta.walk.protocol.WalkProtocolRoutes;

/**
 * The running service: everything wired by hand in package order, started and stopped as one.
 *
 * <p>The one page that shows the whole system. Safe for use by many threads.
 */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long TILE_CACHE_BYTES = 128L << 20;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Several people of one office that type all the time. */
    private static final int SEARCHES_PER_MINUTE = 600;

    /** What a tile of hotspots tells, for clients that read TileJSON. */
    private static final Map<String, String> HOTSPOT_FIELDS = Map.of(
            "rank", "1 is the hotspot whose reports weigh most",
            "name_sv", "Swedish name",
            "name_en", "English name",
            "group", "letter of the group of causes; absent if all were looked at together",
            "weight", "what its reports weigh; absent if each weighs 1",
            "reports", "number of reports in the window",
            "main_cause", "code of the most frequent cause",
            "dark_share", "share of reports in the dark, 0..1");

    /** The same of snap points. */
    private static final Map<String, String> SNAP_POINT_FIELDS = Map.of(
            "id", "the same in every file and tile, after every import that leaves it where it is",
            "kind", "street, place or area_centre",
            "name", "of street, place or area; absent if it has none",
            "area", "name of the area it stands for; absent outside of all areas",
            "addresses", "number of addresses it stands for",
            "scale", "street, quarter or district",
            "least_addresses", "number of addresses that a point of this scale needs, unless it is an area's centre",
            "stands_for", "points of the neighbourhood it is shown for where they lie close together; else absent");

    private final Workspace workspace;
    private final Readings readings;
    private final BaseTiles baseTiles;
    private final WalkNetwork network;
    private final WalkMode walkMode;
    private final WebServer server;
    private final Jobs jobs;

    private Service(Workspace workspace, boolean demo) {
        this.workspace = workspace;
        readings = Readings.of(workspace);
        readings.load();
        readings.sync().follow(workspace.database().settings());
        baseTiles = workspace.baseTiles();
        network = new WalkNetwork(workspace.places(), workspace.settings().dataDirectory());
        walkMode = new WalkMode(workspace, readings);
        jobs = new Jobs(workspace, readings, baseTiles, network, walkMode.reports());
        try {
            server = WebServer.start(workspace.settings().server(), routes(demo));
        } catch (RuntimeException e) {
            stopReading();
            throw e;
        }
        leaveAddress();
        jobs.start();
    }

    /** For {@code doctor}, which asks the running service. */
    private void leaveAddress() {
        try {
            Files.createDirectories(workspace.settings().dataDirectory());
            Files.writeString(RunningIndex.addressFile(workspace.settings()), address() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory cannot be written", e);
        }
    }

    /**
     * Starts the service.
     *
     * @param demo with the fictional municipality, which is loaded once
     * @param tell hears what goes on, one sentence at a time
     * @throws se.lykta.http.ApiException or {@link se.lykta.db.DatabaseException} with one sentence that says what to do
     */
    public static Service start(Settings settings, boolean demo, Consumer<String> tell) {
        Workspace workspace = Workspace.own(demo ? settings.inSubdirectory("demo") : settings);
        try {
            if (demo) {
                new DemoLoader(workspace, tell).loadOnce();
            }
            var service = new Service(workspace, demo);
            if (!demo && settings.staffToken().isEmpty()) {
                tell.accept(
                        "Staff sign in with the token in " + service.tokenFile().path());
            }
            return service;
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** Does without a database what a start does, so that the launcher can keep the loaded classes. */
    public static void warmUp() {
        JsonAnswer answer = new JsonAnswer();
        List<Routes> routes = List.of(
                new ProblemMapper(answer.mapper()),
                new PageRoutes(),
                new HealthRoutes(Map.of()),
                new TaxonomyRoutes(answer, Taxonomy.load()));
        MetricCrs.of(MetricCrs.SWEREF_99_TM);
        WebServer.start(new ServerSettings("127.0.0.1", 0), routes).close();
    }

    /** Where the page is. */
    public String address() {
        String host = workspace.settings().server().host();
        return "http://%s:%d/".formatted(host.equals("0.0.0.0") ? "localhost" : host, server.port());
    }

    /** Method and path of every route, for the test of the API description. */
    List<String> routes() {
        return server.routes();
    }

    /** Stops listening, then everything behind it, the private cluster last. */
    @Override
    public void close() {
        server.close();
        stopReading();
        forgetAddress();
        workspace.close();
        LOG.info("stopped");
    }

    private void forgetAddress() {
        try {
            Files.deleteIfExists(RunningIndex.addressFile(workspace.settings()));
        } catch (IOException e) {
            LOG.warn("the address file stays behind: {}", e.getMessage());
        }
    }

    private void stopReading() {
        jobs.close();
        network.close();
        closeBaseMap();
        readings.analyses().close();
        readings.sync().close();
    }

    private void closeBaseMap() {
        try {
            baseTiles.close();
        } catch (IOException e) {
            LOG.warn("the base map's archive stays open: {}", e.getMessage());
        }
    }

    private List<Routes> routes(boolean demo) {
        Settings settings = workspace.settings();
        ZoneId zone = settings.timeZone();
        JsonAnswer answer = new JsonAnswer();
        Audiences audiences = new Audiences(staffToken(demo), demo);
        Supplier<String> attribution = () -> Attribution.of(readings.territory().municipality());
        List<Routes> routes = new ArrayList<>();
        routes.add(new ProblemMapper(answer.mapper()));
        routes.add(new PageRoutes());
        routes.add(new HealthRoutes(Map.of("index", readings.sync()::isLoaded, "database", workspace::isAlive)));
        routes.add(new IndexHealthRoutes(answer, readings.sync(), audiences));
        routes.add(new OpenApiRoutes(answer));
        routes.add(new TaxonomyRoutes(answer, workspace.taxonomy()));
        routes.add(new SessionRoutes(audiences, new RateLimit(settings.limits().reportsPerHour(), HOUR)));
        routes.add(
                new MunicipalityRoutes(answer, readings.territory(), readings.indexes(), audiences, network::isReady));
        routes.add(new AreaRoutes(answer, workspace.database().jdbi(), audiences, readings::refresh));
        routes.add(new ReportRoutes(
                workspace.intake(readings.territory()::outline),
                audiences,
                zone,
                new RateLimit(settings.limits().reportsPerHour(), HOUR),
                new RateLimit(20 * settings.limits().reportsPerHour(), HOUR)));
        routes.add(new HotspotRoutes(readings.hotspots(), audiences, readings.filters(), zone, attribution));
        routes.add(new AnalysisRoutes(readings.analyses(), audiences, readings.filters(), answer));
        routes.add(new DataAuditRoutes(readings.dataAudit(), audiences, answer));
        routes.add(new FacetRoutes(readings.indexes(), readings.filters(), audiences));
        var heatScales = new HeatScales();
        routes.add(tiles(
                audiences,
                heatScales,
                new TileJson(
                        attribution, () -> readings.territory().municipality().bbox()),
                answer));
        routes.add(new HeatRoutes(readings.indexes(), heatScales, audiences, readings.filters(), answer));
        routes.addAll(walks(audiences, attribution));
        routes.add(search(answer, attribution));
        routes.add(new ExportRoutes(readings.exporter(), audiences, readings.filters()));
        return routes;
    }

    private SearchRoutes search(JsonAnswer answer, Supplier<String> attribution) {
        return new SearchRoutes(
                answer,
                new PlaceSearch(workspace.database().jdbi()),
                new RateLimit(SEARCHES_PER_MINUTE, Duration.ofMinutes(1)),
                new SearchRoutes.Surroundings(
                        () -> readings.territory().municipality().start(),
                        readings.gazetteer()::area,
                        readings.gazetteer()::nearest,
                        attribution));
    }

    private List<Routes> walks(Audiences audiences, Supplier<String> attribution) {
        var store = new WalkStore(workspace.database().jdbi(), workspace.clock(), workspace.random());
        var plans = new WalkRoutes(
                () -> network.find()
                        .map(found ->
                                new WalkPlanner(found, workspace.settings().timeZone())),
                new WalkCandidates(readings.hotspots(), readings.filters()),
                store,
                audiences,
                new RateLimit(workspace.settings().limits().walksPerHour(), HOUR),
                new WalkRoutes.Defaults(
                        () -> readings.territory().municipality().start(), this::tomorrow, attribution));
        List<Routes> routes = new ArrayList<>(
                List.of(plans, new WalkExportRoutes(store, attribution), walkProtocols(store, attribution)));
        routes.addAll(walkMode.routes(store, audiences, attribution));
        return routes;
    }

    private WalkProtocolRoutes walkProtocols(WalkStore store, Supplier<String> attribution) {
        return new WalkProtocolRoutes(
                store,
                new MapShapeStore(workspace.database().jdbi())::list,
                new RateLimit(workspace.settings().limits().walksPerHour(), HOUR),
                new WalkProtocolRoutes.Surroundings(
                        workspace.taxonomy(),
                        workspace.settings().timeZone(),
                        new NamedPlaces(readings.gazetteer())::find,
                        attribution,
                        readings.territory()::metricCrs,
                        readings.gazetteer()::version));
    }

    private LocalDate tomorrow() {
        return LocalDate.now(workspace.clock().withZone(workspace.settings().timeZone()))
                .plusDays(1);
    }

    private TileRoutes tiles(Audiences audiences, HeatScales heatScales, TileJson tileJson, JsonAnswer answer) {
        ZoneId zone = workspace.settings().timeZone();
        TileCache cache = new TileCache(TILE_CACHE_BYTES);
        List<TileSource> sources = new ArrayList<>(List.of(
                ReportTileSource.clusters(readings.indexes(), workspace.taxonomy(), zone, cache),
                ReportTileSource.points(readings.indexes(), workspace.taxonomy(), zone, cache),
                new HeatTileSource(readings.indexes(), heatScales, cache),
                new PolygonTileSource(layer("hotspots"), HOTSPOT_FIELDS, cache),
                new PointLayerTileSource(layer("snap-points"), SNAP_POINT_FIELDS, cache),
                new BaseTileSource(baseTiles)));
        for (AnalysisSubject subject : AnalysisSubject.all()) {
            sources.add(new PolygonTileSource(layer(subject.id()), subject.fields(), cache));
        }
        return new TileRoutes(sources, audiences, readings.filters(), tileJson, answer);
    }

    private Layer layer(String id) {
        return readings.layers().find(id).orElseThrow();
    }

    /** In a demonstration nobody signs in; else the token of the settings, or one that is made once and kept. */
    private Optional<StaffToken> staffToken(boolean demo) {
        return demo
                ? Optional.empty()
                : workspace
                        .settings()
                        .staffToken()
                        .or(() -> Optional.of(tokenFile().readOrMake(workspace.random())));
    }

    private StaffTokenFile tokenFile() {
        return new StaffTokenFile(workspace.settings().dataDirectory());
    }
}
