import { Problem } from '../api.js';
import { sendable, waiting } from './answers.js';
import { participate } from './service.js';

/** @typedef {import('./database.js').Answer} Answer */
/** @typedef {import('./database.js').Photo} Photo */
/**
 * @typedef {object} State
 * @property {'idle' | 'sending' | 'waiting' | 'closed'} kind closed: the link is good no more
 * @property {string} why the code of the refusal, if closed
 */

/** A change is seldom the last one. */
const REST_MS = 1500;
const RETRY_MS = [3000, 5000, 10000, 20000, 40000, 60000];

/**
 * Sends what waits on the phone until the service has confirmed it; whatever is not confirmed is sent again. Answers have
 * ids and revisions of their own, so that the service takes each once.
 */
export class Sender {
  /**
   * @param {import('./answers.js').Answers} answers
   * @param {string} token '' for staff
   * @param {() => void} onstate
   */
  constructor(answers, token, onstate) {
    this.answers = answers;
    this.token = token;
    this.onstate = onstate;
    /** @type {State} */
    this.state = { kind: 'idle', why: '' };
    this.timer = 0;
    this.failures = 0;
    this.busy = false;
    window.addEventListener('online', () => this.wake(0));
    document.addEventListener('visibilitychange', () => this.wake(0));
    answers.onchange(() => this.wake(REST_MS));
  }

  /** Sends after a while, at most: an earlier date is not put off. @param {number} ms */
  wake(ms) {
    if (this.state.kind === 'closed') return;
    const due = Date.now() + ms;
    if (this.timer !== 0 && this.due !== undefined && this.due <= due) return;
    window.clearTimeout(this.timer);
    this.due = due;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.#round();
    }, ms);
  }

  /** Says that the link is good no more: nothing is sent until the page is opened by a new one. @param {string} why code */
  close(why) {
    this.#become('closed', why);
  }

  /** One tab sends at a time, where the browser can tell; two would do no harm. */
  async #round() {
    if (this.busy) {
      this.wake(REST_MS);
      return;
    }
    this.busy = true;
    try {
      if (!navigator.locks) await this.#sendAll();
      else await navigator.locks.request(`lykta-vandring-${this.answers.walk}`, { ifAvailable: true }, (lock) => this.#inTurn(lock));
    } finally {
      this.busy = false;
    }
  }

  /** @param {Lock | null} lock null while another tab sends */
  async #inTurn(lock) {
    if (lock) await this.#sendAll();
    else this.wake(RETRY_MS[0]);
  }

  async #sendAll() {
    const found = waiting(await this.answers.all());
    if (found.answers.length + found.photos.length === 0) {
      this.#become('idle');
      return;
    }
    this.#become('sending');
    try {
      for (const answer of found.answers) await this.#sendAnswer(answer);
      for (const photo of sendable(await this.answers.all()).photos) await this.#sendPhoto(photo);
      this.failures = 0;
      this.#become('idle');
      // what was changed meanwhile
      const left = sendable(await this.answers.all());
      if (left.answers.length + left.photos.length > 0) this.wake(REST_MS);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#failed(error);
    }
  }

  /** @param {Answer} answer */
  async #sendAnswer(answer) {
    const body = JSON.stringify({
      hotspot: answer.hotspot, revision: answer.revision, answeredAt: answer.answeredAt, grades: answer.grades, comment: answer.comment,
    });
    try {
      await participate(this.#path(answer.id), this.token, { method: 'PUT', body });
      await this.answers.confirm(answer.id, answer.revision);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.answers.refuse(answer.id, answer.revision, error.code);
    }
  }

  /** @param {Photo} photo */
  async #sendPhoto(photo) {
    const path = `${this.#path(photo.finding)}/photos/${photo.id}`;
    try {
      if (photo.removed) await participate(path, this.token, { method: 'DELETE' });
      else await participate(path, this.token, { method: 'PUT', body: photo.bytes, type: photo.type });
      await this.answers.confirmPhoto(photo.id, photo.removed);
    } catch (error) {
      if (error instanceof Problem && error.code === 'unknown-finding') await this.answers.forgetSent(photo.finding);
      else if (isRefusal(error)) await this.answers.refusePhoto(photo.id, error.code);
      else throw error;
    }
  }

  /** @param {Problem} problem */
  #failed(problem) {
    if (problem.status === 401 || problem.code === 'unknown-walk') {
      this.close(problem.code);
      return;
    }
    this.#become('waiting');
    const pause = problem.status === 429 ? RETRY_MS[RETRY_MS.length - 1] : RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures++;
    this.wake(pause);
  }

  /** @param {string} finding */
  #path(finding) {
    return `/api/walks/${encodeURIComponent(this.answers.walk)}/findings/${finding}`;
  }

  /** @param {State['kind']} kind */
  #become(kind, why = '') {
    this.state = { kind, why };
    this.onstate();
  }
}

/** Whether the service has looked at it and will never take it. @param {unknown} error @returns {error is Problem} */
function isRefusal(error) {
  return error instanceof Problem && [400, 409, 413, 415, 422].includes(error.status) && error.code !== 'incomplete-body';
}
