import { byId, h } from './dom.js';
import { reportFacts } from './hotspots/facts.js';
import { capital, t } from './i18n/index.js';

const CLOSE_ZOOM = 17;
const MOST_ZOOM = 19;
const CLOSER = 2;

/** @typedef {import('./search/box.js').Found} Found */

/** @type {Record<string, import('./i18n/index.js').Key>} */
const SNAP_KINDS = { street: 'snapStreet', place: 'snapPlace', area_centre: 'snapCentre' };

/** What is told in a popup on the map about things that are in no list: reports, snap points, places that were found, stops. */
export class Popups {
  /**
   * @param {import('./map/map-view.js').MapView} map
   * @param {import('./taxonomy.js').Taxonomy} taxonomy
   * @param {(found: Found) => void} onreport somebody wants to report there
   */
  constructor(map, taxonomy, onreport) {
    this.map = map;
    this.taxonomy = taxonomy;
    this.onreport = onreport;
  }

  /** @param {import('./tiles/mvt.js').Feature} feature @param {{lat: number, lng: number}} place */
  report(feature, place) {
    const { title, content } = reportFacts(feature.properties, this.taxonomy);
    const deeper = Number(feature.properties.expansionZoom ?? 0);
    const at = { lon: place.lng, lat: place.lat };
    const zoom = deeper > this.map.view().zoom && this.#zoomHere(at, deeper);
    this.map.popup(at, { title, content: h('div', {}, content, zoom), opener: () => this.map.element });
  }

  /** @param {import('./tiles/mvt.js').Feature} feature @param {{lat: number, lng: number}} place */
  snapPoint({ properties }, place) {
    const kind = t(SNAP_KINDS[String(properties.kind)]);
    const text = properties.kind === 'area_centre' ? 'snapTextCentre' : 'snapText';
    const area = String(properties.area ?? '');
    const beside = Number(properties.stands_for ?? 1) - 1;
    const at = { lon: place.lng, lat: place.lat };
    const content = h('div', {},
      h('p', { text: t(text, { n: Number(properties.addresses) }) }),
      h('dl', { class: 'facts' },
        h('dt', { text: t('snapKind') }), h('dd', { text: kind }),
        area !== '' && h('dt', { text: t('areas') }), area !== '' && h('dd', { text: area })),
      beside > 0 && h('p', { text: t('snapBeside', { n: beside }) }),
      beside > 0 && this.#zoomHere(at, this.map.view().zoom + CLOSER));
    this.map.popup(at, { title: String(properties.name ?? capital(kind)), content, lift: 8, opener: () => this.map.element });
  }

  /** @param {{lon: number, lat: number}} at @param {number} zoom */
  #zoomHere(at, zoom) {
    return h('button', {
      type: 'button', class: 'button', text: t('zoomHere'), onclick: () => {
        this.map.closePopup();
        this.map.goTo(at, Math.min(MOST_ZOOM, zoom));
      },
    });
  }

  /** Moves to what was found. @param {Found} found */
  goTo(found) {
    if (found.bbox) this.map.fit(found.bbox, CLOSE_ZOOM);
    else this.map.goTo(found, CLOSE_ZOOM);
  }

  /** @param {Found} found */
  found(found) {
    this.goTo(found);
    const report = h('button', {
      type: 'button', class: 'button', id: 'search-report', text: t('searchReport'), onclick: () => {
        this.map.closePopup();
        this.onreport(found);
      },
    });
    this.map.popup(found, { title: found.name, content: h('div', {}, h('p', { text: found.label }), report), opener: () => byId('search') });
  }

  /** @param {import('./walk/model.js').Stop} stop @param {HTMLElement | null} opener */
  stop(stop, opener) {
    this.map.goTo(stop, 15);
    this.map.popup(stop, { title: stop.label, content: h('p', { text: stop.why }), opener: () => opener, lift: 12 });
  }
}
