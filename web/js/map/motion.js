/** Whether the system asks for little motion. */
export const reducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Leaflet's options for the wish of the system. */
export function motionOptions() {
  const still = reducedMotion();
  return still ? { fadeAnimation: false, zoomAnimation: false, markerZoomAnimation: false, inertia: false } : {};
}

/**
 * Keyboard panning animates whatever the options say: this stops it.
 *
 * @param {any} map
 */
export function calmPanning(map) {
  const panBy = map.panBy.bind(map);
  map.panBy = (/** @type {any} */ offset, /** @type {any} */ options) =>
    panBy(offset, reducedMotion() ? { ...options, animate: false } : options);
}
