import { announce, byId, fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { FEWEST } from './shape.js';

/** @typedef {import('./shape.js').Corner} Corner */

/** Pixels: so near to the first corner a click means it. */
const CLOSE = 12;
/** Pixels: the second of two quick clicks is no corner of its own. */
const SAME = 4;

/**
 * Lets a person draw a border on the map, corner by corner: by mouse or finger, or with the keyboard by moving the map
 * under a cross and pressing Enter. Backspace takes the last corner back, Escape ends it all.
 *
 * @param {import('../map/map-view.js').MapView} map
 * @param {(corners: Corner[] | null) => void} done null: it was cancelled
 */
export function drawBorder(map, done) {
  const bar = byId('pick');
  /** @type {Corner[]} */
  let corners = [];
  const status = h('p', { id: 'draw-status' });
  const undo = h('button', { type: 'button', class: 'button', id: 'draw-undo', text: t('areaUndo'), onclick: () => take() });
  const finish = h('button', { type: 'button', class: 'button primary', id: 'draw-finish', text: t('drawFinish'), onclick: () => end(corners) });

  /** @param {{lon: number, lat: number}} place */
  const add = ({ lon, lat }) => {
    const near = (/** @type {Corner | undefined} */ corner, /** @type {number} */ pixels) => corner && distance(map, corner, [lon, lat]) <= pixels;
    const closes = corners.length >= FEWEST && (near(corners[0], CLOSE) || near(corners[corners.length - 1], SAME));
    if (closes) end(corners);
    else if (!near(corners[corners.length - 1], SAME)) show([...corners, [round(lon), round(lat)]]);
  };
  const take = () => show(corners.slice(0, -1));
  /** @param {Corner[]} next */
  const show = (next) => {
    corners = next;
    map.areas.showShape(corners.length > 0 ? [[corners]] : [], true);
    const count = t('areaCorners', { n: corners.length });
    status.textContent = corners.length === 0 ? t('drawStart') : corners.length < FEWEST ? count : t('drawClose', { count });
    announce(status.textContent);
    undo.disabled = corners.length === 0;
    finish.disabled = corners.length < FEWEST;
  };
  /** @param {Corner[] | null} result */
  const end = (result) => {
    map.stopPicking();
    bar.hidden = true;
    bar.classList.remove('drawing');
    for (const element of [bar, map.element]) element.removeEventListener('keydown', onkey);
    done(result);
  };
  /** @param {KeyboardEvent} event */
  const onkey = (event) => {
    if (event.key === 'Escape') end(null);
    if (event.key === 'Backspace' && event.target === map.element && corners.length > 0) take();
  };

  map.closePopup();
  fill(bar, status, h('div', { class: 'buttons' },
    h('button', { type: 'button', class: 'button', id: 'draw-corner', text: t('drawCorner'), onclick: () => add(map.view()) }), undo, finish,
    h('button', { type: 'button', class: 'button', id: 'draw-cancel', text: t('cancel'), onclick: () => end(null) })));
  bar.classList.add('drawing');
  bar.hidden = false;
  for (const element of [bar, map.element]) element.addEventListener('keydown', onkey);
  show([]);
  map.pick(add);
  map.element.scrollIntoView({ block: 'nearest' });
  map.element.focus({ preventScroll: true });
  return { cancel: () => end(null) };
}

/** @param {import('../map/map-view.js').MapView} map @param {Corner} one @param {Corner} other */
function distance(map, one, other) {
  const [from, to] = [one, other].map(([lon, lat]) => map.pixel({ lon, lat }));
  return Math.hypot(from.x - to.x, from.y - to.y);
}

/** To a centimetre. @param {number} degrees */
function round(degrees) {
  return Number(degrees.toFixed(7));
}
