import { COLOURS } from './base-colours.js';
import { ICON_SIZE, layOut } from './label-layout.js';
import { wishes } from './label-sources.js';
import { L } from './leaflet.js';
import { poiPath } from './poi-style.js';

/** @typedef {import('./label-layout.js').Placed} Placed */
/** @typedef {import('./label-layout.js').Box} Box */

const DELAY_MS = 120;
const FONT = 'Inter, system-ui, sans-serif';
/** How far names are drawn beyond the view, so that panning does not lead into a nameless land. */
const MARGIN = 160;

/**
 * The names of the base map, on one canvas over all tiles: a name is never cut by a tile's edge, and two never overlap.
 */
export class Labels extends L.Layer {
  /**
   * @param {import('./canvas-tiles.js').CanvasTiles} base
   * @param {() => import('./base-colours.js').Theme} theme
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
    /** @type {Map<string, number>} */
    this.widths = new Map();
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

  /** The font has come: what was measured was another one. */
  fontsChanged() {
    this.widths.clear();
    this.later();
  }

  draw() {
    const context = this.canvas.getContext('2d');
    if (!context || !this.canvas.isConnected) return;
    const size = this.map.getSize();
    const [width, height] = [size.x + 2 * MARGIN, size.y + 2 * MARGIN];
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    L.DomUtil.setPosition(this.canvas, this.map.containerPointToLayerPoint([-MARGIN, -MARGIN]));
    this.canvas.hidden = false;
    const { min } = this.map.getPixelBounds();
    context.setTransform(ratio, 0, 0, ratio, (MARGIN - min.x) * ratio, (MARGIN - min.y) * ratio);
    const colours = COLOURS[this.theme()];
    for (const one of this.lay(context, min, size)) paint(context, one, colours);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {{x: number, y: number}} min
   * @param {{x: number, y: number}} size
   */
  lay(context, min, size) {
    const view = { left: min.x - MARGIN, top: min.y - MARGIN, right: min.x + size.x + MARGIN, bottom: min.y + size.y + MARGIN };
    const obstacles = this.obstacles().map(([left, top, right, bottom]) =>
      /** @type {Box} */ ([left + min.x, top + min.y, right + min.x, bottom + min.y]));
    /** @type {import('./label-layout.js').Measure} */
    const measure = (text, wish) => {
      const font = fontOf(wish);
      const key = `${font} ${text}`;
      const known = this.widths.get(key);
      if (known !== undefined) return known;
      context.font = font;
      const { width } = context.measureText(text);
      this.widths.set(key, width);
      return width;
    };
    return layOut(wishes(this.base, this.map.getZoom()), measure, view, obstacles);
  }
}

/** @param {import('./label-sources.js').Wish} wish */
function fontOf({ italic, weight, size }) {
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${FONT}`;
}

/** @param {CanvasRenderingContext2D} context @param {Placed} placed @param {Record<string, string>} colours */
function paint(context, { wish, glyphs, icon, plate }, colours) {
  if (plate) paintPlate(context, plate, colours[wish.ink], colours.halo);
  context.strokeStyle = colours.halo;
  context.fillStyle = plate ? '#ffffff' : colours[wish.ink];
  context.lineJoin = 'round';
  if (icon && wish.shape) paintIcon(context, wish.shape, icon);
  context.font = fontOf(wish);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3.2;
  if (!plate) each(context, glyphs, (text) => context.strokeText(text, 0, 0));
  each(context, glyphs, (text) => context.fillText(text, 0, 0));
}

/** @param {CanvasRenderingContext2D} context @param {import('./label-line.js').Glyph[]} glyphs @param {(text: string) => void} write */
function each(context, glyphs, write) {
  for (const { text, x, y, angle } of glyphs) {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    write(text);
    context.restore();
  }
}

/** @param {CanvasRenderingContext2D} context @param {string} shape @param {[number, number]} at */
function paintIcon(context, shape, [x, y]) {
  context.save();
  context.translate(x - ICON_SIZE / 2, y - ICON_SIZE / 2);
  context.scale(ICON_SIZE / 15, ICON_SIZE / 15);
  context.lineWidth = 3.4;
  const path = poiPath(shape);
  context.stroke(path);
  context.fill(path, 'evenodd');
  context.restore();
}

/** @param {CanvasRenderingContext2D} context @param {Box} box @param {string} colour @param {string} edge */
function paintPlate(context, [left, top, right, bottom], colour, edge) {
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 3);
  context.fillStyle = colour;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 1.2;
  context.stroke();
}
