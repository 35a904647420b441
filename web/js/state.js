/**
 * What the page shows, as one value that lives in the address: whoever gets the link sees the same map.
 *
 * @typedef {object} State
 * @property {{zoom: number, lat: number, lon: number} | null} map null: the municipality decides
 * @property {string[]} cause codes of causes or letters of groups
 * @property {string} from ISO date or ''
 * @property {string} to ISO date or ''
 * @property {string[]} source
 * @property {string[]} state codes of report states; none: those of the situation picture
 * @property {'' | 'dark' | 'light'} light
 * @property {string} hours part of the day as FROM-TO in local hours, or ''
 * @property {string[]} weekday mon … sun
 * @property {string[]} severity 1 … 3
 * @property {string[]} area ids of areas
 * @property {'' | 'group'} by group: the causes of each group make ranked places by themselves
 * @property {string[]} weight recency, severity: what ranks the places beside the number of reports
 * @property {string} halfLife after how many days the weight of a report is a half, '' as usual; with recency only
 * @property {boolean} heat whether the density is shown
 * @property {boolean} snap whether staff see the points at which the public sees reports
 * @property {'sv' | 'en'} lang
 * @property {'' | 'staff' | 'public'} view '': the widest that the service allows
 * @property {string} walk id of a stored walk or ''
 * @property {'places' | 'areas' | 'walk' | 'report' | 'export'} panel
 */

/** @type {State} */
const EMPTY = {
  map: null, cause: [], from: '', to: '', source: [], state: [], light: '', hours: '', weekday: [], severity: [], area: [],
  by: '', weight: [], halfLife: '', heat: false, snap: false, lang: 'sv', view: '', walk: '', panel: 'places',
};

const MAX_ZOOM = 19;
const USUAL_HALF_LIFE = 180;
const MOST_DAYS = 3650;

/** The days of a week, as the service names them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Reads the part of an address after '#'. Anything that is not understood is left out: a broken link still opens a map.
 *
 * @param {string} hash
 * @returns {State}
 */
export function parse(hash) {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const from = date(query.get('from'));
  const to = date(query.get('to'));
  const weight = codes(query.get('weight'), /^(recency|severity)$/);
  return {
    map: place(query.get('map')),
    cause: codes(query.get('cause'), /^[A-Z](\d\d)?$/),
    from: from && to && from > to ? '' : from,
    to,
    source: codes(query.get('source'), /^[a-z_]{2,30}$/),
    state: codes(query.get('state'), /^[a-z_]{2,30}$/),
    light: oneOf(query.get('light'), ['dark', 'light'], ''),
    hours: hours(query.get('hours')),
    weekday: WEEKDAYS.filter((day) => (query.get('weekday') ?? '').split(',').includes(day)),
    severity: codes(query.get('severity'), /^[1-3]$/),
    area: codes(query.get('area'), /^\d{1,9}$/),
    by: oneOf(query.get('by'), ['group'], ''),
    weight,
    halfLife: weight.includes('recency') ? days(query.get('halfLife')) : '',
    heat: query.get('heat') === '1',
    snap: query.get('snap') === '1',
    lang: oneOf(query.get('lang'), ['sv', 'en'], 'sv'),
    view: oneOf(query.get('view'), ['staff', 'public'], ''),
    walk: /^[\w-]{1,64}$/.test(query.get('walk') ?? '') ? (query.get('walk') ?? '') : '',
    panel: oneOf(query.get('panel'), ['places', 'areas', 'walk', 'report', 'export'], 'places'),
  };
}

/**
 * Writes a state as the part of an address after '#'; what is as usual is left out.
 *
 * @param {State} state
 * @returns {string}
 */
export function format(state) {
  const parts = [];
  if (state.map) parts.push(`map=${state.map.zoom}/${state.map.lat.toFixed(5)}/${state.map.lon.toFixed(5)}`);
  if (state.cause.length) parts.push(`cause=${state.cause.join(',')}`);
  if (state.from) parts.push(`from=${state.from}`);
  if (state.to) parts.push(`to=${state.to}`);
  if (state.source.length) parts.push(`source=${state.source.join(',')}`);
  if (state.state.length) parts.push(`state=${state.state.join(',')}`);
  if (state.light) parts.push(`light=${state.light}`);
  if (state.hours) parts.push(`hours=${state.hours}`);
  if (state.weekday.length) parts.push(`weekday=${state.weekday.join(',')}`);
  if (state.severity.length) parts.push(`severity=${state.severity.join(',')}`);
  if (state.area.length) parts.push(`area=${state.area.join(',')}`);
  parts.push(...ranking(state).map(([name, value]) => `${name}=${value}`));
  if (state.heat) parts.push('heat=1');
  if (state.snap) parts.push('snap=1');
  if (state.walk) parts.push(`walk=${state.walk}`);
  if (state.view) parts.push(`view=${state.view}`);
  if (state.panel !== 'places') parts.push(`panel=${state.panel}`);
  parts.push(`lang=${state.lang}`);
  return `#${parts.join('&')}`;
}

