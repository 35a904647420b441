import { ask, Problem } from '../api.js';
import { announce, fill, h } from '../dom.js';
import { capital, day, language, t } from '../i18n/index.js';

/**
 * The thanks after a report, with the code that is the only key to it.
 *
 * @param {string} receipt
 * @param {() => void} onanother
 */
export function receiptView(receipt, onanother) {
  return h('section', { class: 'receipt', id: 'receipt', tabindex: -1, 'aria-labelledby': 'receipt-title' },
    h('h3', { id: 'receipt-title', text: t('reportSent') }),
    h('p', {}, h('span', { text: `${t('reportReceipt')}: ` }), h('strong', { class: 'code', id: 'receipt-code', text: receipt })),
    h('p', { class: 'hint', text: t('reportReceiptHelp') }),
    h('div', { class: 'buttons' },
      h('button', { type: 'button', class: 'button', text: t('reportCopy'), onclick: () => copy(receipt) }),
      h('button', { type: 'button', class: 'button', id: 'report-another', text: t('reportAnother'), onclick: onanother })));
}

/** Puts a text on the clipboard where the browser allows it. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(t('copied'));
  } catch {
    // without a clipboard the text is still there to be marked
  }
}

/** A field for a receipt code and what became of its report. */
export function followUp() {
  const answer = h('div', { role: 'status', id: 'follow-answer' });
  const input = h('input', { type: 'text', id: 'follow-code', autocomplete: 'off', spellcheck: 'false', required: true });
  return h('form', { class: 'form follow', id: 'follow-form', onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    void follow(input.value.trim(), answer);
  } },
  h('h3', { text: t('followTitle') }),
  h('div', { class: 'field' }, h('label', { for: 'follow-code', text: t('followCode') }), input),
  h('button', { type: 'submit', class: 'button', text: t('followButton') }), answer);
}

/** @param {string} code @param {HTMLElement} place */
async function follow(code, place) {
  if (code === '') return;
  try {
    const report = await ask(`/api/reports/${encodeURIComponent(code)}`);
    const state = capital(report[`state_${language()}`] ?? report.state);
    fill(place, h('p', {}, h('strong', { text: t('followState', { state }) })),
      report.reportedOn && h('p', { class: 'hint', text: t('followOn', { date: day(report.reportedOn) }) }));
  } catch (error) {
    const unknown = error instanceof Problem && error.status >= 400 && error.status < 500;
    fill(place, h('p', { class: 'error', text: unknown ? t('followNone') : t('reportNotSent') }));
  }
}
