import { TileStore } from '../tiles/tile-store.js';
import { AreaLayer } from './area-layer.js';
import { paintBase } from './base-paint.js';
import { COLOURS } from './base-colours.js';
import { CanvasTiles } from './canvas-tiles.js';
import { addControls } from './controls.js';
import { heatTiles } from './heat-tiles.js';
import { AnalysisLayer } from './analysis-layer.js';
import { HotspotLayer } from './hotspot-layer.js';
import { Labels } from './labels.js';
import { L } from './leaflet.js';
import { calmPanning, motionOptions } from './motion.js';
import { openPopup } from './popup.js';
import { SYMBOL_MARGIN, paintReports, radiusOf } from './report-paint.js';
import { SNAP_POINTS, paintSnapPoints, snapRadius } from './snap-paint.js';
import { WalkLayer } from './walk-layer.js';

/** @typedef {import('./base-colours.js').Theme} Theme */

const PANES = { heat: 330, labels: 340, areas: 350, snap: 405, reports: 410, walk: 450 };
const FAILURES_UNTIL_NOTICE = 4;
const MOST_ZOOM = 19;
/** In zooms: a seventh of the box may lie outside on each side. */
const LOST_EDGE = 0.4;

/**
 * The map as the rest of the page sees it; nothing outside this folder calls Leaflet.
 *
 * @typedef {object} Actions
 * @property {() => void} onmove the view has changed
 * @property {(id: string, opener: HTMLElement) => void} onhotspot
 * @property {(feature: import('../tiles/mvt.js').Feature, place: {lat: number, lng: number}) => void} onreport
 * @property {(feature: import('../tiles/mvt.js').Feature, place: {lat: number, lng: number}) => void} onsnap
 * @property {() => void} onbasefail
 * @property {() => void} onbaseempty there is no base map here
 * @property {() => void} home
 * @property {() => void} locate
 */
