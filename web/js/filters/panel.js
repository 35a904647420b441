import { fill, h } from '../dom.js';
import { capital, nameOf, number, t, weekdayName } from '../i18n/index.js';
import { icon } from '../icons.js';
import { WEEKDAYS } from '../state.js';
import { countOfHours } from './facets.js';
import { Histogram } from './histogram.js';
import { PRESETS, presetOf } from './periods.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {Pick<State, 'cause' | 'from' | 'to' | 'source' | 'state' | 'light' | 'hours' | 'weekday' | 'severity' | 'area'>} Choice */

/** @typedef {{named: () => {id: string, name: string}[], entry: () => HTMLElement | null}} Areas what may be chosen, and the way to change it for whoever may */

/** @type {Choice} */
export const NO_FILTER = {
  cause: [], from: '', to: '', source: [], state: [], light: '', hours: '', weekday: [], severity: [], area: [],
};

/** Parts of the day. @type {[string, import('../i18n/index.js').Key][]} */
const DAY_PARTS = [['', 'allDay'], ['6-10', 'morning'], ['10-16', 'daytime'], ['16-22', 'evening'], ['22-6', 'night']];

/** The filters. Every change takes effect at once and can be undone by the back button. */
export class FilterPanel {
  /**
   * @param {HTMLElement} place
   * @param {{taxonomy: import('../taxonomy.js').Taxonomy, lastDate: string, firstDate: string, areas: Areas}} facts
   * @param {(patch: Partial<Choice>) => void} onchange
   * @param {(open: boolean) => void} ontoggle
   */
  constructor(place, facts, onchange, ontoggle) {
    this.facts = facts;
    this.onchange = onchange;
    this.summary = h('summary');
    this.body = h('div', { class: 'filter-body' });
    const details = h('details', { class: 'filters', id: 'filters' }, this.summary, this.body);
    details.addEventListener('toggle', () => ontoggle(details.open));
    place.append(details);
    this.choice = NO_FILTER;
    /** @type {import('./facets.js').Facets | null} */
    this.facets = null;
  }

