package se.lykta.place.base;

import java.util.List;

/**
 * What of the imported map is seen at a zoom, with which attributes: one statement a layer, for {@link BaseTileStore}.
 *
 * <p>Parameters: {@code z}, {@code pixel} and {@code tolerance} in metres, and a box. Areas are cut into handy pieces,
 * because each tile has to look at every corner of what touches it. {@code sort} is the order within a layer: areas
 * and lines that lie on top come last, names that matter most first.
 */
final class BaseSelection {

    private static final String BOX = "ST_MakeEnvelope(:west, :south, :east, :north, 3857)";

    /** The zoom from which something of this extent is so many pixels wide; 156543 m is a pixel at zoom 0. */
    private static final String ZOOM_WHERE_WIDE = "ceil(ln(%d * 156543.03 / f.extent_metres) / ln(2))::int";

    private static final String AREA = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT layer, sort, tags, piece FROM (
                SELECT f.layer, %s AS sort, jsonb_strip_nulls(jsonb_build_object('kind', f.kind, 'kind_detail', %s)) AS tags,
                       CASE WHEN :z < 15 THEN ST_SimplifyPreserveTopology(f.geom, :tolerance) ELSE f.geom END AS geom
                FROM base_feature f
                WHERE f.geom && BOX AND f.layer = '%s' AND f.min_zoom <= :z
                  AND ST_Dimension(f.geom) = 2 AND f.extent_metres >= :pixel) AS seen
            CROSS JOIN LATERAL (SELECT CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END AS whole) AS valid
            CROSS JOIN LATERAL ST_Subdivide(ST_CollectionExtract(whole, 3), 512) AS piece""";

    private static final String DETAIL = "nullif(nullif(f.detail, ''), f.kind)";

    private static final String WATERWAYS = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'water', 1, jsonb_strip_nulls(jsonb_build_object(
                       'kind', f.kind, 'name', CASE WHEN :z >= 12 THEN f.name END,
                       'is_tunnel', CASE WHEN :z >= 12 THEN nullif(f.tunnel, false) END)), f.geom
            FROM base_feature f
            WHERE f.geom && BOX AND f.layer = 'water' AND f.min_zoom <= :z AND ST_Dimension(f.geom) = 1""";

    private static final String WATER_NAMES = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'water', 3 - f.extent_metres / 1e8, jsonb_strip_nulls(jsonb_build_object(
                       'kind', f.kind, 'kind_detail', DETAIL, 'name', f.name, 'min_zoom', seen.zoom)),
                   ST_PointOnSurface(f.geom)
            FROM base_feature f CROSS JOIN LATERAL (SELECT greatest(WIDE_32, f.min_zoom) AS zoom) AS seen
            WHERE f.geom && BOX AND f.layer = 'water' AND f.name IS NOT NULL
              AND ST_Dimension(f.geom) = 2 AND f.extent_metres > 0 AND (seen.zoom <= :z OR :z = 15)""";

    private static final String ADDRESSES = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'buildings', 1, jsonb_build_object('kind', 'address', 'addr_housenumber', min(a.number)),
                   ST_Transform(a.geom, 3857)
            FROM address a
            WHERE :z = 15 AND NOT a.interpolated AND a.geom && ST_Transform(BOX, 4326)
            GROUP BY a.geom""";

