import { byId } from '../dom.js';
import { phrase, t } from '../i18n/index.js';
import { waiting } from './answers.js';

/** Says above everything what has been sent and what has not. */
export class Status {
  /** @param {() => void} onsend somebody wants it sent now */
  constructor(onsend) {
    this.bar = byId('sending');
    this.text = byId('sending-text');
    this.button = /** @type {HTMLButtonElement} */ (byId('send-now'));
    this.button.addEventListener('click', onsend);
  }

  /** @param {import('./answers.js').Everything} all @param {import('./sender.js').State} state */
  show(all, state) {
    const left = waiting(all);
    const count = left.answers.length + left.photos.length;
    this.bar.hidden = false;
    this.bar.dataset.state = count > 0 ? state.kind : isAnySent(all) ? 'sent' : 'none';
    this.button.hidden = count === 0 || state.kind !== 'waiting';
    const text = [count === 0 ? this.#settled(all) : this.#unsent(left, state), this.#refused(all)].filter(Boolean).join('. ');
    // said once: a status that is written anew is read out anew
    if (this.text.textContent !== text) this.text.textContent = text;
  }

  /** @param {import('./answers.js').Everything} all */
  #settled(all) {
    return isAnySent(all) ? t('wmAllSent') : t('wmNothing');
  }

  /** @param {import('./answers.js').Everything} left @param {import('./sender.js').State} state */
  #unsent(left, state) {
    const what = counted(left.answers.length, left.photos.length);
    if (state.kind === 'closed') return t('wmClosed', { what });
    return navigator.onLine && state.kind !== 'waiting' ? t('wmSending', { what }) : t('wmWaiting', { what });
  }

  /** @param {import('./answers.js').Everything} all */
  #refused({ answers, photos }) {
    const refused = [answers, photos].map((things) => things.filter((thing) => thing.refused !== '').length);
    return refused[0] + refused[1] > 0 ? t('wmRefused', { what: counted(refused[0], refused[1]) }) : '';
  }
}

/** @param {import('./answers.js').Everything} all */
function isAnySent({ answers }) {
  return answers.some((answer) => answer.sent > 0);
}

/** "3 svar och 1 foto". @param {number} answers @param {number} photos */
function counted(answers, photos) {
  return phrase([...(answers > 0 ? [t('wmAnswers', { n: answers })] : []), ...(photos > 0 ? [t('wmPhotos', { n: photos })] : [])]);
}
