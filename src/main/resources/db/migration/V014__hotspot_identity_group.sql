-- Hotspots of one group of causes have ids of their own: they are other ones than those of all causes at the same place.

ALTER TABLE hotspot_identity ADD COLUMN cause_group text NOT NULL DEFAULT '';

COMMENT ON COLUMN hotspot_identity.cause_group IS 'The letter of the group of causes it was found in; empty for all causes.';
