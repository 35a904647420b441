-- More of an OSM extract: its boundaries, how sure an address is, and what was wrong with the file.

-- Only boundaries that are complete in the extract. osm_id: of the relation; negative for a closed way.
CREATE TABLE osm_boundary (
    osm_id      bigint PRIMARY KEY,
    name        text NOT NULL,
    admin_level smallint NOT NULL CONSTRAINT osm_boundary_level CHECK (admin_level BETWEEN 1 AND 12),
    geom        geometry(MultiPolygon, 4326) NOT NULL
);
CREATE INDEX osm_boundary_geom ON osm_boundary USING gist (geom);
COMMENT ON COLUMN osm_boundary.admin_level IS 'In Sweden 2 country, 4 county (län), 7 municipality, 9 and 10 parts of it.';

ALTER TABLE address ADD COLUMN interpolated boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN address.interpolated IS 'Between two known numbers, so probable only: good for search, never counted by the veil.';

ALTER TABLE osm_import
    ADD COLUMN boundaries      bigint NOT NULL DEFAULT 0,
    ADD COLUMN municipalities  bigint NOT NULL DEFAULT 0,
    ADD COLUMN missing_members bigint NOT NULL DEFAULT 0,
    ADD COLUMN repaired_areas  bigint NOT NULL DEFAULT 0,
    ADD COLUMN foreign_names   bigint NOT NULL DEFAULT 0,
    ADD COLUMN west_deg        double precision NOT NULL DEFAULT -180,
    ADD COLUMN south_deg       double precision NOT NULL DEFAULT -90,
    ADD COLUMN east_deg        double precision NOT NULL DEFAULT 180,
    ADD COLUMN north_deg       double precision NOT NULL DEFAULT 90;
