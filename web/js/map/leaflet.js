/**
 * Leaflet, loaded as a classic script before the modules. The only door to it: all calls live in this folder.
 *
 * @type {any}
 */
export const L = /** @type {any} */ (globalThis).L;
