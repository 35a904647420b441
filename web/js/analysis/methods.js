/**
 * What an analyst can ask for, with what the service needs to be asked and what is drawn and said.
 *
 * @typedef {import('../i18n/index.js').Key} Key
 * @typedef {{properties: Record<string, any>}} Row
 * @typedef {{colour: string, label: Key, holds: (values: Record<string, any>) => boolean}} Swatch first that holds counts
 * @typedef {object} Method
 * @property {string} id
 * @property {Key} title
 * @property {Key} help
 * @property {Record<string, string>} parameters
 * @property {boolean} cells whether the size of cells can be chosen
 * @property {Swatch[]} swatches what is drawn; anything else is not
 * @property {string[]} columns of the table
 * @property {(values: Record<string, any>) => number} order the greatest first
 */

const among = (/** @type {string} */ name) => (/** @type {Record<string, any>} */ values) => values.class === name;
const level = (/** @type {number} */ share) => (/** @type {Record<string, any>} */ values) => values.share <= share;
const carries = (/** @type {number} */ share) => (/** @type {Record<string, any>} */ values) => values.n > 0 && values.carry <= share;

/** Colours that differ in lightness, too (Brewer's RdBu, OrRd and PuOr). @type {Method[]} */
export const METHODS = [
  {
    id: 'hot', title: 'analysisHot', help: 'analysisHotHelp', parameters: { method: 'gi' }, cells: true,
    swatches: [
      { colour: '#b2182b', label: 'analysisHotCell', holds: among('hot') },
      { colour: '#4393c3', label: 'analysisColdCell', holds: among('cold') },
    ],
    columns: ['observed', 'expected', 'p_exact_fdr'], order: (values) => -values.p_exact,
  },
  {
    id: 'density', title: 'analysisDensity', help: 'analysisDensityHelp',
    parameters: { method: 'kde', radius: '500', edge: 'places', levels: '20%,50%,80%' }, cells: false,
    swatches: [
      { colour: '#7f0000', label: 'analysisFifth', holds: level(0.35) },
      { colour: '#d7301f', label: 'analysisHalf', holds: level(0.65) },
      { colour: '#fdbb84', label: 'analysisFourFifths', holds: () => true },
    ],
    columns: ['share', 'from', 'km2'], order: (values) => values.from,
  },
  {
    id: 'concentration', title: 'analysisConcentration', help: 'analysisConcentrationHelp',
    parameters: { method: 'concentration' }, cells: true,
    swatches: [
      { colour: '#7f0000', label: 'analysisCarry25', holds: carries(0.25) },
      { colour: '#d7301f', label: 'analysisCarry50', holds: carries(0.5) },
      { colour: '#fdbb84', label: 'analysisCarry80', holds: carries(0.8) },
    ],
    columns: ['n', 'carry'], order: (values) => values.n,
  },
  {
    id: 'change', title: 'analysisChange', help: 'analysisChangeHelp', parameters: { method: 'emerging', months: '6' }, cells: true,
    swatches: [
      { colour: '#e66101', label: 'analysisNew', holds: among('new') },
      { colour: '#7f0000', label: 'analysisPersistent', holds: among('persistent') },
      { colour: '#fdb863', label: 'analysisIntermittent', holds: among('intermittent') },
      { colour: '#b2abd2', label: 'analysisFading', holds: among('fading') },
      { colour: '#5e3c99', label: 'analysisSolved', holds: among('solved') },
    ],
    columns: ['recent', 'before'], order: (values) => values.recent,
  },
  {
    id: 'repeat', title: 'analysisRepeat', help: 'analysisRepeatHelp', parameters: { method: 'knox' }, cells: false,
    swatches: [], columns: ['distance_to', 'days_to', 'pairs', 'ratio', 'p'], order: (values) => values.ratio,
  },
];

/** Which swatch a row has. @param {Method} method @param {Record<string, any>} values @returns {Swatch | undefined} */
export function swatchOf(method, values) {
  return method.swatches.find((swatch) => swatch.holds(values));
}
