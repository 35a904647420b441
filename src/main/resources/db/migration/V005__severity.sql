-- How unsafe it felt, as told by the reporter; the closed list is se.lykta.taxonomy.Severity.

ALTER TABLE report ADD COLUMN severity smallint
    CONSTRAINT report_severity_known CHECK (severity BETWEEN 1 AND 3);

COMMENT ON COLUMN report.severity IS 'How unsafe it felt: 1 uneasy, 2 unsafe, 3 very unsafe; null if not told. For staff only, never in the release.';
