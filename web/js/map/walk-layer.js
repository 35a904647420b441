import { lineStyle } from '../walk/styles.js';
import { L } from './leaflet.js';
import { pressable } from './pressable.js';

/** The planned walk: a line with a casing for each group, and lettered stops whose shape differs from the hotspots'. */
export class WalkLayer {
  /** @param {any} map */
  constructor(map) {
    this.map = map;
    this.group = new L.LayerGroup().addTo(map);
    this.renderer = new L.Canvas({ pane: 'walk', padding: 0.3 });
    /** @type {string} the walk that was looked at last */
    this.shown = '';
  }

  clear() {
    this.group.clearLayers();
    this.shown = '';
  }

  /**
   * @param {import('../walk/model.js').Walk} walk
   * @param {(key: string) => void} onselect
   */
  show(walk, onselect) {
    const before = this.shown;
    this.clear();
    const lines = walk.groups.map(({ line }) => line.map(([lon, lat]) => [lat, lon]));
    lines.forEach((line, place) => this.#draw(line, walk.groups[place]?.number ?? 1));
    for (const stop of walk.stops) this.group.addLayer(this.#stop(stop, onselect));
    const all = lines.flat();
    // a change of the walk that is looked at does not move the map
    if (all.length > 0 && before !== walk.id) this.map.fitBounds(new L.LatLngBounds(all), {
      paddingTopLeft: [40 + coveredByLegend(this.map.getContainer()), 40], paddingBottomRight: [40, 40], maxZoom: 17,
    });
    this.shown = walk.id;
  }

  /** @param {any[]} line @param {number} group */
  #draw(line, group) {
    const casing = { color: '#ffffff', weight: 9 };
    for (const style of [casing, { ...lineStyle(group), weight: 5, lineCap: 'butt' }]) {
      this.group.addLayer(new L.Polyline(line, { ...style, opacity: 1, renderer: this.renderer, interactive: false }));
    }
  }

  /** @param {import('../walk/model.js').Stop} stop @param {(key: string) => void} onselect */
  #stop(stop, onselect) {
    const label = document.createElement('span');
    label.textContent = stop.letter;
    const icon = new L.DivIcon({ className: `stop-marker group-${stop.group}`, html: label, iconSize: [30, 30] });
    const marker = new L.Marker([stop.lat, stop.lon], { icon, zIndexOffset: 2000 });
    pressable(marker, stop.label, () => onselect(stop.key));
    return marker;
  }
}

/** How much of the map's left side is below the legend, in pixels; none where that stands beside the map. @param {HTMLElement} map */
function coveredByLegend(map) {
  const legend = document.querySelector('.legend')?.getBoundingClientRect();
  const box = map.getBoundingClientRect();
  const covers = legend !== undefined && legend.top < box.bottom && legend.bottom > box.top && legend.left < box.right;
  return covers ? Math.max(0, legend.right - box.left) : 0;
}
