-- Beginnings of words are found by an index of words, and what is near is looked for first.

-- The lexemes are the words as they stand, so that 'sko':* finds every word that begins so; no stemming, no stop words.
ALTER TABLE search_name
    ADD COLUMN beginnings tsvector NOT NULL
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(btrim(words), ' '))) STORED;
CREATE INDEX search_name_beginnings ON search_name USING gin (beginnings);
CREATE INDEX search_name_position ON search_name USING gist (ST_MakePoint(lon, lat));
CREATE INDEX search_name_folded ON search_name (folded);
COMMENT ON INDEX search_name_words IS 'For similar spelling only.';

-- What is found differs now: the tables are made anew from the map at the next start.
DELETE FROM search_source;
