import { levelOf, roadClass } from './base-style.js';
import { clipLine, joinLines } from './label-chains.js';
import { poiStyle } from './poi-style.js';

/** @typedef {import('../tiles/mvt.js').Feature} Feature */
/** @typedef {import('./canvas-tiles.js').CanvasTiles} CanvasTiles */

/**
 * A name that wants to be on the map; inks are names of colours.
 *
 * @typedef {object} Wish
 * @property {string} text
 * @property {number} rank the highest is placed first
 * @property {number} size of the letters, in pixels
 * @property {number} weight
 * @property {string} ink
 * @property {number} x of a point, in pixels of the world
 * @property {number} y
 * @property {string | null} [shape] an icon above the name
 * @property {boolean} [italic]
 * @property {boolean} [plate] the number of a road, on a plate of its own
 * @property {import('./label-chains.js').Chain} [chain] what the name runs along; x and y mean nothing then
 *
 * @typedef {Omit<Wish, 'x' | 'y'>} LineWish
 */

const NUMBER_ZOOM = 18;
const POI_TEXT_ZOOM = 15;

/** From which zoom to which, size and weight, most important first. @type {Record<string, [number, number, number, number, string]>} */
const PLACES = {
  city: [4, 14, 17, 650, 'ink'], town: [7, 15, 16, 650, 'ink'], village: [10, 16, 14, 620, 'ink'],
  suburb: [11, 16, 13, 600, 'faint'], borough: [11, 16, 13, 600, 'faint'], quarter: [12, 17, 12.5, 600, 'faint'],
  neighbourhood: [13, 17, 12, 600, 'faint'], hamlet: [13, 17, 12, 600, 'faint'],
};
const PLACE_ORDER = Object.keys(PLACES);

/** All names that the tiles on the screen hold for a zoom. @param {CanvasTiles} base @param {number} zoom @returns {Wish[]} */
export function wishes(base, zoom) {
  return [
    ...points(base, 'places', zoom, placeWish), ...points(base, 'pois', zoom, poiWish), ...points(base, 'water', zoom, waterWish),
    ...areas(base, zoom), ...lines(base, zoom), ...(zoom >= NUMBER_ZOOM ? points(base, 'buildings', zoom, numberWish) : []),
  ];
}

/**
 * @param {CanvasTiles} base
 * @param {string} layer
 * @param {number} zoom
 * @param {(feature: Feature, zoom: number) => Omit<Wish, 'x' | 'y'> | null} wish
 * @returns {Wish[]}
 */
function points(base, layer, zoom, wish) {
  /** @type {Map<string, Wish>} */
  const found = new Map();
  for (const { feature, to } of base.features(layer, zoom)) {
    const made = feature.type === 1 && feature.parts.length > 0 ? wish(feature, zoom) : null;
    if (!made) continue;
    const [x, y] = to(0);
    // once, though it may lie in the margins of several tiles
    found.set(`${made.text} ${made.shape} ${Math.round(x / 8)} ${Math.round(y / 8)}`, { ...made, x, y });
  }
  return [...found.values()];
}

/** @param {Feature} feature @param {number} zoom */
function placeWish({ properties }, zoom) {
  const kind = [properties.kind_detail, properties.kind].map(String).find((name) => PLACES[name]) ?? 'neighbourhood';
  const [from, to, size, weight, ink] = PLACES[kind];
  if (!properties.name || zoom < from || zoom > to) return null;
  const known = Number(properties.population_rank ?? 0);
  return { text: String(properties.name), rank: 900 - 20 * PLACE_ORDER.indexOf(kind) + known, size, weight, ink };
}

/** @param {Feature} feature @param {number} zoom */
function poiWish({ properties }, zoom) {
  const style = poiStyle(properties);
  if (!style) return null;
  // the service knows how great a park is, and with it from which zoom it is worth a name
  if (zoom < Math.max(style.zoom, Number(properties.min_zoom ?? 0))) return null;
  const text = zoom >= POI_TEXT_ZOOM || style.rank >= 54 ? String(properties.name ?? '') : '';
  if (text === '' && style.shape === null) return null;
  return { text, rank: 300 + 5 * style.rank, size: 11, weight: 560, ink: style.ink, shape: style.shape };
}

/** @param {Feature} feature @param {number} zoom */
function waterWish({ properties }, zoom) {
  if (!properties.name || zoom < Number(properties.min_zoom ?? 0)) return null;
  return { text: String(properties.name), rank: 640, size: 12, weight: 520, ink: 'waterInk', italic: true };
}

