import { ask, isAborted } from './api.js';
import { h } from './dom.js';
import { language, number, t } from './i18n/index.js';

/**
 * What the colours of the density mean, as the service sends it.
 *
 * @typedef {{zoom: number, radiusMetres: number, n: number, maximum: number, classes: {from: number}[], fadesBelow: number,
 *     notes: {fewData: boolean, snapped: boolean, sv: string, en: string}}} HeatScale
 */

/** Keeps the scale that belongs to zoom and filter; asks only when one of them has changed. */
export class HeatScales {
  /** @param {(scale: HeatScale | null) => void} onscale null: it could not be loaded */
  constructor(onscale) {
    this.onscale = onscale;
    this.asked = '';
  }

  /** @param {string} query @param {number} zoom */
  async show(query, zoom) {
    const parameters = new URLSearchParams(query);
    parameters.set('zoom', String(zoom));
    if (parameters.toString() === this.asked) return;
    this.asked = parameters.toString();
    this.loading?.abort();
    this.loading = new AbortController();
    try {
      this.onscale(await ask('/tiles/heat/legend.json', { query: parameters, signal: this.loading.signal }));
    } catch (error) {
      if (isAborted(error)) return;
      this.asked = '';
      this.onscale(null);
    }
  }
}

/** The ramp with its limits, unit and radius; the few first. @param {HeatScale} scale */
export function heatLegend(scale) {
  const last = scale.classes.length - 1;
  const limits = scale.classes.map((one, i) => h('li', {},
    h('span', { class: `swatch class-${i + 1}` }),
    h('span', { text: i === last ? t('legendMore', { from: figure(one.from) }) : `${figure(one.from)}–` })));
  const few = h('li', {}, h('span', { class: 'swatch fading class-1' }), h('span', { text: t('legendFew', { n: figure(scale.fadesBelow) }) }));
  return h('div', { id: 'heat-legend' },
    h('h2', { text: t('heat') }),
    h('p', { class: 'unit', text: t('heatUnit', { radius: length(scale.radiusMetres) }) }),
    h('ul', { class: 'ramp six' }, few, ...limits),
    scale.notes.fewData && h('p', { class: 'few-data', text: t('heatFewData', { n: scale.n }) }));
}

/** How the density was computed, in words. @param {HeatScale} scale */
export function heatMethod(scale) {
  return h('div', {}, h('h4', { text: t('heatHow') }), h('p', { class: 'hint', text: scale.notes[language()] }));
}

/** @param {number} value a density: three digits say enough */
function figure(value) {
  return number(value, value < 1 ? 4 : 0);
}

/** @param {number} metres */
function length(metres) {
  return metres < 1000 ? `${number(metres)} m` : `${number(metres / 1000, 1)} km`;
}
