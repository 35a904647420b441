/**
 * How the plain base map looks: a calm ground in two themes, on which the data are what one sees.
 *
 * @typedef {'light' | 'dark'} Theme
 */

/** @type {Record<Theme, Record<string, string>>} */
export const COLOURS = {
  light: {
    paper: '#f3f0e9', park: '#dde8cf', forest: '#d3e2c8', pitch: '#cfe3bf', school: '#f2e8d3', square: '#f1e4d3',
    built: '#efeae0', industry: '#ebe6e4', parking: '#eae6dd', farm: '#f0eddc',
    water: '#b9d6e2', building: '#e2dacb', buildingEdge: '#d0c6b4',
    casing: '#d6ccba', major: '#ffffff', minor: '#ffffff', path: '#a98f6a', steps: '#8a6f4a', rail: '#a7a29a',
    lit: '#e3a31c', unlit: '#6a5a86', ink: '#3d4a54', faint: '#5d6973', waterInk: '#33677f', halo: '#fbf9f4',
    outline: '#8b9aa3',
  },
  dark: {
    paper: '#161c22', park: '#1a2b23', forest: '#182720', pitch: '#1d3327', school: '#26251f', square: '#2a2622',
    built: '#191f25', industry: '#1e2228', parking: '#20262c', farm: '#1c211d',
    water: '#15323f', building: '#252e37', buildingEdge: '#313c46',
    casing: '#0f1418', major: '#414c57', minor: '#343e48', path: '#7b6c55', steps: '#94805f', rail: '#59626a',
    lit: '#f0c052', unlit: '#a493c4', ink: '#d3dce2', faint: '#a7b3bc', waterInk: '#7fb7cd', halo: '#12171c',
    outline: '#66757f',
  },
};

const LANDUSE = new Map(Object.entries({
  park: 'park', garden: 'park', grass: 'park', meadow: 'park', village_green: 'park', recreation_ground: 'park',
  playground: 'pitch', pitch: 'pitch', sports_centre: 'pitch', forest: 'forest', wood: 'forest', scrub: 'forest',
  school: 'school', kindergarten: 'school', university: 'school', hospital: 'school',
  pedestrian: 'square', square: 'square', marketplace: 'square',
  residential: 'built', commercial: 'built', retail: 'built', industrial: 'industry', railway: 'industry',
  parking: 'parking', farmland: 'farm', farmyard: 'farm', cemetery: 'park', allotments: 'park',
}));

/** The colour of a kind of land, or none for a kind that is not drawn. @param {unknown} kind */
export function landColour(kind) {
  return LANDUSE.get(String(kind));
}

const MAJOR = /^(motorway|trunk|primary|secondary|tertiary|highway|major_road|medium_road)/;
const PATH = /^(footway|path|cycleway|pedestrian|bridleway|track|steps|corridor)/;
const RAIL = /^(rail|tram|light_rail|subway|narrow_gauge)/;

/**
 * @param {import('../tiles/mvt.js').Properties} properties
 * @returns {'major' | 'minor' | 'path' | 'steps' | 'rail'}
 */
export function roadClass(properties) {
  const kind = String(properties.kind ?? '');
  if (kind === 'steps' || properties.steps === true || properties.kind_detail === 'steps') return 'steps';
  if (PATH.test(kind)) return 'path';
  if (RAIL.test(kind)) return 'rail';
  return MAJOR.test(kind) ? 'major' : 'minor';
}

/** Whether a way has lamps: true, false, or null if nobody knows. @param {import('../tiles/mvt.js').Properties} properties */
export function isLit(properties) {
  const lit = properties.lit;
  if (lit === true || lit === 1 || lit === 'yes' || lit === 'true') return true;
  return lit === false || lit === 0 || lit === 'no' || lit === 'false' ? false : null;
}

/** Width of a road in pixels; doubles about every second zoom. @param {string} kind @param {number} zoom */
export function roadWidth(kind, zoom) {
  const at16 = { major: 9, minor: 6, path: 2, steps: 3, rail: 2 }[kind] ?? 4;
  return Math.max(0.7, at16 * 1.55 ** (zoom - 16));
}

/** From this zoom on the map tells lit ways from unlit ones. */
export const LIT_ZOOM = 16;
