/**
 * Months as 2026-05, so that they sort as text.
 *
 * @typedef {{month: string, n: number}} Bar
 */

/** One bar for every month from the first to the last with reports, empty ones too. @param {Record<string, number>} counts @returns {Bar[]} */
export function bars(counts) {
  const known = Object.keys(counts).filter((month) => /^\d{4}-\d\d$/.test(month) && counts[month] > 0).sort();
  if (known.length === 0) return [];
  /** @type {Bar[]} */
  const all = [];
  for (let month = known[0]; month <= known[known.length - 1]; month = next(month)) all.push({ month, n: counts[month] ?? 0 });
  return all;
}

/** The first and last day of the months between two, whichever comes first. @param {string} one @param {string} other */
export function daysOf(one, other) {
  const [first, last] = [one, other].sort();
  const end = new Date(`${next(last)}-01T00:00:00Z`);
  end.setUTCDate(0);
  return { from: `${first}-01`, to: end.toISOString().slice(0, 10) };
}

/** Whether a month has a day of the period; an end that is '' is open. @param {string} month @param {string} from @param {string} to */
export function isWithin(month, from, to) {
  return (!from || month >= from.slice(0, 7)) && (!to || month <= to.slice(0, 7));
}

/** @param {string} month */
function next(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
