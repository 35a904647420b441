-- The newest audit of all reports as data: what could spoil a map of them.

CREATE TABLE data_audit (
    run_at           timestamptz NOT NULL,
    snapshot_version bigint      NOT NULL,
    reports          integer     NOT NULL,
    excluded         integer     NOT NULL
);

COMMENT ON TABLE data_audit IS 'At most one row: the newest audit.';
COMMENT ON COLUMN data_audit.snapshot_version IS 'The outbox number of the reports it looked at.';
COMMENT ON COLUMN data_audit.reports IS 'How many it looked at.';
COMMENT ON COLUMN data_audit.excluded IS 'How many it left out because staff had excluded them.';

CREATE UNIQUE INDEX data_audit_one ON data_audit ((true));

CREATE TABLE data_audit_finding (
    id          text     PRIMARY KEY,
    rank        integer  NOT NULL,
    code        text     NOT NULL,
    severity    text     NOT NULL,
    place       geometry(Point, 4326),
    sentence_sv text     NOT NULL,
    sentence_en text     NOT NULL,
    report_ids  bigint[] NOT NULL
);

COMMENT ON TABLE data_audit_finding IS 'What the newest audit found, the worst first.';
COMMENT ON COLUMN data_audit_finding.report_ids IS 'The reports concerned, ascending; some may be gone since.';
