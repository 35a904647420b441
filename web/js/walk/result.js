import { h } from '../dom.js';
import { icon } from '../icons.js';
import { capital, day, language, number, t } from '../i18n/index.js';
import { lineSample } from './styles.js';

/** @typedef {import('./model.js').Walk} Walk */
/** @typedef {import('./model.js').Stop} Stop */
/** @typedef {'pin' | 'unpin' | 'ban' | 'allow' | 'up' | 'down' | 'free' | 'restore'} Edit */

/**
 * @typedef {object} ResultActions
 * @property {(stop: Stop, opener: HTMLElement) => void} onstop
 * @property {(edit: Edit, id: string) => void} onedit
 * @property {() => void} onremove
 */

/**
 * A walk in words, with buttons that change it.
 *
 * @param {Walk} walk
 * @param {boolean} newest only the newest version can be changed
 * @param {ResultActions} actions
 * @returns {(HTMLElement | false)[]}
 */
export function walkResult(walk, newest, actions) {
  const several = walk.groups.length > 1;
  return [
    h('h3', { text: t('walkResult'), tabindex: -1 }),
    !newest && h('div', { class: 'notice-inline', id: 'walk-old' }, h('p', { text: t('walkOldVersion', { n: walk.version }) }),
      editButton('restore', '', t('walkRestore'), actions, 'button')),
    departureLine(walk),
    h('p', { class: 'totals', text: totals(walk) }),
    !several && parts(walk.groups[0]),
    h('div', { class: 'buttons' }, ...files(walk),
      h('button', { type: 'button', class: 'button', id: 'walk-remove', text: t('walkRemove'), onclick: actions.onremove })),
    ...walk.groups.flatMap((group) => groupPart(walk, group, newest, actions)),
    newest && walk.parameters.order.some((ids) => ids.length > 0) && h('div', { class: 'buttons' }, editButton('free', '', t('walkFreeOrder'), actions, 'button')),
    walk.leftOut.length > 0 && leftOut(walk, newest, actions),
  ];
}

/** @param {Walk} walk @returns {HTMLElement | false} */
function departureLine({ departure }) {
  if (!departure) return false;
  const time = departure.start.slice(11, 16);
  const dusk = departure.civilDusk?.slice(11, 16) ?? '';
  const key = dusk === '' ? 'walkStartsNoDusk' : departure.light === 'dark' ? 'walkStartsDark' : 'walkStartsLight';
  return h('p', { id: 'walk-departure', text: t(key, { day: day(departure.start), time, dusk }) });
}

/** @param {Walk} walk */
export function totals(walk) {
  const first = walk.groups[0];
  if (walk.groups.length === 1 && first) return groupTotals(first);
  const minutes = Math.ceil(Math.max(0, ...walk.groups.map((group) => group.totals.minutes)));
  return t('walkAllTotals', { groups: walk.groups.length, stops: walk.stops.length, minutes });
}

/** @param {import('./model.js').Group} group */
function groupTotals(group) {
  return t('walkTotals', { km: number(group.totals.metres / 1000, 1), minutes: Math.ceil(group.totals.minutes), stops: group.stops.length });
}

/** @param {import('./model.js').Group | undefined} group @returns {HTMLElement | false} */
function parts(group) {
  return group ? h('p', { class: 'hint', text: t('walkParts', { walk: Math.ceil(group.totals.walkMinutes), stop: Math.ceil(group.totals.stopMinutes) }) }) : false;
}

/** @param {Walk} walk */
function files({ id, version }) {
  const file = (/** @type {string} */ ending) => `/export/walk-${id}.${ending}?version=${version}`;
  return [
    h('a', { class: 'button', id: 'walk-pdf', href: `${file('pdf')}&language=${language()}`, download: '', text: t('walkProtocol') }),
    h('a', { class: 'button', id: 'walk-ics', href: `${file('ics')}&language=${language()}`, download: '', text: t('walkMeetings') }),
    h('a', { class: 'button', id: 'walk-gpx', href: `${file('gpx')}&language=${language()}`, download: '', text: t('gpx') }),
    h('a', { class: 'button', id: 'walk-geojson', href: file('geojson'), download: '', text: t('geojson') }),
    h('a', { class: 'button', id: 'walk-text', href: `${file('txt')}&language=${language()}`, download: '', text: t('walkTextFile') }),
    h('a', { class: 'button', id: 'walk-staff', href: `/samordna/${id}`, text: t('wsOpenPage') }),
  ];
}

