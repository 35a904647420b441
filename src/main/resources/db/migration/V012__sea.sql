-- The coast is no longer drawn itself: it becomes sea and earth. What was wrong with it is told of the import.

DELETE FROM base_feature WHERE layer = 'coastline';

ALTER TABLE osm_import
    ADD COLUMN coast_gaps          bigint NOT NULL DEFAULT 0,
    ADD COLUMN coast_wrong         bigint NOT NULL DEFAULT 0,
    ADD COLUMN coast_fault_lon_deg double precision,
    ADD COLUMN coast_fault_lat_deg double precision;

COMMENT ON COLUMN osm_import.coast_gaps IS 'Where the coast is broken.';
COMMENT ON COLUMN osm_import.coast_wrong IS 'Lines of the coast without water on their right or land on their left.';
COMMENT ON COLUMN osm_import.coast_fault_lon_deg IS 'Where the first of them is.';
