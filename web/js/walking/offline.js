const WORKER = '/walking-worker.js';
const SCOPE = '/vandring/';
const TILES = 'lykta-vandring-tiles';
const LEAST_ZOOM = 13;
/** A walk of a few kilometres needs some dozens. */
const MOST_TILES = 120;
const AROUND_METRES = 150;

/**
 * Keeps the page on the phone. Needs a browser that can and an address with https.
 *
 * @returns {Promise<boolean>} whether the page will open without a net
 */
export async function keepPage() {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    return active !== null;
  } catch {
    return false; // storage is forbidden or full, or the files could not all be fetched: the page says that it is not kept
  }
}

/** Asks the browser not to clear what is kept when room gets scarce. */
export function keepForLong() {
  void navigator.storage?.persist?.().catch(() => false);
}

/**
 * Keeps the base map around the ways of a group.
 *
 * @param {number[][]} line lon, lat
 * @param {number} deepest zoom
 */
export async function keepMap(line, deepest) {
  if (deepest < 0 || !('caches' in window)) return;
  const cache = await caches.open(TILES);
  for (const path of tilesAround(line, deepest)) {
    if (await cache.match(path)) continue;
    const response = await fetch(path).catch(() => null);
    if (!response) return; // no net: the next visit goes on
    if (response.ok) await cache.put(path, response);
  }
}

/**
 * The tiles in the box of a line and a little around it, those that are seen first, first.
 *
 * @param {number[][]} line lon, lat
 * @param {number} deepest zoom
 * @returns {string[]}
 */
export function tilesAround(line, deepest) {
  const lats = line.map(([, lat]) => lat);
  const lons = line.map(([lon]) => lon);
  const dLat = AROUND_METRES / 111320;
  const dLon = dLat / Math.cos((Math.max(...lats) * Math.PI) / 180);
  /** @type {string[]} */
  const paths = [];
  for (const zoom of [15, 16, 14, 13].filter((one) => one <= deepest && one >= LEAST_ZOOM)) {
    const [left, top] = tileOf(Math.min(...lons) - dLon, Math.max(...lats) + dLat, zoom);
    const [right, bottom] = tileOf(Math.max(...lons) + dLon, Math.min(...lats) - dLat, zoom);
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) paths.push(`/tiles/base/${zoom}/${x}/${y}.mvt`);
    }
  }
  return paths.slice(0, MOST_TILES);
}

/** @param {number} lon @param {number} lat @param {number} zoom @returns {[number, number]} */
function tileOf(lon, lat, zoom) {
  const n = 2 ** zoom;
  const phi = (lat * Math.PI) / 180;
  return [Math.floor(((lon + 180) / 360) * n), Math.floor(((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * n)];
}
