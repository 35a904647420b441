package se.lykta.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A private PostGIS for measurements: like the embedded one, with settings of {@code postgresql.conf} on top.
 *
 * <p>Its directory is a temporary one that goes with it, or a given one that stays.
 */
public final class BenchCluster implements AutoCloseable {

    private final LocalPostgis server;
    private final Optional<Path> temporary;

    private BenchCluster(LocalPostgis server, Optional<Path> temporary) {
        this.server = server;
        this.temporary = temporary;
    }

    /** Starts it; without a directory in a temporary one. */
    public static BenchCluster start(Optional<Path> directory, Map<String, String> configuration) {
        try {
            if (directory.isPresent()) {
                return new BenchCluster(LocalPostgis.start(directory.get(), configuration), Optional.empty());
            }
            Path temporary = Files.createTempDirectory("lykta-bench-postgis-");
            return new BenchCluster(LocalPostgis.start(temporary, configuration), Optional.of(temporary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its database is. */
    public DatabaseSettings settings() {
        return server.settings();
    }

    /** A connection with a backend of its own. */
    public Connection connect() throws SQLException {
        return server.settings().dataSource().getConnection();
    }

    @Override
    public void close() {
        server.close();
        temporary.ifPresent(directory -> {
            try {
                ClusterFiles.removeTree(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
