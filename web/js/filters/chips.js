import { fill, h } from '../dom.js';
import { capital, day, t, weekdayName } from '../i18n/index.js';
import { icon } from '../icons.js';
import { WEEKDAYS } from '../state.js';
import { rankingChips, USUAL_RANKING } from '../hotspots/ranking.js';
import { NO_FILTER } from './panel.js';

/** @typedef {import('./panel.js').Choice & import('../hotspots/ranking.js').Ranking} Choice */

/** The active filters and what else than usual ranks the places, each with a way to take it off, and one button for all. */
export class Chips {
  /**
   * @param {HTMLElement} place
   * @param {import('../taxonomy.js').Taxonomy} taxonomy
   * @param {{named: () => {id: string, name: string}[]}} areas
   * @param {(patch: Partial<Choice>) => void} onchange
   */
  constructor(place, taxonomy, areas, onchange) {
    this.list = h('ul', { class: 'chips', id: 'chips' });
    this.taxonomy = taxonomy;
    this.areas = areas;
    this.onchange = onchange;
    place.append(this.list);
  }

  /** @param {Choice} choice */
  show(choice) {
    const active = this.#active(choice);
    const ranks = rankingChips(choice);
    this.list.hidden = active.length + ranks.length === 0;
    this.list.setAttribute('aria-label', t('filterActive'));
    fill(this.list, ...active.map(([name, patch]) => h('li', {}, this.#chip(name, t('removeFilter', { name }), patch))),
      ...ranks.map(([name, patch]) => h('li', {}, this.#chip(name, t('removeRanking', { name }), patch))),
      !this.list.hidden && h('li', {}, h('button', {
        type: 'button', class: 'link', id: 'reset', text: t(ranks.length > 0 ? 'resetAll' : 'reset'),
        onclick: () => this.onchange({ ...NO_FILTER, ...USUAL_RANKING }),
      })));
  }

  /** Every active filter: its name and what takes it off. @param {Choice} choice @returns {[string, Partial<Choice>][]} */
  #active(choice) {
    const { taxonomy } = this;
    /** @type {[string, Partial<Choice>][]} */
    const active = [
      ...each('cause', (code) => capital(taxonomy.cause(code))),
      ...each('source', (code) => capital(taxonomy.source(code))),
      ...each('state', (code) => capital(taxonomy.state(code))),
      ...each('severity', (code) => capital(taxonomy.severity(code))),
      ...each('area', (id) => this.areas.named().find((area) => area.id === id)?.name ?? id),
      ...each('weekday', (code) => capital(weekdayName(WEEKDAYS.indexOf(code)))),
    ];
    if (choice.light) active.push([choice.light === 'dark' ? t('lightDark') : t('lightLight'), { light: '' }]);
    if (choice.hours) {
      const [from, to] = choice.hours.split('-');
      active.push([t('hoursChip', { from, to }), { hours: '' }]);
    }
    if (choice.from) active.push([t('fromChip', { date: day(choice.from) }), { from: '' }]);
    if (choice.to) active.push([t('toChip', { date: day(choice.to) }), { to: '' }]);
    return active;

    /** @param {'cause' | 'source' | 'state' | 'severity' | 'area' | 'weekday'} key @param {(code: string) => string} name */
    function each(key, name) {
      return choice[key].map((code) => /** @type {[string, Partial<Choice>]} */ ([name(code), { [key]: choice[key].filter((one) => one !== code) }]));
    }
  }

  /** @param {string} name @param {string} label what pressing it does @param {Partial<Choice>} patch */
  #chip(name, label, patch) {
    return h('button', {
      type: 'button', class: 'chip', 'aria-label': label, onclick: () => this.onchange(patch),
    }, h('span', { text: name }), icon('close'));
  }
}
