import { FEWEST, ofGeometry, open, toGeometry } from './shape.js';

/** @typedef {import('./shape.js').Shape} Shape */
/** @typedef {import('./shape.js').Corner} Corner */

const DECIMALS = 6;
const NUMBER = /[-+]?\d+(?:[.,]\d+)?/g;
/** What people write beside the numbers: separators, degrees, north and east in both languages. */
const BESIDE = /^[\s\d.,;+\-°NEÖ]*$/i;

/**
 * Reads a border that was written or pasted: GeoJSON, or one corner a line, latitude and longitude in any order, with
 * point or comma.
 *
 * @param {string} text
 * @param {number[]} box west, south, east, north of the municipality: tells which number is which
 * @returns {Shape}
 * @throws {Error} if it is none
 */
export function readShape(text, box) {
  const shape = /^\s*[{[]/.test(text) ? ofJson(JSON.parse(text)) : [[open(corners(text, box))]];
  if (shape.length === 0 || shape.some((rings) => rings.some((ring) => ring.length < FEWEST || !ring.every(isOnEarth)))) {
    throw new Error('no polygon');
  }
  return shape;
}

/** What {@link readShape} reads: a line for each corner, or GeoJSON for what has holes or islands. @param {Shape} shape */
export function writeShape(shape) {
  if (shape.length === 0) return '';
  if (shape.length > 1 || shape[0].length > 1) return JSON.stringify(toGeometry(shape));
  return shape[0][0].map(([lon, lat]) => `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`).join('\n');
}

/** All polygons in any GeoJSON, or a bare list of positions. @param {any} json @returns {Shape} */
function ofJson(json) {
  if (Array.isArray(json)) return [[open(json)]];
  switch (json?.type) {
    case 'FeatureCollection': return json.features.flatMap(ofJson);
    case 'Feature': return ofJson(json.geometry);
    case 'GeometryCollection': return json.geometries.flatMap(ofJson);
    case 'Polygon': case 'MultiPolygon': return ofGeometry(json);
    default: throw new Error('no polygon');
  }
}

/** @param {string} text @param {number[]} box @returns {Corner[]} */
function corners(text, box) {
  const pairs = text.split('\n').filter((line) => line.trim() !== '').map(pair);
  const swapped = pairs.map(([one, other]) => /** @type {Corner} */ ([other, one]));
  return inside(pairs, box) > inside(swapped, box) ? pairs : swapped;
}

/** @param {string} line @returns {Corner} */
function pair(line) {
  const numbers = (line.match(NUMBER) ?? []).map((text) => Number(text.replace(',', '.')));
  if (!BESIDE.test(line) || numbers.length !== 2) throw new Error('no corner');
  return [numbers[0], numbers[1]];
}

/** How many lie in a box and a degree around it. @param {Corner[]} places @param {number[]} box */
function inside(places, [west, south, east, north]) {
  return places.filter(([lon, lat]) => lon > west - 1 && lon < east + 1 && lat > south - 1 && lat < north + 1).length;
}

/** @param {Corner} corner */
function isOnEarth([lon, lat]) {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
