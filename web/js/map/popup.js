import { h } from '../dom.js';
import { t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { L } from './leaflet.js';

/** The map's buttons lie above every popup: it keeps clear of them. */
const BUTTONS_WIDTH = 68;

/** The legend lies on a wide map, and beside a narrow one. @param {any} map @returns {number} pixels to keep clear of */
function legendWidth(map) {
  const legend = document.getElementById('legend')?.getBoundingClientRect();
  const frame = map.getContainer().getBoundingClientRect();
  const onMap = legend && legend.bottom <= frame.bottom && frame.width > 2 * legend.width;
  return onMap ? legend.right - frame.left + 14 : 14;
}

/** The search field lies over popups, and over all of a narrow map. @param {any} map @param {number} left @returns {number} pixels to keep clear of */
function searchHeight(map, left) {
  const search = document.getElementById('search-on-map')?.getBoundingClientRect();
  const frame = map.getContainer().getBoundingClientRect();
  return search && search.right - frame.left > left ? search.bottom - frame.top + 10 : 14;
}

/**
 * Opens a popup that behaves as a dialog: it has a name, takes the focus and gives it back, and Escape closes it.
 *
 * @param {any} map
 * @param {{lat: number, lng: number}} place
 * @param {{title: string, content: Node, opener?: () => HTMLElement | null, lift?: number}} options opener: what
 *     gets the focus back; asked at the end, because lists are made anew
 */
export function openPopup(map, place, { title, content, opener, lift = 0 }) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const close = h('button', { class: 'popup-close', type: 'button', 'aria-label': t('close'), onclick: () => popup.close() }, icon('close'));
  const body = h('div', { class: 'popup-body' }, h('h3', { text: title }), content);
  const box = h('div', { class: 'popup' }, close, body);
  const size = map.getSize();
  const left = legendWidth(map);
  // room for the marker below it, or the map would have to leave what it shows
  body.style.maxHeight = `${Math.max(150, Math.min(420, size.y * 0.62))}px`;
  const popup = new L.Popup({
    closeButton: false,
    maxWidth: Math.min(330, size.x - BUTTONS_WIDTH - 50),
    minWidth: Math.min(250, size.x - BUTTONS_WIDTH - 60),
    offset: [0, 4 - lift],
    autoPanPaddingTopLeft: [left, searchHeight(map, left)],
    autoPanPaddingBottomRight: [BUTTONS_WIDTH, 14],
  });
  popup.setLatLng(place).setContent(box);
  popup.on('add', () => {
    const element = popup.getElement();
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-label', title);
    element.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') popup.close();
    });
    close.focus({ preventScroll: true });
  });
  popup.on('remove', () => {
    const inside = document.activeElement === document.body || box.contains(document.activeElement);
    const back = opener?.() ?? before;
    if (inside && back?.isConnected) back.focus({ preventScroll: true });
  });
  popup.openOn(map);
  return popup;
}
