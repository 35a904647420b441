import { language, t } from '../i18n/index.js';

/**
 * A planned walk, as the page uses it.
 *
 * @typedef {{key: string, id: string, group: number, letter: string, label: string, name: string, why: string, arrival: number, clock: string, pinned: boolean, lon: number, lat: number}} Stop
 * @typedef {{metres: number, minutes: number, walkMinutes: number, stopMinutes: number}} Totals
 * @typedef {{text: string, metres: number}} Step
 * @typedef {{metres: number, minutes: number, litMetres: number, stepMetres: number, steps: Step[]}} Leg
 * @typedef {{number: number, line: number[][], totals: Totals, legs: Leg[], stops: Stop[]}} Group
 * @typedef {{id: string, name: string, reason: string}} LeftOut
 * @typedef {{start: string, civilDusk: string | null, light: 'light' | 'dark'}} Departure
 * @typedef {{pinned: string[], banned: string[], order: string[][]}} Parameters what was asked for, by the members of a request
 *
 * @typedef {object} Walk
 * @property {string} id
 * @property {number} version
 * @property {Parameters} parameters
 * @property {Departure | null} departure
 * @property {Group[]} groups
 * @property {Stop[]} stops of all groups
 * @property {LeftOut[]} leftOut
 */

/**
 * @param {any} answer of /api/walks
 * @param {string} id
 * @returns {Walk}
 */
export function readWalk(answer, id) {
  const routes = answer.features.filter((/** @type {any} */ one) => one.properties.kind === 'route');
  const groups = routes.map((/** @type {any} */ route) => readGroup(route, answer.features, routes.length > 1));
  return {
    id,
    version: answer.version ?? 1,
    parameters: { ...answer.parameters, pinned: answer.parameters?.pinned ?? [], banned: answer.parameters?.banned ?? [], order: answer.parameters?.order ?? [] },
    departure: answer.departure ?? null,
    groups,
    stops: groups.flatMap((/** @type {Group} */ group) => group.stops),
    leftOut: (answer.left_out ?? []).map((/** @type {any} */ one) => ({ id: one.hotspot, name: inLanguage(one, 'name'), reason: inLanguage(one, 'reason') })),
  };
}

/** @param {any} route @param {any[]} features @param {boolean} several @returns {Group} */
function readGroup(route, features, several) {
  const p = route.properties;
  const number = p.group ?? 1;
  const stops = features.filter((one) => one.properties.kind === 'stop' && (one.properties.group ?? 1) === number);
  return {
    number,
    line: route.geometry?.coordinates ?? [],
    totals: { metres: p.metres ?? 0, minutes: p.minutes ?? 0, walkMinutes: p.walkMinutes ?? 0, stopMinutes: p.stopMinutes ?? 0 },
    legs: (p.legs ?? []).map(readLeg),
    stops: stops.map((stop) => readStop(stop, number, several)),
  };
}

/** @param {any} leg @returns {Leg} */
function readLeg(leg) {
  return {
    metres: leg.metres, minutes: leg.minutes, litMetres: leg.litMetres ?? 0, stepMetres: leg.stepMetres ?? 0,
    steps: (leg.steps ?? []).map((/** @type {any} */ step) => ({ text: inLanguage(step, 'text'), metres: step.metres })),
  };
}

/** @param {any} feature @param {number} group @param {boolean} several @returns {Stop} */
function readStop(feature, group, several) {
  const p = feature.properties;
  const [lon, lat] = feature.geometry.coordinates;
  const name = inLanguage(p, 'name');
  const letter = (several ? String(group) : '') + letterOf(p.number);
  return {
    key: `${group}-${p.number}`, id: p.hotspot ?? '', group, letter, name, why: inLanguage(p, 'why'), label: t('walkStop', { n: letter, name }),
    arrival: p.arrivalMinute ?? 0, clock: p.arrival ?? '', pinned: p.pinned === true, lon, lat,
  };
}

/** Letters, because numbers on the map are the ranks of the places: A to Z, then AA. @param {number} number @returns {string} */
function letterOf(number) {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? letterOf(Math.floor((number - 1) / 26)) + last : last;
}

/** @param {any} thing @param {string} key */
function inLanguage(thing, key) {
  return thing[`${key}_${language()}`] ?? thing[`${key}_sv`] ?? '';
}
