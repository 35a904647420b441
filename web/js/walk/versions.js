import { h } from '../dom.js';
import { moment, number, phrase, t } from '../i18n/index.js';

/** @typedef {{version: number, created: string, changed: {member: string, before: any, after: any}[]}} Version */

/** @type {Record<string, import('../i18n/index.js').Key>} */
const MEMBERS = {
  start: 'walkStart', end: 'walkEnd', minutes: 'walkMinutes', minutesPerStop: 'walkStopMinutes', maxKilometres: 'walkKilometres', groups: 'walkGroups', light: 'walkLight', date: 'walkDate', time: 'walkTime',
  stepFree: 'walkStepFree', preferLit: 'walkPreferLit', pinned: 'walkMemberPinned', banned: 'walkMemberBanned', order: 'walkMemberOrder',
};

/**
 * The versions of a walk, the newest first; each can be looked at.
 *
 * @param {Version[]} versions
 * @param {number} shown
 * @param {(version: number) => void} onshow
 */
export function versionList(versions, shown, onshow) {
  return h('details', { class: 'group', id: 'walk-versions', open: shown !== versions.length },
    h('summary', { text: `${t('walkVersions')} (${versions.length})` }),
    h('ol', { class: 'versions', reversed: true }, ...[...versions].reverse().map((one) => h('li', {},
      h('button', {
        type: 'button', class: 'tool', 'aria-current': one.version === shown ? 'true' : null, dataset: { edit: `version:${one.version}` }, onclick: () => onshow(one.version),
        text: t('walkVersion', { n: one.version, time: moment(one.created) }),
      }),
      h('span', { class: 'hint', text: one.version === 1 ? t('walkVersionFirst') : changes(one) })))));
}

/** @param {Version} version */
function changes({ changed }) {
  if (changed.length === 0) return t('walkVersionSame');
  return t('walkVersionChanged', { what: phrase(changed.map(change)) });
}

/** @param {{member: string, before: any, after: any}} change */
function change({ member, before, after }) {
  const key = MEMBERS[member];
  const name = key ? t(key).toLowerCase() : t('walkMemberFilter');
  const plain = [before, after].every((value) => typeof value === 'number' || /^[\d:-]+$/.test(String(value)));
  return plain ? `${name} ${shown(before)} → ${shown(after)}` : name;
}

/** @param {number | string} value */
function shown(value) {
  return typeof value === 'number' ? number(value, 1) : value;
}
