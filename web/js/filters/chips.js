import { fill, h } from '../dom.js';
import { capital, day, t } from '../i18n/index.js';
import { icon } from '../icons.js';

/** @typedef {import('./panel.js').Choice} Choice */

export const NO_FILTER = /** @type {Choice} */ ({ cause: [], from: '', to: '', source: [], light: '' });

/** The active filters, each with a way to take it off, and one button for all. */
export class Chips {
  /**
   * @param {HTMLElement} place
   * @param {import('../taxonomy.js').Taxonomy} taxonomy
   * @param {(patch: Partial<Choice>) => void} onchange
   */
  constructor(place, taxonomy, onchange) {
    this.list = h('ul', { class: 'chips', id: 'chips' });
    this.taxonomy = taxonomy;
    this.onchange = onchange;
    place.append(this.list);
  }

  /** @param {Choice} choice */
  show(choice) {
    /** @type {[string, Partial<Choice>][]} */
    const active = [
      ...choice.cause.map((code) => /** @type {[string, Partial<Choice>]} */ ([
        capital(this.taxonomy.cause(code)), { cause: choice.cause.filter((one) => one !== code) }])),
      ...choice.source.map((code) => /** @type {[string, Partial<Choice>]} */ ([
        capital(this.taxonomy.source(code)), { source: choice.source.filter((one) => one !== code) }])),
    ];
    if (choice.light) active.push([choice.light === 'dark' ? t('lightDark') : t('lightLight'), { light: '' }]);
    if (choice.from) active.push([t('fromChip', { date: day(choice.from) }), { from: '' }]);
    if (choice.to) active.push([t('toChip', { date: day(choice.to) }), { to: '' }]);
    this.list.hidden = active.length === 0;
    this.list.setAttribute('aria-label', t('filterActive'));
    fill(this.list, ...active.map(([name, patch]) => h('li', {}, this.#chip(name, patch))),
      active.length > 0 && h('li', {}, h('button', {
        type: 'button', class: 'link', id: 'reset', text: t('reset'), onclick: () => this.onchange(NO_FILTER),
      })));
  }

  /** @param {string} name @param {Partial<Choice>} patch */
  #chip(name, patch) {
    return h('button', {
      type: 'button', class: 'chip', 'aria-label': t('removeFilter', { name }), onclick: () => this.onchange(patch),
    }, h('span', { text: name }), icon('close'));
  }
}