/** @param {string | null} text */
function place(text) {
  const match = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '');
  if (!match) return null;
  const [zoom, lat, lon] = match.slice(1).map(Number);
  return zoom <= MAX_ZOOM && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { zoom: Math.round(zoom), lat, lon } : null;
}

/** @param {string | null} text a date that exists, or '' */
function date(text) {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return '';
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : '';
}

/** @param {string | null} text hours FROM-TO of a day, or '' */
function hours(text) {
  const [from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(text ?? '')?.slice(1).map(Number) ?? [];
  return from !== undefined && from < 24 && to <= 24 && from !== to ? `${from}-${to}` : '';
}

/** @param {string | null} text days within the service's limits and other than usual, or '' */
function days(text) {
  const number = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0;
  return number >= 1 && number <= MOST_DAYS && number !== USUAL_HALF_LIFE ? String(number) : '';
}

/** What is not as usual in the ranking, in the words of address and service. @param {State} state @returns {[string, string][]} */
function ranking({ by, weight, halfLife }) {
  /** @type {[string, string][]} */
  const parameters = [['by', by], ['weight', weight.join(',')], ['halfLife', weight.includes('recency') ? halfLife : '']];
  return parameters.filter(([, value]) => value !== '');
}

/** @param {string | null} text @param {RegExp} pattern */
function codes(text, pattern) {
  return [...new Set((text ?? '').split(',').filter((code) => pattern.test(code)))].sort();
}

/**
 * @template {string} T
 * @template {string} D
 * @param {string | null} text
 * @param {T[]} allowed
 * @param {D} otherwise
 * @returns {T | D}
 */
function oneOf(text, allowed, otherwise) {
  return allowed.find((value) => value === text) ?? otherwise;
}

/** The state of the page and its only writer of the address. Tells its listeners which members changed. */
export class Store {
  /** @type {State} */
  #state = EMPTY;
  /** @type {((state: State, changed: Set<keyof State>) => void)[]} */
  #listeners = [];

  /** @param {Window} page */
  constructor(page) {
    this.page = page;
    this.#state = parse(page.location.hash);
    page.addEventListener('popstate', () => this.#obey());
    page.addEventListener('hashchange', () => this.#obey());
  }

  get state() {
    return this.#state;
  }

  /** @param {(state: State, changed: Set<keyof State>) => void} listener */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /**
   * Changes members of the state.
   *
   * @param {Partial<State>} patch
   * @param {'push' | 'replace'} [how] push: the back button undoes it; replace: it does not, as for a moved map
   */
  update(patch, how = 'push') {
    const next = { ...this.#state, ...patch };
    if (format(next) === format(this.#state)) return;
    if (how === 'push') this.page.history.pushState(null, '', format(next));
    else this.page.history.replaceState(null, '', format(next));
    this.#set(next);
  }

  #obey() {
    const next = parse(this.page.location.hash);
    if (format(next) !== format(this.#state)) this.#set(next);
  }

  /** @param {State} next */
  #set(next) {
    const before = this.#state;
    const keys = /** @type {(keyof State)[]} */ (Object.keys(next));
    const changed = new Set(keys.filter((key) => JSON.stringify(next[key]) !== JSON.stringify(before[key])));
    this.#state = next;
    for (const listener of this.#listeners) listener(next, changed);
  }
}

/** The members that decide which reports count. @type {(keyof State)[]} */
export const FILTER_KEYS = [
  'cause', 'from', 'to', 'source', 'state', 'light', 'hours', 'weekday', 'severity', 'area', 'view',
];

/** The members that decide only how the ranked places are made of those reports. @type {(keyof State)[]} */
export const RANKING_KEYS = ['by', 'weight', 'halfLife'];

/**
 * The filter as query parameters of the service.
 *
 * @param {State} state
 * @param {{from?: string, to?: string}} [window] dates that hold where the state has none
 * @returns {URLSearchParams}
 */
export function filterQuery(state, window = {}) {
  const query = new URLSearchParams();
  const from = state.from || (state.to ? '' : window.from);
  const to = state.to || (state.from ? '' : window.to);
  if (state.cause.length) query.set('cause', state.cause.join(','));
  if (state.source.length) query.set('source', state.source.join(','));
  if (state.state.length) query.set('state', state.state.join(','));
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (state.light) query.set('light', state.light);
  if (state.hours) query.set('hours', state.hours);
  if (state.weekday.length) query.set('weekday', state.weekday.join(','));
  if (state.severity.length) query.set('severity', state.severity.join(','));
  if (state.area.length) query.set('area', state.area.join(','));
  if (state.view) query.set('audience', state.view);
  return query;
}

/**
 * The same for the ranked places, with what ranks them.
 *
 * @param {State} state
 * @param {{from?: string, to?: string}} [window] dates that hold where the state has none
 */
export function hotspotQuery(state, window = {}) {
  const query = filterQuery(state, window);
  for (const [name, value] of ranking(state)) query.set(name, value);
  return query;
}
