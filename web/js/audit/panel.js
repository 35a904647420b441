import { ask, Problem } from '../api.js';
import { announce, fill, h } from '../dom.js';
import { language, moment, number, t } from '../i18n/index.js';

/**
 * @typedef {{sv: string, en: string}} Sentence
 * @typedef {{id: string, code: string, severity: 'serious' | 'warning' | 'info', reports: number, share: number,
 *     position?: [number, number], sentence: Sentence, exclusion?: number}} Finding
 * @typedef {{id: number, sentence: Sentence, position?: [number, number], laterReports: boolean, reports: number,
 *     reportsNow: number, madeAt: string, undoneAt?: string}} Exclusion
 * @typedef {{runAt?: string, reports?: number, excluded?: number, findings: Finding[], exclusions: Exclusion[]}} Audit
 */

/** An unknown hour is no reason to leave a report off the map. */
const OF_TIME = new Set(['missing-time', 'coarse-time']);
const EXCLUSIONS = '/api/audit/exclusions';
const INDEX_MILLIS = 400;
const MOST_LOOKS = 15;

/** The data audit, for staff: what would spoil the map, left out with one click and taken back with another. */
export class AuditPanel {
  /**
   * @param {HTMLElement} place
   * @param {{goTo: (place: {lon: number, lat: number}) => void, onchange: () => void}} actions
   */
  constructor(place, actions) {
    this.actions = actions;
    this.root = h('details', { class: 'filters', id: 'audit', hidden: true });
    place.append(this.root);
    /** @type {Audit | null} */
    this.audit = null;
    this.message = '';
    this.render();
  }

  /** For whom the page is shown. @param {boolean} staff */
  allow(staff) {
    if (staff && this.root.hidden) void this.#do(() => ask('/api/audit'));
    this.root.hidden = !staff;
  }

  render() {
    const { audit } = this;
    const focus = document.activeElement?.id ?? '';
    this.status = h('p', { class: 'status', role: 'status', text: this.message });
    const open = audit?.findings.filter((finding) => !finding.exclusion) ?? [];
    const active = audit?.exclusions.filter((exclusion) => !exclusion.undoneAt) ?? [];
    const undone = audit?.exclusions.filter((exclusion) => exclusion.undoneAt) ?? [];
    fill(this.root, h('summary', {}, h('span', { text: t('audit') }), ' ', this.#badge(open)),
      h('p', { class: 'hint', text: t('auditHelp') }), this.status,
      audit && h('p', { class: 'hint', text: this.#run(audit) }),
      audit?.runAt && open.length === 0 && h('p', { text: t('auditClean') }),
      open.length > 0 && h('ul', { class: 'findings', id: 'audit-findings' }, ...open.map((finding) => this.#finding(finding))),
      active.length > 0 && h('h3', { text: t('auditExcluded') }),
      active.length > 0 && h('ul', { class: 'findings', id: 'audit-excluded' }, ...active.map((one) => this.#exclusion(one))),
      undone.length > 0 && h('details', { class: 'findings-log' }, h('summary', { text: t('auditUndone', { n: undone.length }) }),
        h('ul', {}, ...undone.map((one) => h('li', { text: t('auditUndoneLine', {
          sentence: one.sentence[language()], made: moment(one.madeAt), undone: moment(one.undoneAt ?? ''),
        }) })))),
      h('div', { class: 'buttons' }, h('button', {
        type: 'button', class: 'button', id: 'audit-run', text: t('auditRun'),
        onclick: () => void this.#do(() => ask('/api/audit', { method: 'POST' }), t('auditDone')),
      })));
    if (focus.startsWith('audit-')) (document.getElementById(focus) ?? this.root.querySelector('summary'))?.focus();
  }

  /** @param {Finding[]} open */
  #badge(open) {
    const urgent = open.filter((finding) => finding.severity !== 'info').length;
    return urgent > 0 && h('span', { class: 'badge', text: t('auditCount', { n: urgent }) });
  }

  /** @param {Audit} audit */
  #run({ runAt, reports, excluded }) {
    if (!runAt) return t('auditNever');
    const line = t('auditLine', { n: number(reports ?? 0), at: moment(runAt) });
    return excluded ? `${line} ${t('auditLeftOut', { n: number(excluded) })}` : line;
  }

  /** @param {Finding} finding */
  #finding(finding) {
    const { id, code, severity, sentence, reports } = finding;
    return h('li', { class: severity }, h('p', {}, h('strong', { text: t(`audit_${severity}`) }), ' ', sentence[language()]),
      h('div', { class: 'buttons' }, this.#look(finding.position), !OF_TIME.has(code) && h('button', {
        type: 'button', class: 'button', id: `audit-${id}`, text: t('auditExclude', { n: reports }),
        onclick: () => void this.#change(() => ask(EXCLUSIONS, { method: 'POST', body: { finding: id } }), t('auditIsExcluded', { n: reports })),
      })));
  }

  /** @param {Exclusion} exclusion */
  #exclusion({ id, sentence, position, laterReports, reportsNow, madeAt }) {
    return h('li', {}, h('p', {}, sentence[language()]), h('p', { class: 'hint', text: t(laterReports ? 'auditExclusionRule' : 'auditExclusionLine', {
      n: reportsNow, at: moment(madeAt),
    }) }), h('div', { class: 'buttons' }, this.#look(position), h('button', {
      type: 'button', class: 'button', id: `audit-undo-${id}`, text: t('auditUndo'),
      onclick: () => void this.#change(() => ask(`${EXCLUSIONS}/${id}`, { method: 'DELETE' }), t('auditIsUndone', { n: reportsNow })),
    })));
  }

  /** @param {[number, number] | undefined} position */
  #look(position) {
    return position && h('button', {
      type: 'button', class: 'button', text: t('auditLook'), onclick: () => this.actions.goTo({ lon: position[0], lat: position[1] }),
    });
  }

  /** Changes what counts, and waits until the map has it. @param {() => Promise<any>} act @param {string} done */
  async #change(act, done) {
    await this.#do(async () => {
      const before = await version();
      await act();
      for (let i = 0; i < MOST_LOOKS && (await version()) === before; i++) {
        await new Promise((resolve) => window.setTimeout(resolve, INDEX_MILLIS));
      }
      this.actions.onchange();
      return ask('/api/audit');
    }, done);
  }

  /** One thing at a time; what failed is said, and the audit read again if it was another one. @param {() => Promise<Audit>} act @param {string} [done] */
  async #do(act, done = '') {
    if (this.busy) return;
    this.busy = true;
    this.#say(t('auditBusy'));
    try {
      this.audit = await act();
      this.#say(done);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.audit = await ask('/api/audit').catch(() => this.audit);
      this.#say(t(error.status === 409 ? 'auditOutdated' : 'failed'));
    } finally {
      this.busy = false;
      this.render();
    }
  }

  /** @param {string} text */
  #say(text) {
    this.message = text;
    if (this.status) this.status.textContent = text;
    if (text) announce(text);
  }
}

/** Which reports the map is of. */
async function version() {
  return (await ask('/api/hotspots', { query: new URLSearchParams({ limit: '1' }) })).snapshotVersion;
}
