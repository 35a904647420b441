import { fill, h } from '../dom.js';
import { capital, day, percent, t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { classOf } from './classes.js';
import { emergence, trend } from './facts.js';
import { weightText } from './ranking.js';

/** @typedef {import('./model.js').Hotspot} Hotspot */
/** @typedef {{hotspots: Hotspot[], former: Hotspot[], total: number, from: string, to: string}} Answer */

/** The ranked list: the same places, order and numbers as on the map, and only those in view. */
export class HotspotList {
  /**
   * @param {HTMLElement} place
   * @param {import('../taxonomy.js').Taxonomy} taxonomy
   * @param {{sees: (lon: number, lat: number) => boolean, onselect: (id: string, opener: HTMLElement) => void, onformer: (hotspot: Hotspot, opener: HTMLElement) => void, onshowall: () => void, onretry: () => void}} actions
   */
  constructor(place, taxonomy, actions) {
    this.taxonomy = taxonomy;
    this.actions = actions;
    this.heading = h('h2');
    this.status = h('p', { class: 'status', role: 'status', id: 'list-status' });
    this.items = h('ol', { class: 'hotspots', id: 'hotspots' });
    this.empty = h('div', { class: 'empty' });
    this.former = h('div', { id: 'former' });
    place.append(this.heading, this.status, this.items, this.empty, this.former);
    this.selected = '';
    /** @type {Answer | null} */
    this.answer = null;
    this.loading();
  }

  loading() {
    this.heading.textContent = t('placesTitle');
    if (!this.answer) this.status.textContent = t('loading');
    this.items.setAttribute('aria-busy', 'true');
  }

  failed() {
    this.answer = null;
    this.items.removeAttribute('aria-busy');
    this.status.textContent = t('failed');
    fill(this.items);
    fill(this.former);
    fill(this.empty, h('button', { type: 'button', class: 'button', text: t('retry'), onclick: this.actions.onretry }));
  }

  /** @param {Answer} answer */
  show(answer) {
    this.answer = answer;
    this.items.removeAttribute('aria-busy');
    this.heading.textContent = t('placesTitle');
    this.#showFormer(answer.former);
    this.refresh();
  }

  /** After the map has moved: the same places, other ones in view. */
  refresh() {
    if (!this.answer) return;
    const { hotspots, total, from, to } = this.answer;
    const seen = hotspots.filter((one) => this.actions.sees(one.lon, one.lat));
    fill(this.status,
      h('strong', { text: t('inView', { seen: seen.length, all: hotspots.length }) }),
      h('span', { text: from && to ? t('reportsCounted', { n: total, from: day(from), to: day(to) }) : t('nReports', { n: total }) }));
    const focused = document.activeElement?.closest('[data-hotspot]');
    const focusedId = focused && this.items.contains(focused) ? /** @type {HTMLElement} */ (focused).dataset.hotspot : null;
    fill(this.items, ...seen.map((one) => this.#item(one)));
    if (focusedId) this.button(focusedId)?.focus({ preventScroll: true });
    this.#showEmpty(hotspots.length, seen.length);
  }

  /** @param {number} all @param {number} seen */
  #showEmpty(all, seen) {
    if (all === 0) fill(this.empty, h('p', { text: t('noPlaces') }));
    else if (seen === 0) fill(this.empty, h('p', { text: t('noneInView') }));
    else fill(this.empty);
    if (seen < all) {
      this.empty.append(h('button', { type: 'button', class: 'button', text: t('showAll'), onclick: this.actions.onshowall }));
    }
  }

  /** @param {string} id '' for none */
  select(id) {
    this.selected = id;
    for (const button of this.items.querySelectorAll('[data-hotspot]')) {
      const current = /** @type {HTMLElement} */ (button).dataset.hotspot === id;
      if (current) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
      // only where the list scrolls by itself: on a phone this would take the map away
      if (current && this.#scrollsAlone()) button.scrollIntoView({ block: 'nearest' });
    }
  }

  #scrollsAlone() {
    const panel = this.items.closest('[role=tabpanel]');
    return panel !== null && panel.scrollHeight > panel.clientHeight;
  }

  /** @param {string} id @returns {HTMLElement | null} */
  button(id) {
    return this.items.querySelector(`[data-hotspot="${CSS.escape(id)}"]`);
  }

  /** @param {Hotspot} hotspot */
  #item(hotspot) {
    const change = trend(hotspot);
    const button = h('button', {
      type: 'button', class: 'hotspot', dataset: { hotspot: hotspot.id },
      'aria-current': hotspot.id === this.selected ? 'true' : null,
      onclick: () => this.actions.onselect(hotspot.id, button),
    },
    h('span', { class: `rank class-${classOf(hotspot.reports).number}`, text: String(hotspot.rank) }),
    h('span', { class: 'hotspot-text' },
      h('span', { class: 'name', text: hotspot.name }),
      this.#rankedBy(hotspot),
      h('span', { class: 'line' },
        h('span', { text: t('nReports', { n: hotspot.reports }) }),
        hotspot.darkShare !== null && h('span', { text: t('inDark', { share: percent(hotspot.darkShare) }) })),
      (change || hotspot.trust) && h('span', { class: 'line' },
        change && h('span', { class: `trend ${change.direction}`, text: change.text }),
        emergence(hotspot) !== '' && h('span', { text: emergence(hotspot) })),
      hotspot.trust?.beyondChance === false && h('span', { class: 'line doubt', text: t('doubt') })));
    return h('li', {}, button);
  }

  /** In which group of causes it was found and what its reports weigh, unless the number of reports says it all. @param {Hotspot} hotspot */
  #rankedBy({ group, weight }) {
    if (group === '' && weight === null) return null;
    return h('span', { class: 'line' },
      group !== '' && h('span', { class: 'in-group' }, h('span', { class: `dot group-${group}` }, icon(group)),
        h('span', { text: capital(this.taxonomy.cause(group)) })),
      weight !== null && h('span', { class: 'weight', text: t('weighted', { weight: weightText(weight) }) }));
  }

  /** Places that were hotspots and are none any more: they have no number and no marker. @param {Hotspot[]} former */
  #showFormer(former) {
    if (former.length === 0) return fill(this.former);
    const items = former.map((one) => {
      const button = h('button', { type: 'button', class: 'hotspot', onclick: () => this.actions.onformer(one, button) },
        h('span', { class: 'hotspot-text' }, h('span', { class: 'name', text: one.name }), this.#rankedBy(one),
          h('span', { class: 'line', text: t('formerLine', { n: one.recent, most: one.most }) })));
      return h('li', {}, button);
    });
    fill(this.former, h('details', { class: 'former' },
      h('summary', { text: t('formerTitle', { n: former.length }) }), h('ul', { class: 'hotspots' }, ...items)));
  }
}
