import { en } from './en.js';
import { sv } from './sv.js';
import { enWalking } from './walking-en.js';
import { svWalking } from './walking-sv.js';

/** @typedef {keyof typeof sv | keyof typeof svWalking} Key */
/** @typedef {'sv' | 'en'} Language */

/** @type {Record<Language, Record<Key, string>>} */
const DICTIONARIES = { sv: { ...sv, ...svWalking }, en: { ...en, ...enWalking } };

/** @type {Language} */
let current = 'sv';

/** @param {Language} language */
export function setLanguage(language) {
  current = language;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-i18n]')) {
    element.textContent = t(/** @type {Key} */ (/** @type {HTMLElement} */ (element).dataset.i18n));
  }
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * A text in the language of the page. `{name}` is replaced by a variable; `{n|one|many}` chooses by a number.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [vars]
 */
export function t(key, vars = {}) {
  return DICTIONARIES[current][key]
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name, one, many) => (Number(vars[name]) === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (_, name) => {
      const value = vars[name];
      return typeof value === 'number' ? number(value) : String(value ?? '');
    });
}

/** The name of something that has one in both languages. @param {{sv: string, en: string} | undefined} thing */
export function nameOf(thing) {
  return thing ? thing[current] : '';
}

const locale = () => (current === 'sv' ? 'sv-SE' : 'en-GB');

/** @param {number} value @param {number} [digits] */
export function number(value, digits = 0) {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/** @param {number} share 0..1 */
export function percent(share) {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A day as people say it. @param {string} iso */
export function day(iso) {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** A day and time as people say them. @param {string} iso */
export function moment(iso) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A month as people say it. @param {string} month such as 2026-05 */
export function monthName(month) {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00:00`));
}

/** The short name of a weekday. @param {number} number 0 is Monday */
export function weekdayName(number) {
  return new Intl.DateTimeFormat(locale(), { weekday: 'short' }).format(new Date(2024, 0, 1 + number, 12));
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** Words as one phrase: "a, b och c". @param {string[]} words */
export function phrase(words) {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}
