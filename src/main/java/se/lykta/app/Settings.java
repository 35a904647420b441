package se.lykta.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import se.lykta.account.StaffToken;
import se.lykta.db.DatabaseSettings;
import se.lykta.geo.MetricCrs;
import se.lykta.http.TrustedProxies;

/**
 * What the service is told, checked; made by {@link SettingsParser}.
 *
 * @param database the database to use; empty: the private cluster below {@code dataDirectory}
 * @param dataDirectory absolute
 * @param server where to listen
 * @param staffToken what staff sign in with, if they can
 * @param timeZone of the municipality
 * @param metricCrs the system of analyses; empty: chosen by the place
 * @param limits calls that one address may make
 */
public record Settings(
        Optional<DatabaseSettings> database,
        Path dataDirectory,
        ServerSettings server,
        Optional<StaffToken> staffToken,
        ZoneId timeZone,
        Optional<MetricCrs> metricCrs,
        LimitSettings limits) {

    /**
     * Where to listen.
     *
     * @param host name or address
     * @param port 0..65535, 0 for any free one
     * @param proxies whose word on the caller counts
     */
    public record ServerSettings(String host, int port, TrustedProxies proxies) {

        /** Without a proxy in front. */
        public ServerSettings(String host, int port) {
            this(host, port, TrustedProxies.none());
        }
    }

    /**
     * Calls that one address may make in an hour.
     *
     * @param reportsPerHour at least 1
     * @param walksPerHour at least 1
     */
    public record LimitSettings(int reportsPerHour, int walksPerHour) {}

    /** The same with all files below a directory of this name, so that a demonstration never meets real data. */
    public Settings inSubdirectory(String name) {
        return new Settings(database, dataDirectory.resolve(name), server, staffToken, timeZone, metricCrs, limits);
    }
}
