import { L } from './leaflet.js';

/** What an analysis found, as polygons on a canvas of their own, below hotspots and reports. */
export class AnalysisLayer {
  /** @param {any} map */
  constructor(map) {
    this.polygons = new L.LayerGroup().addTo(map);
    this.renderer = new L.Canvas({ pane: 'areas', padding: 0.3 });
  }

  /** @param {{geometry: any, colour: string}[]} parts the first ones lie on top; none to show nothing */
  show(parts) {
    this.polygons.clearLayers();
    for (const { geometry, colour } of [...parts].reverse()) {
      this.polygons.addLayer(new L.Polygon(corners(geometry), {
        renderer: this.renderer, interactive: false, fillColor: colour, fillOpacity: 0.45, color: colour, weight: 1,
      }));
    }
  }
}

/** Latitude first, as Leaflet wants it. @param {any} geometry Polygon or MultiPolygon @returns {any} */
function corners(geometry) {
  const swap = (/** @type {any} */ value) => (typeof value[0] === 'number' ? [value[1], value[0]] : value.map(swap));
  return swap(geometry.coordinates);
}
