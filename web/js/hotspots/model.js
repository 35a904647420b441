import { language } from '../i18n/index.js';

/**
 * How a year compares with the one before; `direction` is a change beyond chance only.
 *
 * @typedef {{before: number, change: number | null, direction: 'rising' | 'falling' | 'level', emergence: string, season: number, seasonBefore: number}} Course
 */

/**
 * How far a place can be trusted: in how many recounts it was found, and whether chance makes such ones.
 *
 * @typedef {{found: number, recounts: number, beyondChance: boolean}} Trust
 */

/** At most one map in twenty shows such a place by chance. */
const LEVEL = 0.05;

/**
 * A ranked place, as the page uses it.
 *
 * @typedef {object} Hotspot
 * @property {string} id
 * @property {number} rank
 * @property {string} name in the language of the page
 * @property {string} explanation
 * @property {string} group letter of the group of causes in which it was found, '' if all were looked at together
 * @property {number | null} weight what its reports weigh, null if each weighs the same
 * @property {number} reports
 * @property {number} reporters
 * @property {string[]} sources
 * @property {{code: string, count: number}[]} causes most frequent first
 * @property {number | null} darkShare 0..1
 * @property {number} recent reports of the last year of the window
 * @property {number} most reports of the year that had most of them
 * @property {Course | null} course null if the years cannot be compared: the data know one only, or the dates are periods
 * @property {Trust | null} trust null until it has been found out
 * @property {string} newest ISO date
 * @property {number} lon
 * @property {number} lat
 * @property {number[][][]} rings
 */

/**
 * @param {any} feature a feature of /api/hotspots
 * @param {boolean} comparable
 * @returns {Hotspot}
 */
export function readHotspot(feature, comparable) {
  const p = feature.properties;
  const geometry = feature.geometry ?? { type: 'Polygon', coordinates: [] };
  return {
    id: String(feature.id),
    rank: p.rank,
    name: p[`name_${language()}`] ?? p.name_sv,
    explanation: p[`explanation_${language()}`] ?? '',
    group: p.group ?? '',
    weight: p.weight ?? null,
    reports: p.reports,
    reporters: p.reporters,
    sources: p.sources ?? [],
    causes: (p.causes ?? []).map((/** @type {string} */ code, /** @type {number} */ i) => ({ code, count: p.cause_counts?.[i] ?? 0 })),
    darkShare: p.dark_share ?? null,
    recent: p.recent ?? 0,
    most: Math.max(0, ...(p.years ?? [])),
    course: comparable && p.direction ? readCourse(p) : null,
    trust: p.p === undefined || p.p === null ? null : { found: p.found, recounts: p.recounts, beyondChance: p.p <= LEVEL },
    newest: p.newest ?? '',
    lon: p.lon,
    lat: p.lat,
    rings: geometry.type === 'MultiPolygon' ? geometry.coordinates.map((/** @type {any} */ rings) => rings[0]) : geometry.coordinates,
  };
}

/** @param {any} p @returns {Course} */
function readCourse(p) {
  return {
    before: p.before ?? 0, change: p.change ?? null, direction: p.direction, emergence: p.class ?? 'none',
    season: p.season ?? 0, seasonBefore: p.season_before ?? 0,
  };
}
