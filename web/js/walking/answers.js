import { result, transact, uuid } from './database.js';

/** @typedef {import('./database.js').Answer} Answer */
/** @typedef {import('./database.js').Photo} Photo */
/** @typedef {{answers: Answer[], photos: Photo[]}} Everything */

/**
 * The answers of this phone to one walk: written to its disk first, whatever becomes of the net, the page or the battery.
 * Other tabs hear of every change.
 */
export class Answers {
  /** @param {IDBDatabase} db @param {string} walk @param {() => string} [now] ISO time */
  constructor(db, walk, now = () => new Date().toISOString()) {
    this.db = db;
    this.walk = walk;
    this.now = now;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.channel = new BroadcastChannel(`lykta-vandring-${walk}`);
    this.channel.onmessage = () => this.#tell();
  }

  /** @param {() => void} listener called after every change, in this tab or another */
  onchange(listener) {
    this.listeners.add(listener);
  }

  /** @param {string} hotspot @returns {Promise<Answer | undefined>} */
  of(hotspot) {
    return transact(this.db, ['answers'], 'readonly', (transaction) => result(transaction.objectStore('answers').index('stop').get([this.walk, hotspot])));
  }

  /** @returns {Promise<Everything>} */
  all() {
    return transact(this.db, ['answers', 'photos'], 'readonly', async (transaction) => {
      const range = IDBKeyRange.bound([this.walk], [this.walk, []]);
      const answers = await result(transaction.objectStore('answers').index('stop').getAll(range));
      const photos = await result(transaction.objectStore('photos').index('walk').getAll(this.walk));
      return { answers, photos };
    });
  }

  /**
   * Changes the answer of a stop, or begins it. Only what the edit touches is changed, so that two tabs can work on one stop.
   *
   * @param {string} hotspot
   * @param {(answer: Answer) => void} edit
   * @returns {Promise<Answer>}
   */
  async change(hotspot, edit) {
    const answer = await transact(this.db, ['answers'], 'readwrite', (transaction) => this.#edit(transaction, hotspot, edit));
    this.#tellAll();
    return answer;
  }

  /** @param {IDBTransaction} transaction @param {string} hotspot @param {(answer: Answer) => void} edit */
  async #edit(transaction, hotspot, edit) {
    const store = transaction.objectStore('answers');
    /** @type {Answer} */
    const answer = (await result(store.index('stop').get([this.walk, hotspot]))) ?? {
      id: uuid(), walk: this.walk, hotspot, revision: 0, sent: 0, refused: '', answeredAt: this.now(), grades: {}, comment: '',
    };
    edit(answer);
    answer.revision += 1;
    answer.refused = '';
    await result(store.put(answer));
    return answer;
  }

  /** Notes which revision the service has. @param {string} id @param {number} revision */
  confirm(id, revision) {
    return this.#note('answers', id, (answer) => {
      answer.sent = Math.max(answer.sent, revision);
    });
  }

  /** Notes that the service will not take this revision. @param {string} id @param {number} revision @param {string} why */
  refuse(id, revision, why) {
    return this.#note('answers', id, (answer) => {
      if (answer.revision === revision) answer.refused = why;
    });
  }

  /** Notes that the service does not have an answer after all. @param {string} id */
  forgetSent(id) {
    return this.#note('answers', id, (answer) => {
      answer.sent = 0;
    });
  }

  /** @param {string} hotspot @param {ArrayBuffer} bytes @param {string} type */
  async addPhoto(hotspot, bytes, type) {
    await transact(this.db, ['answers', 'photos'], 'readwrite', async (transaction) => {
      const known = await result(transaction.objectStore('answers').index('stop').get([this.walk, hotspot]));
      const answer = known ?? (await this.#edit(transaction, hotspot, () => {}));
      /** @type {Photo} */
      const photo = { id: uuid(), walk: this.walk, finding: answer.id, bytes, type, removed: false, sent: false, refused: '' };
      await result(transaction.objectStore('photos').add(photo));
    });
    this.#tellAll();
  }

  /** @param {string} id */
  removePhoto(id) {
    return this.#note('photos', id, (photo) => {
      photo.removed = true;
      photo.sent = false;
      photo.refused = '';
      photo.bytes = new ArrayBuffer(0);
    });
  }

  /** Notes that the service knows a photo as it was then. @param {string} id @param {boolean} removed */
  confirmPhoto(id, removed) {
    return this.#note('photos', id, (photo) => {
      photo.sent = photo.removed === removed;
    });
  }

  /** @param {string} id @param {string} why */
  refusePhoto(id, why) {
    return this.#note('photos', id, (photo) => {
      photo.refused = why;
    });
  }

  /** @param {'answers' | 'photos'} name @param {string} id @param {(thing: any) => void} edit */
  async #note(name, id, edit) {
    await transact(this.db, [name], 'readwrite', async (transaction) => {
      const store = transaction.objectStore(name);
      const thing = await result(store.get(id));
      if (!thing) return;
      edit(thing);
      await result(store.put(thing));
    });
    this.#tellAll();
  }

  #tellAll() {
    this.channel.postMessage('changed');
    this.#tell();
  }

  #tell() {
    for (const listener of this.listeners) listener();
  }
}

/** What the service does not have yet. @param {Everything} all @returns {Everything} */
export function waiting({ answers, photos }) {
  return {
    answers: answers.filter((answer) => answer.sent < answer.revision && answer.refused === ''),
    photos: photos.filter((photo) => !photo.sent && photo.refused === ''),
  };
}

/** What of it can be sent now: a photo once the service has its answer. @param {Everything} all @returns {Everything} */
export function sendable(all) {
  const there = new Set(all.answers.filter((answer) => answer.sent > 0).map((answer) => answer.id));
  const { answers, photos } = waiting(all);
  return { answers, photos: photos.filter((photo) => there.has(photo.finding)) };
}
