import { byId, fill, h } from './dom.js';
import { t } from './i18n/index.js';

/** Says something above the map until it is closed or something else is said. @param {string} text */
export function notice(text) {
  const place = byId('notice');
  place.hidden = false;
  fill(place, h('p', { text }), h('button', {
    type: 'button', class: 'quiet', text: t('close'), onclick: () => {
      place.hidden = true;
    },
  }));
}
