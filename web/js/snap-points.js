import { ask } from './api.js';

/**
 * The points at which the public sees reports, for staff: whether they are on the map, and what to say of it.
 *
 * @typedef {{shown: boolean, hint: import('./i18n/index.js').Key | null}} SnapLegend
 */
export class SnapPoints {
  /**
   * @param {import('./map/map-view.js').MapView} map
   * @param {{onlegend: () => void, onfail: () => void}} actions
   */
  constructor(map, actions) {
    this.map = map;
    this.actions = actions;
    this.allowed = false;
    this.shown = false;
    /** Those of the tiles, once they are known. @type {{min: number, max: number} | null} */
    this.zooms = null;
    /** @type {Promise<void> | null} */
    this.asked = null;
    /** Of the map, as far as it was told. */
    this.zoom = 0;
  }

  /** To be called whenever the view or the wish may have changed. @param {'staff' | 'public'} audience @param {boolean} wanted */
  follow(audience, wanted) {
    this.allowed = audience === 'staff';
    this.shown = this.allowed && wanted;
    if (this.shown && !this.zooms) this.asked ??= this.#ask();
    this.#show();
  }

  async #ask() {
    try {
      const { minzoom, maxzoom } = await ask('/tiles/snap-points.json');
      this.zooms = { min: minzoom, max: maxzoom };
      this.#show();
      this.actions.onlegend();
    } catch {
      this.asked = null;
      this.actions.onfail();
    }
  }

  #show() {
    this.map.showSnapPoints(this.shown ? this.zooms : null);
  }

  /** @param {number} zoom */
  moved(zoom) {
    const before = this.#hint();
    this.zoom = zoom;
    if (this.#hint() !== before) this.actions.onlegend();
  }

  /** Why some are not to be seen. @returns {SnapLegend['hint']} */
  #hint() {
    if (!this.shown || !this.zooms || this.zoom >= this.zooms.max) return null;
    return this.zoom < this.zooms.min ? 'snapZoomIn' : 'snapThinned';
  }

  /** What the legend says; null to whom they are not shown. @returns {SnapLegend | null} */
  legend() {
    return this.allowed ? { shown: this.shown, hint: this.#hint() } : null;
  }
}
