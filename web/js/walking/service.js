import { Problem } from '../api.js';

const PATIENCE_MS = 30000;

/**
 * Asks the service as a participant. The token goes in a header: it must be in no address.
 *
 * @param {string} path
 * @param {string} token '' for staff
 * @param {{method?: string, body?: BodyInit, type?: string, patienceMs?: number}} [options]
 * @returns {Promise<any>} null for an empty answer
 * @throws {Problem} status 0 if there was no answer, or none in time
 */
export async function participate(path, token, { method = 'GET', body, type = 'application/json', patienceMs = PATIENCE_MS } = {}) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await fetch(path, {
      method, body, signal: abort.signal, cache: 'no-store',
      headers: { ...(token ? { 'Walk-Token': token } : {}), ...(body === undefined ? {} : { 'Content-Type': type }) },
    });
    const text = await response.text();
    // a photo that is kept is answered with nothing; any other empty answer is not the service's
    const answer = text === '' && [201, 204].includes(response.status) ? null : JSON.parse(text);
    if (!response.ok) throw new Problem(response.status, answer?.code ?? 'unknown', answer?.errors ?? []);
    return answer;
  } catch (error) {
    // a broken connection, a proxy's page in place of JSON, or no patience left: all the same from here
    throw error instanceof Problem ? error : new Problem(0, 'offline');
  } finally {
    clearTimeout(timer);
  }
}
