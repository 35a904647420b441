package se.lykta.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A set of PostgreSQL server programs that has PostGIS beside it.
 *
 * <p>Looked for in the private prefix that the launcher unpacks without root ({@code -Dlykta.postgis.prefix}), then
 * where {@code pg_config} points, then in the usual places of the distributions. PostgreSQL finds its own files relative
 * to its programs, so an unpacked package works from anywhere once the libraries are found.
 *
 * @param bin the directory of {@code postgres} and {@code initdb}
 * @param major such as 15
 * @param environment what the programs need in their environment
 */
record PostgresPrograms(Path bin, int major, Map<String, String> environment) {

    private static final Pattern VERSION = Pattern.compile("PostgreSQL (\\d+).*");
    private static final int OLDEST = 14;
    private static final String PREFIX_PROPERTY = "lykta.postgis.prefix";

    PostgresPrograms {
        environment = Map.copyOf(environment);
    }

    /** All usable sets, the newest first. */
    static List<PostgresPrograms> list() {
        return candidates()
                .map(PostgresPrograms::inspect)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(PostgresPrograms::major).reversed())
                .toList();
    }

    /**
     * The newest set there is.
     *
     * @throws DatabaseException {@code postgis-not-installed}
     */
    static PostgresPrograms newest() {
        return list().stream()
                .findFirst()
                .orElseThrow(() -> new DatabaseException(
                        "postgis-not-installed",
                        "no PostgreSQL " + OLDEST + " or newer with PostGIS is installed: install the package"
                                + " postgresql-postgis, or set LYKTA_DATABASE_URL to a database elsewhere"));
    }

    /**
     * The set that made a cluster: another major version can't read it.
     *
     * @throws DatabaseException {@code cluster-version}
     */
    static PostgresPrograms forCluster(Path data) {
        int major = clusterVersion(data);
        List<PostgresPrograms> all = list();
        return all.stream().filter(p -> p.major() == major).findFirst().orElseThrow(() -> {
            DatabaseException nothing = new DatabaseException(
                    "cluster-version",
                    "the data in " + data + " was made by PostgreSQL " + major
                            + ", which is not installed with PostGIS:" + " install postgresql-" + major + "-postgis-3");
            return nothing;
        });
    }

    Path program(String name) {
        return bin.resolve(name);
    }

    private static int clusterVersion(Path data) {
        try {
            return Integer.parseInt(Files.readString(data.resolve("PG_VERSION")).strip());
        } catch (IOException | NumberFormatException e) {
            throw new DatabaseException("cluster-damaged", "the data in " + data + " has no readable PG_VERSION", e);
        }
    }

    private static Stream<Path> candidates() {
        List<Path> found = new ArrayList<>();
        for (Path prefix : prefixes()) {
            addVersions(found, prefix.resolve("usr/lib/postgresql"), "bin");
        }
        run(List.of("pg_config", "--bindir"), Map.of()).map(Path::of).ifPresent(found::add);
        addVersions(found, Path.of("/usr/lib/postgresql"), "bin");
        addVersions(found, Path.of("/usr"), "pgsql-*/bin");
        found.add(Path.of("/usr/lib/postgresql/bin"));
        found.add(Path.of("/usr/bin"));
        return found.stream().distinct();
    }

    private static List<Path> prefixes() {
        List<Path> prefixes = new ArrayList<>();
        Optional.ofNullable(System.getProperty(PREFIX_PROPERTY))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .ifPresent(prefixes::add);
        prefixes.add(Path.of(System.getProperty("user.home"), ".local/share/lykta/postgis"));
        return prefixes;
    }

    private static void addVersions(List<Path> found, Path parent, String below) {
        String glob = below.contains("/") ? below.substring(0, below.indexOf('/')) : "*";
        String rest = below.substring(below.indexOf('/') + 1);
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(parent, glob)) {
            versions.forEach(version -> found.add(version.resolve(rest)));
        } catch (IOException e) {
            throw new DatabaseException("postgis-not-installed", "the directory " + parent + " can't be read", e);
        }
    }

    private static Optional<PostgresPrograms> inspect(Path bin) {
        if (!Files.isExecutable(bin.resolve("postgres")) || !Files.isExecutable(bin.resolve("initdb"))) {
            return Optional.empty();
        }
        Map<String, String> environment = environment(bin);
        int major = run(List.of(bin.resolve("pg_config").toString(), "--version"), environment)
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(version -> Integer.parseInt(version.group(1)))
                .orElse(0);
        boolean postgis = run(List.of(bin.resolve("pg_config").toString(), "--sharedir"), environment)
                .map(share -> Files.exists(Path.of(share, "extension", "postgis.control")))
                .orElse(false);
        return postgis && major >= OLDEST
                ? Optional.of(new PostgresPrograms(bin, major, environment))
                : Optional.empty();
    }

    /** A prefix other than the root needs to be told where its libraries and projection data are. */
    private static Map<String, String> environment(Path bin) {
        Path usr = bin.resolve("../../../..").normalize();
        boolean unpacked =
                usr.endsWith("usr") && usr.getNameCount() > 1 && bin.startsWith(usr.resolve("lib/postgresql"));
        if (!unpacked) {
            return Map.of();
        }
        List<Path> libraries = new ArrayList<>();
        addVersions(libraries, usr.resolve("lib"), "*-linux-*/.");
        addVersions(libraries, usr.resolveSibling("lib"), "*-linux-*/.");
        List<String> names =
                libraries.stream().map(p -> p.normalize().toString()).toList();
        return Map.of(
                "LD_LIBRARY_PATH", String.join(":", names),
                "PROJ_DATA", usr.resolve("share/proj").toString(),
                "PROJ_LIB", usr.resolve("share/proj").toString());
    }

    /** The first line a program prints, or nothing if it can't be run. */
    private static Optional<String> run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
