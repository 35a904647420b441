import { ask, isAborted, Problem } from '../api.js';
import { announce, fill, h } from '../dom.js';
import { day, language, number, percent, t } from '../i18n/index.js';
import { analyse } from './job.js';
import { METHODS, swatchOf } from './methods.js';

/** @typedef {import('./methods.js').Method} Method */

const CELLS = ['', '100', '250', '500', '1000'];
const MOST_ROWS = 8;
const SHARES = new Set(['share', 'carry']);

/** Methods of analysis on the exact reports, for staff: ask, wait, see on the map, in words and as a table. */
export class AnalysisPanel {
  /**
   * @param {HTMLElement} place
   * @param {{filter: () => URLSearchParams, draw: (parts: {geometry: any, colour: string}[]) => void,
   *     goTo: (place: {lon: number, lat: number}) => void}} actions
   */
  constructor(place, actions) {
    this.actions = actions;
    this.root = h('details', { class: 'filters', id: 'analysis', hidden: true });
    place.append(this.root);
    this.chosen = METHODS[0];
    this.cell = '';
    /** @type {{method: Method, query: string, analysis: any, features: any[]} | null} */
    this.found = null;
    this.render();
  }

  /** For whom the page is shown. @param {boolean} staff */
  allow(staff) {
    if (!staff) {
      this.job?.abort();
      this.#clear();
    }
    this.root.hidden = !staff;
  }

  render() {
    this.status = h('p', { class: 'status', role: 'status' });
    this.wait = h('div', { class: 'buttons' });
    this.result = h('div', { id: 'analysis-result' });
    this.help = h('p', { class: 'hint' });
    this.cells = h('label', { class: 'field' }, h('span', { text: t('analysisCell') }), h('select', {
      id: 'analysis-cell', onchange: (/** @type {Event} */ event) => {
        this.cell = /** @type {HTMLSelectElement} */ (event.target).value;
      },
    }, ...CELLS.map((size) => h('option', { value: size, text: size ? t('analysisMetres', { n: Number(size) }) : t('analysisAuto') }))));
    fill(this.root, h('summary', {}, h('span', { text: t('analysis') })), h('form', {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void this.#run();
      },
    }, h('label', { class: 'field' }, h('span', { text: t('analysisMethod') }), h('select', {
      id: 'analysis-method', onchange: (/** @type {Event} */ event) => {
        const id = /** @type {HTMLSelectElement} */ (event.target).value;
        this.#choose(METHODS.find((method) => method.id === id) ?? METHODS[0]);
      },
    }, ...METHODS.map((method) => h('option', { value: method.id, text: t(method.title) })))), this.help, this.cells,
    h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'button primary', id: 'analysis-run', text: t('analysisRun') }))),
    this.wait, this.status, this.result);
    const select = /** @type {HTMLSelectElement} */ (this.root.querySelector('#analysis-method'));
    select.value = this.chosen.id;
    /** @type {HTMLSelectElement} */ (this.root.querySelector('#analysis-cell')).value = this.cell;
    this.#choose(this.chosen);
    this.#show();
  }

  /** The filter of the page may have changed: then what is shown is of another one. */
  refresh() {
    if (this.found && this.status) this.status.textContent = this.found.query === this.actions.filter().toString() ? '' : t('analysisOld');
  }

  /** @param {Method} method */
  #choose(method) {
    this.chosen = method;
    if (this.help) this.help.textContent = t(method.help);
    if (this.cells) this.cells.hidden = !method.cells;
  }

  async #run() {
    const method = this.chosen;
    const filter = this.actions.filter();
    const query = new URLSearchParams(filter);
    for (const [name, value] of Object.entries(method.parameters)) query.set(name, value);
    if (method.cells && this.cell) query.set('cell', this.cell);
    this.job?.abort();
    const job = new AbortController();
    this.job = job;
    this.#clear();
    try {
      this.#waiting(0);
      const analysis = await analyse(query, job.signal, (progress) => this.#waiting(progress));
      if (analysis.state !== 'done') throw new Problem(0, analysis.problem?.code ?? analysis.state, analysis.problem?.errors ?? []);
      const { features } = await ask(analysis.files.geojson, { signal: job.signal });
      this.found = { method, query: filter.toString(), analysis, features };
      this.#say('');
      this.#show();
    } catch (error) {
      if (job === this.job) this.#say(isAborted(error) ? t('analysisCancelled') : refusal(error));
    } finally {
      if (job === this.job && this.wait) fill(this.wait);
    }
  }

  /** @param {number} progress */
  #waiting(progress) {
    if (!this.wait) return;
    fill(this.wait, h('progress', { max: '1', value: progress, 'aria-label': t('analysisProgress') }),
      h('button', { type: 'button', class: 'button', id: 'analysis-cancel', text: t('cancel'), onclick: () => this.job?.abort() }));
  }

  /** @param {string} text */
  #say(text) {
    if (this.status) this.status.textContent = text;
  }

  #clear() {
    this.found = null;
    this.#show();
  }

  #show() {
    const { found, result } = this;
    this.actions.draw(found ? found.features.flatMap((/** @type {any} */ feature) => {
      const swatch = swatchOf(found.method, feature.properties);
      return swatch && feature.geometry ? [{ geometry: feature.geometry, colour: swatch.colour }] : [];
    }).sort((a, b) => order(found.method, a.colour) - order(found.method, b.colour)) : []);
    if (!result) return;
    if (!found) {
      fill(result);
      return;
    }
    const sentence = told(found.method, found.analysis.facts, found.features);
    fill(result, h('p', {}, h('strong', { text: sentence })), found.analysis.facts.few_data === true && h('p', { class: 'hint', text: t('analysisFew') }),
      this.#legend(found.method), this.#table(found), h('p', { class: 'hint', text: line(found.analysis) }),
      h('div', { class: 'buttons' }, ...Object.entries(found.analysis.files).map(([kind, path]) => h('a', {
        class: 'button', href: path, download: '', text: kind === 'tif' ? 'GeoTIFF' : kind === 'csv' ? 'CSV' : 'GeoJSON',
      })), h('button', { type: 'button', class: 'button', id: 'analysis-clear', text: t('analysisClear'), onclick: () => this.#clear() })));
    announce(sentence);
  }

  /** @param {Method} method */
  #legend(method) {
    return method.swatches.length > 0 && h('ul', { class: 'analysis-legend' }, ...method.swatches.map(({ colour, label }) => {
      const mark = h('span', { class: 'swatch', 'aria-hidden': 'true' });
      mark.style.background = colour;
      return h('li', {}, mark, h('span', { text: t(label) }));
    }));
  }

  /** @param {{method: Method, features: any[]}} found */
  #table({ method, features }) {
    const rows = features.filter(({ properties }) => method.swatches.length === 0 || swatchOf(method, properties))
      .sort((a, b) => method.order(b.properties) - method.order(a.properties)).slice(0, MOST_ROWS);
    if (rows.length === 0) return null;
    const heads = method.columns.map((column) => h('th', { scope: 'col', text: t(/** @type {any} */ (`column_${column}`)) }));
    return h('table', { class: 'analysis-table' }, h('caption', { text: t('analysisTop', { n: rows.length }) }),
      h('thead', {}, h('tr', {}, method.swatches.length > 0 && h('th', { scope: 'col', text: t('analysisWhat') }), ...heads)),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, method.swatches.length > 0 && h('td', {}, this.#place(method, row)),
        ...method.columns.map((column) => h('td', { text: shown(column, row.properties[column === 'pairs' ? 'observed' : column]) }))))));
  }

  /** @param {Method} method @param {any} row */
  #place(method, row) {
    const label = t(/** @type {any} */ (swatchOf(method, row.properties)?.label));
    return h('button', { type: 'button', class: 'link', text: label, onclick: () => this.actions.goTo(middle(row.geometry)) });
  }
}

