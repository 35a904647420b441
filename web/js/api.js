/**
 * A refusal of the service (RFC 9457), or no answer at all (status 0).
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {{field: string, message: string, position?: [number, number]}[]} [errors] position: longitude, latitude
   */
  constructor(status, code, errors = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/**
 * @typedef {object} Options
 * @property {string} [method]
 * @property {unknown} [body]
 * @property {URLSearchParams} [query]
 * @property {AbortSignal} [signal]
 * @property {string} [ifMatch] the state that a change builds on
 */

/**
 * Asks the service for JSON.
 *
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<any>} null for an empty answer
 * @throws {Problem}
 */
export async function ask(path, options) {
  return (await send(path, options)).answer;
}

/**
 * The same with the entity tag of the answer, for changes that build on each other.
 *
 * @param {string} path
 * @param {Options} [options]
 * @returns {Promise<{answer: any, tag: string}>} tag: without quotes, and without the mark of a proxy that compressed the answer
 * @throws {Problem}
 */
export async function send(path, { method = 'GET', body, query, signal, ifMatch } = {}) {
  const text = query?.toString();
  const response = await fetch(text ? `${path}?${text}` : path, {
    method,
    signal,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline');
  });
  const tag = (response.headers.get('ETag') ?? '').replace(/^W\/|"/g, '');
  if (response.status === 204) return { answer: null, tag };
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(response.status, answer?.code ?? 'unknown', answer?.errors ?? []);
  return { answer, tag };
}

/** @param {unknown} error true if a newer question made this one pointless */
export function isAborted(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}
