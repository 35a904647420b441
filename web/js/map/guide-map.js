import { TileStore } from '../tiles/tile-store.js';
import { COLOURS } from './base-colours.js';
import { paintBase } from './base-paint.js';
import { CanvasTiles } from './canvas-tiles.js';
import { Labels } from './labels.js';
import { L } from './leaflet.js';
import { calmPanning, motionOptions } from './motion.js';

/** @typedef {import('./base-colours.js').Theme} Theme */

const PANES = { labels: 340, way: 450 };
const MARK_PIXELS = 30;

/** The small map of walk mode: the way to the stop strong, the rest of it faint, stops with their numbers. */
export class GuideMap {
  /** @param {HTMLElement} element @param {Theme} theme @param {number} baseZoom the deepest of the base map; -1 if there is none */
  constructor(element, theme, baseZoom) {
    this.element = element;
    this.theme = theme;
    // one finger scrolls the page, two move the map
    this.map = new L.Map(element, {
      zoomControl: false, attributionControl: false, minZoom: 13, maxZoom: 19, dragging: !L.Browser.mobile, scrollWheelZoom: false, ...motionOptions(),
    });
    calmPanning(this.map);
    for (const [name, level] of Object.entries(PANES)) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = String(level);
      pane.style.pointerEvents = 'none';
    }
    this.group = new L.LayerGroup().addTo(this.map);
    this.here = new L.LayerGroup().addTo(this.map);
    this.renderer = new L.Canvas({ pane: 'way', padding: 0.3 });
    if (baseZoom >= 0) this.#addBase(baseZoom);
    this.observer = new ResizeObserver(() => this.map.invalidateSize({ animate: false }));
    this.observer.observe(element);
  }

  /** @param {number} baseZoom */
  #addBase(baseZoom) {
    const store = new TileStore((z, x, y) => `/tiles/base/${z}/${x}/${y}.mvt`);
    this.base = new CanvasTiles(store, (tile, brush) => paintBase(tile, brush, this.theme), {
      maxNativeZoom: baseZoom, pane: 'tilePane', opaque: true, onpaint: () => this.labels?.later(),
    }).addTo(this.map);
    this.labels = new Labels(this.base, () => this.theme, () => this.#marks()).addTo(this.map);
    document.fonts?.ready.then(() => this.labels?.fontsChanged());
  }

  /** Where the stops' numbers are: names keep off them. @returns {[number, number, number, number][]} */
  #marks() {
    const half = MARK_PIXELS / 2;
    return this.group.getLayers().filter((/** @type {any} */ layer) => layer instanceof L.Marker).map((/** @type {any} */ marker) => {
      const { x, y } = this.map.latLngToContainerPoint(marker.getLatLng());
      return [x - half, y - half, x + half, y + half];
    });
  }

  /**
   * @param {{ways: number[][][], stops: {text: string, position: number[]}[], current: number}} walk ways: lon, lat; current:
   *     the stop that is gone to, and the way to it; the number of stops for the way to the end
   */
  show({ ways, stops, current }) {
    this.group.clearLayers();
    ways.forEach((line, i) => {
      if (i !== current) this.#line(line, { color: '#0b5c73', weight: 3, opacity: 0.6, dashArray: '2 7' });
    });
    this.#line(ways[current], { color: '#ffffff', weight: 9, opacity: 1 });
    this.#line(ways[current], { color: '#0b5c73', weight: 5, opacity: 1 });
    stops.forEach((stop, i) => this.#stop(stop, i === current));
    this.map.fitBounds(new L.LatLngBounds(ways[current].map(latLng)), { padding: [36, 36], maxZoom: 17, animate: false });
    this.labels?.later();
  }

  /** @param {number[][]} line @param {any} style */
  #line(line, style) {
    this.group.addLayer(new L.Polyline(line.map(latLng), { ...style, renderer: this.renderer, interactive: false }));
  }

  /** @param {{text: string, position: number[]}} stop @param {boolean} isCurrent */
  #stop({ text, position }, isCurrent) {
    const label = document.createElement('span');
    label.textContent = text;
    const icon = new L.DivIcon({ className: `stop-marker${isCurrent ? ' is-current' : ''}`, html: label, iconSize: [MARK_PIXELS, MARK_PIXELS] });
    this.group.addLayer(new L.Marker(latLng(position), { icon, keyboard: false, interactive: false, zIndexOffset: isCurrent ? 1000 : 0 }));
  }

  /** Shows where the phone is. @param {{lat: number, lon: number, accuracy: number}} place */
  showHere({ lat, lon, accuracy }) {
    this.here.clearLayers();
    this.here.addLayer(new L.Circle([lat, lon], { radius: accuracy, interactive: false, color: '#0b5c73', weight: 1, fillOpacity: 0.12 }));
    this.here.addLayer(new L.CircleMarker([lat, lon], { radius: 8, interactive: false, color: '#ffffff', weight: 3, fillColor: COLOURS[this.theme].lamp, fillOpacity: 1 }));
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), 16), { animate: false });
  }

  /** @param {number} steps */
  zoom(steps) {
    this.map.setZoom(this.map.getZoom() + steps, { animate: false });
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.base?.repaint();
    this.labels?.draw();
  }

  remove() {
    this.observer.disconnect();
    this.map.remove();
  }
}

/** @param {number[]} position lon, lat @returns {[number, number]} */
function latLng([lon, lat]) {
  return [lat, lon];
}
