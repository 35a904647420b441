import { ask, isAborted } from '../api.js';

/**
 * How many reports each choice would leave, given all other filters.
 *
 * @typedef {Record<string, number>} Counts by code
 * @typedef {{cause: Counts, group: Counts, source: Counts, state: Counts, month: Counts, hour: number[], weekday: Counts, light: Counts,
 *     severity: Counts}} ByChoice
 * @typedef {{total: number, facets: ByChoice}} Facets
 */

/** Asks for the numbers when the filter has changed, and only while somebody can see them. */
export class FacetLoader {
  /** @param {() => URLSearchParams} query @param {(facets: Facets) => void} onfacets */
  constructor(query, onfacets) {
    this.query = query;
    this.onfacets = onfacets;
    this.visible = false;
    this.asked = '';
  }

  /** @param {boolean} visible */
  show(visible) {
    this.visible = visible;
    this.refresh();
  }

  refresh() {
    const query = this.query();
    if (!this.visible || query.toString() === this.asked) return;
    this.asked = query.toString();
    void this.#load(query);
  }

  /** @param {URLSearchParams} query */
  async #load(query) {
    this.loading?.abort();
    this.loading = new AbortController();
    try {
      this.onfacets(await ask('/api/facets', { query, signal: this.loading.signal }));
    } catch (error) {
      // the filters work without numbers; the next change asks again
      if (!isAborted(error)) this.asked = '';
    }
  }
}

/** The sum over hours of the day FROM-TO, the last not included; one that ends before it begins goes on after midnight. @param {number[]} hour @param {string} hours */
export function countOfHours(hour, hours) {
  const [from, to] = hours.split('-').map(Number);
  const end = to <= from ? to + 24 : to;
  let sum = 0;
  for (let i = from; i < end; i++) sum += hour[i % 24] ?? 0;
  return sum;
}
