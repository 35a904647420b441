import { L } from './leaflet.js';

/**
 * @typedef {import('../tiles/tile-store.js').Tile} Tile
 * @typedef {object} Brush how a decoded tile lies on a canvas
 * @property {CanvasRenderingContext2D} context
 * @property {(extent: number) => {scale: number, dx: number, dy: number}} place tile units → pixels
 * @property {number} zoom
 * @property {number} size of the tile; there may be a margin around it
 * @typedef {object} Live a tile on the screen
 * @property {HTMLCanvasElement} canvas lies on the tile and, by the margin, on its neighbours
 * @property {{x: number, y: number, z: number}} coords
 * @property {Tile | null} tile null until it has come
 */

const SIZE = 256;
/** How long tiles may be painted in one frame; the rest waits for the next one, so that panning stays smooth. */
const FRAME_MS = 6;

/**
 * Vector tiles on canvas. Beyond the deepest zoom of the data the parent tile is painted larger, as sharp as any other.
 */
export class CanvasTiles extends L.GridLayer {
  /**
   * @param {import('../tiles/tile-store.js').TileStore} store
   * @param {(tile: Tile, brush: Brush) => void} paint
   * @param {{maxNativeZoom: number, pane: string, opaque: boolean, minZoom?: number, margin?: number, onerror?: () => void,
   *     onpaint?: () => void}} options
   */
  constructor(store, paint, { maxNativeZoom, pane, opaque, minZoom = 0, margin = 0, onerror, onpaint }) {
    super({ tileSize: SIZE, pane, minZoom, keepBuffer: 1, updateWhenZooming: false });
    this.store = store;
    this.paint = paint;
    this.deepest = maxNativeZoom;
    this.opaque = opaque;
    this.margin = margin;
    this.onerror = onerror ?? (() => {});
    this.onpaint = onpaint ?? (() => {});
    /** @type {Map<HTMLElement, Live & {cancel: () => void}>} */
    this.live = new Map();
    /** Painted one after the other. @type {(() => void)[]} */
    this.queue = [];
    this.frame = 0;
    /** Whether any tile so far had something in it. */
    this.filled = false;
    this.on('tileunload', (/** @type {any} */ event) => {
      this.live.get(event.tile)?.cancel();
      this.live.delete(event.tile);
    });
  }

  /**
   * Called by Leaflet for every tile that comes into view.
   *
   * @param {{x: number, y: number, z: number}} coords
   * @param {(error: unknown, tile: HTMLElement) => void} done
   */
  createTile(coords, done) {
    const element = document.createElement('div');
    const canvas = document.createElement('canvas');
    canvas.className = 'tile-canvas';
    canvas.style.width = canvas.style.height = `${SIZE + 2 * this.margin}px`;
    canvas.style.left = canvas.style.top = `${-this.margin}px`;
    element.append(canvas);
    const shift = Math.max(0, coords.z - this.deepest);
    const request = this.store.load(coords.z - shift, coords.x >> shift, coords.y >> shift);
    const live = { canvas, coords, tile: /** @type {Tile | null} */ (null), cancel: request.cancel };
    this.live.set(element, live);
    request.promise.then(
      (tile) => {
        live.tile = tile;
        this.filled ||= tile.size > 0;
        live.cancel = () => {};
        this.enqueue(() => {
          if (this.live.get(element) !== live) return;
          this.draw(live);
          done(null, element);
          this.onpaint();
        });
      },
      (error) => {
        const aborted = error instanceof DOMException && error.name === 'AbortError';
        if (!aborted) this.onerror();
        done(aborted ? null : error, element);
      },
    );
    return element;
  }

  /** @param {() => void} work */
  enqueue(work) {
    this.queue.push(work);
    if (this.frame === 0) this.frame = window.requestAnimationFrame(() => this.paintSome());
  }

