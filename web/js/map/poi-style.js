import { SHAPES } from './poi-shapes.js';

/**
 * How a point of interest is shown: with which shape, in which ink, from which zoom, and how important it is.
 *
 * @typedef {{shape: string | null, ink: string, zoom: number, rank: number}} PoiStyle
 */

/** Ink, shape, first zoom, rank, kinds. @type {[string, string | null, number, number, string][]} */
const TABLE = [
  ['transportInk', 'rail', 12, 90, 'station halt'],
  ['transportInk', 'bus', 13, 80, 'bus_station'],
  ['transportInk', 'airport', 12, 88, 'aerodrome'],
  ['transportInk', 'ferry', 14, 60, 'ferry_terminal'],
  ['transportInk', 'tram', 15, 42, 'tram_stop'],
  ['transportInk', 'metro', 16, 41, 'subway_entrance'],
  ['transportInk', 'bus', 16, 40, 'bus_stop stop platform'],
  ['transportInk', 'parking', 17, 12, 'parking'],
  ['transportInk', 'bicycle', 18, 6, 'bicycle_parking'],
  ['careInk', 'hospital', 12, 86, 'hospital'],
  ['careInk', 'hospital', 16, 50, 'clinic doctors dentist'],
  ['careInk', 'pharmacy', 16, 38, 'pharmacy'],
  ['cultureInk', 'school', 13, 70, 'university college'],
  ['cultureInk', 'school', 14, 66, 'school'],
  ['cultureInk', 'school', 16, 36, 'kindergarten'],
  ['cultureInk', 'hall', 14, 62, 'townhall courthouse service'],
  ['cultureInk', 'police', 15, 58, 'police'],
  ['cultureInk', 'fire', 15, 56, 'fire_station'],
  ['cultureInk', 'library', 14, 57, 'library'],
  ['cultureInk', 'theatre', 14, 55, 'theatre arts_centre culture'],
  ['cultureInk', 'cinema', 15, 54, 'cinema'],
  ['cultureInk', 'museum', 14, 57, 'museum attraction'],
  ['cultureInk', 'hall', 16, 46, 'community_centre'],
  ['cultureInk', 'worship', 14, 52, 'place_of_worship'],
  ['cultureInk', 'monument', 17, 14, 'monument memorial artwork'],
  ['natureInk', 'sport', 13, 72, 'sports sports_centre sports_hall stadium ice_rink'],
  ['natureInk', 'swimming', 15, 60, 'water_park swimming_pool'],
  ['natureInk', 'tree', 11, 64, 'park nature_reserve recreation_ground golf_course zoo garden'],
  ['natureInk', null, 11, 44, 'forest wood allotments marina'],
  ['natureInk', 'cemetery', 11, 54, 'cemetery grave_yard'],
  ['natureInk', 'playground', 16, 30, 'playground'],
  ['natureInk', 'sport', 17, 28, 'pitch'],
  ['ink', null, 14, 68, 'square'],
  ['shopInk', 'shop', 14, 60, 'mall department_store'],
  ['shopInk', 'grocery', 16, 45, 'supermarket'],
  ['shopInk', 'lodging', 16, 34, 'hotel hostel'],
  ['shopInk', 'post', 16, 30, 'post_office'],
  ['shopInk', 'grocery', 17, 24, 'convenience bakery'],
  ['shopInk', 'restaurant', 17, 22, 'restaurant fast_food'],
  ['shopInk', 'cafe', 17, 21, 'cafe'],
  ['shopInk', 'bar', 17, 23, 'pub bar nightclub'],
  ['shopInk', 'bank', 17, 19, 'bank'],
  ['transportInk', 'fuel', 17, 20, 'fuel'],
  ['ink', 'toilet', 17, 10, 'toilets'],
  ['natureInk', 'recycling', 18, 5, 'recycling'],
  ['shopInk', 'shop', 16, 25, 'shop'],
];

/** @type {Map<string, PoiStyle>} */
const BY_KIND = new Map(TABLE.flatMap(([ink, shape, zoom, rank, kinds]) =>
  kinds.split(' ').map((kind) => /** @type {[string, PoiStyle]} */ ([kind, { shape, ink, zoom, rank }]))));
/** Any other shop, and whatever a newer service may name. @type {PoiStyle} */
const OTHER = { shape: 'shop', ink: 'shopInk', zoom: 18, rank: 8 };
const HIDDEN = new Set(['street_lamp', 'address']);

/** @param {import('../tiles/mvt.js').Properties} properties @returns {PoiStyle | null} null if it has no label */
export function poiStyle({ kind, kind_detail: detail }) {
  if (HIDDEN.has(String(kind))) return null;
  // the detail of a broad kind says more: a library is culture; that of a narrow one is a sport or a religion
  const style = BY_KIND.get(String(detail)) ?? BY_KIND.get(String(kind)) ?? OTHER;
  if (kind === 'station' && /subway/.test(String(detail))) return { ...style, shape: 'metro' };
  return kind === 'place_of_worship' && detail === 'christian' ? { ...style, shape: 'church' } : style;
}

/** @type {Map<string, Path2D>} */
const PATHS = new Map();

/** A shape of a 15 × 15 box for the canvas. @param {string} name */
export function poiPath(name) {
  const known = PATHS.get(name);
  if (known) return known;
  const path = new Path2D(SHAPES[name] ?? '');
  PATHS.set(name, path);
  return path;
}
