package se.lykta.bench;

/**
 * How PostGIS makes tiles of {@link PeerTable}. {@code :geom} and {@code :box} are the tile's
 * square, {@code :side} is that of a cell in metres, the others are the filter.
 *
 * <p>Clusters come with count and middle only, without main cause, darkness and newest date: less than ours have. Cells
 * are as large as ours, 64 pixels of a tile of 256, so both write about as many features.
 */
enum PeerQuery {
    /** The customary way: snap to a grid, collect, take the centroid. */
    GRID("grid clusters", """
            SELECT ST_AsMVT(tile, 'clusters', 4096, 'geom') FROM (
              SELECT ST_AsMVTGeom(ST_Centroid(ST_Collect(p.geom)), :box, 4096, 0, true) AS geom, count(*) AS count
              FROM bench_point p
              WHERE p.geom && :geom %s
              GROUP BY ST_SnapToGrid(p.geom, :side / 2, :side / 2, :side, :side)) tile
            """),
    /** The fastest we know: whole numbers of cells, means of coordinates. */
    CELLS("integer cells", """
            SELECT ST_AsMVT(tile, 'clusters', 4096, 'geom') FROM (
              SELECT ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(avg(ST_X(p.geom)), avg(ST_Y(p.geom))), 3857), :box,
                                  4096, 0, true) AS geom, count(*) AS count
              FROM bench_point p
              WHERE p.geom && :geom %s
              GROUP BY floor(ST_X(p.geom) / :side)::integer, floor(ST_Y(p.geom) / :side)::integer) tile
            """),
    /** Every report by itself, at most 10 000. */
    POINTS("points", """
            SELECT ST_AsMVT(tile, 'points', 4096, 'geom', 'id') FROM (
              SELECT ST_AsMVTGeom(p.geom, :box, 4096, 0, true) AS geom, p.id, p.cause, p.causes, p.source, p.state,
                     p.date, p.light, p.severity
              FROM bench_point p
              WHERE p.geom && :geom %s
              LIMIT 10000) tile
            """),
    /** How many there are, edges exactly as tiles have them: for checking answers. */
    COUNT("count", """
            SELECT count(*) FROM bench_point p
            WHERE p.geom && :geom AND ST_X(p.geom) >= ST_XMin(:box) AND ST_X(p.geom) < ST_XMax(:box)
              AND ST_Y(p.geom) > ST_YMin(:box) AND ST_Y(p.geom) <= ST_YMax(:box) %s
            """);

    private static final String FILTER = """
            AND (p.cause_mask & :causes) <> 0 AND p.occurred_at >= to_timestamp(:from) AND p.occurred_at < to_timestamp(:end)
            """;

    private final String title;
    private final String sql;

    PeerQuery(String title, String sql) {
        this.title = title;
        this.sql = sql;
    }

    String title() {
        return title;
    }

    String sql(boolean filtered) {
        return sql.formatted(filtered ? FILTER : "");
    }
}
