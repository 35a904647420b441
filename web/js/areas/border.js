import { announce } from '../dom.js';
import { t } from '../i18n/index.js';
import { drawBorder } from './drawing.js';
import { boxOf, inserted, middleAfter, moved, nearestEdge, removed } from './shape.js';

/** @typedef {import('./shape.js').At} At */
/** @typedef {import('./shape.js').Shape} Shape */

/** Pixels: so near to the border a click means it. */
const ON_BORDER = 12;

/** The border of a draft on the map: drawn corner by corner, then changed by its corners. */
export class Border {
  /** @type {{cancel: () => void} | null} */
  #drawing = null;
  #crowded = false;

  /**
   * @param {import('../map/map-view.js').MapView} map
   * @param {import('./draft.js').Draft} draft
   * @param {{onchange: (crowded: boolean) => void, onleave: () => void}} actions crowded: whether the corners are too near to
   *     each other to be shown; onleave: the person has enough of corners
   */
  constructor(map, draft, actions) {
    this.map = map;
    this.draft = draft;
    this.actions = actions;
  }

  /** Lets the person draw it anew. @param {(drawn: boolean) => void} done */
  draw(done) {
    this.#hide();
    this.#drawing = drawBorder(this.map, (corners) => {
      this.#drawing = null;
      if (corners) this.draft.change([[corners]]);
      this.edit();
      done(corners !== null);
    });
  }

  /** Shows it with its corners, and listens to the map. */
  edit() {
    const { areas } = this.map;
    areas.showShape(this.draft.shape);
    areas.mark([]);
    this.map.pick((place) => this.#clicked(place), false);
    areas.handles.show(this.draft.shape, {
      ondrag: (at, place) => areas.showShape(moved(this.draft.shape, at, place)),
      onmove: (at, place, step) => this.change(moved(this.draft.shape, at, place), step),
      onremove: (at) => this.#remove(at),
      oninsert: (at) => this.#insert(at, middleAfter(this.draft.shape, at)),
      onleave: this.actions.onleave,
      oncrowd: (crowded) => {
        this.#crowded = crowded;
        this.actions.onchange(crowded);
      },
    });
    this.actions.onchange(this.#crowded);
  }

  /** Leaves the map to others. */
  stop() {
    this.#drawing?.cancel();
    this.#hide();
    this.map.stopPicking();
  }

  /** @param {Shape} shape @param {string} [step] see {@link import('./draft.js').Draft.change} */
  change(shape, step) {
    this.draft.change(shape, step);
    this.edit();
  }

  undo() {
    this.draft.undo();
    this.edit();
  }

  fit() {
    this.map.fit(boxOf(this.draft.shape), 17);
  }

  #hide() {
    this.map.areas.showShape([]);
    this.map.areas.handles.hide();
    this.map.areas.mark([]);
  }

  /** A click beside the border means nothing. @param {{lon: number, lat: number}} place */
  #clicked({ lon, lat }) {
    const edge = nearestEdge(this.draft.shape, this.map.pixel({ lon, lat }), ([x, y]) => this.map.pixel({ lon: x, lat: y }));
    if (edge && edge.pixels <= ON_BORDER) this.#insert(edge.at, [lon, lat]);
  }

  /** @param {At} at @param {import('./shape.js').Corner} place */
  #insert(at, place) {
    this.change(inserted(this.draft.shape, at, place));
    this.map.areas.handles.focus({ ...at, corner: at.corner + 1 });
  }

  /** @param {At} at */
  #remove(at) {
    const after = removed(this.draft.shape, at);
    if (after === this.draft.shape) {
      announce(t('areaFewest'));
      return;
    }
    this.change(after);
    this.map.areas.handles.focus({ ...at, corner: Math.max(0, at.corner - 1) });
  }
}
