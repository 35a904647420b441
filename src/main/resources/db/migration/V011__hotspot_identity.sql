-- The ids of hotspots, so that measures and walks can point at one: it stays the same as long as most of its reports do.

CREATE TABLE hotspot_identity (
    id            text        PRIMARY KEY,
    report_ids    bigint[]    NOT NULL,
    first_seen_at timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL
);

COMMENT ON COLUMN hotspot_identity.report_ids IS 'The reports that it was made of when it was last seen; some may be deleted since.';
