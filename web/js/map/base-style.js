/**
 * What the features of the base map are drawn as. Kinds are those of the protomaps base map; a tile may be older than this
 * page or come from elsewhere, so an unknown kind is drawn as the nearest known one or not at all.
 *
 * @typedef {import('../tiles/mvt.js').Properties} Properties
 */

/** Kinds of land by colour, wide areas first, so that a playground is seen in its park. @type {[string, string][]} */
const LAND = [
  ['built', 'residential'], ['commerce', 'commercial retail'], ['industry', 'industrial railway quarry military aerodrome'],
  ['farm', 'farmland farmyard orchard'], ['school', 'school kindergarten university college'], ['care', 'hospital'],
  ['park', 'park common golf_course village_green recreation_ground zoo stadium sports_centre nature_reserve national_park'],
  ['cemetery', 'cemetery grave_yard'], ['garden', 'garden allotments'], ['meadow', 'grass meadow grassland heath dog_park'],
  ['scrub', 'scrub'], ['forest', 'forest wood'], ['wetland', 'wetland'], ['sand', 'beach sand'], ['rock', 'bare_rock'],
  ['site', 'construction brownfield'], ['square', 'pedestrian square marketplace footway'], ['parking', 'parking'],
  ['runway', 'runway taxiway'], ['playground', 'playground'], ['pitch', 'pitch track'], ['platform', 'platform pier'],
];
const LAND_BY_KIND = new Map(LAND.flatMap(([colour, kinds]) => kinds.split(' ').map((kind) => [kind, colour])));

/** The names of land colours in the order in which they are painted. */
export const LAND_ORDER = LAND.map(([colour]) => colour);

/** The colour of a kind of land, or none for a kind that is not drawn. @param {Properties} properties */
export function landColour({ kind, kind_detail: detail }) {
  // a meadow of a kind that is wider: a cemetery as grass, a garden as park
  return LAND_BY_KIND.get(String(kind)) ?? LAND_BY_KIND.get(String(detail));
}

/**
 * A class of ways. Widths are pixels at zooms; between them a width grows evenly on a logarithmic scale.
 *
 * @typedef {object} RoadClass
 * @property {string} name
 * @property {'road' | 'path' | 'rail'} shape
 * @property {string} colour
 * @property {[number, number][]} widths
 * @property {number[]} [dashes] of a path, in its widths
 * @property {number} named zoom from which its name is written
 */

/** @type {RoadClass[]} from the least to the greatest */
const CLASSES = [
  { name: 'ferry', shape: 'path', colour: 'ferry', widths: [[9, 0.8], [15, 1.5], [19, 2]], dashes: [6, 5], named: 13 },
  { name: 'track', shape: 'path', colour: 'track', widths: [[13, 0.8], [15, 1.3], [17, 2.2], [19, 4]], dashes: [7, 2.5], named: 16 },
  { name: 'footway', shape: 'path', colour: 'path', widths: [[13, 0.6], [15, 1.05], [17, 1.8], [19, 3.2]], dashes: [2, 1.8], named: 16 },
  { name: 'path', shape: 'path', colour: 'path', widths: [[13, 0.6], [15, 1.05], [17, 1.8], [19, 3.2]], dashes: [4, 2], named: 16 },
  { name: 'cycleway', shape: 'path', colour: 'cycle', widths: [[13, 0.7], [15, 1.2], [17, 2], [19, 3.6]], dashes: [5, 2], named: 16 },
  { name: 'steps', shape: 'path', colour: 'steps', widths: [[13, 1.6], [15, 3], [17, 5.5], [19, 9]], dashes: [0.32, 0.32], named: 17 },
  { name: 'aisle', shape: 'road', colour: 'service', widths: [[14, 0.8], [15, 1.6], [17, 4.5], [19, 10]], named: 17 },
  { name: 'service', shape: 'road', colour: 'service', widths: [[13, 0.8], [15, 2.2], [17, 6], [19, 14]], named: 16 },
  { name: 'pedestrian', shape: 'road', colour: 'pedestrian', widths: [[13, 1.2], [15, 4], [17, 9], [19, 20]], named: 15 },
  { name: 'runway', shape: 'road', colour: 'runway', widths: [[11, 2], [15, 14], [19, 120]], named: 15 },
  { name: 'street', shape: 'road', colour: 'street', widths: [[11, 0.6], [13, 1.8], [15, 4.6], [17, 11], [19, 24]], named: 15 },
  { name: 'tertiary', shape: 'road', colour: 'tertiary', widths: [[10, 0.7], [12, 1.9], [13, 3], [15, 6.4], [17, 14], [19, 28]], named: 14 },
  { name: 'secondary', shape: 'road', colour: 'secondary', widths: [[9, 0.8], [12, 2.4], [15, 7.6], [17, 16], [19, 31]], named: 14 },
  { name: 'primary', shape: 'road', colour: 'primary', widths: [[8, 0.9], [12, 2.9], [15, 8.6], [17, 17], [19, 33]], named: 14 },
  { name: 'trunk', shape: 'road', colour: 'trunk', widths: [[6, 0.8], [12, 3.3], [15, 9.2], [17, 18], [19, 34]], named: 14 },
  { name: 'motorway', shape: 'road', colour: 'motorway', widths: [[5, 0.8], [12, 3.6], [15, 9.8], [17, 19], [19, 36]], named: 14 },
  { name: 'siding', shape: 'rail', colour: 'rail', widths: [[13, 0.5], [15, 0.8], [17, 1.6], [19, 2.6]], named: 99 },
  { name: 'tram', shape: 'rail', colour: 'rail', widths: [[12, 0.5], [15, 0.9], [17, 1.7], [19, 2.8]], named: 99 },
  { name: 'rail', shape: 'rail', colour: 'rail', widths: [[8, 0.7], [13, 1.2], [15, 2], [17, 3], [19, 5]], named: 99 },
];
const BY_NAME = new Map(CLASSES.map((one) => [one.name, one]));

