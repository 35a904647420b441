/**
 * Makes a marker a button for every way of pressing one, with a name. Leaflet itself only minds the mouse.
 *
 * @param {any} marker
 * @param {string} label
 * @param {(element: HTMLElement) => void} onpress
 */
export function pressable(marker, label, onpress) {
  marker.on('add', () => {
    const element = /** @type {HTMLElement} */ (marker.getElement());
    element.setAttribute('aria-label', label);
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      onpress(element);
    });
  });
  marker.on('click', () => onpress(marker.getElement()));
}
