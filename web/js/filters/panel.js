import { fill, h } from '../dom.js';
import { capital, nameOf, t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { PRESETS, presetOf } from './periods.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {Pick<State, 'cause' | 'from' | 'to' | 'source' | 'light'>} Choice */

/** The filters. Every change takes effect at once and can be undone by the back button. */
export class FilterPanel {
  /**
   * @param {HTMLElement} place
   * @param {{taxonomy: import('../taxonomy.js').Taxonomy, lastDate: string, firstDate: string}} facts
   * @param {(patch: Partial<Choice>) => void} onchange
   */
  constructor(place, facts, onchange) {
    this.facts = facts;
    this.onchange = onchange;
    this.summary = h('summary');
    this.body = h('div', { class: 'filter-body' });
    place.append(h('details', { class: 'filters', id: 'filters' }, this.summary, this.body));
    /** @type {Choice} */
    this.choice = { cause: [], from: '', to: '', source: [], light: '' };
  }

  /** @param {Choice} choice */
  show(choice) {
    this.choice = choice;
    const focus = document.activeElement?.id;
    const open = new Set([...this.body.querySelectorAll('details[open]')].map((one) => one.id));
    const count = choice.cause.length + choice.source.length + Number(choice.light !== '') + Number(choice.from !== '' || choice.to !== '');
    fill(this.summary, icon('filter'), h('span', { text: count ? t('filterCount', { n: count }) : t('filter') }));
    fill(this.body, this.#period(), this.#light(), this.#causes(open), this.#sources(open));
    if (focus && this.body.querySelector(`#${CSS.escape(focus)}`)) document.getElementById(focus)?.focus();
  }

  #period() {
    const { from, to } = this.choice;
    const current = presetOf(from, to, this.facts);
    const error = h('p', { class: 'error', id: 'period-error', role: 'alert' });
    /** @param {'from' | 'to'} name @param {string} value */
    const input = (name, value) => h('label', { class: 'field', for: `filter-${name}` }, h('span', { text: t(name) }),
      h('input', {
        type: 'date', id: `filter-${name}`, value, 'aria-describedby': 'period-error', min: '1990-01-01', max: '2099-12-31',
        onchange: (/** @type {Event} */ event) => this.#setDate(name, /** @type {HTMLInputElement} */ (event.target), error),
      }));
    return h('fieldset', {}, h('legend', { text: t('period') }),
      h('div', { class: 'presets' }, ...PRESETS.map((preset) => h('button', {
        type: 'button', id: `preset-${preset.name}`, class: 'pill', text: t(preset.key), 'aria-pressed': String(current === preset.name),
        onclick: () => this.onchange(preset.dates(this.facts)),
      }))),
      h('div', { class: 'pair' }, input('from', from), input('to', to)), error);
  }

  /** @param {'from' | 'to'} name @param {HTMLInputElement} input @param {HTMLElement} error */
  #setDate(name, input, error) {
    const next = { from: this.choice.from, to: this.choice.to, [name]: input.value };
    const wrong = Boolean(next.from && next.to && next.from > next.to);
    error.textContent = wrong ? t('wrongPeriod') : '';
    input.setAttribute('aria-invalid', String(wrong));
    if (!wrong) this.onchange({ [name]: input.value });
  }

  #light() {
    /** @type {['' | 'dark' | 'light', import('../i18n/index.js').Key][]} */
    const options = [['', 'lightAll'], ['dark', 'lightDark'], ['light', 'lightLight']];
    return h('fieldset', {}, h('legend', { text: t('light') }),
      h('div', { class: 'presets' }, ...options.map(([value, key]) => h('label', { class: 'pill' },
        h('input', {
          type: 'radio', name: 'light', id: `light-${value || 'all'}`, value, checked: this.choice.light === value,
          onchange: () => this.onchange({ light: value }),
        }),
        h('span', { text: t(key) })))));
  }

  /** @param {Set<string>} open */
  #causes(open) {
    const { cause } = this.choice;
    return h('fieldset', {}, h('legend', { text: t('causes') }),
      ...this.facts.taxonomy.choices().map(({ group, causes }) => {
        const id = `group-${group.code}`;
        const whole = cause.includes(group.code);
        return h('details', { id, class: 'group', open: open.has(id) || causes.some((one) => cause.includes(one.code)) },
          h('summary', {}, h('span', { class: `dot group-${group.code}` }, icon(group.code)),
            h('span', { text: capital(nameOf(group)) })),
          this.#check(`cause-${group.code}`, t('allOf', { name: nameOf(group) }), whole, (on) => this.#toggleCause(group.code, on)),
          ...causes.map((one) => this.#check(`cause-${one.code}`, capital(nameOf(one)), whole || cause.includes(one.code),
            (on) => this.#toggleCause(one.code, on))));
      }));
  }

  /** A whole group stands for its causes: a cause taken out of it leaves the others. @param {string} code @param {boolean} on */
  #toggleCause(code, on) {
    const letter = code.charAt(0);
    const others = this.facts.taxonomy.choices().find(({ group }) => group.code === letter)?.causes.map((one) => one.code) ?? [];
    let cause = this.choice.cause.filter((one) => one !== code);
    if (code === letter) cause = cause.filter((one) => !one.startsWith(letter));
    else if (cause.includes(letter)) cause = [...cause.filter((one) => one !== letter), ...others.filter((one) => one !== code)];
    if (on) cause.push(code);
    if (others.length > 0 && others.every((one) => cause.includes(one))) {
      cause = [...cause.filter((one) => !one.startsWith(letter)), letter];
    }
    this.onchange({ cause: cause.sort() });
  }

  /** @param {Set<string>} open */
  #sources(open) {
    const { source } = this.choice;
    return h('details', { id: 'filter-sources', class: 'group', open: open.has('filter-sources') || source.length > 0 },
      h('summary', {}, h('span', { text: t('sources') })),
      ...this.facts.taxonomy.sources.map((one) => this.#check(`source-${one.code}`, capital(nameOf(one)), source.includes(one.code),
        (on) => this.onchange({ source: [...source.filter((code) => code !== one.code), ...(on ? [one.code] : [])].sort() }))));
  }

  /** @param {string} id @param {string} label @param {boolean} checked @param {(on: boolean) => void} onchange */
  #check(id, label, checked, onchange) {
    return h('label', { class: 'check' },
      h('input', {
        type: 'checkbox', id, checked,
        onchange: (/** @type {Event} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).checked),
      }),
      h('span', { text: label }));
  }
}
