-- What the base map's tiles tell besides: road numbers, and how great a place is, so that the greater name wins.

ALTER TABLE base_feature ADD COLUMN ref text;
ALTER TABLE base_feature ADD COLUMN population integer CHECK (population >= 0);

COMMENT ON COLUMN base_feature.ref IS 'Number of a road as in OSM, such as E 6 or 108.';
COMMENT ON COLUMN base_feature.population IS 'People who live in a place, if OSM knows.';
COMMENT ON COLUMN base_feature.extent_metres IS 'Diagonal of the box of what is drawn; of a point made from an area, that of the area.';
