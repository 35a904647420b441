import { ask, send } from '../api.js';

/** @typedef {import('./draft.js').Area} Area */
/** @typedef {{code: 'repaired' | 'cut' | 'overlap', share?: number, name?: string}} Notice */

/** The areas as the service has them, and their version: a change is sent with the version it builds on. */
export class AreaList {
  /** @param {any} municipality */
  constructor(municipality) {
    /** @type {Area[]} */
    this.areas = [];
    this.version = '';
    this.#take(municipality);
  }

  /** @param {any} municipality */
  #take(municipality) {
    this.areas = (municipality.areas?.features ?? []).map(areaOf);
    this.version = municipality.areasVersion ?? '';
  }

  /** Reads them anew, because somebody else has changed them. */
  async reload() {
    this.#take(await ask('/api/municipality'));
  }

  /**
   * Adds or changes an area.
   *
   * @param {import('./draft.js').Draft} draft
   * @returns {Promise<{area: Area, notices: Notice[]}>}
   * @throws {import('../api.js').Problem}
   */
  async save(draft) {
    const path = draft.id === null ? '/api/areas' : `/api/areas/${draft.id}`;
    const { answer, tag } = await send(path, {
      method: draft.id === null ? 'POST' : 'PUT', body: draft.toFeature(), ifMatch: this.version,
    });
    const area = areaOf(answer);
    this.version = tag;
    this.areas = [...this.areas.filter((one) => one.id !== area.id), area].sort((one, other) => one.name.localeCompare(other.name, 'sv'));
    return { area, notices: answer.notices };
  }

  /** @param {number} id */
  async remove(id) {
    const { tag } = await send(`/api/areas/${id}`, { method: 'DELETE', ifMatch: this.version });
    this.version = tag;
    this.areas = this.areas.filter((one) => one.id !== id);
  }
}

/** @param {any} feature @returns {Area} */
function areaOf({ id, properties, geometry }) {
  return { id, name: properties.name, population: properties.population ?? null, geometry };
}
