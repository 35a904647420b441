import { Problem } from '../api.js';
import { result, transact } from './database.js';
import { participate } from './service.js';

/** @typedef {import('./database.js').Walk} Walk */

/** Long enough for a bad net, short enough for a group that waits. */
const PATIENCE_MS = 8000;

/**
 * The walk of a link: from the service if it answers, else as this phone has it.
 *
 * @param {IDBDatabase} db
 * @param {string} id
 * @param {string} token of the link, if it has one
 * @returns {Promise<{walk: Walk | null, problem: string}>} problem: the code of why it could not be asked for; '' if it could
 */
export async function loadWalk(db, id, token) {
  const known = await transact(db, ['walks'], 'readonly', (transaction) => result(transaction.objectStore('walks').get(id)));
  const shown = token || known?.token || '';
  try {
    const guide = await participate(`/api/walks/${encodeURIComponent(id)}/guide`, shown, { patienceMs: PATIENCE_MS });
    const baseZoom = await deepestZoom(known?.baseZoom ?? -1);
    return { walk: await keep(db, { id, token: shown, guide, group: groupOf(guide, known?.group ?? 0), baseZoom }), problem: '' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // a dead link must not replace the one that is kept: that one may still be good
    return { walk: known ?? null, problem: error.code };
  }
}

/** @param {IDBDatabase} db @param {Walk} walk */
export async function keep(db, walk) {
  await transact(db, ['walks'], 'readwrite', (transaction) => result(transaction.objectStore('walks').put(walk)));
  return walk;
}

/** The walks that this phone knows. @param {IDBDatabase} db @returns {Promise<Walk[]>} */
export function listWalks(db) {
  return transact(db, ['walks'], 'readonly', (transaction) => result(transaction.objectStore('walks').getAll()));
}

/** @param {any} guide @param {number} chosen */
function groupOf(guide, chosen) {
  if (guide.groups.length === 1) return guide.groups[0].group;
  return guide.groups.some((/** @type {any} */ one) => one.group === chosen) ? chosen : 0;
}

/** @param {number} known */
async function deepestZoom(known) {
  try {
    const answer = await participate('/tiles/base.json', '', { patienceMs: PATIENCE_MS });
    return answer.maxzoom ?? known;
  } catch (error) {
    if (error instanceof Problem) return known;
    throw error;
  }
}
