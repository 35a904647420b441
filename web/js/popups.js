import { h } from './dom.js';
import { reportFacts } from './hotspots/facts.js';
import { capital, t } from './i18n/index.js';

/** @typedef {import('./tiles/mvt.js').Feature} Feature */
/** @typedef {import('./map/map-view.js').MapView} MapView */

/** @type {Record<string, import('./i18n/index.js').Key>} */
const KINDS = { street: 'snapStreet', place: 'snapPlace', area_centre: 'snapCentre' };

const CLOSEST = 19;
const CLOSER = 2;

/**
 * What a circle of reports stands for.
 *
 * @param {MapView} map
 * @param {Feature} feature
 * @param {{lat: number, lng: number}} place
 * @param {import('./taxonomy.js').Taxonomy} taxonomy
 */
export function openReport(map, feature, place, taxonomy) {
  const { title, content } = reportFacts(feature.properties, taxonomy);
  const deeper = Number(feature.properties.expansionZoom ?? 0);
  const zoom = deeper > map.view().zoom && zoomHere(map, place, deeper);
  map.popup(at(place), { title, content: h('div', {}, content, zoom), opener: () => map.element });
}

/**
 * What a snap point stands for.
 *
 * @param {MapView} map
 * @param {Feature} feature
 * @param {{lat: number, lng: number}} place
 */
export function openSnapPoint(map, { properties }, place) {
  const kind = t(KINDS[String(properties.kind)]);
  const centre = properties.kind === 'area_centre';
  const area = properties.area === undefined ? '' : String(properties.area);
  const beside = Number(properties.stands_for ?? 1) - 1;
  const content = h('div', {},
    h('p', { text: t(centre ? 'snapTextCentre' : 'snapText', { n: Number(properties.addresses) }) }),
    h('dl', { class: 'facts' },
      h('dt', { text: t('snapKind') }), h('dd', { text: kind }),
      area !== '' && h('dt', { text: t('areas') }), area !== '' && h('dd', { text: area })),
    beside > 0 && h('p', { text: t('snapBeside', { n: beside }) }),
    beside > 0 && zoomHere(map, place, map.view().zoom + CLOSER));
  map.popup(at(place), { title: String(properties.name ?? capital(kind)), content, opener: () => map.element });
}

/** @param {MapView} map @param {{lat: number, lng: number}} place @param {number} zoom */
function zoomHere(map, place, zoom) {
  return h('button', {
    type: 'button', class: 'button', text: t('zoomHere'), onclick: () => {
      map.closePopup();
      map.goTo(at(place), Math.min(CLOSEST, zoom));
    },
  });
}

/** @param {{lat: number, lng: number}} place as Leaflet names it */
function at({ lat, lng }) {
  return { lon: lng, lat };
}
