const NAME = 'lykta-vandring';
const VERSION = 1;

/**
 * What the phone keeps until the service has it, and longer.
 *
 * @typedef {object} Walk
 * @property {string} id
 * @property {string} token what the link holds; '' for staff
 * @property {any} guide the service's answer
 * @property {number} group 0 until one is chosen
 * @property {number} baseZoom the deepest zoom of the base map; -1 if there is none
 * @typedef {object} Answer
 * @property {string} id UUID, made here
 * @property {string} walk
 * @property {string} hotspot
 * @property {number} revision one more for every change
 * @property {number} sent the revision that the service has; 0: none
 * @property {string} refused why the service did not take the newest revision; '' if it did or was not asked
 * @property {string} answeredAt ISO time of the first answer
 * @property {Record<string, number>} grades
 * @property {string} comment
 * @typedef {object} Photo
 * @property {string} id UUID, made here
 * @property {string} walk
 * @property {string} finding the answer it belongs to
 * @property {ArrayBuffer} bytes
 * @property {string} type
 * @property {boolean} removed
 * @property {boolean} sent whether the service knows it as it is now
 * @property {string} refused why the service did not take it
 */

/** @returns {Promise<IDBDatabase>} */
export function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('walks', { keyPath: 'id' });
      // unique: of two tabs that begin an answer at once, the second goes on with that of the first
      db.createObjectStore('answers', { keyPath: 'id' }).createIndex('stop', ['walk', 'hotspot'], { unique: true });
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('walk', 'walk');
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Does work as a whole or not at all; what it gives is given when it is on the disk.
 *
 * @template T
 * @param {IDBDatabase} db
 * @param {string[]} stores
 * @param {IDBTransactionMode} mode
 * @param {(transaction: IDBTransaction) => Promise<T>} work may wait for nothing but its own requests
 * @returns {Promise<T>}
 */
export async function transact(db, stores, mode, work) {
  const transaction = db.transaction(stores, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  try {
    const value = await work(transaction);
    await done;
    return value;
  } catch (error) {
    done.catch(() => {}); // the same failure, told once
    if (transaction.error === null) abort(transaction);
    throw error;
  }
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // it has ended by itself
  }
}

/** A random UUID (RFC 9562, version 4), also where there is no secure context. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
