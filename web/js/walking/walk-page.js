import { announce, byId, fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { theme } from '../theme.js';
import { Answers, waiting } from './answers.js';
import { keep } from './guide.js';
import { keepForLong, keepMap, keepPage } from './offline.js';
import { about, farewell, groupChoice, meetingPlace, overview } from './overview.js';
import { Sender } from './sender.js';
import { Status } from './status.js';
import { StopView } from './stop-view.js';
import { refusal, startOf } from './words.js';

/** @typedef {import('./database.js').Walk} Walk */

const STOP = /^#stopp-(\d+)$/;
const STOPS = '#stopp';
const END = '#klart';

/** The page of one walk: which part of it is shown is in the address, so that "back" goes back. */
export class WalkPage {
  /**
   * @param {IDBDatabase} db
   * @param {Walk} walk
   * @param {string} problem why the service could not be asked for it; '' if it could
   */
  constructor(db, walk, problem) {
    this.db = db;
    this.walk = walk;
    this.content = byId('content');
    this.kept = t('wmKeeping');
    /** @type {StopView | null} */
    this.view = null;
    this.answers = new Answers(db, walk.id);
    this.status = new Status(() => this.sender.wake(0));
    this.sender = new Sender(this.answers, walk.token, () => this.#showState());
    if (problem && problem !== 'offline' && refusal(problem) !== t('wmNotFetched')) this.sender.close(problem);
    this.answers.onchange(() => this.#changed());
    window.addEventListener('hashchange', () => this.render(true));
    window.addEventListener('online', () => this.#showState());
    window.addEventListener('offline', () => this.#showState());
    this.render();
    this.#showState();
    this.sender.wake(0);
    void this.#keep();
  }

  /** The group that is walked with, if it is chosen. */
  get group() {
    return this.walk.guide.groups.find((/** @type {any} */ one) => one.group === this.walk.group);
  }

  /** @param {boolean} [moved] whether the person has gone to another part: the focus goes along */
  render(moved = false) {
    this.view?.remove();
    this.view = null;
    const index = this.#index();
    if (!this.group) this.#renderChoice();
    else if (index >= 0) this.#renderStop(index);
    else void this.#renderOverview(moved);
    if (moved && (index >= 0 || !this.group)) this.#arrive();
  }

  /** In another theme. */
  themed() {
    this.view?.map.setTheme(theme());
  }

  /** The stop in the address; the number of stops for the end, -1 for none. */
  #index() {
    const { hash } = window.location;
    if (hash === END) return this.group?.stops.length ?? -1;
    const number = Number(STOP.exec(hash)?.[1] ?? 0);
    return number >= 1 && number <= (this.group?.stops.length ?? 0) ? number - 1 : -1;
  }

  #renderChoice() {
    fill(this.content, this.#notes(), h('h2', { id: 'view-title', tabindex: -1, text: t('wmGroup') }), h('p', { text: t('wmStart', { when: startOf(this.walk.guide) }) }),
      ...meetingPlace(this.walk.guide), groupChoice(this.walk.guide, (group) => void this.#choose(group)), about());
  }

  /** @param {number} group */
  async #choose(group) {
    this.walk = await keep(this.db, { ...this.walk, group });
    this.render();
    this.#arrive();
    void keepMap(this.#line(), this.walk.baseZoom);
  }

  /** @param {boolean} moved */
  async #renderOverview(moved) {
    const all = await this.answers.all();
    if (!this.group || this.#index() >= 0) return; // gone on meanwhile
    const { groups } = this.walk.guide;
    fill(this.content, this.#notes(), ...overview(this.walk.guide, this.group, all, (index) => `#stopp-${index + 1}`),
      groups.length > 1 && h('button', { type: 'button', class: 'link', text: t('wmOtherGroup'), onclick: () => void this.#choose(0) }),
      this.#pager(null, { text: t('wmBegin'), href: '#stopp-1' }));
    if (moved) this.#arrive();
  }

  /** @param {number} index */
  #renderStop(index) {
    const { stops } = this.group;
    const place = h('div', { class: 'stop-view' });
    const isEnd = index === stops.length;
    const before = { text: t('wmPrevious'), href: `#stopp-${index}` };
    const after = { text: index + 1 === stops.length ? t('wmToEnd') : t('wmNext'), href: index + 1 === stops.length ? END : `#stopp-${index + 2}` };
    const words = h('div', { class: 'stop-view' });
    fill(this.content, this.#notes(false), isEnd && words, place, this.#pager(index > 0 ? before : null, isEnd ? null : after));
    this.view = new StopView(place, this.walk, this.group, index, this.answers);
    if (isEnd) void this.#sayFarewell(words);
  }

  /** @param {HTMLElement} place */
  async #sayFarewell(place) {
    const all = await this.answers.all();
    const left = waiting(all);
    fill(place, ...farewell(this.group, all, left.answers.length + left.photos.length === 0));
  }

  /** @param {{text: string, href: string} | null} before @param {{text: string, href: string} | null} after */
  #pager(before, after) {
    return h('nav', { class: 'pager', 'aria-label': t('wmStops') },
      before && h('a', { class: 'button', id: 'previous', href: before.href, text: before.text }),
      h('a', { class: 'button', id: 'all-stops', href: STOPS, text: t('wmStops') }),
      after && h('a', { class: 'button primary', id: 'next', href: after.href, text: after.text }));
  }

  /** @param {boolean} [withKept] whether to say that the walk is kept on the phone */
  #notes(withKept = true) {
    const closed = this.sender.state.kind === 'closed';
    return h('div', { class: 'notes' },
      closed && h('p', { class: 'notice-inline', id: 'dead', text: `${refusal(this.sender.state.why)} ${t('wmDeadKept')}` }),
      withKept && h('p', { class: 'hint', id: 'kept', text: this.kept }));
  }

  /** The focus goes to what is new, and the page to its top. */
  #arrive() {
    window.scrollTo(0, 0);
    const title = document.getElementById('view-title');
    title?.focus({ preventScroll: true });
  }

  #changed() {
    void this.view?.refresh();
    void this.#showState();
  }

  async #showState() {
    const all = await this.answers.all();
    this.status.show(all, this.sender.state);
    const left = waiting(all);
    const end = document.getElementById('end-state');
    if (end) end.textContent = left.answers.length + left.photos.length === 0 ? t('wmEndSent') : t('wmEndWaiting');
    if (this.sender.state.kind === 'closed' && !document.getElementById('dead')) document.querySelector('.notes')?.replaceWith(this.#notes(this.#index() < 0));
  }

  /** Keeps page and map on the phone, and says whether that went well. */
  async #keep() {
    keepForLong();
    const kept = await keepPage();
    this.kept = kept ? t('wmKept') : t('wmNotKept');
    const note = document.getElementById('kept');
    if (note) note.textContent = this.kept;
    announce(this.kept);
    if (kept && this.group) await keepMap(this.#line(), this.walk.baseZoom);
  }

  /** All ways of the group. @returns {number[][]} */
  #line() {
    return this.group?.legs.flatMap((/** @type {any} */ leg) => leg.line) ?? [];
  }
}
