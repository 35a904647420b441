import { cornersOf } from '../areas/shape.js';
import { t } from '../i18n/index.js';
import { L } from './leaflet.js';

/** @typedef {import('../areas/shape.js').At} At */
/** @typedef {import('../areas/shape.js').Corner} Corner */
/** @typedef {import('../areas/shape.js').Shape} Shape */

/**
 * @typedef {object} CornerActions
 * @property {(at: At, place: Corner) => void} ondrag while a corner is dragged
 * @property {(at: At, place: Corner, step: string) => void} onmove step: of small moves that are one; '' for a whole one
 * @property {(at: At) => void} onremove
 * @property {(at: At) => void} oninsert a corner after this one
 * @property {() => void} onleave
 * @property {(crowded: boolean) => void} oncrowd whether there are too many corners in view to be shown
 */

/** As many as a person can tell apart, and a browser draws at once. */
const MOST = 120;
const STEP = 4;
const LONG_STEP = 24;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Handles on the corners of a border: dragged by mouse and finger, moved by arrow keys. */
export class CornerHandles {
  /** @type {{at: At, marker: any}[]} */
  #handles = [];
  /** @type {Shape} */
  #shape = [];
  /** @type {CornerActions | null} */
  #actions = null;
  #crowded = false;

  /** @param {any} map */
  constructor(map) {
    this.map = map;
    this.group = new L.LayerGroup().addTo(map);
    map.on('moveend', () => {
      if (this.#actions && cornersOf(this.#shape).length > MOST) this.#make();
    });
  }

  /** @param {Shape} shape @param {CornerActions} actions */
  show(shape, actions) {
    const same = this.#actions !== null && layout(shape) === layout(this.#shape);
    this.#shape = shape;
    this.#actions = actions;
    if (!same) this.#make();
    else for (const { at, marker } of this.#handles) marker.setLatLng(latLng(shape[at.polygon][at.ring][at.corner]));
  }

  hide() {
    this.#actions = null;
    this.#shape = [];
    this.#handles = [];
    this.group.clearLayers();
  }

  /** Moves the focus to a corner, if it has a handle. @param {At} at */
  focus(at) {
    const handle = this.#handles.find((one) => isSame(one.at, at)) ?? this.#handles[0];
    handle?.marker.getElement()?.focus({ preventScroll: true });
  }

  /** Makes all handles anew; too many in view: none, until the map is closer. */
  #make() {
    const focused = this.#handles.find(({ marker }) => marker.getElement() === document.activeElement);
    const all = cornersOf(this.#shape);
    const view = this.map.getBounds().pad(0.1);
    const seen = all.length > MOST ? all.filter(({ place }) => view.contains(latLng(place))) : all;
    this.group.clearLayers();
    this.#handles = [];
    const crowded = seen.length > MOST;
    if (crowded !== this.#crowded) this.#actions?.oncrowd(crowded);
    this.#crowded = crowded;
    if (crowded) return;
    for (const { at, place } of seen) {
      const number = all.findIndex((one) => isSame(one.at, at)) + 1;
      this.#handles.push({ at, marker: this.#handle(at, place, t('cornerLabel', { n: number, all: all.length })) });
    }
    if (focused) this.focus(focused.at);
  }

  /** @param {At} at @param {Corner} place @param {string} label */
  #handle(at, place, label) {
    const icon = new L.DivIcon({ className: 'corner-handle', html: false, iconSize: [32, 32] });
    const marker = new L.Marker(latLng(place), { icon, draggable: true, autoPan: true, zIndexOffset: 3500 });
    marker.on('add', () => {
      const element = /** @type {HTMLElement} */ (marker.getElement());
      element.setAttribute('aria-label', label);
      element.addEventListener('keydown', (event) => this.#key(event, at, marker));
    });
    marker.on('drag', () => this.#actions?.ondrag(at, cornerOf(marker.getLatLng())));
    marker.on('dragend', () => this.#actions?.onmove(at, cornerOf(marker.getLatLng()), ''));
    this.group.addLayer(marker);
    return marker;
  }

  /** @param {KeyboardEvent} event @param {At} at @param {any} marker */
  #key(event, at, marker) {
    const arrow = ARROWS[event.key];
    const known = arrow || ['Delete', 'Backspace', 'Insert', '+', 'Escape'].includes(event.key);
    if (!known || !this.#actions) return;
    event.preventDefault();
    event.stopPropagation();
    if (arrow) this.#push(at, marker, arrow, event.shiftKey ? LONG_STEP : STEP);
    else if (event.key === 'Escape') this.#actions.onleave();
    else if (event.key === 'Insert' || event.key === '+') this.#actions.oninsert(at);
    else this.#actions.onremove(at);
  }

  /** Moves a corner on the screen; the map follows if it would leave it. @param {At} at @param {any} marker @param {[number, number]} arrow @param {number} pixels */
  #push(at, marker, [x, y], pixels) {
    const from = this.map.latLngToContainerPoint(marker.getLatLng());
    const place = this.map.containerPointToLatLng(from.add([x * pixels, y * pixels]));
    this.#actions?.onmove(at, cornerOf(place), `arrow ${at.polygon} ${at.ring} ${at.corner}`);
    this.map.panInside(place, { padding: [40, 40], animate: false });
  }
}

/** @param {Corner} place */
function latLng([lon, lat]) {
  return new L.LatLng(lat, lon);
}

/** To a centimetre. @param {{lat: number, lng: number}} place @returns {Corner} */
function cornerOf({ lat, lng }) {
  return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
}

/** @param {At} one @param {At} other */
function isSame(one, other) {
  return one.polygon === other.polygon && one.ring === other.ring && one.corner === other.corner;
}

/** How many corners which ring has. @param {Shape} shape */
function layout(shape) {
  return JSON.stringify(shape.map((rings) => rings.map((ring) => ring.length)));
}
