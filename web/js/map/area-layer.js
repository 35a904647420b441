import { cornersOf } from '../areas/shape.js';
import { t } from '../i18n/index.js';
import { CornerHandles } from './corner-handles.js';
import { L } from './leaflet.js';

/** @typedef {import('../areas/shape.js').Shape} Shape */

const INK = { light: '#0d4a5c', dark: '#7fcbdc' };
const OTHERS = { light: '#4d5a64', dark: '#aab6bf' };

/** The areas of the municipality while somebody works on them: all of them with their names, and one that is drawn. */
export class AreaLayer {
  /** @param {any} map */
  constructor(map) {
    this.map = map;
    /** @type {import('./base-colours.js').Theme} */
    this.theme = 'light';
    this.others = new L.LayerGroup().addTo(map);
    this.drawn = new L.LayerGroup().addTo(map);
    this.marks = new L.LayerGroup().addTo(map);
    this.handles = new CornerHandles(map);
    /** @type {{id: number, name: string, geometry: any}[]} */
    this.areas = [];
    /** @type {Shape} */
    this.shape = [];
    this.open = false;
  }

  /** Shows areas with their names. @param {{id: number, name: string, geometry: any}[]} areas none: no more */
  showAreas(areas) {
    this.areas = areas;
    this.others.clearLayers();
    for (const { name, geometry } of areas) {
      const outline = new L.GeoJSON(geometry, { interactive: false, style: this.#style(OTHERS[this.theme], 1.5, 0.05) });
      const label = new L.Tooltip({ permanent: true, direction: 'center', className: 'area-name', interactive: false });
      label.setLatLng(outline.getBounds().getCenter()).setContent(document.createTextNode(name));
      this.others.addLayer(outline).addLayer(label);
    }
  }

  /**
   * Shows what is drawn.
   *
   * @param {Shape} shape
   * @param {boolean} [open] a line that is not closed yet
   */
  showShape(shape, open = false) {
    this.shape = shape;
    this.open = open;
    this.drawn.clearLayers();
    if (shape.length === 0) return;
    const style = { ...this.#style(INK[this.theme], 3, 0.14), interactive: false, className: 'drawn-area' };
    const corners = shape.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lat, lon])));
    this.drawn.addLayer(open ? new L.Polyline(corners[0][0], style) : new L.Polygon(corners, style));
    if (open) this.#dots(style);
  }

  /** @param {any} style */
  #dots(style) {
    for (const { at, place: [lon, lat] } of cornersOf(this.shape)) {
      this.drawn.addLayer(new L.CircleMarker([lat, lon], { ...style, radius: at.corner === 0 ? 8 : 5, fillOpacity: 1, fillColor: '#ffffff' }));
    }
  }

  /** Shows where something is wrong. @param {[number, number][]} places none: nowhere */
  mark(places) {
    this.marks.clearLayers();
    for (const [lon, lat] of places) {
      const icon = new L.DivIcon({ className: 'fault-marker', html: '!', iconSize: [26, 26] });
      const marker = new L.Marker([lat, lon], { icon, keyboard: false, interactive: false, zIndexOffset: 4000 });
      marker.on('add', () => {
        marker.getElement().setAttribute('role', 'img');
        marker.getElement().setAttribute('aria-label', t('areaFaultHere'));
      });
      this.marks.addLayer(marker);
    }
  }

  clear() {
    this.showAreas([]);
    this.showShape([]);
    this.handles.hide();
    this.mark([]);
  }

  /** @param {import('./base-colours.js').Theme} theme */
  setTheme(theme) {
    this.theme = theme;
    this.showAreas(this.areas);
    this.showShape(this.shape, this.open);
  }

  /** @param {string} color @param {number} weight @param {number} fillOpacity */
  #style(color, weight, fillOpacity) {
    return { color, weight, fillColor: color, fillOpacity };
  }
}
