-- Walk mode: who may walk along without an account, what they found at the stops, and the reports made of it.

CREATE TABLE walk_invitation (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    walk_id    text NOT NULL REFERENCES walk (id) ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE
        CONSTRAINT walk_invitation_token_is_sha256 CHECK (octet_length(token_hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CONSTRAINT walk_invitation_lasts CHECK (expires_at > created_at),
    revoked_at timestamptz
);
CREATE INDEX walk_invitation_walk ON walk_invitation (walk_id, id);

COMMENT ON TABLE walk_invitation IS 'A link by which participants of one walk see its stops and answer, without an account.';
COMMENT ON COLUMN walk_invitation.token_hash IS 'SHA-256 of the token in the link; the token itself is told once and not stored.';

-- The stops that participants were shown: a plan may change while phones are without a net.
CREATE TABLE walk_stop (
    walk_id text NOT NULL REFERENCES walk (id) ON DELETE CASCADE,
    hotspot text NOT NULL,
    name_sv text NOT NULL,
    name_en text NOT NULL,
    place   geometry(Point, 4326) NOT NULL,
    PRIMARY KEY (walk_id, hotspot)
);
CREATE INDEX walk_stop_hotspot ON walk_stop (hotspot);

COMMENT ON TABLE walk_stop IS 'Every stop that was ever shown to participants of a walk, as it was shown last: answers for them are taken, whatever the plan says by then.';
COMMENT ON COLUMN walk_stop.place IS 'Where the hotspot is, not the point of the foot network near it.';

CREATE TABLE walk_finding (
    id            uuid PRIMARY KEY,
    walk_id       text NOT NULL,
    hotspot       text NOT NULL,
    invitation_id bigint REFERENCES walk_invitation (id) ON DELETE SET NULL,
    revision      integer NOT NULL CONSTRAINT walk_finding_revision CHECK (revision >= 1),
    answered_at   timestamptz NOT NULL,
    light         text NOT NULL CONSTRAINT walk_finding_light_known CHECK (light IN ('light', 'dark')),
    grades        jsonb NOT NULL CONSTRAINT walk_finding_grades_are_an_object CHECK (jsonb_typeof(grades) = 'object'),
    comment       text CONSTRAINT walk_finding_comment_length CHECK (char_length(comment) BETWEEN 1 AND 2000),
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    weighed       integer,
    report_id     bigint REFERENCES report (id) ON DELETE SET NULL,
    reported_at   timestamptz,
    refusal       text,
    FOREIGN KEY (walk_id, hotspot) REFERENCES walk_stop (walk_id, hotspot) ON DELETE CASCADE
);
CREATE INDEX walk_finding_stop ON walk_finding (hotspot, walk_id);
CREATE INDEX walk_finding_walk ON walk_finding (walk_id);
CREATE UNIQUE INDEX walk_finding_report ON walk_finding (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX walk_finding_waiting ON walk_finding (changed_at)
    WHERE reported_at IS NULL AND weighed IS DISTINCT FROM revision;

COMMENT ON TABLE walk_finding IS 'What one participant found at one stop of a walk. Comments may hold personal data: for staff only.';
COMMENT ON COLUMN walk_finding.id IS 'Made by the phone, so that an answer that is sent twice is one.';
COMMENT ON COLUMN walk_finding.invitation_id IS 'The link it came by; null for staff.';
COMMENT ON COLUMN walk_finding.revision IS 'Counted by the phone: a late older one changes nothing.';
COMMENT ON COLUMN walk_finding.answered_at IS 'When the participant first answered at the stop, by the phone''s clock where that can be.';
COMMENT ON COLUMN walk_finding.light IS 'Derived: dark = sun below -6 degrees at that place and time.';
COMMENT ON COLUMN walk_finding.grades IS 'Checklist item to grade, 1 (worst) to 4; items that were not graded are left out.';
COMMENT ON COLUMN walk_finding.weighed IS 'The revision of which it was last decided whether it becomes a report; null before that.';
COMMENT ON COLUMN walk_finding.report_id IS 'The report it became; null if none was needed, or if that report was deleted since.';
COMMENT ON COLUMN walk_finding.reported_at IS 'When it became a report: it never becomes another one.';
COMMENT ON COLUMN walk_finding.refusal IS 'Why it could not become a report, if so; no personal data.';

CREATE TABLE walk_photo (
    id         uuid PRIMARY KEY,
    finding_id uuid NOT NULL REFERENCES walk_finding (id) ON DELETE CASCADE,
    added_at   timestamptz NOT NULL,
    removed_at timestamptz,
    jpeg       bytea,
    CONSTRAINT walk_photo_removed_is_empty CHECK ((removed_at IS NULL) = (jpeg IS NOT NULL))
);
CREATE INDEX walk_photo_finding ON walk_photo (finding_id);

COMMENT ON TABLE walk_photo IS 'Photos of findings, encoded anew without metadata: for staff only. A removed one stays as an empty line, so that a late upload does not bring it back.';
