import { ask } from '../api.js';
import { fill, h } from '../dom.js';
import { capital, language, moment, number, t } from '../i18n/index.js';
import { inLanguage } from '../walking/words.js';

/** @typedef {'light' | 'dark'} Light */

/** What was found at each stop: light and dark side by side, comments, photos, and what became of it. */
export class Findings {
  /** @param {HTMLElement} place @param {string} walk @param {any[]} checklist */
  constructor(place, walk, checklist) {
    this.walk = walk;
    this.checklist = checklist;
    this.message = h('p', { role: 'status', id: 'made-reports' });
    this.stops = h('div', { class: 'stop-list' });
    fill(place, h('h2', { id: 'answers-title', text: t('wsAnswers') }), h('p', { text: t('wsAnswersHelp') }),
      h('div', { class: 'buttons' },
        h('a', { class: 'button', id: 'csv', href: `/api/walks/${walk}/findings.csv?language=${language()}`, download: '', text: t('wsCsv') }),
        h('button', { type: 'button', class: 'button', id: 'make-reports', text: t('wsMakeReports'), onclick: () => void this.#makeReports() })),
      this.message, this.stops);
  }

  /** @param {{stops: any[]}} answer */
  show({ stops }) {
    fill(this.stops, ...stops.map((stop) => this.#stop(stop)));
  }

  async #makeReports() {
    try {
      const { reports, refused } = await ask(`/api/walks/${this.walk}/reports`, { method: 'POST' });
      this.message.textContent = t('wsReportsMade', { n: reports }) + (refused > 0 ? ` ${t('wsReportsRefused', { n: refused })}` : '');
      this.show(await ask(`/api/walks/${this.walk}/findings`));
    } catch {
      this.message.textContent = t('failed');
    }
  }

  /** @param {any} stop */
  #stop(stop) {
    const name = inLanguage(stop, 'name');
    const count = stop.findings.length;
    return h('section', { class: 'stop-card' }, h('h3', { text: stop.planned ? name : t('wsNotPlanned', { name }) }),
      count === 0 ? h('p', { class: 'hint', text: t('wmNothing') }) : this.#table(stop, name),
      count > 0 && h('ul', { class: 'found' }, ...stop.findings.filter(isTelling).map((/** @type {any} */ one) => this.#finding(one))));
  }

  /** @param {any} stop @param {string} name */
  #table(stop, name) {
    const items = this.checklist.filter(({ code }) => stop.light.items[code] || stop.dark.items[code]);
    const head = (/** @type {Light} */ light) => h('th', { scope: 'col', text: t(light === 'light' ? 'wsLight' : 'wsDark', { n: stop[light].findings }) });
    return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('wsTableOf', { name }) },
      h('table', { class: 'comparison' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col', text: t('wsItem') }), head('light'), head('dark'))),
        h('tbody', {}, ...items.map((item) => h('tr', {}, h('th', { scope: 'row', text: capital(inLanguage(item, 'name')) }),
          grade(stop.light.items[item.code]), grade(stop.dark.items[item.code]))))));
  }

  /** @param {any} one */
  #finding(one) {
    const facts = [moment(one.answeredAt), t(one.light === 'light' ? 'wsInLight' : 'wsInDark'), this.#outcome(one)];
    return h('li', {}, one.comment && h('p', { class: 'quote', text: one.comment }), h('p', { class: 'hint', text: facts.filter(Boolean).join(' · ') }),
      one.photos.length > 0 && h('div', { class: 'pictures' }, ...one.photos.map((/** @type {string} */ photo, /** @type {number} */ i) => this.#picture(one, photo, i + 1))));
  }

  /** @param {any} one */
  #outcome({ report, changedSince, refusal }) {
    if (refusal) return t('wsRefusal');
    if (report === null) return '';
    return changedSince ? t('wsReportBefore', { n: String(report) }) : t('wsReport', { n: String(report) });
  }

  /** @param {any} one @param {string} photo @param {number} n */
  #picture(one, photo, n) {
    const address = `/api/walks/${one.walk}/findings/${one.id}/photos/${photo}`;
    return h('a', { href: address, target: '_blank' }, h('img', { src: address, alt: t('wmPhotoN', { n }), loading: 'lazy', width: 120, height: 120 }));
  }
}

/** @param {any} one whether there is more to it than grades */
function isTelling(one) {
  return one.comment !== null || one.photos.length > 0 || one.report !== null || one.refusal !== null;
}

/** A mean with how many it is of, and how the grades are spread. @param {{n: number, mean: number, grades: number[]} | undefined} item */
function grade(item) {
  if (!item) return h('td', { class: 'none', text: '–' });
  const spread = item.grades.map((count, i) => t('wsSpread', { count, grade: i + 1 })).join(', ');
  const bad = item.mean < 2.5;
  return h('td', { class: bad ? 'bad' : '', title: spread }, h('span', { class: 'mean', text: new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(item.mean) }),
    h('span', { class: 'hint', text: ` n = ${number(item.n)}${bad ? ` ${t('wsBad')}` : ''}` }));
}
