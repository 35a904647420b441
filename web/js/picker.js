import { byId, fill, h } from './dom.js';
import { t } from './i18n/index.js';

/** @typedef {{lon: number, lat: number}} Place */

/**
 * Lets a person choose a place: by a click, or, with the keyboard or a thumb, by moving the map under a cross.
 *
 * @param {import('./map/map-view.js').MapView} map
 * @param {(place: Place) => void} done
 */
export function pickPlace(map, done) {
  const bar = byId('pick');
  const back = /** @type {HTMLElement | null} */ (document.activeElement);
  const end = () => {
    map.stopPicking();
    bar.hidden = true;
    bar.removeEventListener('keydown', onkey);
    if (back?.isConnected) back.focus();
  };
  /** @param {Place} place */
  const choose = (place) => {
    end();
    done(place);
  };
  /** @param {KeyboardEvent} event */
  const onkey = (event) => {
    if (event.key === 'Escape') end();
  };
  map.closePopup();
  fill(bar, h('p', { text: t('pickHelp') }), h('div', { class: 'buttons' },
    h('button', { type: 'button', class: 'button primary', id: 'pick-middle', text: t('pickMiddle'), onclick: () => choose(map.view()) }),
    h('button', { type: 'button', class: 'button', id: 'pick-cancel', text: t('cancel'), onclick: end })));
  bar.hidden = false;
  bar.addEventListener('keydown', onkey);
  map.pick(choose);
  map.element.scrollIntoView({ block: 'nearest' });
  byId('pick-middle').focus({ preventScroll: true });
}
