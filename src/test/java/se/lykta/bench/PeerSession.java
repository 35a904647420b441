package se.lykta.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;
import se.lykta.geo.TileId;

/**
 * One statement on one connection, prepared in the server, with the CPU time of its backend.
 *
 * <p>Plans: at low zooms and with a filter made for each tile, since much depends on the numbers; at high zooms without
 * one made once, so that no tile pays for planning. Each is the faster way there. One process per query, so that its CPU time is all there is. Used by one thread.
 */
final class PeerSession implements AutoCloseable {

    private static final double WORLD_METRES = 2 * Math.PI * 6_378_137;
    private static final int CELLS_PER_TILE = 4;
    private static final int LAST_PLANNED_ZOOM = 8;
    private static final int MOST_RUNS = 8;
    private static final double ENOUGH_MILLIS = 40;

    private static final Map<String, String> TYPES = Map.of(
            "geom",
            "geometry",
            "box",
            "box2d",
            "side",
            "float8",
            "causes",
            "bigint",
            "from",
            "float8",
            "end",
            "float8");
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)(?!:)");

    private final Connection connection;
    private final List<String> names = new ArrayList<>();
    private final PreparedStatement statement;
    private final Question question;
    private final CpuClock clock;
    private int zoom = -1;

    PeerSession(BenchDatabase database, PeerQuery query, Question question, int timeoutSeconds) throws SQLException {
        this.connection = database.connect();
        this.question = question;
        set("max_parallel_workers_per_gather", "0");
        set("statement_timeout", timeoutSeconds + "s");
        this.statement = connection.prepareStatement(positional(query.sql(question.causes() != 0)));
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        this.clock = CpuClock.ofMainThread(BenchDatabase.backend(connection));
    }

    /** What a tile costs, milliseconds, and its size. */
    record Answer(double cpuMillis, double wallMillis, int bytes) {}

    /** The median of some runs after the first, or the first if it takes long. */
    Answer measure(TileId tile) throws SQLException {
        bind(tile);
        Answer first = run();
        int runs = (int) Math.min(MOST_RUNS, ENOUGH_MILLIS / first.wallMillis);
        double[] cpu = new double[Math.max(1, runs)];
        double[] wall = new double[cpu.length];
        cpu[0] = first.cpuMillis;
        wall[0] = first.wallMillis;
        for (int i = 0; i < runs; i++) {
            Answer next = run();
            cpu[i] = next.cpuMillis;
            wall[i] = next.wallMillis;
        }
        return new Answer(Sample.of(cpu).median(), Sample.of(wall).median(), first.bytes);
    }

    /** A number instead of a tile. */
    long count(TileId tile) throws SQLException {
        bind(tile);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }

    private Answer run() throws SQLException {
        long cpuStart = clock.nanos();
        long start = System.nanoTime();
        int bytes = 0;
        try (ResultSet rows = statement.executeQuery()) {
            if (rows.next()) {
                bytes = rows.getBytes(1).length;
            }
        }
        double wall = (System.nanoTime() - start) / 1e6;
        return new Answer((clock.nanos() - cpuStart) / 1e6, wall, bytes);
    }

    private void bind(TileId tile) throws SQLException {
        if (tile.zoom() != zoom) {
            zoom = tile.zoom();
            boolean planned = zoom <= LAST_PLANNED_ZOOM || question.causes() != 0;
            set("plan_cache_mode", planned ? "force_custom_plan" : "force_generic_plan");
        }
        double side = WORLD_METRES / (1L << tile.zoom());
        double west = -WORLD_METRES / 2 + tile.x() * side;
        double north = WORLD_METRES / 2 - tile.y() * side;
        String corners =
                String.format(Locale.ROOT, "%1$.9f %2$.9f,%3$.9f %4$.9f", west, north - side, west + side, north);
        String ring = String.format(
                Locale.ROOT,
                "SRID=3857;POLYGON((%1$.9f %2$.9f,%1$.9f %4$.9f,%3$.9f %4$.9f,%3$.9f %2$.9f,%1$.9f %2$.9f))",
                west,
                north - side,
                west + side,
                north);
        Map<String, Object> values = Map.of(
                "geom", ring,
                "box", "BOX(" + corners + ")",
                "side", String.valueOf(side / CELLS_PER_TILE),
                "causes", String.valueOf(question.causes()),
                "from", String.valueOf(60L * question.filter().fromMinute().orElse(0)),
                "end", String.valueOf(60L * question.filter().endMinute().orElse(0)));
        for (int i = 0; i < names.size(); i++) {
            statement.setObject(i + 1, values.get(names.get(i)), Types.OTHER);
        }
    }

    /** The statement with a question mark and a type for each name, which are noted in order. */
    private String positional(String sql) {
        return NAME.matcher(sql).replaceAll(found -> {
            names.add(found.group(1));
            return "CAST(? AS " + TYPES.get(found.group(1)) + ")";
        });
    }

    private void set(String name, String value) throws SQLException {
        try (Statement change = connection.createStatement()) {
            change.execute("SET " + name + " = '" + value + "'");
        }
    }
}
