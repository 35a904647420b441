/**
 * Periods end with the newest report, not today: last month's import is still "the last 30 days".
 *
 * @typedef {{lastDate: string, firstDate: string}} Facts
 * @typedef {{name: string, key: import('../i18n/index.js').Key, dates: (facts: Facts) => {from: string, to: string}}} Preset
 */

/** @type {Preset[]} */
export const PRESETS = [
  { name: '30', key: 'preset30', dates: ({ lastDate }) => ({ from: before(lastDate, 29, 0), to: lastDate }) },
  { name: '12', key: 'preset12', dates: ({ lastDate }) => ({ from: before(lastDate, -1, 12), to: lastDate }) },
  { name: '24', key: 'preset24', dates: () => ({ from: '', to: '' }) },
  { name: 'all', key: 'presetAll', dates: ({ firstDate, lastDate }) => ({ from: firstDate, to: lastDate }) },
];

/** The preset that these dates are, if any. @param {string} from @param {string} to @param {Facts} facts */
export function presetOf(from, to, facts) {
  return PRESETS.find((preset) => {
    const dates = preset.dates(facts);
    return dates.from === from && dates.to === to;
  })?.name;
}

/**
 * A day earlier, counted in UTC so that no summer time gets in the way.
 *
 * @param {string} iso
 * @param {number} days
 * @param {number} months
 */
function before(iso, days, months) {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  date.setUTCMonth(date.getUTCMonth() - months);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
