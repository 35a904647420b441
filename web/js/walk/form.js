import { fill, h } from '../dom.js';
import { number, t } from '../i18n/index.js';

/** @typedef {{lon: number, lat: number}} Place */

/** The values of the form, as typed; it takes the ranges of the API, since a walk asked for there may be shown. */
const USUAL = { minutes: '90', minutesPerStop: '5', maxKilometres: '2.5', groups: '1', date: '', time: '', light: '', stepFree: false, preferLit: false };

/** What a walk should be like: fields, and the request they make. */
export class WalkForm {
  /**
   * @param {{usualStart?: number[], filter: () => URLSearchParams, pick: (done: (place: Place) => void) => void, onstart: (place: Place | null) => void,
   *     onplan: () => void, onreplan: () => void}} actions
   */
  constructor(actions) {
    this.actions = actions;
    /** @type {Place | null} */
    this.start = null;
    this.input = { ...USUAL };
    this.startText = h('p', { id: 'walk-start-text' });
    this.replan = h('button', { type: 'button', class: 'button', id: 'walk-replan', hidden: true, onclick: () => this.#send(actions.onreplan) });
    this.element = h('form', { class: 'form', id: 'walk-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      actions.onplan();
    } });
  }

  render() {
    this.replan.textContent = t('walkReplan');
    this.defaultButton = h('button', { type: 'button', class: 'button', id: 'walk-default', text: t('walkUseDefault'), onclick: () => this.#setStart(null) });
    fill(this.element,
      h('fieldset', {}, h('legend', { text: t('walkStart') }), this.startText,
        h('div', { class: 'buttons' },
          h('button', { type: 'button', class: 'button', id: 'walk-pick', text: t('walkChoose'), onclick: () => this.actions.pick((at) => this.#setStart(at)) }),
          this.defaultButton)),
      h('div', { class: 'pair' }, this.#number('minutes', 'walkMinutes', 1, 480), this.#number('minutesPerStop', 'walkStopMinutes', 0, 60)),
      this.#lights(),
      h('div', { class: 'pair' }, this.#text('date', 'date', 'walkDate'), this.#text('time', 'time', 'walkTime')),
      h('p', { class: 'hint', text: t('walkWhenHelp') }),
      h('div', { class: 'pair' }, this.#number('maxKilometres', 'walkKilometres', 0.1, 30, 'walkKilometresHelp', 'any'), this.#number('groups', 'walkGroups', 1, 10, 'walkGroupsHelp')),
      this.#check('stepFree', 'step-free', 'walkStepFree', 'walkStepFreeHelp'),
      this.#check('preferLit', 'prefer-lit', 'walkPreferLit', 'walkPreferLitHelp'),
      h('p', { class: 'hint', text: t('walkFilterNote') }),
      h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'button primary', id: 'walk-plan', text: t('walkPlan') }), this.replan));
    this.#showStart();
  }

  /** What to ask the service for. @returns {Record<string, unknown>} */
  request() {
    const { minutes, minutesPerStop, maxKilometres, groups, date, time, light, stepFree, preferLit } = this.input;
    return {
      ...reportFilter(this.actions.filter()), minutes: Number(minutes), minutesPerStop: Number(minutesPerStop),
      maxKilometres: Number(maxKilometres), groups: Number(groups), stepFree, preferLit,
      ...(light ? { light } : {}), ...(date ? { date } : {}), ...(time ? { time } : {}), ...(this.start ? { start: [this.start.lon, this.start.lat] } : {}),
    };
  }

  /**
   * Shows what a walk was asked for, so that planning it anew changes only what somebody changes here.
   *
   * @param {Record<string, any>} parameters of the walk
   */
  take(parameters) {
    const told = Object.keys(USUAL).filter((name) => parameters[name] !== undefined);
    this.input = { ...USUAL, ...Object.fromEntries(told.map((name) => [name, typeof parameters[name] === 'number' ? String(parameters[name]) : parameters[name]])) };
    const [lon, lat] = parameters.start ?? [];
    const usual = lon === undefined || (lon === this.actions.usualStart?.[0] && lat === this.actions.usualStart?.[1]);
    this.render();
    if (!usual || this.start) this.#setStart(usual ? null : { lon, lat });
  }

  /** Offers to plan the walk that is shown anew, or not. @param {boolean} offered */
  offerReplan(offered) {
    this.replan.hidden = !offered;
  }

  /** As a press of the other button, but the browser checks the fields first. @param {() => void} send */
  #send(send) {
    if (this.element.reportValidity()) send();
  }

  /** @param {'minutes' | 'minutesPerStop' | 'maxKilometres' | 'groups'} name @param {import('../i18n/index.js').Key} key @param {number} min @param {number} max @param {import('../i18n/index.js').Key} [help] @param {'any'} [step] */
  #number(name, key, min, max, help, step) {
    const field = h('input', {
      type: 'number', id: `walk-${name}`, min, max, step: step ?? null, required: true, value: this.input[name], inputmode: step ? 'decimal' : 'numeric', 'aria-describedby': help ? `walk-${name}-help` : null,
      oninput: (/** @type {any} */ event) => { this.input[name] = event.target.value; },
    });
    return h('label', { class: 'field', for: `walk-${name}` }, h('span', { text: t(key) }), field, help && h('span', { class: 'hint', id: `walk-${name}-help`, text: t(help) }));
  }

  /** @param {'date' | 'time'} type @param {'date' | 'time'} name @param {import('../i18n/index.js').Key} key */
  #text(type, name, key) {
    return h('label', { class: 'field', for: `walk-${name}` }, h('span', { text: t(key) }),
      h('input', { type, id: `walk-${name}`, value: this.input[name], oninput: (/** @type {any} */ event) => { this.input[name] = event.target.value; } }));
  }

  /** @param {'stepFree' | 'preferLit'} name @param {string} id @param {import('../i18n/index.js').Key} key @param {import('../i18n/index.js').Key} help */
  #check(name, id, key, help) {
    return h('label', { class: 'check' },
      h('input', { type: 'checkbox', id: `walk-${id}`, checked: this.input[name], onchange: (/** @type {any} */ event) => { this.input[name] = event.target.checked; } }),
      h('span', {}, h('span', { text: t(key) }), h('span', { class: 'hint', text: ` ${t(help)}` })));
  }

  #lights() {
    /** @type {[string, import('../i18n/index.js').Key][]} */
    const choices = [['', 'walkByNeed'], ['dark', 'walkInDark'], ['light', 'walkInLight']];
    return h('fieldset', {}, h('legend', { text: t('walkLight') }),
      h('div', { class: 'presets' }, ...choices.map(([value, key]) => h('label', { class: 'pill' },
        h('input', {
          type: 'radio', name: 'walk-light', id: `walk-light-${value || 'need'}`, value, checked: this.input.light === value, onchange: () => { this.input.light = value; },
        }),
        h('span', { text: t(key) })))),
      h('p', { class: 'hint', text: t('walkLightHelp') }));
  }

  /** @param {Place | null} start */
  #setStart(start) {
    this.start = start;
    this.actions.onstart(start);
    this.#showStart();
  }

  #showStart() {
    if (this.defaultButton) this.defaultButton.hidden = this.start === null;
    const place = this.start ? `${number(this.start.lat, 5)}, ${number(this.start.lon, 5)}` : '';
    this.startText.textContent = this.start ? t('walkStartPlace', { place }) : t('walkStartDefault');
  }
}

/** What the planner takes of the map's filter; its light is about reports, not about the walk. @param {URLSearchParams} filter */
function reportFilter(filter) {
  const { cause, from, to, light } = Object.fromEntries(filter);
  return { ...(cause ? { cause } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(light ? { report_light: light } : {}) };
}
