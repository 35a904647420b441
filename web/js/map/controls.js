import { h } from '../dom.js';
import { t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { L } from './leaflet.js';

/**
 * Real buttons in place of Leaflet's links: closer, further, whole municipality, my place.
 *
 * @param {any} map
 * @param {{home: () => void, locate: () => void}} actions
 * @returns {{relabel: () => void}}
 */
export function addControls(map, actions) {
  /** @type {[HTMLButtonElement, import('../i18n/index.js').Key][]} */
  const buttons = [];
  /** @param {string} name @param {import('../i18n/index.js').Key} key @param {() => void} onclick */
  const button = (name, key, onclick) => {
    const element = h('button', { type: 'button', onclick }, icon(name));
    buttons.push([element, key]);
    return element;
  };
  const bar = h('div', { class: 'map-buttons' },
    button('plus', 'zoomIn', () => map.zoomIn()),
    button('minus', 'zoomOut', () => map.zoomOut()),
    button('home', 'wholeMunicipality', actions.home),
    button('locate', 'myPlace', actions.locate));
  L.DomEvent.disableClickPropagation(bar);
  const control = new L.Control({ position: 'topright' });
  control.onAdd = () => bar;
  control.addTo(map);
  const relabel = () => {
    for (const [element, key] of buttons) {
      element.setAttribute('aria-label', t(key));
      element.title = t(key);
    }
  };
  relabel();
  return { relabel };
}

/**
 * Finds the person's place, asked for by a click and never else.
 *
 * @returns {Promise<{lat: number, lon: number, accuracy: number}>}
 */
export function locate() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) {
      reject(new Error('no geolocation'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy }),
      reject,
      { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 },
    );
  });
}