    /** Under everything what goes below ground, over everything what goes over bridges; else the greater road on top. */
    private static final String ROADS = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'roads',
                   CASE f.kind WHEN 'highway' THEN 9 WHEN 'major_road' THEN 8 - 0.1 * f.min_zoom WHEN 'rail' THEN 10
                               WHEN 'minor_road' THEN 5 - 0.1 * f.min_zoom WHEN 'aeroway' THEN 2 ELSE 1 END
                       + CASE WHEN :z < 12 THEN 0 WHEN f.bridge THEN 20 WHEN f.tunnel THEN -20 ELSE 0 END,
                   jsonb_strip_nulls(jsonb_build_object(
                       'kind', f.kind, 'kind_detail', nullif(f.detail, ''),
                       'is_link', nullif(right(f.detail, 5) = '_link', false),
                       'name', CASE WHEN :z >= CASE WHEN f.kind IN ('highway', 'major_road') THEN 11 ELSE 14 END
                                    THEN f.name END,
                       'ref', CASE WHEN :z >= CASE WHEN f.min_zoom <= 7 THEN 8 WHEN f.min_zoom = 8 THEN 10 ELSE 12 END
                                   THEN f.ref END,
                       'is_tunnel', CASE WHEN :z >= 12 THEN nullif(f.tunnel, false) END,
                       'is_bridge', CASE WHEN :z >= 12 THEN nullif(f.bridge, false) END,
                       'lit', CASE WHEN :z >= 14 THEN f.lit END,
                       'surface', CASE WHEN :z >= 14 THEN f.surface END)),
                   f.geom
            FROM base_feature f
            WHERE f.geom && BOX AND f.layer = 'roads' AND f.min_zoom <= :z AND ST_Dimension(f.geom) = 1""";

    /** Each piece once, as the border of the greatest of its neighbours; neighbours stay together on the same grid. */
    private static final String BOUNDARIES = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            WITH edge AS (
                SELECT admin_level AS level, ST_UnaryUnion(ST_Collect(
                           ST_SnapToGrid(ST_Transform(ST_Boundary(geom), 3857), :tolerance))) AS geom
                FROM osm_boundary
                WHERE geom && ST_Transform(BOX, 4326)
                  AND :z >= CASE WHEN admin_level <= 2 THEN 0 WHEN admin_level <= 4 THEN 3
                                 WHEN admin_level <= 8 THEN 8 ELSE 12 END
                GROUP BY admin_level)
            SELECT 'boundaries', 20 - level, jsonb_build_object(
                       'kind', CASE WHEN level <= 2 THEN 'country' WHEN level <= 4 THEN 'region'
                                    WHEN level <= 6 THEN 'county' ELSE 'locality' END,
                       'kind_detail', level), own
            FROM edge CROSS JOIN LATERAL (
                SELECT ST_CollectionExtract(ST_Difference(edge.geom, coalesce(
                    (SELECT ST_UnaryUnion(ST_Collect(greater.geom)) FROM edge AS greater WHERE greater.level < edge.level),
                    ST_GeomFromText('LINESTRING EMPTY', 3857))), 2) AS own) AS left_over
            WHERE NOT ST_IsEmpty(own)""";

    /** The steps of population_rank are those of the protomaps base map. */
    private static final String PLACES = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'places', f.min_zoom - rank.number / 100.0, jsonb_strip_nulls(jsonb_build_object(
                       'kind', f.kind, 'kind_detail', nullif(f.detail, ''), 'name', f.name, 'population', f.population,
                       'population_rank', rank.number, 'min_zoom', f.min_zoom)),
                   ST_PointOnSurface(f.geom)
            FROM base_feature f CROSS JOIN LATERAL (SELECT width_bucket(coalesce(f.population, 0), ARRAY[
                200, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000, 5000000, 10000000,
                20000000, 50000000, 100000000, 1000000000]) AS number) AS rank
            WHERE f.geom && BOX AND f.layer = 'places' AND f.name IS NOT NULL AND (f.min_zoom <= :z OR :z = 15)""";

    /** A greater area is told earlier, by at most two zooms, a smaller one later, by at most one. */
    private static final String POIS = """
            INSERT INTO base_drawn (layer, sort, tags, geom)
            SELECT 'pois', seen.zoom - least(f.extent_metres, 99999) / 1e5, jsonb_strip_nulls(jsonb_build_object(
                       'kind', f.kind, 'kind_detail', DETAIL, 'name', f.name, 'min_zoom', seen.zoom)),
                   ST_PointOnSurface(f.geom)
            FROM base_feature f CROSS JOIN LATERAL (
                SELECT CASE WHEN f.extent_metres > 0
                            THEN least(greatest(WIDE_48, f.min_zoom - 2), f.min_zoom + 1)
                            ELSE f.min_zoom END AS zoom) AS seen
            WHERE f.geom && BOX AND f.layer = 'pois' AND (seen.zoom <= :z OR :z = 15)""";

    /** All statements. */
    static final List<String> STATEMENTS = List.of(
            complete(AREA.formatted("0", "NULL", "earth")),
            complete(AREA.formatted("0", DETAIL, "water")),
            complete(AREA.formatted("f.min_zoom", DETAIL, "landuse")),
            complete(AREA.formatted("0", "NULL", "buildings")),
            complete(WATERWAYS),
            complete(WATER_NAMES),
            complete(ADDRESSES),
            complete(ROADS),
            complete(BOUNDARIES),
            complete(PLACES),
            complete(POIS));

    private BaseSelection() {}

    private static String complete(String sql) {
        return sql.replace("BOX", BOX)
                .replace("DETAIL", DETAIL)
                .replace("WIDE_32", ZOOM_WHERE_WIDE.formatted(32))
                .replace("WIDE_48", ZOOM_WHERE_WIDE.formatted(48));
    }
}
