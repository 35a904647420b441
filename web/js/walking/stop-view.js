import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { locate } from '../map/controls.js';
import { GuideMap } from '../map/guide-map.js';
import { theme } from '../theme.js';
import { Checklist } from './checklist.js';
import { Photos } from './photos.js';
import { inLanguage } from './words.js';

/** @typedef {import('./database.js').Walk} Walk */
/** @typedef {import('./answers.js').Answers} Answers */

/** One stop: the way to it in words and on the map, the questions. Also the way to the end, which has no questions. */
export class StopView {
  /**
   * @param {HTMLElement} place
   * @param {Walk} walk
   * @param {any} group of the guide
   * @param {number} index of the stop; the number of stops for the end
   * @param {Answers} answers
   */
  constructor(place, walk, group, index, answers) {
    this.walk = walk;
    this.group = group;
    this.index = index;
    this.answers = answers;
    this.stop = group.stops[index];
    this.mapElement = h('div', { class: 'map', id: 'map', role: 'region', 'aria-label': this.stop ? t('wmMap', { n: index + 1 }) : t('wmMapBack'), tabindex: 0 });
    this.mapMessage = h('p', { class: 'hint', role: 'status' });
    this.checklist = this.stop ? new Checklist(walk.guide.checklist, (edit) => this.#edit(edit)) : null;
    this.photos = this.stop ? new Photos(this.stop.hotspot, answers) : null;
    fill(place, ...this.#head(), ...this.#way(), ...this.#questions());
    this.map = this.#drawMap();
    void this.refresh();
  }

  /** Shows what the phone keeps: another tab may have changed it. */
  async refresh() {
    if (this.checklist) this.checklist.show(await this.answers.of(this.stop.hotspot));
    await this.photos?.refresh();
  }

  remove() {
    this.map.remove();
    this.photos?.remove();
  }

  /** @param {(answer: import('./database.js').Answer) => void} edit */
  #edit(edit) {
    void this.answers.change(this.stop.hotspot, edit);
  }

  /** @returns {Node[]} */
  #head() {
    if (!this.stop) return [];
    return [
      h('p', { class: 'stop-of', text: t('wmStopOf', { n: this.index + 1, all: this.group.stops.length }) }),
      h('h2', { id: 'view-title', tabindex: -1, text: inLanguage(this.stop, 'name') }),
      h('details', { class: 'reason' }, h('summary', { text: t('wmWhy') }), h('p', { text: inLanguage(this.stop, 'why') })),
    ];
  }

  /** @returns {Node[]} */
  #way() {
    const leg = this.group.legs[this.index];
    const facts = t('wmWayFacts', { metres: leg.metres, minutes: Math.max(1, leg.minutes) });
    const steps = leg.steps.map((/** @type {any} */ step) => h('li', {
      text: step.metres > 0 ? t('wmStep', { text: inLanguage(step, 'text'), metres: step.metres }) : inLanguage(step, 'text'),
    }));
    return [
      h('details', { class: 'route', open: true, id: 'way' },
        h('summary', {}, h('span', { text: this.stop ? t('wmWayHere') : t('wmWayBack') }), h('span', { class: 'hint', text: leg.stepMetres > 0 ? `${facts}, ${t('wmSteps')}` : facts })),
        steps.length > 0 ? h('ol', { class: 'route-steps' }, ...steps) : h('p', { class: 'hint', text: t('wmNoSteps') })),
      h('div', { class: 'walk-map' }, this.mapElement, this.#mapButtons(), h('p', { class: 'attribution', text: this.walk.guide.attribution })),
      this.mapMessage,
    ];
  }

  #mapButtons() {
    const button = (/** @type {string} */ text, /** @type {import('../i18n/index.js').Key} */ key, /** @type {() => void} */ onclick) =>
      h('button', { type: 'button', 'aria-label': t(key), title: t(key), onclick, text });
    return h('div', { class: 'map-buttons' },
      button('+', 'wmCloser', () => this.map.zoom(1)), button('−', 'wmFurther', () => this.map.zoom(-1)), button('◎', 'wmHere', () => this.#locate()));
  }

  async #locate() {
    this.mapMessage.textContent = '';
    try {
      this.map.showHere(await locate());
    } catch {
      this.mapMessage.textContent = t('wmNotLocated');
    }
  }

  /** @returns {Node[]} */
  #questions() {
    if (!this.checklist || !this.photos) return [];
    return [h('h3', { text: t('wmHow') }), h('p', { class: 'hint', text: t('wmScale') }), this.checklist.form, this.photos.element];
  }

  #drawMap() {
    const map = new GuideMap(this.mapElement, theme(), this.walk.baseZoom);
    map.show({
      ways: this.group.legs.map((/** @type {any} */ leg) => leg.line),
      stops: this.group.stops.map((/** @type {any} */ stop, /** @type {number} */ i) => ({ text: String(i + 1), position: stop.position })),
      current: this.index,
    });
    return map;
  }
}
