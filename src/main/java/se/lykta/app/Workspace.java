package se.lykta.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import se.lykta.db.Database;
import se.lykta.db.DatabaseSettings;
import se.lykta.db.LocalPostgis;
import se.lykta.place.Municipality;
import se.lykta.place.PlaceStore;
import se.lykta.place.base.BaseTiles;
import se.lykta.place.osm.OsmImport;
import se.lykta.place.snap.SnapPointStore;
import se.lykta.privacy.Release;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ChangeFeed;
import se.lykta.report.Intake;
import se.lykta.report.csv.ReportImport;
import se.lykta.report.exclusion.Exclusions;
import se.lykta.taxonomy.Taxonomy;

/**
 * What every command and the service need: the settings, an open database and the words.
 *
 * <p>The one place that knows the clock and true randomness. If another process serves from the same data directory, its
 * private cluster is joined instead of started. Safe for use by many threads; close it last.
 */
public final class Workspace implements AutoCloseable {

    private final Settings settings;
    private final Optional<LocalPostgis> cluster;
    private final Database database;
    private final Taxonomy taxonomy = Taxonomy.load();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    private Workspace(Settings settings, Optional<LocalPostgis> cluster, Database database) {
        this.settings = settings;
        this.cluster = cluster;
        this.database = database;
    }

    /**
     * Opens the database of the settings for a command: the given one, or else the private cluster below the data
     * directory, which is joined if a service keeps it running.
     *
     * @throws se.lykta.db.DatabaseException with one sentence that says what to do
     */
    public static Workspace open(Settings settings) {
        if (settings.database().isEmpty()) {
            Optional<DatabaseSettings> running = LocalPostgis.findRunning(settings.dataDirectory());
            if (running.isPresent()) {
                return new Workspace(settings, Optional.empty(), Database.open(running.get()));
            }
        }
        return own(settings);
    }

    /**
     * The same for the service, which has to own its private cluster: one that it joined would end with its owner.
     *
     * @throws se.lykta.db.DatabaseException {@code cluster-in-use} while another process has it
     */
    static Workspace own(Settings settings) {
        if (settings.database().isPresent()) {
            return new Workspace(
                    settings,
                    Optional.empty(),
                    Database.open(settings.database().get()));
        }
        LocalPostgis cluster = LocalPostgis.start(settings.dataDirectory());
        try {
            return new Workspace(settings, Optional.of(cluster), Database.open(cluster.settings()));
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The settings it was opened with. */
    public Settings settings() {
        return settings;
    }

    /** The open database. */
    public Database database() {
        return database;
    }

    /** The words. */
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** The municipality and its names. */
    public PlaceStore places() {
        return new PlaceStore(database.jdbi());
    }

    /** The reports, as the index may know them. */
    public ChangeFeed changes() {
        return new ChangeFeed(database.following(), taxonomy, settings.timeZone());
    }

    /**
     * The intake of single reports.
     *
     * @param outline where reports have to be, asked for each, so it should be at hand
     */
    Intake intake(Supplier<Optional<Geometry>> outline) {
        return new Intake(database.jdbi(), taxonomy, outline, settings.timeZone(), clock, random);
    }

    /** The import of files of reports. */
    public ReportImport reportImport() {
        return new ReportImport(database.jdbi(), taxonomy, this::outline, clock, random);
    }

    /** The import of map files. */
    public OsmImport osmImport() {
        return new OsmImport(database.jdbi(), WalkNetwork.mapDirectory(settings.dataDirectory()));
    }

    /** The base map, whose archives lie beside the imported files. */
    public BaseTiles baseTiles() {
        PlaceStore places = places();
        return new BaseTiles(
                database.jdbi(),
                WalkNetwork.mapDirectory(settings.dataDirectory()),
                () -> Attribution.ofMap(places.municipality()));
    }

    /** The positions that the public may see. */
    SnapPointStore snapPoints() {
        return new SnapPointStore(database.jdbi());
    }

    /** What staff leave out of analysis. */
    Exclusions exclusions() {
        return new Exclusions(database.jdbi(), clock);
    }

    /** The anonymised release; it reads reports on a connection of its own while it holds its lock on another. */
    public Release release() {
        return new Release(
                database.jdbi(), changes()::forEachView, snapPoints()::load, taxonomy, settings.timeZone(), clock);
    }

    /** The release as points. */
    public ReleaseFeed released() {
        return new ReleaseFeed(database.following(), taxonomy);
    }

    private Optional<Geometry> outline() {
        return places().findMunicipality().flatMap(Municipality::outline);
    }

    /** The time. */
    public Clock clock() {
        return clock;
    }

    /** Unpredictable numbers, for receipts and ids. */
    public SecureRandom random() {
        return random;
    }

    /** Says whether the database is there; false if the private cluster was killed. */
    public boolean isAlive() {
        return cluster.map(LocalPostgis::isRunning).orElse(true);
    }

    @Override
    public void close() {
        database.close();
        cluster.ifPresent(LocalPostgis::close);
    }
}
