/**
 * Classes of hotspots by their number of reports; the limits stand in the legend. Light to dark on a light map, and the
 * other way round on a dark one, so that more always stands out more. The colours of the markers are in map.css.
 *
 * @typedef {{number: number, from: number, to: number | null, few: boolean, colours: {light: string, dark: string}}} HotspotClass
 */

const RAMP = ['#fde3b0', '#fcab52', '#e8602c', '#b5222a', '#67001f'];
const LIMITS = [0, 10, 20, 40, 80];

/** @type {HotspotClass[]} */
export const CLASSES = LIMITS.map((from, i) => ({
  number: i + 1,
  from,
  to: i + 1 < LIMITS.length ? LIMITS[i + 1] - 1 : null,
  few: i === 0,
  colours: { light: RAMP[i], dark: RAMP[RAMP.length - 1 - i] },
}));

/** @param {number} reports @returns {HotspotClass} */
export function classOf(reports) {
  return CLASSES.findLast((one) => reports >= one.from) ?? CLASSES[0];
}
