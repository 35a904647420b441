import { fill, h } from '../dom.js';
import { number, phrase, t } from '../i18n/index.js';
import { icon } from '../icons.js';

/** @typedef {Pick<import('../state.js').State, 'by' | 'weight' | 'halfLife'>} Ranking */
/** @typedef {import('../i18n/index.js').Key} Key */
/** @typedef {{id: string, label: Key, help: Key, patch: Partial<Ranking>}} Option */

/** All causes together, every report counts the same. @type {Ranking} */
export const USUAL_RANKING = { by: '', weight: [], halfLife: '' };

/** What the service takes if nothing is said. */
const USUAL_HALF_LIFE = '180';

/** Half-lives that are offered, in days, and how many months they are. @type {[string, number][]} */
const HALF_LIVES = [['30', 1], ['90', 3], [USUAL_HALF_LIFE, 6], ['365', 12], ['730', 24]];

/** @type {Option[]} */
const CAUSES = [
  { id: 'all', label: 'rankingAll', help: 'rankingAllHelp', patch: { by: '' } },
  { id: 'group', label: 'rankingGroup', help: 'rankingGroupHelp', patch: { by: 'group' } },
];

/** @type {Option[]} */
const WEIGHTS = [
  { id: 'equal', label: 'rankingEqual', help: 'rankingEqualHelp', patch: { weight: [] } },
  { id: 'severity', label: 'rankingSeverity', help: 'rankingSeverityHelp', patch: { weight: ['severity'] } },
  { id: 'recency', label: 'rankingRecency', help: 'rankingRecencyHelp', patch: { weight: ['recency'] } },
  { id: 'both', label: 'rankingBoth', help: 'rankingBothHelp', patch: { weight: ['recency', 'severity'] } },
];

/** The panel *Ordning*: which reports make a place together, and which place comes first. Its title says what is chosen. */
export class RankingPanel {
  /** @param {HTMLElement} place @param {(patch: Partial<Ranking>) => void} onchange */
  constructor(place, onchange) {
    this.onchange = onchange;
    this.summary = h('summary');
    this.body = h('div', { class: 'filter-body' });
    place.append(h('details', { class: 'filters', id: 'ranking' }, this.summary, this.body));
  }

  /** @param {Ranking} ranking @param {'staff' | 'public'} audience */
  show(ranking, audience) {
    const focus = document.activeElement?.id ?? '';
    const known = audience === 'staff' ? WEIGHTS
      : WEIGHTS.map((one) => (one.id === 'severity' ? { ...one, help: /** @type {Key} */ ('rankingSeverityPublic') } : one));
    fill(this.summary, icon('order'), h('span', { text: t('rankingIs', { how: describe(ranking) }) }));
    fill(this.body, this.#options('by', 'rankingCauses', CAUSES, ranking), this.#options('weight', 'rankingWeight', known, ranking),
      ranking.weight.includes('recency') && this.#halfLife(ranking), h('p', { class: 'hint', text: t('rankingNote') }));
    if (focus.startsWith('ranking-')) document.getElementById(focus)?.focus();
  }

  /** @param {'by' | 'weight'} name @param {Key} title @param {Option[]} options @param {Ranking} ranking */
  #options(name, title, options, ranking) {
    return h('fieldset', {}, h('legend', { text: t(title) }), ...options.map(({ id, label, help, patch }) => h('div', { class: 'option' },
      h('label', { class: 'check' },
        h('input', {
          type: 'radio', name: `ranking-${name}`, id: `ranking-${id}`, checked: String(patch[name]) === String(ranking[name]),
          'aria-describedby': `ranking-${id}-help`, onchange: () => this.onchange(patch),
        }),
        h('span', { text: t(label) })),
      h('p', { class: 'hint', id: `ranking-${id}-help`, text: t(help) }))));
  }

  /** A link may name any number of days: it is one more option then. @param {Ranking} ranking */
  #halfLife({ halfLife }) {
    const current = halfLife || USUAL_HALF_LIFE;
    const days = [...new Set([...HALF_LIVES.map(([one]) => one), current])].sort((a, b) => Number(a) - Number(b));
    return h('label', { class: 'field', for: 'ranking-half-life' }, h('span', { text: t('rankingHalfLife') }),
      h('select', {
        id: 'ranking-half-life',
        onchange: (/** @type {Event} */ event) => {
          const { value } = /** @type {HTMLSelectElement} */ (event.target);
          this.onchange({ halfLife: value === USUAL_HALF_LIFE ? '' : value });
        },
      }, ...days.map((one) => h('option', { value: one, selected: one === current, text: timeAndDays(one) }))));
  }
}

/** What orders the places, in a few words. @param {Ranking} ranking */
function describe({ by, weight }) {
  const words = [weight.includes('severity') && t('rankingBySeverity'), weight.includes('recency') && t('rankingByRecency')];
  const what = words.filter((word) => word !== false);
  const how = what.length > 0 ? t('rankingBy', { what: phrase(what) }) : t('rankingMost');
  return by === 'group' ? t('rankingGrouped', { how }) : how;
}

/** What is chosen, beside the filters: its name and what takes it off. @param {Ranking} ranking @returns {[string, Partial<Ranking>][]} */
export function rankingChips({ by, weight, halfLife }) {
  /** @type {[string, Partial<Ranking>][]} */
  const chips = [];
  if (by === 'group') chips.push([t('rankingChipGroup'), { by: '' }]);
  if (weight.includes('severity')) chips.push([t('rankingSeverity'), { weight: weight.filter((one) => one !== 'severity') }]);
  if (weight.includes('recency')) {
    chips.push([t('rankingChipRecency', { time: time(halfLife || USUAL_HALF_LIFE) }), { weight: weight.filter((one) => one !== 'recency') }]);
  }
  return chips;
}

/** @param {string} days */
function time(days) {
  const months = HALF_LIVES.find(([one]) => one === days)?.[1];
  return months ? t('rankingMonths', { n: months }) : t('rankingDays', { n: Number(days) });
}

/** The days too, as the service tells them in its explanations. @param {string} days */
function timeAndDays(days) {
  const told = t('rankingDays', { n: Number(days) });
  return time(days) === told ? told : t('rankingWithDays', { time: time(days), days: told });
}

/** What the reports of a place weigh together. @param {number} weight */
export function weightText(weight) {
  return number(weight, 1);
}
