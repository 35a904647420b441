-- Reports that staff leave out of all analysis because they are wrong as data.

ALTER TABLE report ADD COLUMN excluded boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN report.excluded IS 'Left out of analysis and of new releases: true while an exclusion that is not undone names it. Kept by se.lykta.report.exclusion.';

-- One decision: what was found, said as it was said then, and who decided. Lines are only added.
CREATE TABLE exclusion (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    finding          text NOT NULL,
    code             text NOT NULL CONSTRAINT exclusion_code_shape CHECK (code ~ '^[a-z]+(-[a-z]+)*$'),
    sentence_sv      text NOT NULL,
    sentence_en      text NOT NULL,
    snapshot_version bigint NOT NULL,
    place            geometry(Point, 4326),
    position_rule    boolean NOT NULL
        CONSTRAINT exclusion_rule_has_place CHECK (place IS NOT NULL OR NOT position_rule),
    reports          integer NOT NULL CONSTRAINT exclusion_reports_positive CHECK (reports > 0),
    made_at          timestamptz NOT NULL,
    made_by          text NOT NULL
);

COMMENT ON TABLE exclusion IS 'A finding of the data audit whose reports staff left out of analysis: the log of who did so. Append only.';
COMMENT ON COLUMN exclusion.finding IS 'Made from code and reports of the finding, so the same finding of a later audit has the same one.';
COMMENT ON COLUMN exclusion.position_rule IS 'Whether reports that come later to exactly this place (to 1 cm) are left out, too: so for default geocodes.';
COMMENT ON COLUMN exclusion.reports IS 'How many reports it was made of; those that came later by its rule are not counted here.';

CREATE TABLE exclusion_undone (
    exclusion_id bigint PRIMARY KEY REFERENCES exclusion (id),
    undone_at    timestamptz NOT NULL,
    undone_by    text NOT NULL
);

COMMENT ON TABLE exclusion_undone IS 'Exclusions that were taken back: their reports count again unless another exclusion names them. Append only.';

CREATE FUNCTION exclusion_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log of exclusions is append only';
END
$$;
CREATE TRIGGER exclusion_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exclusion
    FOR EACH STATEMENT EXECUTE FUNCTION exclusion_is_append_only();
CREATE TRIGGER exclusion_undone_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exclusion_undone
    FOR EACH STATEMENT EXECUTE FUNCTION exclusion_is_append_only();

-- Which reports, as long as they exist and lie where they lay. Not part of the log.
CREATE TABLE exclusion_report (
    report_id    bigint NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    exclusion_id bigint NOT NULL REFERENCES exclusion (id),
    PRIMARY KEY (report_id, exclusion_id)
);
CREATE INDEX exclusion_report_exclusion ON exclusion_report (exclusion_id);