/** @param {Method} method @param {string} colour */
function order(method, colour) {
  return method.swatches.findIndex((swatch) => swatch.colour === colour);
}

/** @param {any} geometry the first corner's ring, about */
function middle(geometry) {
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0];
  const lons = ring.map((/** @type {number[]} */ corner) => corner[0]);
  const lats = ring.map((/** @type {number[]} */ corner) => corner[1]);
  return { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
}

/** @param {string} column @param {any} value */
function shown(column, value) {
  if (typeof value !== 'number') return value === null ? '∞' : String(value ?? '');
  if (column.startsWith('p')) return value < 0.001 ? t('analysisBelow') : number(value, 3);
  return SHARES.has(column) ? percent(value) : number(value, value < 10 ? 2 : 0);
}

/** What was found, in one sentence. @param {Method} method @param {any} facts @param {any[]} features */
function told(method, facts, features) {
  switch (method.id) {
    case 'hot': return t('analysisHotFound', { hot: facts.hot, cells: facts.cells });
    case 'density': {
      const half = features.filter(({ properties }) => properties.share <= 0.65);
      return t('analysisDensityFound', { km2: number(half.reduce((sum, { properties }) => sum + properties.km2, 0), 2) });
    }
    case 'concentration': return t('analysisConcentrationFound', {
      n: facts.cells_carrying_50_percent, share: percent(facts.share_of_cells_carrying_50_percent),
    });
    case 'change': return t('analysisChangeFound', facts);
    default: return language() === 'sv' ? facts.sv : facts.en;
  }
}

/** Method, number, days, snapshot and time: enough to make it again. @param {any} analysis */
function line(analysis) {
  return t('analysisLine', {
    method: analysis.method, n: analysis.total, cell: analysis.facts.cell ? t('analysisOfCells', { n: analysis.facts.cell }) : '',
    from: day(analysis.from ?? ''), to: day(analysis.to ?? ''), version: String(analysis.snapshotVersion), crs: analysis.crs,
    at: new Date(analysis.computedAt).toLocaleTimeString(language() === 'sv' ? 'sv-SE' : 'en-GB', { hour: '2-digit', minute: '2-digit' }),
  });
}

/** @param {unknown} error */
function refusal(error) {
  if (!(error instanceof Problem)) throw error;
  if (error.code === 'area-missing') return t('analysisNoArea');
  if (error.code === 'time-missing' || error.code === 'periods-invalid') return t('analysisTooShort');
  return error.errors.length > 0 ? `${t('failed')} ${error.errors[0].message}` : t('failed');
}
