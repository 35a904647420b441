import { COLOURS, isLit, landColour, LIT_ZOOM, roadClass, roadWidth } from './base-style.js';

/** @typedef {import('../tiles/mvt.js').Feature} Feature */
/** @typedef {import('./canvas-tiles.js').Brush} Brush */

const BUILDING_ZOOM = 14;
const LAMP_ZOOM = 17;

/**
 * Paints one tile of the base map: ground first, ways last, all features of one class in one path.
 *
 * @param {import('../tiles/tile-store.js').Tile} tile
 * @param {Brush} brush
 * @param {import('./base-style.js').Theme} theme
 */
export function paintBase(tile, brush, theme) {
  const colours = COLOURS[theme];
  const { context, size } = brush;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, size, size);
  paintLand(tile, brush, colours);
  const water = tile.get('water');
  if (water) paintWater(water.features, water.extent, brush, colours.water);
  const buildings = tile.get('buildings');
  if (buildings && brush.zoom >= BUILDING_ZOOM) {
    const path = trace(buildings.features, buildings.extent, brush, true);
    context.fillStyle = colours.building;
    context.fill(path, 'evenodd');
    context.strokeStyle = colours.buildingEdge;
    context.lineWidth = 0.7;
    context.stroke(path);
  }
  paintRoads(tile, brush, colours);
  paintLamps(tile, brush, colours);
}

/** @param {import('../tiles/tile-store.js').Tile} tile @param {Brush} brush @param {Record<string, string>} colours */
function paintLand(tile, brush, colours) {
  const land = tile.get('landuse');
  if (!land) return;
  // wide areas first, so that a playground is seen in its park
  for (const name of ['built', 'industry', 'farm', 'forest', 'park', 'school', 'square', 'parking', 'pitch']) {
    const some = land.features.filter((feature) => landColour(feature.properties.kind) === name && feature.type === 3);
    if (some.length === 0) continue;
    brush.context.fillStyle = colours[name];
    brush.context.fill(trace(some, land.extent, brush, true), 'evenodd');
  }
}

/** @param {Feature[]} features @param {number} extent @param {Brush} brush @param {string} colour */
function paintWater(features, extent, brush, colour) {
  const { context, zoom } = brush;
  context.fillStyle = colour;
  context.fill(trace(features.filter((feature) => feature.type === 3), extent, brush, true), 'evenodd');
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, 3 * 1.5 ** (zoom - 15));
  context.stroke(trace(features.filter((feature) => feature.type === 2), extent, brush, false));
}

/** @param {import('../tiles/tile-store.js').Tile} tile @param {Brush} brush @param {Record<string, string>} colours */
function paintRoads(tile, brush, colours) {
  const layer = tile.get('roads');
  if (!layer) return;
  const { context, zoom } = brush;
  /** @type {Record<string, Feature[]>} */
  const classes = { rail: [], path: [], steps: [], minor: [], major: [] };
  for (const feature of layer.features) classes[roadClass(feature.properties)].push(feature);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const paths = Object.entries(classes)
    .filter(([, features]) => features.length > 0)
    .map(([name, features]) => ({ name, path: trace(features, layer.extent, brush, false) }));
  for (const { name, path } of paths) {
    if (name === 'minor' || name === 'major') line(context, path, colours.casing, roadWidth(name, zoom) + 1.6);
  }
  for (const { name, path } of paths) {
    const width = roadWidth(name, zoom);
    if (name === 'path') line(context, path, colours.path, width, [4, 2.5]);
    else if (name === 'steps') line(context, path, colours.steps, width + 1, [1.5, 1.5]);
    else if (name === 'rail') line(context, path, colours.rail, width, [8, 3]);
    else line(context, path, colours[name], width);
  }
  if (zoom >= LIT_ZOOM) paintLight(layer, brush, colours);
}

/** @param {import('../tiles/tile-store.js').Tile} tile @param {Brush} brush @param {Record<string, string>} colours */
function paintLamps(tile, brush, colours) {
  const pois = tile.get('pois');
  if (!pois || brush.zoom < LAMP_ZOOM) return;
  const { scale, dx, dy } = brush.place(pois.extent);
  for (const { properties, parts } of pois.features) {
    if (properties.kind !== 'street_lamp') continue;
    brush.context.beginPath();
    brush.context.arc(parts[0][0] * scale + dx, parts[0][1] * scale + dy, 2.4, 0, 2 * Math.PI);
    brush.context.fillStyle = colours.lit;
    brush.context.fill();
  }
}

/**
 * Lamps are what this map is about: a warm line where there are some, a dashed one where there are known to be none.
 *
 * @param {import('../tiles/mvt.js').Layer} layer
 * @param {Brush} brush
 * @param {Record<string, string>} colours
 */
function paintLight(layer, brush, colours) {
  const width = Math.max(1.2, 1.5 * 1.25 ** (brush.zoom - 16));
  const ways = layer.features.filter((feature) => roadClass(feature.properties) !== 'rail');
  const lit = ways.filter((feature) => isLit(feature.properties) === true);
  const unlit = ways.filter((feature) => isLit(feature.properties) === false);
  brush.context.globalAlpha = 0.75;
  line(brush.context, trace(lit, layer.extent, brush, false), colours.lit, width);
  brush.context.globalAlpha = 1;
  line(brush.context, trace(unlit, layer.extent, brush, false), colours.unlit, width + 0.4, [5, 4]);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Path2D} path
 * @param {string} colour
 * @param {number} width
 * @param {number[]} [dashes]
 */
function line(context, path, colour, width, dashes = []) {
  context.setLineDash(dashes);
  context.lineCap = dashes.length > 0 ? 'butt' : 'round';
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
  context.setLineDash([]);
}

/**
 * @param {Feature[]} features
 * @param {number} extent
 * @param {Brush} brush
 * @param {boolean} closed
 * @returns {Path2D}
 */
function trace(features, extent, brush, closed) {
  const { scale, dx, dy } = brush.place(extent);
  const path = new Path2D();
  for (const feature of features) {
    if (feature.type === 1) continue;
    for (const part of feature.parts) {
      for (let i = 0; i < part.length; i += 2) {
        const x = part[i] * scale + dx;
        const y = part[i + 1] * scale + dy;
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      if (closed) path.closePath();
    }
  }
  return path;
}
