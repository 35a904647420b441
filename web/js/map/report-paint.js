import { iconPath } from '../icons.js';

/** @typedef {import('../tiles/mvt.js').Feature} Feature */

/** Okabe and Ito's colours, told apart by colour-blind eyes; an icon always stands beside. @type {Record<string, string>} */
export const GROUP_COLOURS = {
  A: '#0072b2', B: '#d55e00', C: '#009e73', D: '#cc79a7', E: '#5c5c5c', F: '#56b4e9',
};

/** How far a symbol may reach over the edge of its tile, in pixels. */
export const SYMBOL_MARGIN = 12;

const DOT_RADIUS = 9;

/** @param {import('../tiles/mvt.js').Properties} properties */
export function groupOf(properties) {
  const letter = String(properties.cause ?? 'E').charAt(0);
  return GROUP_COLOURS[letter] ? letter : 'E';
}

/** The service says how large a circle may be, so that no two of them overlap. @param {Feature} feature */
export function radiusOf(feature) {
  if (feature.properties.count === undefined) return DOT_RADIUS;
  return Number(feature.properties.radius ?? 15);
}

/**
 * Paints the reports of a tile: a ring with a number for many, a filled dot with an icon for one.
 *
 * @param {import('../tiles/tile-store.js').Tile} tile
 * @param {import('./canvas-tiles.js').Brush} brush
 * @param {import('./base-colours.js').Theme} theme
 */
export function paintReports(tile, brush, theme) {
  const layer = tile.get('reports');
  if (!layer) return;
  const { context } = brush;
  const { scale, dx, dy } = brush.place(layer.extent);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const feature of layer.features) {
    for (const part of feature.parts) {
      for (let i = 0; i < part.length; i += 2) {
        const paint = feature.properties.count === undefined ? paintOne : paintMany;
        paint(context, feature, part[i] * scale + dx, part[i + 1] * scale + dy, theme);
      }
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Feature} feature
 * @param {number} x
 * @param {number} y
 * @param {import('./base-colours.js').Theme} theme
 */
function paintMany(context, feature, x, y, theme) {
  const count = Number(feature.properties.count);
  const radius = radiusOf(feature);
  circle(context, x, y, radius);
  context.fillStyle = theme === 'dark' ? 'rgb(24 31 38 / 0.88)' : 'rgb(255 255 255 / 0.9)';
  context.fill();
  context.lineWidth = 2.6;
  context.strokeStyle = GROUP_COLOURS[groupOf(feature.properties)];
  context.stroke();
  context.fillStyle = theme === 'dark' ? '#eef3f6' : '#1d2830';
  context.font = `600 ${radius > 16 ? 12.5 : 11}px Inter, system-ui, sans-serif`;
  context.fillText(count > 9999 ? `${Math.round(count / 1000)}k` : String(count), x, y + 0.5);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Feature} feature
 * @param {number} x
 * @param {number} y
 */
function paintOne(context, feature, x, y) {
  const group = groupOf(feature.properties);
  circle(context, x, y, DOT_RADIUS);
  context.fillStyle = GROUP_COLOURS[group];
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.save();
  context.translate(x - 5.25, y - 5.25);
  context.scale(0.7, 0.7);
  context.fillStyle = group === 'D' || group === 'F' ? '#14202a' : '#ffffff';
  context.fill(iconPath(group), 'evenodd');
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius */
function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
