import { isInside } from '../geometry.js';
import { classOf } from '../hotspots/classes.js';
import { L } from './leaflet.js';
import { pressable } from './pressable.js';
import { spread } from './spread.js';

/** @typedef {import('../hotspots/model.js').Hotspot} Hotspot */

const MOST_MARKERS = 50;
const HALF_WIDTH = 16;
const WIDTH = 35;
/** Less than a third of a marker is seen if another one is nearer. */
const NEAR = 24;
/** The groups that can have a place at one spot. */
const MOST_IN_ROW = 5;

/**
 * The ranked places: outlines on canvas, and a numbered marker for each of the first fifty in view. Places of several groups
 * of causes may be at one spot: their markers stand side by side.
 */
export class HotspotLayer {
  /** @type {Map<string, any>} */
  #markers = new Map();
  /** How many pixels a marker stands aside. @type {Map<string, number>} */
  #asides = new Map();
  /** @type {Hotspot[]} */
  #hotspots = [];

  /**
   * @param {any} map
   * @param {(id: string, opener: HTMLElement) => void} onselect
   */
  constructor(map, onselect) {
    this.map = map;
    this.onselect = onselect;
    this.outlines = new L.LayerGroup().addTo(map);
    this.renderer = new L.Canvas({ pane: 'areas', padding: 0.3 });
    this.dark = false;
    this.selected = '';
    map.on('moveend', () => this.#showMarkers());
  }

  /** @param {Hotspot[]} hotspots */
  show(hotspots) {
    this.#hotspots = hotspots;
    for (const marker of this.#markers.values()) marker.remove();
    this.#markers.clear();
    this.#drawOutlines();
    this.#showMarkers();
  }

  /** @param {boolean} dark */
  setDark(dark) {
    this.dark = dark;
    this.#drawOutlines();
  }

  /** @param {string} id '' for none */
  select(id) {
    this.selected = id;
    for (const [key, marker] of this.#markers) marker.getElement()?.classList.toggle('is-selected', key === id);
    this.#drawOutlines();
  }

  /** The hotspot whose outline holds this place. @param {number} lon @param {number} lat */
  at(lon, lat) {
    return this.#hotspots.find((hotspot) => hotspot.rings.length > 0 && isInside(hotspot.rings[0], lon, lat));
  }

  /** @param {string} id @returns {HTMLElement | null} */
  markerElement(id) {
    return this.#markers.get(id)?.getElement() ?? null;
  }

  /** Where the markers are, for the names of the base map. @returns {[number, number, number, number][]} */
  boxes() {
    return [...this.#markers].map(([id, marker]) => {
      const { x, y } = this.map.latLngToContainerPoint(marker.getLatLng());
      const middle = x + (this.#asides.get(id) ?? 0);
      return [middle - 18, y - 42, middle + 18, y + 4];
    });
  }

  #drawOutlines() {
    this.outlines.clearLayers();
    for (const hotspot of [...this.#hotspots].reverse()) {
      const chosen = hotspot.id === this.selected;
      const { colours, few } = classOf(hotspot.reports);
      const outline = new L.Polygon(hotspot.rings.map((ring) => ring.map(([lon, lat]) => [lat, lon])), {
        renderer: this.renderer, interactive: false, fillColor: this.dark ? colours.dark : colours.light,
        fillOpacity: chosen ? 0.46 : 0.32, color: this.dark ? '#0b0f12' : '#3a2420', weight: chosen ? 2.5 : 1,
        dashArray: few ? '4 3' : '',
      });
      this.outlines.addLayer(outline);
    }
  }

  #showMarkers() {
    const bounds = this.map.getBounds();
    const seen = this.#hotspots.filter((hotspot) => bounds.contains([hotspot.lat, hotspot.lon])).slice(0, MOST_MARKERS);
    const wanted = new Set(seen.map((hotspot) => hotspot.id));
    for (const [id, marker] of this.#markers) {
      if (wanted.has(id)) continue;
      marker.remove();
      this.#markers.delete(id);
    }
    for (const hotspot of seen) {
      if (!this.#markers.has(hotspot.id)) this.#markers.set(hotspot.id, this.#marker(hotspot));
    }
    this.#standAside(seen.filter((hotspot) => hotspot.group !== ''));
  }

  /** @param {Hotspot[]} hotspots the best first */
  #standAside(hotspots) {
    const asides = spread(hotspots.map(({ lat, lon }) => this.map.latLngToContainerPoint([lat, lon])), WIDTH, NEAR, MOST_IN_ROW);
    this.#asides = new Map(hotspots.map(({ id }, i) => [id, asides[i]]));
    for (const [id, aside] of this.#asides) {
      const element = this.markerElement(id);
      if (!element) continue;
      element.style.marginLeft = `${aside - HALF_WIDTH}px`;
      element.classList.toggle('is-aside', aside > 0);
    }
  }

  /** @param {Hotspot} hotspot */
  #marker(hotspot) {
    const label = document.createElement('span');
    label.textContent = String(hotspot.rank);
    const icon = new L.DivIcon({
      className: `hotspot-marker class-${classOf(hotspot.reports).number}`, html: label, iconSize: [32, 32], iconAnchor: [HALF_WIDTH, 38],
    });
    const marker = new L.Marker([hotspot.lat, hotspot.lon], { icon, keyboard: true, zIndexOffset: 1000 - hotspot.rank });
    pressable(marker, `${hotspot.rank}. ${hotspot.name}`, (element) => this.onselect(hotspot.id, element));
    marker.addTo(this.map).getElement().classList.toggle('is-selected', hotspot.id === this.selected);
    return marker;
  }
}
