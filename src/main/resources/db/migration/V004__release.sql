-- What the public may see: groups of at least k reports, generalised until they are that large.

CREATE TABLE release_state (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL
);
INSERT INTO release_state (version) VALUES (0);

-- One group. level: how far it was generalised, see privacy.Level.
CREATE TABLE release_row (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    level        text NOT NULL,
    lon          double precision NOT NULL,
    lat          double precision NOT NULL,
    cause        text NOT NULL,
    first_minute integer NOT NULL,
    state        text NOT NULL,
    reports      integer NOT NULL CHECK (reports > 0),
    voices       integer NOT NULL CHECK (voices > 0 AND voices <= reports),
    UNIQUE (level, lon, lat, cause, first_minute, state)
);

-- Which reports a group stands for; row_id is null for a report that is never to be released (again).
-- Never leaves the database. No foreign key to report: a deleted report is found missing and counted out with others.
CREATE TABLE release_member (
    report_id bigint PRIMARY KEY,
    row_id    integer REFERENCES release_row ON DELETE SET NULL
);
CREATE INDEX release_member_row ON release_member (row_id);
