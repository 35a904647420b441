import { LIT_ZOOM } from './base-style.js';

/** @typedef {import('./canvas-tiles.js').Brush} Brush */
/** @typedef {Record<string, string>} Colours */

const GLOW_PIXELS = 7;
const EDGE_PIXELS = 5;

/**
 * Lamps are what this map is about: a warm glow along a way that has some, a broken dark edge where there are known to be
 * none, nothing where nobody knows. Both lie beside the way, so that it and its name stay readable.
 *
 * @param {import('./road-paint.js').Way[]} ways
 * @param {Brush} brush
 * @param {Colours} colours
 */
export function paintLight(ways, { context, zoom }, colours) {
  const streets = ways.filter(({ road, lit }) => road.shape !== 'rail' && road.name !== 'ferry' && lit !== null);
  const grow = 1.2 ** (zoom - LIT_ZOOM);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { path, width } of streets.filter(({ lit }) => lit)) {
    context.strokeStyle = colours.lit;
    for (const [share, alpha] of [[1, 0.28], [0.6, 0.42]]) {
      context.globalAlpha = alpha;
      context.lineWidth = width + GLOW_PIXELS * grow * share;
      context.stroke(path);
    }
  }
  context.globalAlpha = 1;
  context.lineCap = 'butt';
  context.setLineDash([5 * grow, 4 * grow]);
  for (const { path, width } of streets.filter(({ lit }) => !lit)) {
    context.strokeStyle = colours.unlit;
    context.lineWidth = width + EDGE_PIXELS * grow;
    context.stroke(path);
  }
  context.setLineDash([]);
  // what is between the two edges is the way itself
  for (const { path, width, road } of streets.filter(({ lit }) => !lit)) {
    context.strokeStyle = road.shape === 'path' ? colours.under : colours.casing;
    context.lineWidth = width + (EDGE_PIXELS - 2.6) * grow;
    context.stroke(path);
  }
}

/**
 * A lamp as a small sun with a dark rim: seen on pale ground and, closer, with the light it throws.
 *
 * @param {import('../tiles/tile-store.js').Tile} tile
 * @param {Brush} brush
 * @param {Colours} colours
 */
export function paintLamps(tile, { context, zoom, size, place }, colours) {
  const layer = tile.get('pois');
  if (!layer || zoom < LIT_ZOOM) return;
  const { scale, dx, dy } = place(layer.extent);
  const radius = 2.1 * 1.25 ** (zoom - LIT_ZOOM);
  const halo = zoom >= 17 ? radius * 3 : 0;
  const places = layer.features
    .filter(({ properties }) => properties.kind === 'street_lamp')
    .map(({ parts }) => [parts[0][0] * scale + dx, parts[0][1] * scale + dy])
    .filter(([x, y]) => x > -halo && y > -halo && x < size + halo && y < size + halo);
  if (places.length === 0) return;
  context.fillStyle = colours.lit;
  context.globalAlpha = 0.25;
  if (halo > 0) discs(context, places, halo);
  context.globalAlpha = 1;
  context.fillStyle = colours.lampEdge;
  discs(context, places, radius + 1);
  context.fillStyle = colours.lamp;
  discs(context, places, radius);
}

/** @param {CanvasRenderingContext2D} context @param {number[][]} places @param {number} radius */
function discs(context, places, radius) {
  context.beginPath();
  for (const [x, y] of places) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
}
