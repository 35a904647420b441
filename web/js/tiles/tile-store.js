import { readTile } from './mvt.js';

/** @typedef {Map<string, import('./mvt.js').Layer>} Tile */
/** @typedef {{promise: Promise<Tile>, abort: AbortController, waiting: number}} Flight */

const KEEP = 160;
/** @type {Tile} */
const NOTHING = new Map();

/** Fetches and decodes tiles, each once, and keeps the ones used last: neighbours at higher zooms share a parent. */
export class TileStore {
  /** @type {Map<string, Tile>} */
  #ready = new Map();
  /** @type {Map<string, Flight>} */
  #flights = new Map();

  /** @param {(z: number, x: number, y: number) => string} address */
  constructor(address) {
    this.address = address;
  }

  /**
   * @param {number} z
   * @param {number} x
   * @param {number} y
   * @returns {{promise: Promise<Tile>, cancel: () => void}} cancel stops the request once nobody waits for it
   */
  load(z, x, y) {
    const key = this.address(z, x, y);
    const ready = this.#ready.get(key);
    if (ready) {
      this.#keep(key, ready);
      return { promise: Promise.resolve(ready), cancel: () => {} };
    }
    const flight = this.#flights.get(key) ?? this.#start(key);
    flight.waiting++;
    return {
      promise: flight.promise,
      cancel: () => {
        if (--flight.waiting === 0) flight.abort.abort();
      },
    };
  }

  /** @param {string} key @returns {Flight} */
  #start(key) {
    const abort = new AbortController();
    const promise = fetchTile(key, abort.signal)
      .then((tile) => {
        this.#keep(key, tile);
        return tile;
      })
      .finally(() => this.#flights.delete(key));
    const flight = { promise, abort, waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }

  /** @param {string} key @param {Tile} tile */
  #keep(key, tile) {
    this.#ready.delete(key);
    this.#ready.set(key, tile);
    for (const oldest of this.#ready.keys()) {
      if (this.#ready.size <= KEEP) break;
      this.#ready.delete(oldest);
    }
  }
}

/** @param {string} address @param {AbortSignal} signal @returns {Promise<Tile>} */
async function fetchTile(address, signal) {
  const response = await fetch(address, { signal });
  if (response.status === 204) return NOTHING;
  if (!response.ok) throw new Error(`tile ${response.status}`);
  return readTile(await response.arrayBuffer());
}
