import { ask, isAborted } from '../api.js';

const POLL_MILLIS = 1000;

/**
 * Asks for an analysis and waits for it, telling how far it is; an aborted signal cancels it in the service, too.
 *
 * @param {URLSearchParams} query
 * @param {AbortSignal} signal
 * @param {(progress: number) => void} onprogress 0..1
 * @returns {Promise<any>} the analysis, ended
 */
export async function analyse(query, signal, onprogress) {
  let analysis = await ask('/api/analyses', { method: 'POST', query, signal });
  try {
    while (analysis.state === 'waiting' || analysis.state === 'running') {
      onprogress(analysis.progress);
      await pause(signal);
      analysis = await ask(`/api/analyses/${analysis.id}`, { signal });
    }
  } catch (error) {
    if (isAborted(error)) await ask(`/api/analyses/${analysis.id}`, { method: 'DELETE' });
    throw error;
  }
  return analysis;
}

/** @param {AbortSignal} signal @returns {Promise<void>} */
function pause(signal) {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, POLL_MILLIS);
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      reject(new DOMException('cancelled', 'AbortError'));
    }, { once: true });
  });
}
