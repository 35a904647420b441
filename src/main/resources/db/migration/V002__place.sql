-- What is known of the town: its border and areas (from GeoJSON), its map, names and addresses (from an OSM extract).

CREATE TABLE municipality (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    name        text NOT NULL,
    fictional   boolean NOT NULL,
    outline     geometry(MultiPolygon, 4326),
    start_point geometry(Point, 4326) NOT NULL,
    time_zone   text NOT NULL,
    changed_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE area (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    geom geometry(MultiPolygon, 4326) NOT NULL
);

-- At most one row: the extract that is in use. Its id is the version of everything made from it.
CREATE TABLE osm_import (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name      text NOT NULL,
    sha256         text NOT NULL,
    imported_at    timestamptz NOT NULL DEFAULT now(),
    nodes          bigint NOT NULL,
    ways           bigint NOT NULL,
    relations      bigint NOT NULL,
    features       bigint NOT NULL,
    names          bigint NOT NULL,
    addresses      bigint NOT NULL,
    missing_nodes  bigint NOT NULL,
    unclosed_areas bigint NOT NULL
);

-- Drawn things, in Web Mercator because only tiles are made from them. extent_metres: diagonal of the box.
CREATE TABLE base_feature (
    layer         text NOT NULL,
    kind          text NOT NULL,
    detail        text NOT NULL,
    name          text,
    lit           text,
    surface       text,
    steps         boolean NOT NULL,
    tunnel        boolean NOT NULL,
    bridge        boolean NOT NULL,
    min_zoom      smallint NOT NULL,
    extent_metres real NOT NULL,
    geom          geometry(Geometry, 3857) NOT NULL
);
CREATE INDEX base_feature_geom ON base_feature USING gist (geom);

-- Named things that a report can be said to be at, and places that are public (domain rule 2). name is empty only for
-- an underpass, which is then called after the street above it.
CREATE TABLE place_name (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name   text NOT NULL,
    kind   text NOT NULL,
    public boolean NOT NULL,
    geom   geometry(Geometry, 4326) NOT NULL
);

CREATE TABLE address (
    street text NOT NULL,
    number text NOT NULL,
    geom   geometry(Point, 4326) NOT NULL
);
