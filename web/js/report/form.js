import { ask, Problem } from '../api.js';
import { fill, h } from '../dom.js';
import { capital, nameOf, number, t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { locate } from '../map/controls.js';
import { check, emptyDraft, toBody } from './draft.js';
import { readFaults } from './faults.js';
import { SearchBox } from '../search/box.js';
import { followUp, receiptView } from './receipt.js';

/** @typedef {{lon: number, lat: number}} Place */
/** @typedef {import('../i18n/index.js').Key} Key */

const VIOLENCE = 'C15';

/** "Rapportera en otrygg plats": one page, few choices, every fault at its field. */
export class ReportForm {
  /**
   * @param {HTMLElement} place
   * @param {import('../taxonomy.js').Taxonomy} taxonomy
   * @param {{pick: (done: (place: Place) => void) => void, onplace: (place: Place | null, accuracy?: number) => void,
   *     view: () => {zoom: number, lat: number, lon: number}, onfound: (found: import('../search/box.js').Found) => void}} actions
   */
  constructor(place, taxonomy, actions) {
    this.place = place;
    this.taxonomy = taxonomy;
    this.actions = actions;
    this.draft = emptyDraft();
    this.placeName = '';
    this.render();
  }

  render() {
    this.summary = h('div', { class: 'summary', id: 'report-summary', tabindex: -1 });
    this.placeText = h('p', { id: 'report-place-text' });
    this.violence = h('p', { class: 'emergency', role: 'status', text: t('reportViolence') });
    this.send = h('button', { type: 'submit', class: 'button primary', id: 'report-send', text: t('reportSend') });
    this.form = h('form', { class: 'form', id: 'report-form', novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) },
      this.summary, this.#placeFields(), this.#causeFields(), this.#whenFields(),
      this.#severityFields(), this.#area(), this.#contactFields(), h('p', { class: 'hint', text: t('reportPrivacy') }), this.send);
    fill(this.place, h('h2', { text: t('reportFormTitle') }), h('p', { class: 'emergency', text: t('emergency') }),
      this.form, followUp());
    this.#showPlace();
    this.#showViolence();
  }

  #placeFields() {
    const search = h('div', {});
    new SearchBox(search, { id: 'report-search', view: this.actions.view, onchoose: (found) => this.#setFound(found) });
    return h('fieldset', {}, h('legend', { text: t('reportPlace') }), this.placeText, errorAt('report-pick'), search,
      h('div', { class: 'buttons' },
        h('button', {
          type: 'button', class: 'button', id: 'report-pick', text: t('reportUseMap'), 'aria-describedby': 'report-place-text report-pick-error',
          onclick: () => this.actions.pick((at) => this.#setPlace(at)),
        }),
        h('button', { type: 'button', class: 'button', id: 'report-locate', text: t('reportUseMine'), onclick: () => this.#locate() })));
  }

  async #locate() {
    try {
      const found = await locate();
      this.#setPlace(found, found.accuracy);
    } catch {
      /** @type {HTMLElement} */ (this.placeText).textContent = t('myPlaceFailed');
    }
  }

  /** Begins a report at a place that was found on the map. @param {import('../search/box.js').Found} found */
  choose(found) {
    if (!this.placeText?.isConnected) this.render();
    this.#setPlace(found, 0, found.name);
    this.placeText?.closest('fieldset')?.querySelector('button')?.focus();
  }

  /** @param {import('../search/box.js').Found} found */
  #setFound(found) {
    this.actions.onfound(found);
    this.#setPlace(found, 0, found.name);
  }

  /** @param {Place} place @param {number} [accuracy] metres @param {string} [name] what it is called, if it was found by that */
  #setPlace(place, accuracy, name = '') {
    this.placeName = name;
    this.draft.place = { lon: place.lon, lat: place.lat };
    this.actions.onplace(this.draft.place, accuracy);
    this.#mark('report-pick', '');
    this.#showPlace();
  }

  #showPlace() {
    const { place } = this.draft;
    const at = place ? `${number(place.lat, 5)}, ${number(place.lon, 5)}` : '';
    const text = place ? t('reportPlaceChosen', { place: this.placeName ? `${this.placeName} (${at})` : at }) : t('reportPlaceNone');
    /** @type {HTMLElement} */ (this.placeText).textContent = text;
  }

  #causeFields() {
    const chosen = new Set(this.draft.causes);
    return h('fieldset', { id: 'report-causes', tabindex: -1, 'aria-describedby': 'report-causes-help report-causes-error' },
      h('legend', { text: t('reportCauses') }), h('p', { class: 'hint', id: 'report-causes-help', text: t('reportCausesHelp') }), errorAt('report-causes'),
      ...this.taxonomy.choices(true).map(({ group, causes }, i) => h('details', {
        class: 'group', id: `report-group-${group.code}`, open: i === 0 || causes.some((one) => chosen.has(one.code)),
      },
      h('summary', {}, h('span', { class: `dot group-${group.code}` }, icon(group.code)), h('span', { text: capital(nameOf(group)) })),
      ...causes.map((one) => h('label', { class: 'check' },
        h('input', {
          type: 'checkbox', id: `report-cause-${one.code}`, value: one.code, checked: chosen.has(one.code),
          onchange: (/** @type {any} */ event) => this.#toggle(one.code, event.target.checked),
        }),
        h('span', { text: capital(nameOf(one)) }))))), this.violence);
  }

  /** @param {string} code @param {boolean} on */
  #toggle(code, on) {
    this.draft.causes = [...this.draft.causes.filter((one) => one !== code), ...(on ? [code] : [])].sort();
    this.#showViolence();
  }

  #showViolence() {
    if (this.violence) this.violence.hidden = !this.draft.causes.includes(VIOLENCE);
  }

  #whenFields() {
    const dates = h('div', { class: 'pair' }, this.#input('date', 'reportDate', 'date'), this.#input('time', 'reportTime', 'time'));
    dates.hidden = this.draft.recurring;
    /** @param {boolean} recurring @param {Key} key */
    const option = (recurring, key) => h('label', { class: 'check' },
      h('input', {
        type: 'radio', name: 'report-when', id: `report-when-${recurring ? 'often' : 'once'}`, checked: this.draft.recurring === recurring,
        onchange: () => {
          this.draft.recurring = recurring;
          dates.hidden = recurring;
        },
      }), h('span', { text: t(key) }));
    return h('fieldset', {}, h('legend', { text: t('reportWhen') }), errorAt('report-date'),
      option(false, 'reportWhenOnce'), option(true, 'reportWhenOften'), dates);
  }

  /** Optional: the first choice says nothing. */
  #severityFields() {
    const options = [{ code: '', name: t('severityNone') }, ...this.taxonomy.severities.map((one) => ({ code: one.code, name: capital(nameOf(one)) }))];
    return h('fieldset', { id: 'report-severity' }, h('legend', { text: t('reportSeverity') }), errorAt('report-severity-none'),
      h('div', { class: 'presets' }, ...options.map(({ code, name }) => h('label', { class: 'pill' },
        h('input', {
          type: 'radio', name: 'report-severity', id: `report-severity-${code || 'none'}`, value: code, checked: this.draft.severity === code,
          onchange: () => { this.draft.severity = code; },
        }),
        h('span', { text: name })))));
  }

  #area() {
    return h('div', { class: 'field' }, h('label', { for: 'report-text', text: t('reportText') }),
      h('p', { class: 'hint', id: 'report-text-help', text: t('reportTextHelp') }), errorAt('report-text'),
      h('textarea', {
        id: 'report-text', rows: 4, maxlength: 4000, 'aria-describedby': 'report-text-help report-text-error', value: this.draft.text,
        oninput: (/** @type {any} */ event) => { this.draft.text = event.target.value; },
      }));
  }

  #contactFields() {
    const filled = this.draft.name + this.draft.email + this.draft.phone !== '';
    return h('details', { class: 'group', id: 'report-contact', open: filled }, h('summary', {}, h('span', { text: t('reportContact') })),
      h('p', { class: 'hint', text: t('reportContactHelp') }),
      this.#input('name', 'reportName', 'text', 'name'), this.#input('email', 'reportEmail', 'email', 'email'),
      this.#input('phone', 'reportPhone', 'tel', 'tel'));
  }

  /** @param {'date' | 'time' | 'name' | 'email' | 'phone'} name @param {Key} key @param {string} type @param {string} [autocomplete] */
  #input(name, key, type, autocomplete) {
    const id = `report-${name}`;
    return h('div', { class: 'field' }, h('label', { for: id, text: t(key) }), name !== 'date' && name !== 'time' && errorAt(id),
      h('input', {
        type, id, autocomplete, value: this.draft[name], 'aria-describedby': `${id}-error`,
        max: type === 'date' ? new Date().toISOString().slice(0, 10) : null,
        oninput: (/** @type {any} */ event) => { this.draft[name] = event.target.value; },
      }));
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const faults = check(this.draft);
    if (faults.length > 0) {
      this.#showFaults(faults);
      return;
    }
    this.#busy(true);
    try {
      const answer = await ask('/api/reports', { method: 'POST', body: toBody(this.draft) });
      this.#sent(answer.receipt);
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#busy(false);
    }
  }

  /** @param {unknown} error */
  #refused(error) {
    if (error instanceof Problem && error.errors.length > 0) {
      this.#showFaults(error.errors);
      return;
    }
    const many = error instanceof Problem && error.status === 429;
    fill(/** @type {HTMLElement} */ (this.summary), h('p', { class: 'error', role: 'alert', text: many ? t('reportTooMany') : t('reportNotSent') }));
  }

  /** @param {{field: string, message: string}[]} errors */
  #showFaults(errors) {
    const faults = readFaults(errors);
    for (const output of this.place.querySelectorAll('.field-error')) output.textContent = '';
    for (const input of this.place.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const fault of faults) this.#mark(fault.input, fault.text);
    fill(/** @type {HTMLElement} */ (this.summary), h('div', { class: 'error', role: 'alert' }, h('p', { text: t('reportFaults') }),
      h('ul', {}, ...faults.map((fault) => h('li', {}, h('button', { type: 'button', class: 'link', text: fault.text, onclick: () => focusField(fault.input) }))))));
    if (faults.length > 0) focusField(faults[0].input);
    else this.summary?.focus();
  }

  /** @param {string} id @param {string} text '' when it is right again */
  #mark(id, text) {
    const output = document.getElementById(`${id}-error`);
    if (output) output.textContent = text;
    const field = document.getElementById(id);
    if (field?.matches('input, textarea')) field.setAttribute('aria-invalid', String(text !== ''));
  }

  /** @param {string} receipt */
  #sent(receipt) {
    this.draft = emptyDraft();
    this.placeName = '';
    this.actions.onplace(null);
    const view = receiptView(receipt, () => {
      this.render();
      this.place.querySelector('button')?.focus();
    });
    fill(this.place, h('h2', { text: t('reportFormTitle') }), view, followUp());
    view.focus();
  }

  /** @param {boolean} busy */
  #busy(busy) {
    if (!this.send) return;
    this.send.disabled = busy;
    this.send.textContent = busy ? t('reportSending') : t('reportSend');
  }
}

/** @param {string} id of the field that the fault belongs to */
function errorAt(id) {
  return h('p', { class: 'field-error', id: `${id}-error` });
}

/** Opens what hides a field, and goes there. @param {string} id */
function focusField(id) {
  const field = document.getElementById(id);
  const hidden = field?.closest('details');
  if (hidden) hidden.open = true;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