/** The names of all classes, in the order in which they are painted. */
export const ROAD_ORDER = CLASSES.map(({ name }) => name);

/** Details of a way, by class; the ones that are classes themselves are not repeated. @type {[string, string][]} */
const DETAILS = [
  ['street', 'unclassified residential living_street road minor_road'], ['service', 'busway raceway'],
  ['aisle', 'driveway parking_aisle alley emergency_access drive-through'], ['footway', 'sidewalk crossing corridor pier'],
  ['path', 'bridleway'], ['siding', 'yard siding spur crossover disused preserved'], ['tram', 'subway funicular monorail narrow_gauge'],
  ['rail', 'light_rail'], ['runway', 'taxiway'], ['secondary', 'major_road'], ['tertiary', 'medium_road'], ['motorway', 'highway'],
];
const BY_DETAIL = new Map(DETAILS.flatMap(([name, details]) => details.split(' ').map((detail) => [detail, name])));

/** @param {string} detail */
function classNamed(detail) {
  return BY_NAME.has(detail) ? detail : BY_DETAIL.get(detail);
}

/** The class that a way is drawn as. @param {Properties} properties @returns {RoadClass} */
export function roadClass({ kind, kind_detail: detail, steps }) {
  const name = steps === true ? 'steps' : classNamed(plain(detail)) ?? classNamed(plain(kind)) ?? 'street';
  return /** @type {RoadClass} */ (BY_NAME.get(name));
}

/** @param {unknown} value */
function plain(value) {
  return String(value ?? '').replace(/_link$/, '');
}

/** A ramp is narrower than what it leads to. @param {Properties} properties */
export function isLink({ is_link: link, kind_detail: detail }) {
  return link === true || String(detail).endsWith('_link');
}

/** Where a way runs, which decides what it crosses under. @param {Properties} properties @returns {'tunnel' | 'ground' | 'bridge'} */
export function levelOf(properties) {
  if (properties.is_tunnel === true || properties.tunnel === true) return 'tunnel';
  return properties.is_bridge === true || properties.bridge === true ? 'bridge' : 'ground';
}

/** Whether a way has lamps: true, false, or null if nobody knows. @param {Properties} properties */
export function isLit({ lit }) {
  if (lit === true || lit === 1 || lit === 'true') return true;
  if (lit === false || lit === 0 || lit === 'false' || lit === 'no' || lit === 'disused') return false;
  return typeof lit === 'string' && lit !== '' ? true : null;
}

/** Width of a way in pixels. @param {RoadClass} one @param {number} zoom */
export function roadWidth({ widths }, zoom) {
  const next = widths.findIndex(([at]) => at >= zoom);
  if (next === 0) return widths[0][1];
  if (next < 0) return widths[widths.length - 1][1];
  const [[z0, w0], [z1, w1]] = [widths[next - 1], widths[next]];
  return w0 * (w1 / w0) ** ((zoom - z0) / (z1 - z0));
}

/** From this zoom on the map tells lit ways from unlit ones and shows lamps. */
export const LIT_ZOOM = 16;
