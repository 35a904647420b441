import { ask, isAborted } from '../api.js';
import { fill, h } from '../dom.js';
import { language, t } from '../i18n/index.js';
import { icon } from '../icons.js';

/**
 * A place that was found.
 *
 * @typedef {{lon: number, lat: number, name: string, label: string, bbox: number[] | null}} Found
 */

const PAUSE_MILLIS = 150;
const DECIMALS = 4;

/**
 * A field that finds places and addresses while one types: the combobox of WAI-ARIA 1.2 with a list box. The focus stays
 * in the field, the arrows move the choice, Enter takes it (the first one, if none is chosen), Escape closes the list.
 */
export class SearchBox {
  #pause = 0;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {Found[]} */
  #found = [];
  #active = -1;

  /**
   * @param {HTMLElement} place
   * @param {{id: string, view: () => {zoom: number, lat: number, lon: number}, onchoose: (found: Found) => void}} options
   */
  constructor(place, { id, view, onchoose }) {
    this.id = id;
    this.view = view;
    this.onchoose = onchoose;
    this.input = h('input', {
      type: 'search', id, role: 'combobox', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: 100,
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list`,
      oninput: () => this.#typed(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      onblur: () => this.#close(), onfocus: () => this.#reopen(),
    });
    this.label = h('label', { for: id });
    this.list = h('ul', { class: 'search-list', id: `${id}-list`, role: 'listbox', hidden: true });
    this.message = h('p', { class: 'search-message', role: 'status' });
    // the field keeps the focus while a choice is pressed
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    place.append(h('div', { class: 'search' }, this.label, h('div', { class: 'search-field' }, icon('search'), this.input), this.list, this.message));
    this.relabel();
  }

  /** To be called when the language has changed. */
  relabel() {
    this.label.textContent = t('searchLabel');
    this.input.placeholder = t('searchLabel');
    this.list.setAttribute('aria-label', t('searchList'));
    this.#say('');
    this.#show([]);
  }

  #typed() {
    window.clearTimeout(this.#pause);
    this.#asking?.abort();
    if (this.input.value.trim() === '') {
      this.#say('');
      this.#show([]);
      return;
    }
    this.#pause = window.setTimeout(() => void this.#ask(false), PAUSE_MILLIS);
  }

  /** @param {boolean} take whether the first answer is what was meant */
  async #ask(take) {
    window.clearTimeout(this.#pause);
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { zoom, lat, lon } = this.view();
    const query = new URLSearchParams({
      q: this.input.value.trim(), lat: lat.toFixed(DECIMALS), lon: lon.toFixed(DECIMALS), zoom: String(Math.round(zoom)),
    });
    try {
      const answer = await ask('/api/search', { query, signal: this.#asking.signal });
      this.#answered(answer.features.map(readFound), take);
    } catch (error) {
      if (isAborted(error)) return;
      this.#show([]);
      this.#say(t('searchFailed'));
    }
  }

  /** @param {Found[]} found @param {boolean} take */
  #answered(found, take) {
    this.#show(found);
    if (found.length === 0) this.#say(t('searchNone'));
    else if (take) this.#choose(0);
    else this.#say(t('searchHits', { n: found.length }), true);
  }

  /** @param {string} text @param {boolean} [quiet] for those who hear, not for those who see */
  #say(text, quiet = false) {
    this.message.textContent = text;
    this.message.classList.toggle('visually-hidden', quiet);
  }

  /** @param {Found[]} found */
  #show(found) {
    this.#found = found;
    fill(this.list, ...found.map((one, i) => h('li', {
      id: `${this.id}-${i}`, role: 'option', 'aria-selected': 'false', onclick: () => this.#choose(i),
    }, h('span', { class: 'search-name', text: one.name }), h('span', { class: 'hint', text: one.label }))));
    this.#open(found.length > 0);
  }

  /** @param {boolean} open */
  #open(open) {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.#activate(-1);
  }

  #close() {
    window.clearTimeout(this.#pause);
    this.#open(false);
  }

  #reopen() {
    if (this.#found.length > 0) this.#open(true);
  }

  /** @param {number} index -1 for none */
  #activate(index) {
    this.#active = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.id}-${index}`);
    this.list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#found.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return;
      event.preventDefault();
      const at = this.list.hidden ? -1 : this.#active;
      if (this.list.hidden) this.#open(true);
      const down = event.key === 'ArrowDown';
      this.#activate(at < 0 ? (down ? 0 : count - 1) : (at + (down ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter') {
      // a form must not be sent by it
      event.preventDefault();
      this.#enter();
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.#close();
    }
  }

  #enter() {
    if (!this.list.hidden && this.#active >= 0) this.#choose(this.#active);
    else if (this.input.value.trim() !== '') void this.#ask(true);
  }

  /** @param {number} index */
  #choose(index) {
    const found = this.#found[index];
    this.#asking?.abort();
    this.input.value = found.name;
    this.#found = [];
    this.#say('');
    this.#close();
    this.onchoose(found);
  }
}

/** @param {any} feature of the service's answer @returns {Found} */
function readFound(feature) {
  const [lon, lat] = feature.geometry.coordinates;
  const { name, label_sv: sv, label_en: en } = feature.properties;
  return { lon, lat, name, label: language() === 'sv' ? sv : en, bbox: feature.bbox ?? null };
}
