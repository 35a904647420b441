import { language } from '../i18n/index.js';

/**
 * A ranked place, as the page uses it.
 *
 * @typedef {object} Hotspot
 * @property {string} id
 * @property {number} rank
 * @property {string} name in the language of the page
 * @property {string} explanation
 * @property {number} reports
 * @property {number} reporters
 * @property {string[]} sources
 * @property {{code: string, count: number}[]} causes most frequent first
 * @property {number | null} darkShare 0..1
 * @property {number} recent reports of the last year of the window
 * @property {number} before reports of the year before
 * @property {boolean} comparable false if the dates are only periods, as in the public view
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
    reports: p.reports,
    reporters: p.reporters,
    sources: p.sources ?? [],
    causes: (p.causes ?? []).map((/** @type {string} */ code, /** @type {number} */ i) => ({ code, count: p.cause_counts?.[i] ?? 0 })),
    darkShare: p.dark_share ?? null,
    recent: p.recent ?? 0,
    before: p.before ?? 0,
    comparable,
    newest: p.newest ?? '',
    lon: p.lon,
    lat: p.lat,
    rings: geometry.type === 'MultiPolygon' ? geometry.coordinates.map((/** @type {any} */ rings) => rings[0]) : geometry.coordinates,
  };
}
