import { L } from './leaflet.js';

const MAX_NATIVE_ZOOM = 18;
/** 1 × 1 transparent: an empty tile (204) is no fault, and no torn picture is to be seen for it. */
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * The density of reports as pictures under the labels, twice as fine on fine screens.
 *
 * @param {string} query what the reports are filtered by
 * @param {import('./base-colours.js').Theme} theme
 */
export function heatTiles(query, theme) {
  const parameters = new URLSearchParams(query);
  parameters.set('size', (window.devicePixelRatio || 1) > 1 ? '512' : '256');
  parameters.set('theme', theme);
  return new L.TileLayer(`/tiles/heat/{z}/{x}/{y}.png?${parameters}`, {
    pane: 'heat', tileSize: 256, maxNativeZoom: MAX_NATIVE_ZOOM, maxZoom: 19, keepBuffer: 1, updateWhenZooming: false, errorTileUrl: NOTHING,
  });
}