export class MapView {
  /** @param {HTMLElement} element @param {Theme} theme @param {Actions} actions */
  constructor(element, theme, actions) {
    this.element = element;
    this.theme = theme;
    this.actions = actions;
    this.map = new L.Map(element, {
      zoomControl: false, attributionControl: false, minZoom: 5, maxZoom: MOST_ZOOM, zoomSnap: 1, ...motionOptions(),
    });
    calmPanning(this.map);
    for (const [name, level] of Object.entries(PANES)) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = String(level);
      pane.style.pointerEvents = 'none';
    }
    this.controls = addControls(this.map, actions);
    this.analysis = new AnalysisLayer(this.map);
    this.hotspots = new HotspotLayer(this.map, actions.onhotspot);
    this.walks = new WalkLayer(this.map);
    this.areas = new AreaLayer(this.map);
    this.places = new L.LayerGroup().addTo(this.map);
    this.failures = 0;
    /** @type {CanvasTiles | null} */
    this.snapPoints = null;
    /** @type {any} */
    this.heat = null;
    /** @type {string | null} */
    this.heatQuery = null;
    /** @type {((place: {lat: number, lon: number}) => void) | null} */
    this.picking = null;
    this.#listen();
  }

  #listen() {
    this.map.on('moveend', () => this.actions.onmove());
    this.map.on('click', (/** @type {any} */ event) => this.#click(event.latlng));
    this.map.on('mousemove', (/** @type {any} */ event) => {
      this.element.classList.toggle('is-over', !this.picking && this.#hit(event.latlng) !== null);
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target !== this.element) return;
      // else the rest of the key press would go to the popup's close button, which has the focus by then
      event.preventDefault();
      this.#click(this.map.getCenter());
    });
    window.addEventListener('beforeprint', () => {
      this.map.invalidateSize();
      // paper does not wait until the map has been still for a moment
      this.labels?.draw();
    });
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(this.element);
  }

  /** To be called when the room for the map has changed before there is a view. */
  resized() {
    this.map.invalidateSize();
  }

  /** @param {{zoom: number, lat: number, lon: number}} view */
  setView({ zoom, lat, lon }) {
    this.map.setView([lat, lon], zoom);
  }

  /**
   * Shows a box as large as it goes. Zooms are whole, so that a map that fits may fill only half of the screen: the next
   * zoom is better if little of the box's edge is lost.
   *
   * @param {number[]} bbox west, south, east, north
   * @param {number} [closest] the deepest zoom, for small things
   */
  fit([west, south, east, north], closest = MOST_ZOOM) {
    const bounds = new L.LatLngBounds([south, west], [north, east]);
    const corner = this.map.project(bounds.getNorthWest(), 0);
    const box = this.map.project(bounds.getSouthEast(), 0).subtract(corner);
    const room = this.map.getSize();
    const zoom = Math.log2(Math.min(room.x / box.x, room.y / box.y)) + LOST_EDGE;
    this.map.setView(bounds.getCenter(), Math.max(5, Math.min(closest, Math.floor(zoom))), { animate: false });
  }

  view() {
    const { lat, lng } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  /** West, south, east, north of what is seen. @returns {[number, number, number, number]} */
  bbox() {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** @param {number} lon @param {number} lat */
  sees(lon, lat) {
    return this.map.getBounds().contains([lat, lon]);
  }

  /** @param {number} maxNativeZoom */
  addBase(maxNativeZoom) {
    const store = new TileStore((z, x, y) => `/tiles/base/${z}/${x}/${y}.mvt`);
    this.base = new CanvasTiles(store, (tile, brush) => paintBase(tile, brush, this.theme), {
      maxNativeZoom, pane: 'tilePane', opaque: true, onpaint: () => this.labels?.later(), onerror: () => this.#baseFailed(),
    }).addTo(this.map);
    this.labels = new Labels(this.base, () => this.theme, () => [...this.hotspots.boxes(), ...this.#symbolBoxes()]).addTo(this.map);
    this.base.once('load', () => {
      if (this.base && !this.base.filled && this.failures === 0) this.actions.onbaseempty();
    });
    document.fonts?.ready.then(() => this.labels?.fontsChanged());
  }

  #baseFailed() {
    this.failures++;
    if (this.failures === FAILURES_UNTIL_NOTICE) this.actions.onbasefail();
  }

  /** @param {any} geometry GeoJSON polygon of the municipality */
  showOutline(geometry) {
    this.outline?.remove();
    this.geometry = geometry;
    this.outline = new L.GeoJSON(geometry, {
      pane: 'areas', renderer: new L.Canvas({ pane: 'areas', padding: 0.5 }), interactive: false,
      style: { color: COLOURS[this.theme].outline, weight: 2, dashArray: '7 5', fill: false },
    }).addTo(this.map);
  }

  /** @param {string} query what the reports are filtered by @param {number} maxNativeZoom */
  showReports(query, maxNativeZoom) {
    this.reports?.remove();
    const store = new TileStore((z, x, y) => `/tiles/reports/${z}/${x}/${y}.mvt${query ? `?${query}` : ''}`);
    this.reports = new CanvasTiles(store, (tile, brush) => paintReports(tile, brush, this.theme), {
      maxNativeZoom, pane: 'reports', opaque: false, margin: SYMBOL_MARGIN, onpaint: () => this.labels?.later(),
    }).addTo(this.map);
  }

  /** Shows the points at which the public sees reports, or no more. @param {{min: number, max: number} | null} zooms those of the tiles */
  showSnapPoints(zooms) {
    if ((zooms !== null) === (this.snapPoints !== null)) return;
    this.snapPoints?.remove();
    const store = new TileStore((z, x, y) => `/tiles/${SNAP_POINTS}/${z}/${x}/${y}.mvt`);
    this.snapPoints = zooms && new CanvasTiles(store, (tile, brush) => paintSnapPoints(tile, brush, this.theme), {
      minZoom: zooms.min, maxNativeZoom: zooms.max, pane: 'snap', opaque: false, margin: SYMBOL_MARGIN, onpaint: () => this.labels?.later(),
    }).addTo(this.map);
    this.labels?.later();
  }

  /** Shows the density of the reports that a query takes in, or no more. @param {string | null} query */
  showHeat(query) {
    this.heat?.remove();
    this.heatQuery = query;
    this.heat = query === null ? null : heatTiles(query, this.theme).addTo(this.map);
  }

  /** @param {import('../hotspots/model.js').Hotspot[]} hotspots */
  showHotspots(hotspots) {
    this.hotspots.show(hotspots);
    // names make room for the markers
    this.labels?.later();
  }

  /** @param {boolean} shown */
  toggleReports(shown) {
    this.map.getPane('reports').hidden = !shown;
    this.labels?.later();
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    if (theme !== this.theme && this.heatQuery !== null) {
      this.theme = theme;
      this.showHeat(this.heatQuery);
    }
    this.theme = theme;
    this.base?.repaint();
    this.reports?.repaint();
    this.snapPoints?.repaint();
    this.labels?.draw();
    this.hotspots.setDark(theme === 'dark');
    this.areas.setTheme(theme);
    if (this.geometry) this.showOutline(this.geometry);
  }

  /**
   * @param {{lon: number, lat: number}} place
   * @param {{title: string, content: Node, opener?: () => HTMLElement | null, lift?: number}} options
   */
  popup({ lon, lat }, options) {
    return openPopup(this.map, new L.LatLng(lat, lon), options);
  }

  closePopup() {
    this.map.closePopup();
  }

  /** Moves to a place, closer if the map is far away. @param {{lon: number, lat: number}} place @param {number} leastZoom */
  goTo({ lon, lat }, leastZoom) {
    this.map.setView([lat, lon], Math.max(this.map.getZoom(), leastZoom), { animate: false });
  }

  /**
   * Lets the person choose places: each click, or the middle of the map, until {@link stopPicking}.
   *
   * @param {(place: {lat: number, lon: number}) => void} done
   * @param {boolean} [cross] whether the middle is under a crosshair
   */
  pick(done, cross = true) {
    this.picking = done;
    this.element.classList.toggle('is-picking', cross);
    // else the second of two quick clicks would also zoom
    this.map.doubleClickZoom.disable();
  }

  stopPicking() {
    this.picking = null;
    this.element.classList.remove('is-picking');
    this.map.doubleClickZoom.enable();
  }

  /** Where a place is on the screen. @param {{lon: number, lat: number}} place @returns {{x: number, y: number}} */
  pixel({ lon, lat }) {
    return this.map.latLngToContainerPoint([lat, lon]);
  }

  /** @param {{lon: number, lat: number}} place @param {string} label @param {number} [accuracy] metres */
  showPlace({ lon, lat }, label, accuracy = 0) {
    this.places.clearLayers();
    if (accuracy > 0) {
      this.places.addLayer(new L.Circle([lat, lon], {
        radius: accuracy, interactive: false, color: '#0b5c73', weight: 1, fillOpacity: 0.12,
      }));
    }
    const icon = new L.DivIcon({ className: 'place-marker', html: false, iconSize: [26, 26], iconAnchor: [13, 26] });
    const marker = new L.Marker([lat, lon], { icon, keyboard: false, interactive: false, zIndexOffset: 3000 });
    marker.on('add', () => {
      marker.getElement().setAttribute('role', 'img');
      marker.getElement().setAttribute('aria-label', label);
    });
    this.places.addLayer(marker);
  }

  clearPlace() {
    this.places.clearLayers();
  }

  /** @param {any} latlng */
  #click(latlng) {
    if (this.picking) {
      this.picking({ lat: latlng.lat, lon: latlng.lng });
      return;
    }
    const hit = this.#hit(latlng);
    if (hit?.report) this.actions.onreport(hit.report, hit.place);
    else if (hit?.snap) this.actions.onsnap(hit.snap, hit.place);
    else if (hit?.hotspot) this.actions.onhotspot(hit.hotspot.id, this.element);
  }

  /**
   * Where symbols lie, in pixels of the map: names keep off them, but not off snap points as long as these are too many to
   * leave any room.
   *
   * @returns {[number, number, number, number][]}
   */
  #symbolBoxes() {
    const { min } = this.map.getPixelBounds();
    const sparse = this.snapPoints && this.map.getZoom() >= this.snapPoints.deepest;
    return [...this.#reports(), ...(sparse ? this.#snaps() : [])].map(({ x, y, radius }) => [x - radius - min.x, y - radius - min.y, x + radius - min.x, y + radius - min.y]);
  }

  /** Every circle of reports on the screen. */
  #reports() {
    const shown = this.reports && !this.map.getPane('reports').hidden;
    return shown ? [...this.reports.symbols('reports', this.map.getZoom(), radiusOf)] : [];
  }

  /** Every snap point on the screen. */
  #snaps() {
    const zoom = this.map.getZoom();
    return this.snapPoints ? [...this.snapPoints.symbols(SNAP_POINTS, zoom, () => snapRadius(zoom))] : [];
  }

  /**
   * What lies under a place: a report circle before a snap point before a hotspot's outline.
   *
   * @param {any} latlng
   */
  #hit(latlng) {
    const zoom = this.map.getZoom();
    const at = this.map.project(latlng, zoom);
    const isHit = (/** @type {{x: number, y: number, radius: number}} */ { x, y, radius }) => Math.hypot(x - at.x, y - at.y) <= radius + 2;
    const report = this.#reports().find(isHit);
    if (report) return { report: report.feature, place: this.map.unproject([report.x, report.y], zoom) };
    const snap = this.#snaps().find(isHit);
    if (snap) return { snap: snap.feature, place: this.map.unproject([snap.x, snap.y], zoom) };
    const hotspot = this.hotspots.at(latlng.lng, latlng.lat);
    return hotspot ? { hotspot } : null;
  }
}
