-- Planned safety walks: whole plans, read by their id only, so one document each.

CREATE TABLE walk (
    id         text        PRIMARY KEY CHECK (length(id) >= 16),
    version    integer     NOT NULL CHECK (version >= 1),
    created_at timestamptz NOT NULL,
    plan       jsonb       NOT NULL
);

COMMENT ON COLUMN walk.id IS 'random: whoever knows it may read the plan';
COMMENT ON COLUMN walk.version IS 'counts the changes of this plan, 1 for a new one';
