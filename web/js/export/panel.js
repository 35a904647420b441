import { ask } from '../api.js';
import { fill, h } from '../dom.js';
import { capital, day, phrase, t } from '../i18n/index.js';
import { copy } from '../report/receipt.js';

const MOST_LISTED = 50;

/** Files of what the map shows, a link to it, and the reports in view as a list for those who cannot use a map. */
export class ExportPanel {
  /**
   * @param {HTMLElement} place
   * @param {{taxonomy: import('../taxonomy.js').Taxonomy, attribution: string, filter: () => URLSearchParams, hotspots: () => URLSearchParams, bbox: () => number[],
   *     staff: () => boolean}} facts
   */
  constructor(place, facts) {
    this.place = place;
    this.facts = facts;
    this.render();
  }

  render() {
    this.hotspots = h('a', { class: 'button', id: 'export-hotspots', download: '', text: t('exportHotspots') });
    this.reports = h('a', { class: 'button', id: 'export-reports', download: '', text: t('exportReports') });
    this.points = h('div', { class: 'download' },
      h('a', { class: 'button', id: 'export-snap-points', href: '/export/snap-points.geojson', download: '', text: t('exportSnapPoints') }),
      h('p', { class: 'hint', text: t('exportSnapPointsHelp') }));
    this.list = h('div', { id: 'report-list' });
    this.link = h('input', { type: 'text', id: 'share-link', readonly: true });
    fill(this.place, h('h2', { text: t('exportTitle') }), h('p', { text: t('exportIntro') }),
      h('div', { class: 'download' }, this.hotspots, h('p', { class: 'hint', text: t('exportHotspotsHelp') })),
      h('div', { class: 'download' }, this.reports, h('p', { class: 'hint', text: t('exportReportsHelp') })), this.points,
      h('button', { type: 'button', class: 'button', id: 'list-reports', text: t('listReports'), onclick: () => this.#listReports() }), this.list,
      h('div', { class: 'field' }, h('label', { for: 'share-link', text: t('exportLink') }), this.link),
      h('button', { type: 'button', class: 'button', text: t('exportCopy'), onclick: () => copy(window.location.href) }),
      h('p', { class: 'hint', text: t('exportLicence', { source: this.facts.attribution }) }),
      h('p', {}, h('a', { href: '/api/openapi.json', text: t('exportApi') })));
    this.refresh();
  }

  /** After the filter or the address has changed. */
  refresh() {
    const query = this.facts.filter().toString();
    const ranked = this.facts.hotspots().toString();
    this.hotspots?.setAttribute('href', `/export/hotspots.geojson${ranked ? `?${ranked}` : ''}`);
    this.reports?.setAttribute('href', `/export/reports.geojson${query ? `?${query}` : ''}`);
    if (this.points) this.points.hidden = !this.facts.staff();
    if (this.link) this.link.value = window.location.href;
  }

  async #listReports() {
    const place = /** @type {HTMLElement} */ (this.list);
    const query = this.facts.filter();
    query.set('bbox', this.facts.bbox().map((value) => value.toFixed(6)).join(','));
    try {
      const answer = await ask('/export/reports.geojson', { query });
      const rows = answer.features.slice(0, MOST_LISTED).map((/** @type {any} */ one) => this.#row(one.properties));
      fill(place, h('h3', { text: t('listReportsTitle'), tabindex: -1 }),
        rows.length === 0 ? h('p', { text: t('listReportsNone') }) : h('ul', { class: 'report-rows' }, ...rows),
        answer.features.length > MOST_LISTED && h('p', { class: 'hint', text: t('listReportsSome', { n: MOST_LISTED }) }));
      place.querySelector('h3')?.focus();
    } catch {
      fill(place, h('p', { class: 'error', role: 'alert', text: t('failed') }));
    }
  }

  /** @param {any} p properties of a report, in the file's words */
  #row(p) {
    const given = p.causes ?? p.cause ?? '';
    const causes = Array.isArray(given) ? given : String(given).split(/[, ]+/);
    const date = String(p.date ?? p.occurred_on ?? p.occurred_at ?? p.occurredOn ?? '');
    return h('li', {}, h('strong', { text: capital(phrase(causes.filter(Boolean).map((/** @type {string} */ code) => this.facts.taxonomy.cause(code)))) }),
      date && h('span', { text: ` ${day(date)}` }), p.source && h('span', { class: 'hint', text: ` ${this.facts.taxonomy.source(p.source)}` }));
  }
}
