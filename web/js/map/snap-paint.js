import { iconPath } from '../icons.js';

/** The layer in the tiles. */
export const SNAP_POINTS = 'snap-points';

/** @type {Record<import('./base-colours.js').Theme, {fill: string, edge: string}>} */
const COLOURS = { light: { fill: '#1d2830', edge: '#ffffff' }, dark: { fill: '#f3f0e9', edge: '#0b0f12' } };

/** The box that icons are drawn in. */
const BOX = 15;
/** In pixels: wide enough to be told from the shapes beside it, narrow enough for a whole town. */
const EDGE = 1.5;
const CLOSE_ZOOM = 15;

/** Half the width of a symbol, in pixels. @param {number} zoom */
export function snapRadius(zoom) {
  return zoom < CLOSE_ZOOM ? 5 : 7;
}

/**
 * Paints the snap points of a tile, each kind with a shape of its own.
 *
 * @param {import('../tiles/tile-store.js').Tile} tile
 * @param {import('./canvas-tiles.js').Brush} brush
 * @param {import('./base-colours.js').Theme} theme
 */
export function paintSnapPoints(tile, brush, theme) {
  const layer = tile.get(SNAP_POINTS);
  if (!layer) return;
  const { context } = brush;
  const { scale, dx, dy } = brush.place(layer.extent);
  const radius = snapRadius(brush.zoom);
  const enlarged = (2 * radius) / BOX;
  context.fillStyle = COLOURS[theme].fill;
  context.strokeStyle = COLOURS[theme].edge;
  context.lineJoin = 'round';
  context.lineWidth = (2 * EDGE) / enlarged;
  for (const { properties, parts } of layer.features) {
    const [x, y] = parts[0];
    const shape = iconPath(`snap-${properties.kind}`);
    context.save();
    context.translate(x * scale + dx - radius, y * scale + dy - radius);
    context.scale(enlarged, enlarged);
    context.stroke(shape);
    context.fill(shape);
    context.restore();
  }
}
