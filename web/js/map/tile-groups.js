import { isLink, isLit, landColour, levelOf, roadClass } from './base-style.js';

/** @typedef {import('../tiles/mvt.js').Feature} Feature */
/** @typedef {import('../tiles/mvt.js').Layer} Layer */

/**
 * Features that are drawn alike: one path, filled or stroked once.
 *
 * @typedef {object} Group
 * @property {Feature[]} features
 * @property {Float64Array} boxes left, top, right, bottom of each feature in units of the tile
 *
 * @typedef {Group & {road: import('./base-style.js').RoadClass, level: 'tunnel' | 'ground' | 'bridge', link: boolean, lit: boolean | null}} RoadGroup
 */

/** @type {WeakMap<Layer, Map<string, Group>>} */
const LAND = new WeakMap();
/** @type {WeakMap<Layer, RoadGroup[]>} */
const ROADS = new WeakMap();
/** @type {WeakMap<Layer, Map<number, Group>>} */
const SHAPES = new WeakMap();

/** The areas of a layer by colour; sorted once in the life of a tile. @param {Layer} layer */
export function landGroups(layer) {
  return once(LAND, layer, () => grouped(layer.features.filter(({ type }) => type === 3), ({ properties }) => landColour(properties) ?? ''));
}

/** The features of a layer by their type: 1 point, 2 line, 3 polygon. @param {Layer} layer */
export function shapeGroups(layer) {
  return once(SHAPES, layer, () => grouped(layer.features, ({ type }) => type));
}

/** The ways of a layer by class, level and light. @param {Layer} layer @returns {RoadGroup[]} */
export function roadGroups(layer) {
  return once(ROADS, layer, () => {
    const lines = layer.features.filter(({ type }) => type === 2);
    const groups = grouped(lines, ({ properties }) =>
      [roadClass(properties).name, levelOf(properties), isLink(properties), isLit(properties)].join());
    return [...groups.values()].map((group) => {
      const { properties } = group.features[0];
      return { ...group, road: roadClass(properties), level: levelOf(properties), link: isLink(properties), lit: isLit(properties) };
    });
  });
}

/**
 * @template T
 * @param {WeakMap<Layer, T>} kept
 * @param {Layer} layer
 * @param {() => T} make
 * @returns {T}
 */
function once(kept, layer, make) {
  const known = kept.get(layer);
  if (known) return known;
  const made = make();
  kept.set(layer, made);
  return made;
}

/**
 * @template K
 * @param {Feature[]} features
 * @param {(feature: Feature) => K} key
 * @returns {Map<K, Group>}
 */
function grouped(features, key) {
  /** @type {Map<K, Feature[]>} */
  const lists = new Map();
  for (const feature of features) {
    const name = key(feature);
    const list = lists.get(name);
    if (list) list.push(feature);
    else lists.set(name, [feature]);
  }
  return new Map([...lists].map(([name, list]) => [name, { features: list, boxes: boxesOf(list) }]));
}

/** @param {Feature[]} features */
function boxesOf(features) {
  const boxes = new Float64Array(4 * features.length);
  features.forEach((feature, index) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const part of feature.parts) {
      for (let i = 0; i < part.length; i += 2) {
        left = Math.min(left, part[i]);
        right = Math.max(right, part[i]);
        top = Math.min(top, part[i + 1]);
        bottom = Math.max(bottom, part[i + 1]);
      }
    }
    boxes.set([left, top, right, bottom], 4 * index);
  });
  return boxes;
}

/**
 * One path of all features of a group that reach into a tile: at high zooms a parent tile holds much more than that.
 *
 * @param {Group} group
 * @param {number} extent
 * @param {import('./canvas-tiles.js').Brush} brush
 * @param {number} [reach] pixels that a stroke may be wide
 * @returns {Path2D | null} null if there is nothing
 */
export function trace(group, extent, brush, reach = 2) {
  const { scale, dx, dy } = brush.place(extent);
  const [left, top] = [(-reach - dx) / scale, (-reach - dy) / scale];
  const [right, bottom] = [(brush.size + reach - dx) / scale, (brush.size + reach - dy) / scale];
  const { boxes } = group;
  /** @type {Path2D | null} */
  let path = null;
  group.features.forEach((feature, index) => {
    const at = 4 * index;
    if (boxes[at] > right || boxes[at + 2] < left || boxes[at + 1] > bottom || boxes[at + 3] < top) return;
    path ??= new Path2D();
    for (const part of feature.parts) addPart(path, part, scale, dx, dy, feature.type === 3);
  });
  return path;
}

/** @param {Path2D} path @param {number[]} part @param {number} scale @param {number} dx @param {number} dy @param {boolean} closed */
function addPart(path, part, scale, dx, dy, closed) {
  path.moveTo(part[0] * scale + dx, part[1] * scale + dy);
  for (let i = 2; i < part.length; i += 2) path.lineTo(part[i] * scale + dx, part[i + 1] * scale + dy);
  if (closed) path.closePath();
}
