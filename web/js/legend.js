import { fill, h } from './dom.js';
import { heatLegend, heatMethod } from './heat.js';
import { CLASSES } from './hotspots/classes.js';
import { capital, nameOf, number, t } from './i18n/index.js';
import { icon } from './icons.js';

/** How ways look on the base map. @type {[string, import('./i18n/index.js').Key][]} */
const WAYS = [
  ['lit', 'legendLit'], ['unlit', 'legendUnlit'], ['lamp', 'legendLamp'], ['foot', 'legendFoot'], ['cycle', 'legendCycle'], ['steps', 'legendSteps'],
];

/** @type {[string, import('./i18n/index.js').Key][]} */
const SNAP_KINDS = [['street', 'snapStreet'], ['place', 'snapPlace'], ['area_centre', 'snapCentre']];

/**
 * What the colours and signs mean, with units and limits, always on the page.
 *
 * @param {HTMLElement} place
 * @param {import('./taxonomy.js').Taxonomy} taxonomy
 * @param {{method: any, audience: string, reportsShown: boolean, heatShown: boolean, waysShown: boolean, scale: import('./heat.js').HeatScale | null,
 *     snap: import('./snap-points.js').SnapLegend | null, open: boolean}} facts
 * @param {{onreports: (shown: boolean) => void, onheat: (shown: boolean) => void, onsnap: (shown: boolean) => void}} actions
 */
export function showLegend(place, taxonomy, facts, { onreports, onheat, onsnap }) {
  const { method } = facts;
  const ramp = h('ul', { class: 'ramp' }, ...CLASSES.map((one) => h('li', {},
    h('span', { class: `swatch class-${one.number}${one.few ? ' few' : ''}` }), h('span', { text: limits(one) }))));
  fill(place, h('h2', { id: 'legend-title', text: t('legendPlaces') }), ramp, facts.heatShown && facts.scale && heatLegend(facts.scale), h('details', { open: facts.open },
    h('summary', {}, h('h3', { text: t('legend') })),
    h('div', { class: 'legend-body' },
      h('h4', { text: t('legendReports') }),
      layer('show-reports', t('showReports'), facts.reportsShown, onreports),
      layer('show-heat', t('showHeat'), facts.heatShown, onheat),
      h('ul', { class: 'groups' }, ...taxonomy.groups.map((group) => h('li', {},
        h('span', { class: `dot group-${group.code}` }, icon(group.code)), h('span', { text: capital(nameOf(group)) }))),
      h('li', {}, h('span', { class: 'ring', text: '12' }), h('span', { text: t('legendMany') }))),
      ...(facts.snap ? snapPoints(facts.snap, onsnap) : []),
      ...(facts.waysShown ? ways() : []),
      method && h('p', { class: 'hint', text: t('legendMethod', { n: method.minReports, m: method.minReporters, eps: method.eps }) }),
      method?.by === 'group' && h('p', { class: 'hint', text: t('legendGroups') }),
      facts.heatShown && facts.scale && heatMethod(facts.scale),
      facts.audience === 'public' && h('p', { class: 'hint', text: t('legendPublic') }))));
}

/** @param {import('./snap-points.js').SnapLegend} snap @param {(shown: boolean) => void} onsnap */
function snapPoints({ shown, hint }, onsnap) {
  return [
    h('h4', { text: t('snapPoints') }),
    layer('show-snap', t('showSnapPoints'), shown, onsnap),
    shown && h('div', { id: 'snap-legend' },
      h('ul', { class: 'groups' },
        ...SNAP_KINDS.map(([kind, key]) => h('li', {}, icon(`snap-${kind}`), h('span', { text: t(key) })))),
      hint && h('p', { class: 'hint', text: t(hint) }),
      h('p', { class: 'hint', text: t('snapHow') })),
  ];
}

function ways() {
  return [
    h('h4', { text: t('legendWays') }),
    h('ul', { class: 'ways' },
      ...WAYS.map(([look, key]) => h('li', {}, h('span', { class: `way ${look}` }), h('span', { text: t(key) })))),
  ];
}

/** @param {string} id @param {string} label @param {boolean} shown @param {(shown: boolean) => void} onchange */
function layer(id, label, shown, onchange) {
  return h('label', { class: 'check' },
    h('input', {
      type: 'checkbox', id, checked: shown,
      onchange: (/** @type {Event} */ event) => onchange(/** @type {HTMLInputElement} */ (event.target).checked),
    }),
    h('span', { text: label }));
}

/** @param {import('./hotspots/classes.js').HotspotClass} one */
function limits(one) {
  if (one.few) return t('legendFew', { n: (one.to ?? 0) + 1 });
  return one.to === null ? t('legendMore', { from: one.from }) : t('legendRange', { from: number(one.from), to: number(one.to) });
}
