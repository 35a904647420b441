import { fill, h } from '../dom.js';
import { capital, t } from '../i18n/index.js';
import { inLanguage } from './words.js';

/** @typedef {{code: string, grades: object[]}} Item what the grades are called, from 1 */
/** @typedef {import('./database.js').Answer} Answer */

const MOST_COMMENT = 2000;
/** From here on it is told how many are left. */
const NEARLY_FULL = 200;

/** The questions of one stop: eleven grades and a comment. Every change is told at once. */
export class Checklist {
  /**
   * @param {Item[]} items
   * @param {(edit: (answer: Answer) => void) => void} onedit
   */
  constructor(items, onedit) {
    this.items = items;
    this.onedit = onedit;
    this.left = h('p', { class: 'hint', id: 'comment-left' });
    this.comment = h('textarea', {
      id: 'comment', rows: 4, maxlength: MOST_COMMENT, 'aria-describedby': 'comment-help comment-left',
      oninput: () => {
        const text = this.comment.value;
        this.onedit((answer) => {
          answer.comment = text;
        });
        this.#count();
      },
    });
    this.form = h('form', { class: 'checklist', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      ...items.map((item) => this.#item(item)),
      h('div', { class: 'field' }, h('label', { for: 'comment', text: t('wmComment') }), h('p', { class: 'hint', id: 'comment-help', text: t('wmCommentHelp') }), this.comment, this.left));
  }

  /** Shows an answer; what a person is writing just now stays. @param {Answer | undefined} answer */
  show(answer) {
    for (const item of this.items) {
      const grade = answer?.grades[item.code] ?? 0;
      for (const input of this.#inputs(item)) input.checked = Number(input.value) === grade;
      this.#showClear(item, grade);
    }
    if (document.activeElement !== this.comment) this.comment.value = answer?.comment ?? '';
    this.#count();
  }

  /** @param {Item} item */
  #item(item) {
    const { code } = item;
    const clear = h('button', { type: 'button', class: 'link', id: `clear-${code}`, hidden: true, onclick: () => this.#set(item, 0) });
    fill(clear, t('wmClear'), h('span', { class: 'visually-hidden', text: `: ${inLanguage(item, 'name')}` }));
    return h('fieldset', { class: 'item', 'aria-describedby': `question-${code}` },
      h('legend', { text: capital(inLanguage(item, 'name')) }), h('p', { class: 'hint', id: `question-${code}`, text: inLanguage(item, 'question') }),
      h('div', { class: 'grades' }, ...item.grades.map((words, i) => this.#grade(item, i + 1, inLanguage(words, 'name')))), clear);
  }

  /** @param {Item} item @param {number} grade @param {string} words */
  #grade(item, grade, words) {
    const id = `${item.code}-${grade}`;
    return h('label', { class: 'grade', for: id },
      h('input', { type: 'radio', name: item.code, id, value: String(grade), onchange: () => this.#set(item, grade) }),
      h('span', { class: 'grade-number', text: String(grade) }), h('span', { class: 'grade-words', text: words }));
  }

  /** @param {Item} item @param {number} grade 0 for none */
  #set(item, grade) {
    for (const input of this.#inputs(item)) input.checked = Number(input.value) === grade;
    if (grade === 0) this.#inputs(item)[0].focus();
    this.#showClear(item, grade);
    this.onedit((answer) => {
      if (grade === 0) delete answer.grades[item.code];
      else answer.grades[item.code] = grade;
    });
  }

  /** @param {Item} item @param {number} grade */
  #showClear({ code }, grade) {
    const clear = /** @type {HTMLElement} */ (this.form.querySelector(`#clear-${code}`));
    clear.hidden = grade === 0;
  }

  /** @param {Item} item @returns {HTMLInputElement[]} */
  #inputs({ code }) {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`input[name="${code}"]`))];
  }

  #count() {
    const left = MOST_COMMENT - this.comment.value.length;
    this.left.textContent = left <= NEARLY_FULL ? t('wmCommentLeft', { n: left }) : '';
  }
}
