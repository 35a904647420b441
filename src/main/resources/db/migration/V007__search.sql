-- Search over names and addresses. Both tables are made from place_name and address in the transaction of an import.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How names are compared: small letters without accents (å = ä = a, ö = o, é = e, æ = a, ø = o, ß = ss), one blank where
-- there was anything but letters and digits, and "S:t" or "St " read as "Sankt". Letters of other scripts stay.
CREATE FUNCTION search_fold(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        regexp_replace(
            regexp_replace(
                replace(translate(lower(normalize(name, NFKD)), 'ÆæØøĐđŁłÞþ', 'aaooddlltt'), 'ß', 'ss'),
                '[\u0300-\u036f\u00ad]', '', 'g'),
            '(^|\s)s:?t\.?(?=\s)', '\1sankt', 'g'),
        '[\s!-/:-@\[-`{-~\u00a0-\u00ac\u00ae-\u00bf\u2000-\u206f]+', ' ', 'g'));

-- What can be found by its name: one row for a street in several pieces, or a school of building, ground and label.
-- words: the folded name and what people call its kind, with a blank before every word, so that LIKE '% sko%' finds the
-- beginning of a word with the trigrams of the index. part: which of several of the same name in different places.
CREATE TABLE search_name (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name   text NOT NULL,
    kind   text NOT NULL,
    folded text NOT NULL,
    part   integer NOT NULL,
    words  text NOT NULL,
    rank   real NOT NULL,
    lon    double precision NOT NULL,
    lat    double precision NOT NULL,
    west   double precision NOT NULL,
    south  double precision NOT NULL,
    east   double precision NOT NULL,
    north  double precision NOT NULL
);
CREATE INDEX search_name_words ON search_name USING gin (words gin_trgm_ops);

CREATE TABLE search_house (
    street bigint NOT NULL,
    number text NOT NULL,
    lon    double precision NOT NULL,
    lat    double precision NOT NULL
);
CREATE INDEX search_house_street ON search_house (street);

-- The import that the rows above were made from.
CREATE TABLE search_source (
    version bigint NOT NULL
);
