import { L } from './leaflet.js';
import { pressable } from './pressable.js';

/** The planned walk: a line with a casing, its start, and numbered stops whose shape differs from the hotspots'. */
export class WalkLayer {
  /** @param {any} map */
  constructor(map) {
    this.map = map;
    this.group = new L.LayerGroup().addTo(map);
    this.renderer = new L.Canvas({ pane: 'walk', padding: 0.3 });
  }

  clear() {
    this.group.clearLayers();
  }

  /**
   * @param {import('../walk/model.js').Walk} walk
   * @param {(number: number) => void} onselect
   */
  show(walk, onselect) {
    this.clear();
    const line = walk.line.map(([lon, lat]) => [lat, lon]);
    for (const style of [{ color: '#ffffff', weight: 9 }, { color: '#0b5c73', weight: 5 }]) {
      this.group.addLayer(new L.Polyline(line, { ...style, opacity: 1, renderer: this.renderer, interactive: false }));
    }
    for (const stop of walk.stops) this.group.addLayer(this.#stop(stop, onselect));
    if (line.length > 0) this.map.fitBounds(new L.LatLngBounds(line), { padding: [40, 40], maxZoom: 17 });
  }

  /** @param {import('../walk/model.js').Stop} stop @param {(number: number) => void} onselect */
  #stop(stop, onselect) {
    const label = document.createElement('span');
    label.textContent = stop.letter;
    const icon = new L.DivIcon({ className: 'stop-marker', html: label, iconSize: [30, 30] });
    const marker = new L.Marker([stop.lat, stop.lon], { icon, zIndexOffset: 2000 });
    pressable(marker, stop.label, () => onselect(stop.number));
    return marker;
  }
}
