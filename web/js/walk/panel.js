import { ask } from '../api.js';
import { announce, fill, h } from '../dom.js';
import { number, t } from '../i18n/index.js';
import { readWalk } from './model.js';

/** @typedef {{lon: number, lat: number}} Place */

/** Plans a walk and says it in words; the map shows the same. */
export class WalkPanel {
  /**
   * @param {HTMLElement} place
   * @param {{available: boolean, filter: () => URLSearchParams, pick: (done: (place: Place) => void) => void,
   *     onwalk: (walk: import('./model.js').Walk | null) => void, onstart: (place: Place | null) => void,
   *     onstop: (stop: import('./model.js').Stop, opener: HTMLElement) => void}} actions
   */
  constructor(place, actions) {
    this.actions = actions;
    this.place = place;
    /** @type {Place | null} */
    this.start = null;
    /** @type {{answer: any, id: string} | null} */
    this.current = null;
    this.input = { minutes: '90', minutesPerStop: '5', stepFree: false };
    this.render();
  }

  render() {
    this.message = h('p', { class: 'status', role: 'status', id: 'walk-message' });
    this.result = h('div', { id: 'walk-result' });
    this.startText = h('p', { id: 'walk-start-text' });
    this.defaultButton = h('button', { type: 'button', class: 'button', id: 'walk-default', text: t('walkUseDefault'), onclick: () => this.#setStart(null) });
    const form = h('form', { class: 'form', id: 'walk-form', onsubmit: (/** @type {Event} */ event) => this.#plan(event) },
      h('fieldset', {}, h('legend', { text: t('walkStart') }), this.startText,
        h('div', { class: 'buttons' },
          h('button', { type: 'button', class: 'button', id: 'walk-pick', text: t('walkChoose'), onclick: () => this.actions.pick((at) => this.#setStart(at)) }),
          this.defaultButton)),
      h('div', { class: 'pair' }, this.#number('minutes', 'walkMinutes', 20, 240), this.#number('minutesPerStop', 'walkStopMinutes', 0, 30)),
      h('label', { class: 'check' },
        h('input', { type: 'checkbox', id: 'walk-step-free', checked: this.input.stepFree, onchange: (/** @type {any} */ event) => { this.input.stepFree = event.target.checked; } }),
        h('span', {}, h('span', { text: t('walkStepFree') }), h('span', { class: 'hint', text: ` ${t('walkStepFreeHelp')}` }))),
      h('p', { class: 'hint', text: t('walkFilterNote') }),
      h('button', { type: 'submit', class: 'button primary', id: 'walk-plan', text: t('walkPlan') }));
    fill(this.place, h('h2', { text: t('walkTitle') }), h('p', { text: t('walkIntro') }),
      this.actions.available ? form : h('p', { class: 'notice-inline', text: t('walkUnavailable') }), this.message, this.result);
    this.#showStart();
    if (this.current) this.#show(this.current.answer, this.current.id);
  }

  /** @param {'minutes' | 'minutesPerStop'} name @param {import('../i18n/index.js').Key} key @param {number} min @param {number} max */
  #number(name, key, min, max) {
    return h('label', { class: 'field', for: `walk-${name}` }, h('span', { text: t(key) }),
      h('input', {
        type: 'number', id: `walk-${name}`, min, max, required: true, value: this.input[name], inputmode: 'numeric',
        oninput: (/** @type {any} */ event) => { this.input[name] = event.target.value; },
      }));
  }

  /** @param {Place | null} start */
  #setStart(start) {
    this.start = start;
    this.actions.onstart(start);
    this.#showStart();
  }

  #showStart() {
    if (!this.startText || !this.defaultButton) return;
    this.defaultButton.hidden = this.start === null;
    const place = this.start ? `${number(this.start.lat, 5)}, ${number(this.start.lon, 5)}` : '';
    this.startText.textContent = this.start ? t('walkStartPlace', { place }) : t('walkStartDefault');
  }

  /** @param {Event} event */
  async #plan(event) {
    event.preventDefault();
    this.#say(t('walkPlanning'));
    const filter = Object.fromEntries(this.actions.filter());
    const body = {
      ...pickFilter(filter), minutes: Number(this.input.minutes), minutesPerStop: Number(this.input.minutesPerStop),
      stepFree: this.input.stepFree, ...(this.start ? { start: [this.start.lon, this.start.lat] } : {}),
    };
    const query = new URLSearchParams(filter.audience ? { audience: filter.audience } : {});
    try {
      const answer = await ask('/api/walks', { method: 'POST', body, query });
      this.#say('');
      this.#show(answer, idOf(answer));
      this.result?.querySelector('h3')?.focus();
    } catch (error) {
      this.#say(/** @type {any} */ (error).status === 422 ? t('walkNone') : t('walkFailed'));
    }
  }

  /** Shows the walk that a link names. @param {string} id '' for none */
  async open(id) {
    if (id === (this.current?.id ?? '')) return;
    if (id === '') {
      this.#clear();
      return;
    }
    try {
      this.#show(await ask(`/api/walks/${encodeURIComponent(id)}`), id);
    } catch {
      this.#say(t('walkGone'));
    }
  }

  /** @param {any} answer @param {string} id */
  #show(answer, id) {
    const walk = readWalk(answer, id);
    this.current = { answer, id };
    if (walk.stops.length === 0) this.#say(t('walkNone'));
    const { totals } = walk;
    fill(/** @type {HTMLElement} */ (this.result),
      h('h3', { text: t('walkResult'), tabindex: -1 }),
      h('p', { class: 'totals', text: t('walkTotals', { km: number(totals.metres / 1000, 1), minutes: Math.round(totals.minutes), stops: walk.stops.length }) }),
      h('p', { class: 'hint', text: t('walkParts', { walk: Math.round(totals.walkMinutes), stop: Math.round(totals.stopMinutes) }) }),
      h('div', { class: 'buttons' },
        h('a', { class: 'button', id: 'walk-gpx', href: `/export/walk-${id}.gpx`, download: '', text: t('gpx') }),
        h('a', { class: 'button', id: 'walk-geojson', href: `/export/walk-${id}.geojson`, download: '', text: t('geojson') }),
        h('button', { type: 'button', class: 'button', id: 'walk-remove', text: t('walkRemove'), onclick: () => this.#clear() })),
      h('h3', { text: t('walkStops') }),
      h('ol', { class: 'stops' }, ...walk.stops.map((stop) => this.#stop(stop))),
      walk.leftOut.length > 0 && h('details', { class: 'group' }, h('summary', { text: `${t('walkLeftOut')} (${walk.leftOut.length})` }),
        h('ul', { class: 'left-out' }, ...walk.leftOut.map((one) => h('li', { text: `${one.name}: ${one.reason}` })))));
    announce(this.result?.querySelector('.totals')?.textContent ?? '');
    this.actions.onwalk(walk);
  }

  /** @param {import('./model.js').Stop} stop */
  #stop(stop) {
    const button = h('button', { type: 'button', class: 'stop', onclick: () => this.actions.onstop(stop, button) },
      h('span', { class: 'letter', text: stop.letter }),
      h('span', { class: 'hotspot-text' },
        h('span', { class: 'name', text: stop.name }),
        h('span', { class: 'line', text: t('walkArrival', { n: Math.round(stop.arrival) }) }),
        h('span', { class: 'why', text: stop.why })));
    return h('li', {}, button);
  }

  #clear() {
    this.current = null;
    fill(/** @type {HTMLElement} */ (this.result));
    this.actions.onwalk(null);
  }

  /** @param {string} text */
  #say(text) {
    if (this.message) this.message.textContent = text;
  }
}

/** What the planner takes of the map's filter: lists for what the query writes with commas. @param {Record<string, string>} filter */
function pickFilter({ cause, from, to, light }) {
  return { ...(cause ? { cause } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(light ? { report_light: light } : {}) };
}

/** @param {any} answer */
function idOf(answer) {
  const route = answer.features.find((/** @type {any} */ one) => one.properties.kind === 'route');
  return String(answer.id ?? route?.properties.walk ?? route?.id ?? '');
}
