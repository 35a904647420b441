import { COLOURS, roadClass } from './base-style.js';
import { L } from './leaflet.js';

/** @typedef {{text: string, x: number, y: number, angle: number, size: number, weight: number, colour: string, rank: number}} Label */
/** @typedef {[number, number, number, number]} Box left, top, right, bottom */

const DELAY_MS = 120;
const FONT = 'Inter, system-ui, sans-serif';

/**
 * The names of the base map, on one canvas over all tiles: a name is never cut by a tile's edge, and two never overlap.
 */
export class Labels extends L.Layer {
  /**
   * @param {import('./canvas-tiles.js').CanvasTiles} base
   * @param {() => import('./base-style.js').Theme} theme
   * @param {() => Box[]} obstacles what a name must not lie under, in pixels of the map
   */
  constructor(base, theme, obstacles) {
    super({ pane: 'labels' });
    this.base = base;
    this.theme = theme;
    this.obstacles = obstacles;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'labels';
    this.timer = 0;
  }

  /** @param {any} map */
  onAdd(map) {
    this.map = map;
    map.getPane('labels').append(this.canvas);
    map.on('moveend zoomend resize', this.later, this);
    map.on('zoomstart', this.clear, this);
    this.later();
  }

  /** @param {any} map */
  onRemove(map) {
    this.canvas.remove();
    map.off('moveend zoomend resize', this.later, this);
    map.off('zoomstart', this.clear, this);
  }

  clear() {
    this.canvas.hidden = true;
  }

  /** Draws when the map has been still for a moment. */
  later() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.draw(), DELAY_MS);
  }

  draw() {
    const context = this.canvas.getContext('2d');
    if (!context || !this.canvas.isConnected) return;
    const { x: width, y: height } = this.map.getSize();
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    L.DomUtil.setPosition(this.canvas, this.map.containerPointToLayerPoint([0, 0]));
    this.canvas.hidden = false;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintLabels(context, this.collect(width, height), COLOURS[this.theme()].halo, this.obstacles());
  }

  /** @param {number} width @param {number} height @returns {Label[]} most important first */
  collect(width, height) {
    const zoom = this.map.getZoom();
    const origin = this.map.getPixelBounds().min;
    const colours = COLOURS[this.theme()];
    /** @type {Map<string, Label>} */
    const found = new Map();
    for (const name of ['places', 'pois', 'water', 'landuse', 'roads']) {
      for (const { feature, to } of this.base.features(name, zoom)) {
        const label = feature.properties.name ? labelOf(name, feature, to, zoom, colours) : null;
        if (!label) continue;
        label.x -= origin.x;
        label.y -= origin.y;
        const seen = label.x > 0 && label.y > 0 && label.x < width && label.y < height;
        const key = `${name} ${label.text}`;
        const other = found.get(key);
        if (seen && (!other || other.rank < label.rank)) found.set(key, label);
      }
    }
    return [...found.values()].sort((a, b) => b.rank - a.rank || a.text.localeCompare(b.text));
  }
}

/**
 * @param {string} layer
 * @param {import('../tiles/mvt.js').Feature} feature
 * @param {(index: number, part?: number) => [number, number]} to
 * @param {number} zoom
 * @param {Record<string, string>} colours
 * @returns {Label | null}
 */
function labelOf(layer, feature, to, zoom, colours) {
  const text = String(feature.properties.name);
  const common = { text, angle: 0, size: 11, weight: 500, colour: colours.faint, rank: 0 };
  if (layer === 'roads') return zoom >= 15 ? roadLabel(feature, to, zoom, { ...common, x: 0, y: 0 }) : null;
  if (feature.parts.length === 0) return null;
  const [x, y] = feature.type === 1 ? to(0) : middle(feature, to);
  if (layer === 'places') return placeLabel({ ...common, x, y }, feature.properties, zoom, colours);
  if (layer === 'pois') return zoom >= 15 ? { ...common, x, y, weight: 600, colour: colours.ink, rank: 4000 } : null;
  const wide = span(feature, to) > 60;
  if (layer === 'water') return wide ? { ...common, x, y, weight: 500, colour: colours.waterInk, rank: 3000 } : null;
  return wide && zoom >= 14 ? { ...common, x, y, rank: 2000 } : null;
}

/**
 * @param {Label} label
 * @param {import('../tiles/mvt.js').Properties} properties
 * @param {number} zoom
 * @param {Record<string, string>} colours
 * @returns {Label | null}
 */
function placeLabel(label, properties, zoom, colours) {
  const town = /locality|city|town/.test(`${properties.kind} ${properties.kind_detail}`);
  if (!town && zoom < 13) return null;
  if (town && zoom > 16) return null;
  return {
    ...label, size: town ? 17 : 12, weight: town ? 650 : 600, colour: town ? colours.ink : colours.faint,
    rank: town ? 9000 : 6000,
  };
}

/**
 * A street's name stands on its longest straight piece, if it fits there.
 *
 * @param {import('../tiles/mvt.js').Feature} feature
 * @param {(index: number, part?: number) => [number, number]} to
 * @param {number} zoom
 * @param {Label} label
 * @returns {Label | null}
 */
function roadLabel(feature, to, zoom, label) {
  const kind = roadClass(feature.properties);
  if (kind === 'rail' || (kind === 'path' && zoom < 17)) return null;
  let longest = 0;
  feature.parts.forEach((part, p) => {
    for (let i = 1; i < part.length / 2; i++) {
      const [x0, y0] = to(i - 1, p);
      const [x1, y1] = to(i, p);
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length <= longest) continue;
      longest = length;
      const angle = Math.atan2(y1 - y0, x1 - x0);
      label.angle = angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
      label.x = (x0 + x1) / 2;
      label.y = (y0 + y1) / 2;
    }
  });
  label.rank = Math.min(longest, 900) + (kind === 'major' ? 1000 : 0);
  return longest > label.text.length * 6.2 ? label : null;
}

/** @param {import('../tiles/mvt.js').Feature} feature @param {(index: number) => [number, number]} to @returns {[number, number]} */
function middle(feature, to) {
  const count = feature.parts[0].length / 2;
  if (feature.type === 2) return to(Math.floor(count / 2));
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    x += to(i)[0] / count;
    y += to(i)[1] / count;
  }
  return [x, y];
}

/** Width of a feature in pixels. @param {import('../tiles/mvt.js').Feature} feature @param {(index: number) => [number, number]} to */
function span(feature, to) {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < feature.parts[0].length / 2; i++) {
    least = Math.min(least, to(i)[0]);
    most = Math.max(most, to(i)[0]);
  }
  return most - least;
}

/** @param {CanvasRenderingContext2D} context @param {Label[]} labels @param {string} halo @param {Box[]} obstacles */
function paintLabels(context, labels, halo, obstacles) {
  const taken = [...obstacles];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of labels) {
    context.font = `${label.weight} ${label.size}px ${FONT}`;
    const half = context.measureText(label.text).width / 2 + 4;
    const wide = Math.abs(Math.cos(label.angle)) * half + Math.abs(Math.sin(label.angle)) * 8;
    const high = Math.abs(Math.sin(label.angle)) * half + Math.abs(Math.cos(label.angle)) * (label.size / 2 + 3);
    const box = /** @type {Box} */ ([label.x - wide, label.y - high, label.x + wide, label.y + high]);
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    context.save();
    context.translate(label.x, label.y);
    context.rotate(label.angle);
    context.strokeStyle = halo;
    context.lineWidth = 3.2;
    context.strokeText(label.text, 0, 0);
    context.fillStyle = label.colour;
    context.fillText(label.text, 0, 0);
    context.restore();
  }
}
