import { ask, isAborted } from '../api.js';
import { TrustWait } from './trust-wait.js';

/** The ranked places as the service finds them: one question at a time, a newer one makes the older pointless. */
export class HotspotSource {
  /**
   * @param {() => URLSearchParams} query the question as it is now
   * @param {(answer: any) => void} onknown the same question was answered with more
   */
  constructor(query, onknown) {
    this.query = query;
    this.onknown = onknown;
    this.trust = new TrustWait(() => void this.#again());
  }

  /** @returns {Promise<any>} null if the question has become pointless */
  async load() {
    this.loading?.abort();
    this.loading = new AbortController();
    this.trust.reset();
    try {
      return await ask('/api/hotspots', { query: this.query(), signal: this.loading.signal });
    } catch (error) {
      if (isAborted(error)) return null;
      throw error;
    }
  }

  /** An answer that comes too late is of no use any more. */
  async #again() {
    const { signal } = this.loading ?? {};
    const answer = await ask('/api/hotspots', { query: this.query(), signal }).catch(() => null);
    if (answer && !signal?.aborted) this.onknown(answer);
  }
}
