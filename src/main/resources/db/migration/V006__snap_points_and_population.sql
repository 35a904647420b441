-- The positions that the public may see, made from map and areas; and how many people live in an area.

ALTER TABLE area ADD COLUMN population integer
    CONSTRAINT area_population_not_negative CHECK (population >= 0);

COMMENT ON COLUMN area.population IS 'How many live there, if the imported file told it.';

CREATE TABLE snap_point (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    least_addresses integer NOT NULL,
    geom            geometry(Point, 4326) NOT NULL,
    kind            text NOT NULL
        CONSTRAINT snap_point_kind_known CHECK (kind IN ('street', 'place', 'area_centre')),
    name            text NOT NULL,
    area_id         integer,
    addresses       integer NOT NULL,
    CONSTRAINT snap_point_stands_for_enough CHECK (addresses >= least_addresses OR kind = 'area_centre'),
    CONSTRAINT snap_point_unique UNIQUE (least_addresses, geom)
);

COMMENT ON TABLE snap_point IS 'The positions that the public may see. A report is shown at the nearest one of its own area.';
COMMENT ON COLUMN snap_point.least_addresses IS 'The scale, see place.snap.SnapScale: what a point of it needs. Coarser scales are for reports that too few others are near.';
COMMENT ON COLUMN snap_point.kind IS 'Middle of a piece of a street, public place, or centre of an area that has too few addresses.';
COMMENT ON COLUMN snap_point.area_id IS 'The area in which it lies and for which it stands; null: the municipality outside of all areas.';
COMMENT ON COLUMN snap_point.addresses IS 'Different addresses of the area that are nearer to it than to any other point of its scale.';

CREATE TABLE snap_state (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    made_from text NOT NULL
);

COMMENT ON COLUMN snap_state.made_from IS 'Rules, map and areas that the snap points were made from; other ones: they are made anew.';

-- What was released so far stands at the centres of grid cells, whose addresses nobody has counted: it is made anew.
UPDATE release_state SET version = version + 1 WHERE EXISTS (SELECT FROM release_row);
DELETE FROM release_member;
DELETE FROM release_row;