/** @param {Walk} walk @param {import('./model.js').Group} group @param {boolean} newest @param {ResultActions} actions */
function groupPart(walk, group, newest, actions) {
  const several = walk.groups.length > 1;
  return [
    several
      ? h('h3', { class: 'group-head' }, lineSample(group.number), h('span', { text: `${capital(t('walkGroup', { n: group.number }))}: ${groupTotals(group)}` }))
      : h('h3', { text: t('walkStops') }),
    h('ol', { class: 'stops', 'aria-label': several ? t('walkStopsOf', { n: group.number }) : null },
      ...group.stops.map((stop, place) => stopItem(stop, { first: place === 0, last: place === group.stops.length - 1, newest }, actions))),
    directions(group),
  ];
}

/** @param {Stop} stop @param {{first: boolean, last: boolean, newest: boolean}} where @param {ResultActions} actions */
function stopItem(stop, where, actions) {
  const button = h('button', { type: 'button', class: 'stop', onclick: () => actions.onstop(stop, button) },
    h('span', { class: `letter group-${stop.group}`, text: stop.letter }),
    h('span', { class: 'hotspot-text' },
      h('span', { class: 'name', text: stop.name }),
      h('span', { class: 'line', text: stop.clock ? t('walkArrivalAt', { clock: stop.clock, n: stop.arrival }) : t('walkArrival', { n: stop.arrival }) }),
      h('span', { class: 'why', text: stop.why })));
  const name = stop.label;
  return h('li', {}, button, where.newest && h('div', { class: 'stop-tools', role: 'group', 'aria-label': t('walkChange', { name }) },
    stop.pinned
      ? editButton('unpin', stop.id, t('walkUnpin'), actions, 'tool', { name, pressed: 'true', glyph: 'pin' })
      : editButton('pin', stop.id, t('walkPin'), actions, 'tool', { name, pressed: 'false', glyph: 'pin' }),
    editButton('ban', stop.id, t('walkBan'), actions, 'tool', { name, glyph: 'close' }),
    editButton('up', stop.id, t('walkUp'), actions, 'tool', { name, disabled: where.first, glyph: 'up' }),
    editButton('down', stop.id, t('walkDown'), actions, 'tool', { name, disabled: where.last, glyph: 'down' })));
}

/**
 * A button that changes the walk; pinning and its opposite share a place, so that the focus stays.
 *
 * @param {Edit} edit
 * @param {string} id
 * @param {string} text
 * @param {ResultActions} actions
 * @param {string} look class
 * @param {{name?: string, pressed?: string, disabled?: boolean, glyph?: string}} [more]
 */
function editButton(edit, id, text, actions, look, { name, pressed, disabled = false, glyph } = {}) {
  const place = { unpin: 'pin', allow: 'pin' }[/** @type {string} */ (edit)] ?? edit;
  return h('button', {
    type: 'button', class: look, dataset: { edit: `${place}:${id}` }, 'aria-label': name ? `${text}: ${name}` : null, 'aria-pressed': pressed ?? null, disabled,
    onclick: () => actions.onedit(edit, id),
  }, glyph && icon(glyph), h('span', { text }));
}

/** The way in words, for whoever cannot use the map. @param {import('./model.js').Group} group @returns {HTMLElement | false} */
function directions(group) {
  if (group.legs.every(({ steps }) => steps.length === 0)) return false;
  return h('details', { class: 'group directions' }, h('summary', { text: t('walkDirections') }),
    h('ol', {}, ...group.legs.map((leg, place) => {
      const stop = group.stops[place];
      return h('li', {},
        h('p', { class: 'leg', text: `${stop ? t('walkLegTo', { n: stop.letter, name: stop.name }) : t('walkLegBack')}: ${t('walkLeg', { metres: leg.metres, minutes: Math.ceil(leg.minutes) })}` }),
        leg.stepMetres > 0 && h('p', { class: 'hint', text: t('walkLegSteps', { metres: leg.stepMetres }) }),
        h('ul', {}, ...leg.steps.map((step) => h('li', { text: step.metres > 0 ? `${step.text}, ${number(step.metres)} m` : step.text }))));
    })));
}

/** @param {Walk} walk @param {boolean} newest @param {ResultActions} actions */
function leftOut(walk, newest, actions) {
  return h('details', { class: 'group', open: walk.parameters.banned.length > 0 }, h('summary', { text: `${t('walkLeftOut')} (${walk.leftOut.length})` }),
    h('ul', { class: 'left-out' }, ...walk.leftOut.map(({ id, name, reason }) => {
      const banned = walk.parameters.banned.includes(id);
      return h('li', {}, h('span', { text: `${name}: ${reason}` }),
        newest && id !== '' && editButton(banned ? 'allow' : 'pin', id, t(banned ? 'walkAllow' : 'walkWant'), actions, 'tool', { name }));
    })));
}