/** @param {Feature} feature */
function numberWish({ properties }) {
  const number = properties.addr_housenumber ?? properties.housenumber;
  return number === undefined ? null : { text: String(number), rank: 20, size: 10.5, weight: 500, ink: 'numberInk' };
}

/** Areas that carry their own name. @param {CanvasTiles} base @param {number} zoom @returns {Wish[]} */
function areas(base, zoom) {
  /** @type {Map<string, Wish>} */
  const found = new Map();
  for (const [layer, ink] of [['water', 'waterInk'], ['landuse', 'faint']]) {
    for (const { feature, to } of base.features(layer, zoom)) {
      if (feature.type !== 3 || !feature.properties.name) continue;
      const { x, y, width } = middle(feature, to);
      const text = String(feature.properties.name);
      const known = found.get(text);
      const rank = Math.min(250, width / 4);
      if (width < 60 || zoom < 14 || (known && known.rank >= rank)) continue;
      found.set(text, { text, x, y, rank, size: 11, weight: 520, ink, italic: ink === 'waterInk' });
    }
  }
  return [...found.values()];
}

/** @param {Feature} feature @param {(index: number) => [number, number]} to */
function middle(feature, to) {
  const count = feature.parts[0].length / 2;
  let [x, y, least, most] = [0, 0, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const [px, py] = to(i);
    x += px / count;
    y += py / count;
    least = Math.min(least, px);
    most = Math.max(most, px);
  }
  return { x, y, width: most - least };
}

/** Names of streets and streams, and numbers of roads. @param {CanvasTiles} base @param {number} zoom @returns {Wish[]} */
function lines(base, zoom) {
  /** @type {Map<string, {wish: LineWish, pieces: number[][]}>} */
  const named = new Map();
  for (const [layer, wish] of /** @type {[string, (feature: Feature, zoom: number) => LineWish | null][]} */ ([
    ['roads', streetWish], ['roads', plateWish], ['water', streamWish]])) {
    for (const { layer: tile, scale, left, top } of base.layers(layer, zoom)) {
      for (const feature of tile.features) {
        const made = feature.type === 2 ? wish(feature, zoom) : null;
        if (!made) continue;
        const key = `${made.plate} ${made.text}`;
        const entry = named.get(key) ?? { wish: made, pieces: /** @type {number[][]} */ ([]) };
        entry.wish = made.rank > entry.wish.rank ? made : entry.wish;
        named.set(key, entry);
        for (const part of feature.parts) {
          for (const piece of clipLine(part, tile.extent)) {
            entry.pieces.push(piece.map((unit, i) => unit * scale + (i % 2 === 0 ? left : top)));
          }
        }
      }
    }
  }
  return [...named.values()].flatMap(({ wish, pieces }) =>
    joinLines(pieces).map((chain) => ({ ...wish, x: 0, y: 0, rank: wish.rank + Math.min(60, chain.length / 20), chain })));
}

/** @param {Feature} feature @param {number} zoom */
function streetWish({ properties }, zoom) {
  if (!properties.name) return null;
  const { name, shape, named } = roadClass(properties);
  if (zoom < named) return null;
  const great = /motorway|trunk|primary|secondary|tertiary/.test(name);
  const small = shape === 'path' || name === 'service' || name === 'aisle';
  const rank = (great ? 560 : small ? 150 : 400) + (levelOf(properties) === 'tunnel' ? 5 : 0);
  const size = (great ? 12 : 11) + (zoom >= 17 ? 1 : 0) - (small ? 0.5 : 0);
  return { text: String(properties.name), rank, size, weight: great ? 560 : 500, ink: small ? 'faint' : 'ink' };
}

/** @param {Feature} feature @param {number} zoom */
function plateWish({ properties }, zoom) {
  const { name } = roadClass(properties);
  if (!properties.ref || zoom > 16 || !/motorway|trunk|primary|secondary/.test(name)) return null;
  const text = String(properties.ref).split(';')[0].trim();
  return { text, rank: 700, size: 10.5, weight: 650, ink: /^E ?\d/.test(text) ? 'european' : 'national', plate: true };
}

/** @param {Feature} feature @param {number} zoom */
function streamWish({ properties }, zoom) {
  if (!properties.name || zoom < 13 || properties.is_tunnel === true) return null;
  return { text: String(properties.name), rank: 500, size: 11.5, weight: 520, ink: 'waterInk', italic: true };
}