  /** @param {Choice} choice */
  show(choice) {
    this.choice = choice;
    const focus = document.activeElement?.id;
    const open = new Set([...this.body.querySelectorAll('details[open]')].map((one) => one.id));
    const count = [choice.cause, choice.source, choice.state, choice.weekday, choice.severity, choice.area]
      .reduce((sum, list) => sum + list.length, 0)
      + [choice.light, choice.hours, choice.from || choice.to].filter((one) => one !== '').length;
    fill(this.summary, icon('filter'), h('span', { text: count ? t('filterCount', { n: count }) : t('filter') }));
    this.total = h('p', { class: 'hint', id: 'filter-total', role: 'status' });
    this.histogram = new Histogram((dates) => this.onchange(dates));
    fill(this.body, this.total, this.#period(), this.#dayPart(), this.#causes(open), this.#severity(),
      this.#list('source', 'sources', this.facts.taxonomy.sources, open),
      this.#list('state', 'states', this.facts.taxonomy.states, open),
      this.#list('area', 'areas', this.facts.areas.named().map(({ id, name }) => ({ code: id, sv: name, en: name })), open, this.facts.areas.entry()));
    if (focus && this.body.querySelector(`#${CSS.escape(focus)}`)) document.getElementById(focus)?.focus();
    this.#showNumbers();
  }

  /** @param {import('./facets.js').Facets} facets the numbers of the present choice */
  showFacets(facets) {
    this.facets = facets;
    this.#showNumbers();
  }

  /** Writes the numbers beside the choices; nothing else is made anew, so the focus stays where it is. */
  #showNumbers() {
    const { facets } = this;
    if (!facets || !this.total) return;
    this.total.textContent = t('counted', { n: facets.total });
    this.histogram?.show(facets.facets.month, this.choice);
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (this.body.querySelectorAll('[data-count]'))) {
      place.textContent = number(countFor(facets.facets, place.dataset.count ?? ''));
    }
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
      h('div', { class: 'pair' }, input('from', from), input('to', to)), error, this.histogram?.element);
  }

  /** @param {'from' | 'to'} name @param {HTMLInputElement} input @param {HTMLElement} error */
  #setDate(name, input, error) {
    const next = { from: this.choice.from, to: this.choice.to, [name]: input.value };
    const wrong = Boolean(next.from && next.to && next.from > next.to);
    error.textContent = wrong ? t('wrongPeriod') : '';
    input.setAttribute('aria-invalid', String(wrong));
    if (!wrong) this.onchange({ [name]: input.value });
  }

  /** When in the day and the week. Light and hours say different things: nights are short in summer. */
  #dayPart() {
    const { light, hours, weekday } = this.choice;
    /** @type {['' | 'dark' | 'light', import('../i18n/index.js').Key][]} */
    const lights = [['', 'lightAll'], ['dark', 'lightDark'], ['light', 'lightLight']];
    return h('div', { class: 'when' },
      h('fieldset', {}, h('legend', { text: t('light') }), h('div', { class: 'presets' }, ...lights.map(([value, key]) =>
        pill('radio', 'light', value, t(key), light === value, () => this.onchange({ light: value }))))),
      h('fieldset', {}, h('legend', { text: t('dayPart') }), h('div', { class: 'presets' }, ...DAY_PARTS.map(([value, key]) =>
        pill('radio', 'hours', value, t(key), hours === value, () => this.onchange({ hours: value }))))),
      h('fieldset', {}, h('legend', { text: t('weekdays') }), h('div', { class: 'presets' }, ...WEEKDAYS.map((value, i) =>
        pill('checkbox', 'weekday', value, capital(weekdayName(i)), weekday.includes(value), (on) =>
          this.onchange({ weekday: WEEKDAYS.filter((day) => (day === value ? on : weekday.includes(day))) }))))),
      (hours !== '' || weekday.length > 0) && h('p', { class: 'hint', text: t('hoursNote') }));
  }

  #severity() {
    const { severity } = this.choice;
    return h('fieldset', {}, h('legend', { text: t('severity') }), h('div', { class: 'presets' },
      ...this.facts.taxonomy.severities.map((one) => pill('checkbox', 'severity', one.code, capital(nameOf(one)), severity.includes(one.code),
        (on) => this.onchange({ severity: toggled(severity, one.code, on) })))));
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
            h('span', { text: capital(nameOf(group)) }), counter('group', group.code)),
          check(`cause-${group.code}`, t('allOf', { name: nameOf(group) }), whole, (on) => this.#toggleCause(group.code, on)),
          ...causes.map((one) => check(`cause-${one.code}`, capital(nameOf(one)), whole || cause.includes(one.code),
            (on) => this.#toggleCause(one.code, on), counter('cause', one.code))));
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

  /**
   * A folded list of choices that are named by a code.
   *
   * @param {'source' | 'state' | 'area'} facet
   * @param {import('../i18n/index.js').Key} title
   * @param {import('../taxonomy.js').Named[]} options
   * @param {Set<string>} open
   * @param {HTMLElement | null} [tool] below them
   */
  #list(facet, title, options, open, tool = null) {
    if (options.length === 0 && !tool) return null;
    const chosen = this.choice[facet];
    const id = `filter-${title}`;
    return h('details', { id, class: 'group', open: open.has(id) || chosen.length > 0 },
      h('summary', {}, h('span', { text: t(title) })),
      ...options.map((one) => check(`${facet}-${one.code}`, capital(nameOf(one)), chosen.includes(one.code),
        (on) => this.onchange({ [facet]: toggled(chosen, one.code, on) }), facet === 'area' ? null : counter(facet, one.code))), tool);
  }
}

/** @param {string[]} codes @param {string} code @param {boolean} on */
function toggled(codes, code, on) {
  return [...codes.filter((one) => one !== code), ...(on ? [code] : [])].sort();
}

/** Where a number of reports will stand. @param {string} facet @param {string} code */
function counter(facet, code) {
  return h('span', { class: 'count', dataset: { count: `${facet}:${code}` } });
}

/** @param {import('./facets.js').ByChoice} facets @param {string} name facet:code */
function countFor(facets, name) {
  const [facet, code] = name.split(':');
  if (facet === 'hours') return countOfHours(facets.hour, code);
  return facets[/** @type {'cause'} */ (facet)][code] ?? 0;
}

/** @param {string} id @param {string} label @param {boolean} checked @param {(on: boolean) => void} onchange @param {HTMLElement | null} [count] */
function check(id, label, checked, onchange, count = null) {
  return h('label', { class: 'check' },
    h('input', {
      type: 'checkbox', id, checked,
      onchange: (/** @type {Event} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).checked),
    }),
    h('span', { text: label }), count);
}

/**
 * A choice as a pill with its number of reports.
 *
 * @param {'radio' | 'checkbox'} type
 * @param {'light' | 'hours' | 'weekday' | 'severity'} facet
 * @param {string} value '' for all
 * @param {string} label
 * @param {boolean} checked
 * @param {(on: boolean) => void} onchange
 */
function pill(type, facet, value, label, checked, onchange) {
  return h('label', { class: 'pill' },
    h('input', {
      type, name: `filter-${facet}`, id: `${facet}-${value || 'all'}`, value, checked,
      onchange: (/** @type {Event} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).checked),
    }),
    h('span', { text: label }), value !== '' && counter(facet, value));
}
