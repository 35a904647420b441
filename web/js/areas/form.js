import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { cornersOf } from './shape.js';
import { writeShape } from './paste.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./faults.js').Fault} Fault */

/**
 * @typedef {object} FormActions
 * @property {() => void} ondraw
 * @property {() => void} onundo
 * @property {(text: string) => boolean} onpaste whether it was a border
 * @property {() => void} onsave
 * @property {() => void} oncancel
 * @property {() => void} onremove
 * @property {(position: [number, number]) => void} onfault goes to a place on the map
 */

/** Name, population and border of one area. The border is drawn on the map; its coordinates are a text, too. */
export class AreaForm {
  /** @param {Draft} draft @param {FormActions} actions */
  constructor(draft, actions) {
    this.draft = draft;
    this.actions = actions;
    this.title = h('h2', { id: 'areas-title', tabindex: -1, text: draft.id === null ? t('areaFormNew') : t('areaFormChange', { name: draft.called }) });
    this.summary = h('div', { class: 'summary', id: 'area-summary' });
    this.corners = h('p', { id: 'area-corners', role: 'status' });
    this.help = h('p', { class: 'hint', id: 'area-help' });
    this.drawError = h('p', { class: 'field-error', id: 'area-draw-error' });
    this.draw = h('button', { type: 'button', class: 'button', id: 'area-draw', 'aria-describedby': 'area-corners area-draw-error', onclick: actions.ondraw });
    this.undo = h('button', { type: 'button', class: 'button', id: 'area-undo', text: t('areaUndo'), onclick: actions.onundo });
    this.text = h('textarea', { id: 'area-text', rows: 5, spellcheck: 'false', 'aria-describedby': 'area-text-help area-text-error' });
    this.textError = h('p', { class: 'field-error', id: 'area-text-error', role: 'alert' });
    this.save = h('button', { type: 'submit', class: 'button primary', id: 'area-save', text: t('areaSave') });
    this.element = h('form', { class: 'form', id: 'area-form', novalidate: true, onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      actions.onsave();
    } },
    this.title, this.summary, this.#input('name', 'areaName', 'text'), this.#border(), this.#input('population', 'areaPopulation', 'numeric'),
    h('div', { class: 'buttons' }, this.save,
      h('button', { type: 'button', class: 'button', id: 'area-cancel', text: t('cancel'), onclick: actions.oncancel }),
      draft.id !== null && h('button', { type: 'button', class: 'button danger', id: 'area-remove', text: t('areaRemove'), onclick: actions.onremove })));
    this.showBorder(false);
  }

  /** @param {'name' | 'population'} name @param {import('../i18n/index.js').Key} key @param {string} inputmode */
  #input(name, key, inputmode) {
    const id = `area-${name}`;
    return h('div', { class: 'field' }, h('label', { for: id, text: t(key) }), h('p', { class: 'field-error', id: `${id}-error` }),
      h('input', {
        type: 'text', id, inputmode, autocomplete: 'off', value: this.draft[name], 'aria-describedby': `${id}-error`,
        oninput: (/** @type {any} */ event) => { this.draft[name] = event.target.value; },
      }));
  }

  #border() {
    return h('fieldset', {}, h('legend', { text: t('areaBorder') }), this.corners, this.drawError, this.help,
      h('div', { class: 'buttons' }, this.draw, this.undo),
      h('details', { class: 'group', id: 'area-coordinates' }, h('summary', {}, h('span', { text: t('areaCoordinates') })),
        h('div', { class: 'field' }, h('label', { for: 'area-text', text: t('areaText') }),
          h('p', { class: 'hint', id: 'area-text-help', text: t('areaTextHelp') }), this.textError, this.text),
        h('button', { type: 'button', class: 'button', id: 'area-use', text: t('areaUse'), onclick: () => this.#paste() })));
  }

  #paste() {
    const taken = this.actions.onpaste(this.text.value);
    this.textError.textContent = taken ? '' : t('areaTextWrong');
    this.text.setAttribute('aria-invalid', String(!taken));
    if (!taken) this.text.focus();
  }

  /** Says what the border is now. @param {boolean} crowded whether its corners are too near to each other to be shown */
  showBorder(crowded) {
    const { shape } = this.draft;
    const drawn = shape.length > 0;
    this.corners.textContent = drawn ? t('areaCorners', { n: cornersOf(shape).length }) : t('areaNoCorners');
    this.help.textContent = t(drawn ? (crowded ? 'areaCrowd' : 'areaEditHelp') : 'areaDrawHelp');
    this.draw.textContent = drawn ? t('areaRedraw') : t('areaDraw');
    this.undo.disabled = !this.draft.canUndo;
    this.text.value = writeShape(shape);
  }

  /** Shows faults at their fields, and goes to the first. @param {string} message @param {Fault[]} faults */
  showFaults(message, faults) {
    const inputs = [...this.element.querySelectorAll('#area-name, #area-population')];
    for (const input of inputs) input.setAttribute('aria-invalid', String(faults.some((fault) => fault.input === input.id)));
    for (const id of ['area-name', 'area-population', 'area-draw']) {
      const output = this.element.querySelector(`#${id}-error`);
      if (output) output.textContent = faults.find((fault) => fault.input === id)?.text ?? '';
    }
    fill(this.summary, h('div', { class: 'error', role: 'alert' }, h('p', { text: message }),
      faults.length > 0 && h('ul', {}, ...faults.map((fault) => h('li', {}, h('button', { type: 'button', class: 'link', text: fault.text, onclick: () => this.#go(fault) }))))));
    if (faults.length > 0) this.#go(faults[0]);
  }

  clearFaults() {
    fill(this.summary);
    for (const output of this.element.querySelectorAll('.field-error')) output.textContent = '';
    for (const input of this.element.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  }

  /** @param {Fault} fault */
  #go(fault) {
    if (fault.position) this.actions.onfault(fault.position);
    this.element.querySelector(`#${fault.input}`)?.scrollIntoView({ block: 'nearest' });
    /** @type {HTMLElement | null} */ (this.element.querySelector(`#${fault.input}`))?.focus({ preventScroll: true });
  }

  /** @param {boolean} busy */
  busy(busy) {
    this.save.disabled = busy;
    this.save.textContent = busy ? t('areaSaving') : t('areaSave');
  }
}
