import { h } from '../dom.js';
import { capital, day, percent, phrase, t } from '../i18n/index.js';
import { weightText } from './ranking.js';

/** @typedef {import('./model.js').Hotspot} Hotspot */

const FEW = 10;

/** @type {Record<string, import('../i18n/index.js').Key>} */
const CLASSES = {
  new: 'classNew', persistent: 'classPersistent', intermittent: 'classIntermittent', fading: 'classFading', solved: 'classSolved',
};

/** What has become of a place, in a word or two; empty if nobody knows. @param {Hotspot} hotspot */
export function emergence({ course }) {
  const key = course && CLASSES[course.emergence];
  return key ? t(key) : '';
}

/**
 * The development in words. A difference that chance alone makes is not called a change.
 *
 * @param {Hotspot} hotspot
 * @returns {{text: string, direction: 'up' | 'down' | 'flat'} | null} null if the years cannot be compared
 */
export function trend({ course }) {
  if (!course) return null;
  if (course.direction === 'level') return { text: t('same'), direction: 'flat' };
  const up = course.direction === 'rising';
  if (course.change === null) return { text: t('newPlace'), direction: 'up' };
  const share = percent(Math.abs(course.change - 1));
  return up ? { text: t('more', { share }), direction: 'up' } : { text: t('fewer', { share }), direction: 'down' };
}

/** @param {import('./model.js').Trust} trust */
function trustText({ found, recounts, beyondChance }) {
  return `${t('trustFound', { found, recounts })}. ${t(beyondChance ? 'trustBeyondChance' : 'trustMaybeChance')}`;
}

/**
 * Everything the service knows of a hotspot, as a list of facts.
 *
 * @param {Hotspot} hotspot
 * @param {import('../taxonomy.js').Taxonomy} taxonomy
 */
export function hotspotFacts(hotspot, taxonomy) {
  const causes = hotspot.causes.slice(0, 4).map(({ code, count }) => `${taxonomy.cause(code)} (${count})`);
  const change = trend(hotspot);
  const { course } = hotspot;
  return h('div', {},
    factList([
      [t('factReports'), t('factReportsFrom', { n: hotspot.reports, m: hotspot.reporters })],
      [t('factWeight'), hotspot.weight === null ? '' : t('factWeightText', { weight: weightText(hotspot.weight), n: hotspot.reports })],
      [t('factGroup'), hotspot.group && capital(taxonomy.cause(hotspot.group))],
      [t('factCauses'), capital(causes.join(', '))],
      [t('factDark'), hotspot.darkShare === null ? '' : percent(hotspot.darkShare)],
      [t('factChange'), course && change ? `${t('factChangeText', { recent: hotspot.recent, before: course.before })} (${change.text})` : ''],
      [t('factSeason'), course && course.season + course.seasonBefore > 0
        ? t('factSeasonText', { recent: course.season, before: course.seasonBefore }) : ''],
      [t('factClass'), capital(emergence(hotspot))],
      [t('factTrust'), hotspot.trust ? trustText(hotspot.trust) : ''],
      [t('factNewest'), hotspot.newest ? day(hotspot.newest) : ''],
      [t('factSources'), capital(phrase(hotspot.sources.map((code) => taxonomy.source(code))))],
    ]),
    hotspot.reports < FEW && h('p', { class: 'hint', text: t('smallNumbers') }),
    hotspot.explanation && h('details', { class: 'explanation' }, h('summary', { text: t('explanation') }),
      h('p', { text: hotspot.explanation })));
}

/** Pairs of a name and a value; those without a value are left out. @param {[string, string][]} pairs */
export function factList(pairs) {
  const list = h('dl', { class: 'facts' });
  for (const [name, value] of pairs) {
    if (value) list.append(h('dt', { text: name }), h('dd', { text: value }));
  }
  return list;
}

/**
 * A report or a cluster of reports, from a tile.
 *
 * @param {import('../tiles/mvt.js').Properties} p
 * @param {import('../taxonomy.js').Taxonomy} taxonomy
 * @returns {{title: string, content: HTMLElement}}
 */
export function reportFacts(p, taxonomy) {
  if (p.count !== undefined) {
    return {
      title: t('clusterTitle', { n: Number(p.count) }),
      content: factList([
        [t('mainCause'), capital(taxonomy.cause(String(p.cause)))],
        [t('factDark'), p.dark === undefined ? '' : percent(Number(p.dark) / 100)],
        [t('newest'), p.newest === undefined ? '' : day(String(p.newest))],
      ]),
    };
  }
  const causes = String(p.causes ?? p.cause ?? '').split(',').filter(Boolean);
  const light = { dark: t('dark'), light: t('daylight') }[String(p.light)] ?? '';
  return {
    title: capital(taxonomy.cause(String(p.cause ?? causes[0] ?? ''))),
    content: factList([
      [t('cause'), capital(phrase(causes.map((code) => taxonomy.cause(code))))],
      [t('date'), p.date ? day(String(p.date)) : ''],
      [t('light'), capital(light)],
      [t('source'), p.source ? capital(taxonomy.source(String(p.source))) : ''],
      [t('state'), p.state ? capital(taxonomy.state(String(p.state))) : ''],
    ]),
  };
}
