import { Problem, ask } from '../api.js';
import { announce, fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { allow, ban, freeOrder, move, pin, replan, restore, unpin } from './edits.js';
import { WalkForm } from './form.js';
import { readWalk } from './model.js';
import { problemText } from './problems.js';
import { totals, walkResult } from './result.js';
import { versionList } from './versions.js';

/** @typedef {{lon: number, lat: number}} Place */
/** @typedef {{answer: any, id: string, newest: number, versions: import('./versions.js').Version[]}} Current the version that is shown, and all there are */

/** @type {Record<import('./result.js').Edit, (id: string) => (walk: import('./model.js').Walk) => import('./edits.js').Change>} */
const EDITS = {
  pin: (id) => (walk) => pin(walk, id), unpin: (id) => (walk) => unpin(walk, id), ban: (id) => (walk) => ban(walk, id), allow: (id) => (walk) => allow(walk, id),
  up: (id) => (walk) => move(walk, id, -1), down: (id) => (walk) => move(walk, id, 1), free: () => freeOrder, restore: () => ({ parameters }) => restore(parameters),
};

/** Plans a walk, says it in words and changes it; the map shows the same. */
export class WalkPanel {
  /**
   * @param {HTMLElement} place
   * @param {{available: boolean, usualStart?: number[], filter: () => URLSearchParams, pick: (done: (place: Place) => void) => void,
   *     onwalk: (walk: import('./model.js').Walk | null) => void, onstart: (place: Place | null) => void,
   *     onstop: (stop: import('./model.js').Stop, opener: HTMLElement) => void}} actions
   */
  constructor(place, actions) {
    this.actions = actions;
    this.place = place;
    /** @type {Current | null} */
    this.current = null;
    /** @type {Promise<void>} what was asked for last; the next waits for it */
    this.last = Promise.resolve();
    this.form = new WalkForm({
      usualStart: actions.usualStart, filter: actions.filter, pick: actions.pick, onstart: actions.onstart, onplan: () => void this.#plan(),
      onreplan: () => void this.#change(() => replan(this.form.request()), ''),
    });
    this.message = h('p', { class: 'status', role: 'status', id: 'walk-message' });
    this.result = h('div', { id: 'walk-result' });
    this.render();
  }

  render() {
    this.#say('');
    this.form.render();
    fill(this.place, h('h2', { text: t('walkTitle') }), h('p', { text: t('walkIntro') }),
      this.actions.available ? this.form.element : h('p', { class: 'notice-inline', text: t('walkUnavailable') }), this.message, this.result);
    if (this.current) this.#show();
  }

  async #plan() {
    const { audience } = Object.fromEntries(this.actions.filter());
    const query = new URLSearchParams(audience ? { audience } : {});
    await this.#try(async () => {
      const answer = await ask('/api/walks', { method: 'POST', body: this.form.request(), query });
      this.current = { answer, id: String(answer.id), newest: answer.version ?? 1, versions: [] };
      this.#show();
      this.result.querySelector('h3')?.focus();
    });
  }

  /**
   * Plans the walk anew with a change, as its next version.
   *
   * @param {(walk: import('./model.js').Walk) => import('./edits.js').Change} change of the walk that is there when its turn comes
   * @param {string} focus the button that keeps the focus; '' for the heading
   * @param {boolean} [restored] whether the form shows what was asked for then
   */
  async #change(change, focus, restored = false) {
    await this.#try(async () => {
      const { current } = this;
      if (!current) return;
      const body = change(readWalk(current.answer, current.id));
      const answer = await ask(`/api/walks/${current.id}/versions`, { method: 'POST', body, ifMatch: String(current.newest) });
      this.current = { ...current, answer, newest: answer.version };
      await this.#loadVersions();
      if (restored) this.form.take(answer.parameters);
      this.#show();
      this.#focus(focus);
    });
  }

  /** One after another, so that no press of a button is lost. @param {() => Promise<void>} work */
  #try(work) {
    this.last = this.last.then(() => this.#doTry(work));
    return this.last;
  }

  /** @param {() => Promise<void>} work */
  async #doTry(work) {
    this.result.setAttribute('aria-busy', 'true');
    this.#say(t('walkPlanning'));
    try {
      await work();
      this.#say('');
    } catch (error) {
      this.#say(problemText(error, (id) => this.#nameOf(id)));
      if (error instanceof Problem && error.code === 'walk-changed') await this.#reload();
    } finally {
      this.result.removeAttribute('aria-busy');
    }
  }

  /** Shows what somebody else made of it. */
  async #reload() {
    const { current } = this;
    if (!current) return;
    const answer = await ask(`/api/walks/${current.id}`);
    this.current = { ...current, answer, newest: answer.version };
    await this.#loadVersions();
    this.form.take(answer.parameters ?? {});
    this.#show();
  }

  /** Shows the walk that a link names. @param {string} id '' for none */
  async open(id) {
    if (id === (this.current?.id ?? '')) return;
    if (id === '') {
      this.#clear();
      return;
    }
    try {
      const answer = await ask(`/api/walks/${encodeURIComponent(id)}`);
      this.current = { answer, id, newest: answer.version ?? 1, versions: [] };
      await this.#loadVersions();
      this.form.take(answer.parameters ?? {});
      this.#show();
    } catch {
      this.#say(t('walkGone'));
    }
  }

  /** A walk of one version has no list. */
  async #loadVersions() {
    const { current } = this;
    if (current && current.newest > 1) current.versions = (await ask(`/api/walks/${current.id}/versions`)).versions;
  }

  /** @param {number} version */
  async #showVersion(version) {
    await this.#try(async () => {
      const { current } = this;
      if (!current) return;
      this.current = { ...current, answer: await ask(`/api/walks/${current.id}`, { query: new URLSearchParams({ version: String(version) }) }) };
      this.#show();
      this.#focus(`version:${version}`);
    });
  }

  #show() {
    const { current } = this;
    if (!current) return;
    const walk = readWalk(current.answer, current.id);
    const newest = walk.version === current.newest;
    if (walk.stops.length === 0) this.#say(t('walkNone'));
    fill(this.result,
      ...walkResult(walk, newest, { onstop: this.actions.onstop, onremove: () => this.#clear(), onedit: (edit, id) => void this.#edit(edit, id) }),
      current.versions.length > 1 && versionList(current.versions, walk.version, (version) => void this.#showVersion(version)));
    this.form.offerReplan(true);
    announce(totals(walk));
    this.actions.onwalk(walk);
  }

  /** @param {import('./result.js').Edit} edit @param {string} id */
  async #edit(edit, id) {
    await this.#change(EDITS[edit](id), ['pin', 'unpin', 'up', 'down'].includes(edit) ? `${edit === 'unpin' ? 'pin' : edit}:${id}` : '', edit === 'restore');
  }

  /** The button of that name, or its neighbour where it cannot be pressed any more, or the heading. @param {string} name */
  #focus(name) {
    const buttons = /** @type {HTMLButtonElement[]} */ ([...this.result.querySelectorAll('button[data-edit]')]);
    const button = buttons.find(({ dataset }) => dataset.edit === name);
    const neighbour = button?.disabled ? button.parentElement?.querySelector('button:not([disabled])') : button;
    const target = /** @type {HTMLElement | null} */ (neighbour ?? this.result.querySelector('h3'));
    target?.focus();
  }

  /** @param {string} id */
  #nameOf(id) {
    if (!this.current) return '';
    const walk = readWalk(this.current.answer, this.current.id);
    return [...walk.stops, ...walk.leftOut].find((one) => one.id === id)?.name ?? '';
  }

  #clear() {
    this.current = null;
    fill(this.result);
    this.form.offerReplan(false);
    this.actions.onwalk(null);
  }

  /** @param {string} text */
  #say(text) {
    this.message.textContent = text;
  }
}
