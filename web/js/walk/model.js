import { language, t } from '../i18n/index.js';

/**
 * A planned walk, as the page uses it.
 *
 * @typedef {{number: number, letter: string, label: string, name: string, why: string, arrival: number, lon: number, lat: number}} Stop
 * @typedef {{name: string, reason: string}} LeftOut
 * @typedef {object} Walk
 * @property {string} id
 * @property {number[][]} line lon, lat
 * @property {{metres: number, minutes: number, walkMinutes: number, stopMinutes: number}} totals
 * @property {Stop[]} stops
 * @property {LeftOut[]} leftOut
 */

/**
 * @param {any} answer of /api/walks
 * @param {string} id
 * @returns {Walk}
 */
export function readWalk(answer, id) {
  const route = answer.features.find((/** @type {any} */ one) => one.properties.kind === 'route');
  const stops = answer.features.filter((/** @type {any} */ one) => one.properties.kind === 'stop');
  const p = route?.properties ?? {};
  return {
    id,
    line: route?.geometry?.coordinates ?? [],
    totals: { metres: p.metres ?? 0, minutes: p.minutes ?? 0, walkMinutes: p.walkMinutes ?? 0, stopMinutes: p.stopMinutes ?? 0 },
    stops: stops.map(readStop),
    leftOut: (answer.left_out ?? []).map((/** @type {any} */ one) => ({ name: inLanguage(one, 'name'), reason: inLanguage(one, 'reason') })),
  };
}

/** @param {any} feature @returns {Stop} */
function readStop(feature) {
  const p = feature.properties;
  const [lon, lat] = feature.geometry.coordinates;
  const name = inLanguage(p, 'name');
  return {
    // letters, because numbers on the map are the ranks of the places
    number: p.number, letter: String.fromCharCode(64 + p.number), name, why: inLanguage(p, 'why'),
    label: t('walkStop', { n: String.fromCharCode(64 + p.number), name }), arrival: p.arrivalMinute ?? 0, lon, lat,
  };
}

/** @param {any} thing @param {string} key */
function inLanguage(thing, key) {
  return thing[`${key}_${language()}`] ?? thing[`${key}_sv`] ?? '';
}
