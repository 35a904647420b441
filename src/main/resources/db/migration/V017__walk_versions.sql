-- A walk can be planned anew under the same id; every version stays readable.

CREATE TABLE walk_version (
    walk       text        NOT NULL REFERENCES walk (id) ON DELETE CASCADE,
    version    integer     NOT NULL CHECK (version >= 1),
    created_at timestamptz NOT NULL,
    plan       jsonb       NOT NULL,
    changed    jsonb       NOT NULL,
    PRIMARY KEY (walk, version)
);

COMMENT ON COLUMN walk_version.changed IS 'what was asked for otherwise than in the version before: member, before, after';

-- Plans of one loop become plans of loops. They had no date: the day after they were made is what a plan without a date
-- gets today.
INSERT INTO walk_version (walk, version, created_at, plan, changed)
SELECT
    id,
    version,
    created_at,
    jsonb_build_object(
        'request', jsonb_build_object(
            'start', plan -> 'request' -> 'start',
            'end', NULL,
            'pace', jsonb_build_object(
                'minutes', plan -> 'request' -> 'minutes',
                'minutesPerStop', plan -> 'request' -> 'minutesPerStop',
                'speedKmh', plan -> 'request' -> 'speedKmh'),
            'limits', jsonb_build_object(
                'groups', 1,
                'maxStops', plan -> 'request' -> 'maxStops',
                'maxKilometres', plan -> 'request' -> 'maxKilometres'),
            'when', jsonb_build_object('light', NULL, 'date', day, 'time', NULL),
            'stepFree', plan -> 'request' -> 'stepFree',
            'preferLit', false,
            'wishes', jsonb_build_object('pinned', '[]'::jsonb, 'banned', '[]'::jsonb, 'order', '[]'::jsonb),
            'filter', '{}'::jsonb),
        'departure', jsonb_build_object('start', day || 'T16:00', 'civilDusk', NULL, 'dark', false),
        'loops', jsonb_build_array(jsonb_build_object(
            'group', 1,
            'start', plan -> 'start',
            'end', plan -> 'start',
            'stops', (
                SELECT coalesce(jsonb_agg(
                    (stop - 'arrivalMinute' - 'position' - 'offMetres') || jsonb_build_object(
                        'spot', jsonb_build_object(
                            'position', stop -> 'position',
                            'place', stop -> 'position',
                            'offMetres', stop -> 'offMetres'),
                        'arrivalSeconds', 60 * CAST(stop ->> 'arrivalMinute' AS integer),
                        'minutes', plan -> 'request' -> 'minutesPerStop',
                        'pinned', false)
                    ORDER BY place), '[]'::jsonb)
                FROM jsonb_array_elements(plan -> 'stops') WITH ORDINALITY AS listed (stop, place)),
            'legs', (
                SELECT coalesce(jsonb_agg(
                    leg || jsonb_build_object('stepMetres', 0, 'steps', '[]'::jsonb)
                    ORDER BY place), '[]'::jsonb)
                FROM jsonb_array_elements(plan -> 'legs') WITH ORDINALITY AS listed (leg, place)),
            'totals', plan -> 'totals')),
        'leftOut', plan -> 'leftOut'),
    '[]'::jsonb
FROM (
    SELECT id, version, created_at, plan,
        to_char((created_at AT TIME ZONE 'Europe/Stockholm') + interval '1 day', 'YYYY-MM-DD') AS day
    FROM walk
) AS old;

-- Whose hotspots an old plan shows was not kept: the careful answer is that only staff may plan it anew.
ALTER TABLE walk ADD COLUMN audience text NOT NULL DEFAULT 'staff' CHECK (audience IN ('public', 'staff'));
ALTER TABLE walk ALTER COLUMN audience DROP DEFAULT;
ALTER TABLE walk DROP COLUMN plan;
ALTER TABLE walk DROP COLUMN created_at;

COMMENT ON COLUMN walk.version IS 'the newest version';
COMMENT ON COLUMN walk.audience IS 'whose hotspots the plan was made from; who may not see those may not change it';
