import { LIT_ZOOM, ROAD_ORDER, roadWidth } from './base-style.js';
import { paintLight } from './light-paint.js';
import { roadGroups, trace } from './tile-groups.js';

/** @typedef {import('./canvas-tiles.js').Brush} Brush */
/** @typedef {Record<string, string>} Colours */
/** @typedef {import('./tile-groups.js').RoadGroup & {path: Path2D, width: number}} Way a group as it lies on one tile */

const LEVELS = /** @type {const} */ (['tunnel', 'ground', 'bridge']);
/** Of a ramp, in widths of the road that it leads to. */
const LINK_SHARE = 0.65;
/** Below this width a road is one line, for a casing would be all that is seen. */
const LEAST_CASED = 1.7;
const TIES_ZOOM = 15;
const REACH = 16;

/**
 * Paints ways by the level they run on: what is below is painted first. In a level first all casings, so that crossings
 * are open, then paths, roads from the least to the greatest, rails.
 *
 * @param {import('../tiles/tile-store.js').Tile} tile
 * @param {Brush} brush
 * @param {Colours} colours
 */
export function paintRoads(tile, brush, colours) {
  const layer = tile.get('roads');
  if (!layer) return;
  const ways = waysOf(layer, brush);
  if (brush.zoom >= LIT_ZOOM) paintLight(ways, brush, colours);
  for (const level of LEVELS) {
    const some = ways.filter((way) => way.level === level);
    if (level === 'bridge') some.forEach((way) => bridge(brush.context, way, colours));
    some.forEach((way) => casing(brush.context, way, colours));
    brush.context.globalAlpha = level === 'tunnel' ? 0.55 : 1;
    some.forEach((way) => body(brush, way, colours));
    brush.context.globalAlpha = 1;
  }
}

/** @param {import('../tiles/mvt.js').Layer} layer @param {Brush} brush @returns {Way[]} */
function waysOf(layer, brush) {
  const ways = [];
  for (const group of roadGroups(layer)) {
    const path = trace(group, layer.extent, brush, REACH + roadWidth(group.road, brush.zoom));
    if (path) ways.push({ ...group, path, width: roadWidth(group.road, brush.zoom) * (group.link ? LINK_SHARE : 1) });
  }
  return ways.sort((a, b) => ROAD_ORDER.indexOf(a.road.name) - ROAD_ORDER.indexOf(b.road.name));
}

/** The edges of a bridge, darker than those of a road on the ground. @param {CanvasRenderingContext2D} context @param {Way} way @param {Colours} colours */
function bridge(context, { road, path, width }, colours) {
  if (width < 1) return;
  const deck = road.shape === 'road' ? width : width + 4;
  stroke(context, path, colours.bridge, deck + 3.2, { cap: 'butt' });
  if (road.shape !== 'road') stroke(context, path, colours.under, deck + 1, { cap: 'butt' });
}

/** @param {CanvasRenderingContext2D} context @param {Way} way @param {Colours} colours */
function casing(context, { road, path, width, level }, colours) {
  if (level === 'bridge' || (road.shape !== 'road' && !(road.shape === 'path' && level === 'tunnel'))) return;
  const edge = MAIN.has(road.name) ? colours.mainCasing : colours.casing;
  if (level === 'tunnel') {
    const room = road.shape === 'path' ? width + 4.5 : width + 2;
    stroke(context, path, colours.bridge, room, { cap: 'butt', dashes: [4, 3] });
    stroke(context, path, colours.under, room - 2, { cap: 'butt' });
  } else if (width >= LEAST_CASED) stroke(context, path, edge, width + 1.7);
}

const MAIN = new Set(['motorway', 'trunk', 'primary', 'secondary']);

/** @param {Brush} brush @param {Way} way @param {Colours} colours */
function body({ context, zoom }, { road, path, width }, colours) {
  if (road.shape === 'path') {
    const halo = road.name !== 'ferry' && zoom >= 16;
    if (halo) stroke(context, path, colours.under, width + 2.4);
    stroke(context, path, colours[road.colour], width, { dashes: (road.dashes ?? []).map((dash) => dash * Math.max(1, width)), cap: 'butt' });
  } else if (road.shape === 'rail') {
    stroke(context, path, colours[road.colour], width, { cap: 'butt' });
    const ties = road.name === 'rail' && zoom >= TIES_ZOOM;
    if (ties) stroke(context, path, colours.railTie, width - 1.1, { dashes: [5, 5], cap: 'butt' });
  } else {
    const thin = width < LEAST_CASED;
    stroke(context, path, thin && !MAIN.has(road.name) ? colours.casing : colours[road.colour], width);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} width
 * @param {{dashes?: number[], cap?: CanvasLineCap}} [look]
 */
export function stroke(context, path, colour, width, { dashes = [], cap = 'round' } = {}) {
  context.setLineDash(dashes);
  context.lineCap = cap;
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
  context.setLineDash([]);
}
