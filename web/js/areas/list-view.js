import { fill, h } from '../dom.js';
import { number, phrase, t } from '../i18n/index.js';

/** @typedef {import('./draft.js').Area} Area */
/** @typedef {import('./list.js').Notice} Notice */

/**
 * The areas of the municipality, and the ways to add and change one.
 *
 * @param {Area[]} areas
 * @param {{onnew: () => void, onchange: (area: Area) => void, onshow: (area: Area) => void}} actions
 */
export function areaListView(areas, { onnew, onchange, onshow }) {
  return h('div', { class: 'area-list-view' },
    h('h2', { id: 'areas-title', tabindex: -1, text: t('areaTitle') }), h('p', { class: 'hint', text: t('areaIntro') }),
    h('button', { type: 'button', class: 'button primary', id: 'area-new', text: t('areaNew'), onclick: onnew }),
    h('div', { id: 'area-message', role: 'status', class: 'area-message' }),
    areas.length === 0 ? h('p', { text: t('areaNone') }) : h('ul', { class: 'area-list' }, ...areas.map((area) => h('li', {},
      h('button', { type: 'button', class: 'area-row', onclick: () => onshow(area) },
        h('span', { class: 'name', text: area.name }),
        area.population !== null && h('span', { class: 'hint', text: t('areaPeople', { n: area.population }) })),
      h('button', {
        type: 'button', class: 'button', id: `area-change-${area.id}`, text: t('areaChange'), 'aria-label': t('areaFormChange', { name: area.name }),
        onclick: () => onchange(area),
      })))));
}

/** Says what has become of an area. @param {HTMLElement} view @param {string} text @param {Notice[]} notices */
export function tell(view, text, notices) {
  const message = view.querySelector('#area-message');
  if (message) fill(message, h('p', { class: 'done', text }), ...sentences(notices).map((sentence) => h('p', { text: sentence })));
}

/** @param {Notice[]} notices @returns {string[]} one for each kind */
function sentences(notices) {
  const cut = notices.find(({ code }) => code === 'cut');
  const others = notices.filter(({ code }) => code === 'overlap').map((one) => `${one.name} (${share(one)})`);
  return [
    ...(notices.some(({ code }) => code === 'repaired') ? [t('areaRepaired')] : []),
    ...(cut ? [t('areaCut', { share: share(cut) })] : []),
    ...(others.length > 0 ? [t('areaOverlap', { areas: phrase(others) })] : []),
  ];
}

/** @param {Notice} notice */
function share(notice) {
  return `${number(100 * (notice.share ?? 0), 1)} %`;
}

/**
 * Asks whether an area is to be removed.
 *
 * @param {string} name
 * @param {() => void} onyes
 */
export function askToRemove(name, onyes) {
  const back = /** @type {HTMLElement | null} */ (document.activeElement);
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'area-remove-title', 'aria-describedby': 'area-remove-help' });
  fill(dialog, h('div', { class: 'form' },
    h('h2', { id: 'area-remove-title', text: t('areaRemoveAsk', { name }) }), h('p', { id: 'area-remove-help', text: t('areaRemoveHelp') }),
    h('div', { class: 'buttons' },
      h('button', { type: 'button', class: 'button danger', id: 'area-remove-yes', text: t('areaRemove'), onclick: () => {
        dialog.close();
        onyes();
      } }),
      h('button', { type: 'button', class: 'button', id: 'area-remove-no', text: t('areaKeep'), onclick: () => dialog.close() }))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (back?.isConnected) back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector('#area-remove-no'))?.focus();
}