  paintSome() {
    this.frame = 0;
    const start = performance.now();
    while (this.queue.length > 0 && performance.now() - start < FRAME_MS) this.queue.shift()?.();
    if (this.queue.length > 0) this.frame = window.requestAnimationFrame(() => this.paintSome());
  }

  /** Tiles without a ground of their own must not shine through from the zoom before. Part of Leaflet's pruning. */
  _retainParent(/** @type {number[]} */ ...at) {
    return this.opaque && super._retainParent(...at);
  }

  /** See above. */
  _retainChildren(/** @type {number[]} */ ...at) {
    if (this.opaque) super._retainChildren(...at);
  }

  /** Paints everything on the screen again, with no request: for another theme. */
  repaint() {
    for (const live of this.live.values()) this.draw(live);
  }

  /** @param {Live} live */
  draw(live) {
    const context = live.canvas.getContext('2d');
    if (!live.tile || !context) return;
    const ratio = window.devicePixelRatio || 1;
    const side = (SIZE + 2 * this.margin) * ratio;
    live.canvas.width = side;
    live.canvas.height = side;
    context.setTransform(ratio, 0, 0, ratio, this.margin * ratio, this.margin * ratio);
    this.paint(live.tile, {
      context, zoom: live.coords.z, size: SIZE, place: (extent) => this.placement(live.coords, extent),
    });
  }

  /** @param {{x: number, y: number, z: number}} coords @param {number} extent */
  placement(coords, extent) {
    const shift = Math.max(0, coords.z - this.deepest);
    const share = 2 ** shift;
    const mask = share - 1;
    return { scale: (SIZE * share) / extent, dx: -(coords.x & mask) * SIZE, dy: -(coords.y & mask) * SIZE };
  }

  /**
   * A layer of every tile on the screen once, even where many pictures are cut from one tile, with its place in world
   * pixels: x = left + scale · unit.
   *
   * @param {string} name
   * @param {number} zoom
   * @returns {Generator<{layer: import('../tiles/mvt.js').Layer, scale: number, left: number, top: number}>}
   */
  *layers(name, zoom) {
    /** @type {Set<string>} */
    const seen = new Set();
    const shift = Math.max(0, zoom - this.deepest);
    for (const { coords, tile } of this.live.values()) {
      const key = `${coords.x >> shift} ${coords.y >> shift}`;
      const layer = coords.z === zoom && !seen.has(key) ? tile?.get(name) : undefined;
      if (!layer) continue;
      seen.add(key);
      const { scale, dx, dy } = this.placement(coords, layer.extent);
      yield { layer, scale, left: coords.x * SIZE + dx, top: coords.y * SIZE + dy };
    }
  }

  /**
   * All features of a layer on the screen with the world pixel of their points, for labels and clicks.
   *
   * @param {string} name
   * @param {number} zoom
   * @returns {Generator<{feature: import('../tiles/mvt.js').Feature, to: (index: number, part?: number) => [number, number]}>}
   */
  *features(name, zoom) {
    for (const { layer, scale, left, top } of this.layers(name, zoom)) {
      for (const feature of layer.features) {
        yield {
          feature,
          to: (index, part = 0) => [
            feature.parts[part][2 * index] * scale + left,
            feature.parts[part][2 * index + 1] * scale + top,
          ],
        };
      }
    }
  }

  /**
   * Every point of a layer on the screen as the symbol it is drawn as, in pixels of the world.
   *
   * @param {string} name
   * @param {number} zoom
   * @param {(feature: import('../tiles/mvt.js').Feature) => number} radiusOf
   * @returns {Generator<{feature: import('../tiles/mvt.js').Feature, x: number, y: number, radius: number}>}
   */
  *symbols(name, zoom, radiusOf) {
    for (const { feature, to } of this.features(name, zoom)) {
      for (let i = 0; i < (feature.parts[0]?.length ?? 0) / 2; i++) {
        const [x, y] = to(i);
        yield { feature, x, y, radius: radiusOf(feature) };
      }
    }
  }
}
