import { h } from '../dom.js';
import { number, t } from '../i18n/index.js';
import { inLanguage, meetingPlaceOf, startOf } from './words.js';

/** @typedef {import('./answers.js').Everything} Everything */

/** What participants should know before they answer. */
export function about() {
  return h('details', { class: 'about', id: 'about' }, h('summary', { text: t('wmAbout') }),
    h('p', { text: t('wmAbout1') }), h('p', { text: t('wmAbout2') }), h('p', { text: t('wmAbout3') }));
}

/** Where it starts, if that is known. @param {any} guide @returns {Node[]} */
export function meetingPlace(guide) {
  const place = meetingPlaceOf(guide);
  return place ? [h('p', { id: 'meeting-place', text: t('wmMeeting', { place }) })] : [];
}

/**
 * Which group to walk with.
 *
 * @param {any} guide
 * @param {(group: number) => void} onchoose
 */
export function groupChoice(guide, onchoose) {
  return h('ul', { class: 'choices' }, ...guide.groups.map((/** @type {any} */ group) => h('li', {},
    h('button', { type: 'button', class: 'choice', onclick: () => onchoose(group.group) },
      h('span', { class: 'name', text: t('wmGroupN', { n: group.group }) }), h('span', { class: 'hint', text: facts(group) })))));
}

/** @param {any} group */
function facts(group) {
  return t('wmGroupFacts', { stops: group.stops.length, km: number(group.metres / 1000, 1), minutes: group.minutes });
}

/**
 * All stops with what is answered.
 *
 * @param {any} guide
 * @param {any} group
 * @param {Everything} all
 * @param {(index: number) => string} addressOf a stop
 * @returns {Node[]}
 */
export function overview(guide, group, all, addressOf) {
  return [
    h('h2', { id: 'view-title', tabindex: -1, text: t('wmStart', { when: startOf(guide) }) }),
    ...meetingPlace(guide),
    h('p', { text: facts(group) }),
    h('p', { text: t('wmWelcome') }),
    about(),
    h('h3', { text: t('wmStops') }),
    h('ol', { class: 'choices', id: 'stops' }, ...group.stops.map((/** @type {any} */ stop, /** @type {number} */ index) => h('li', {},
      h('a', { class: 'choice', href: addressOf(index) },
        h('span', { class: 'letter', text: String(index + 1) }),
        h('span', { class: 'choice-text' }, h('span', { class: 'name', text: inLanguage(stop, 'name') }),
          h('span', { class: 'hint', text: isAnswered(all, stop) ? `✓ ${t('wmAnswered')}` : t('wmNotAnswered') })))))),
  ];
}

/** @param {Everything} all @param {any} stop */
function isAnswered({ answers, photos }, stop) {
  const answer = answers.find((one) => one.hotspot === stop.hotspot);
  return answer !== undefined
    && (Object.keys(answer.grades).length > 0 || answer.comment.trim() !== '' || photos.some((photo) => photo.finding === answer.id && !photo.removed));
}

/**
 * The last words.
 *
 * @param {any} group
 * @param {Everything} all
 * @param {boolean} allSent
 * @returns {Node[]}
 */
export function farewell(group, all, allSent) {
  const answered = group.stops.filter((/** @type {any} */ stop) => isAnswered(all, stop)).length;
  return [
    h('h2', { id: 'view-title', tabindex: -1, text: t('wmEnd') }),
    h('p', { text: t('wmEndAnswered', { n: answered, all: group.stops.length }) }),
    h('p', { id: 'end-state', text: allSent ? t('wmEndSent') : t('wmEndWaiting') }),
  ];
}
