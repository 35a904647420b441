import { COLOURS } from './base-colours.js';
import { LAND_ORDER } from './base-style.js';
import { paintLamps } from './light-paint.js';
import { paintRoads } from './road-paint.js';
import { landGroups, shapeGroups, trace } from './tile-groups.js';

/** @typedef {import('../tiles/tile-store.js').Tile} Tile */
/** @typedef {import('./canvas-tiles.js').Brush} Brush */
/** @typedef {Record<string, string>} Colours */

const BUILDING_ZOOM = 13;
const EDGE_ZOOM = 15;
const LINE = 2;
const POLYGON = 3;

/** How wide a stream is drawn at zoom 15, in pixels. @type {Record<string, number>} */
const STREAMS = { river: 5, canal: 4, stream: 1.8, ditch: 1, drain: 1 };

/**
 * Paints one tile of the base map: ground first, ways last, all features of one look in one path.
 *
 * @param {Tile} tile
 * @param {Brush} brush
 * @param {import('./base-colours.js').Theme} theme
 */
export function paintBase(tile, brush, theme) {
  const colours = COLOURS[theme];
  const { context, size } = brush;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, size, size);
  paintLand(tile, brush, colours, LAND_ORDER.slice(0, -1));
  paintWater(tile, brush, colours);
  // piers and platforms stand in the water
  paintLand(tile, brush, colours, LAND_ORDER.slice(-1));
  paintBuildings(tile, brush, colours);
  paintRoads(tile, brush, colours);
  paintBoundaries(tile, brush, colours);
  paintLamps(tile, brush, colours);
}

/** @param {Tile} tile @param {Brush} brush @param {Colours} colours @param {string[]} names */
function paintLand(tile, brush, colours, names) {
  const layer = tile.get('landuse');
  if (!layer) return;
  const { context, zoom } = brush;
  const groups = landGroups(layer);
  for (const name of names) {
    const group = groups.get(name);
    const path = group && trace(group, layer.extent, brush);
    if (!path) continue;
    context.fillStyle = colours[name];
    context.fill(path);
    if (name === 'pitch' && zoom >= EDGE_ZOOM) edge(context, path, colours.pitchEdge, 1);
  }
}

/** @param {Tile} tile @param {Brush} brush @param {Colours} colours */
function paintWater(tile, brush, colours) {
  const layer = tile.get('water');
  if (!layer) return;
  const { context, zoom } = brush;
  const groups = shapeGroups(layer);
  const areas = groups.get(POLYGON);
  const filled = areas && trace(areas, layer.extent, brush);
  if (filled) {
    context.fillStyle = colours.water;
    context.fill(filled);
    if (zoom >= EDGE_ZOOM) edge(context, filled, colours.waterLine, 1);
  }
  const lines = groups.get(LINE);
  if (!lines) return;
  for (const [kind, at15] of Object.entries(STREAMS)) {
    const some = pick(lines, ({ properties }) => String(properties.kind) === kind && properties.is_tunnel !== true && properties.tunnel !== true);
    const path = trace(some, layer.extent, brush, 8);
    if (path) edge(context, path, colours.water, Math.max(0.8, at15 * 1.5 ** (zoom - 15)));
  }
}

/** @param {import('./tile-groups.js').Group} group @param {(feature: import('../tiles/mvt.js').Feature) => boolean} test */
function pick({ features, boxes }, test) {
  /** @type {number[]} */
  const kept = [];
  features.forEach((feature, index) => {
    if (test(feature)) kept.push(index);
  });
  return {
    features: kept.map((index) => features[index]),
    boxes: Float64Array.from(kept.flatMap((index) => [...boxes.subarray(4 * index, 4 * index + 4)])),
  };
}

/** @param {Tile} tile @param {Brush} brush @param {Colours} colours */
function paintBuildings(tile, brush, colours) {
  const layer = tile.get('buildings');
  if (!layer || brush.zoom < BUILDING_ZOOM) return;
  const { context, zoom } = brush;
  const group = shapeGroups(layer).get(POLYGON);
  const path = group && trace(group, layer.extent, brush);
  if (!path) return;
  context.globalAlpha = zoom < 14 ? 0.6 : 1;
  context.fillStyle = colours.building;
  context.fill(path);
  if (zoom >= EDGE_ZOOM) edge(context, path, colours.buildingEdge, 0.8);
  context.globalAlpha = 1;
}

/** @param {Tile} tile @param {Brush} brush @param {Colours} colours */
function paintBoundaries(tile, brush, colours) {
  const layer = tile.get('boundaries');
  const lines = layer && shapeGroups(layer).get(LINE);
  if (!lines) return;
  for (const kind of ['locality', 'county', 'region', 'country']) {
    const path = trace(pick(lines, ({ properties }) => String(properties.kind) === kind), layer.extent, brush, 6);
    if (!path) continue;
    brush.context.globalAlpha = 0.6;
    brush.context.setLineDash(kind === 'locality' ? [8, 4, 2, 4] : [12, 3]);
    edge(brush.context, path, colours.boundary, kind === 'country' ? 2.4 : 1.4);
    brush.context.setLineDash([]);
    brush.context.globalAlpha = 1;
  }
}

/** @param {CanvasRenderingContext2D} context @param {Path2D} path @param {string} colour @param {number} width */
function edge(context, path, colour, width) {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}
