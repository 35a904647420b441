import { fill, h } from '../dom.js';
import { monthName, t } from '../i18n/index.js';
import { bars, daysOf, isWithin } from './months.js';

const WIDTH = 320;
const HEIGHT = 64;
const LEAST_HEIGHT = 2;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Reports by month. Whoever can drag may choose a period on it; the two dates beside it do the same for everybody, so the
 * picture is hidden from screen readers and its sum is said in words.
 */
export class Histogram {
  /** @param {(dates: {from: string, to: string}) => void} onchoose */
  constructor(onchoose) {
    this.onchoose = onchoose;
    this.svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'histogram', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
    this.words = h('p', { class: 'hint', id: 'months-words' });
    this.element = h('div', { class: 'months' }, h('p', { class: 'months-title', text: t('months') }), this.words);
    this.words.before(this.svg);
    /** @type {import('./months.js').Bar[]} */
    this.bars = [];
    this.from = -1;
    this.#listen();
  }

  /** @param {Record<string, number>} counts @param {{from: string, to: string}} period */
  show(counts, period) {
    this.bars = bars(counts);
    this.period = period;
    const most = this.bars.reduce((one, other) => (other.n > one.n ? other : one), this.bars[0]);
    this.words.textContent = most
      ? t('monthsSummary', { from: monthName(this.bars[0].month), to: monthName(this.bars[this.bars.length - 1].month), most: monthName(most.month), n: most.n })
      : t('noMonths');
    this.svg.toggleAttribute('hidden', !most);
    const step = WIDTH / Math.max(1, this.bars.length);
    fill(this.svg, ...this.bars.map((bar, i) => this.#bar(bar, i, step, most.n)));
  }

  /** @param {import('./months.js').Bar} bar @param {number} i @param {number} step @param {number} most */
  #bar(bar, i, step, most) {
    const height = bar.n === 0 ? 0 : Math.max(LEAST_HEIGHT, (bar.n / most) * HEIGHT);
    const within = isWithin(bar.month, this.period?.from ?? '', this.period?.to ?? '');
    const title = shape('title', {});
    title.textContent = `${monthName(bar.month)}: ${bar.n}`;
    const column = shape('rect', { x: i * step, y: 0, width: step, height: HEIGHT, class: 'column' });
    const value = shape('rect', {
      x: i * step + step * 0.1, y: HEIGHT - height, width: step * 0.8, height, class: within ? 'bar' : 'bar outside',
    });
    const group = shape('g', { 'data-month': bar.month });
    group.append(title, column, value);
    return group;
  }

  #listen() {
    this.svg.addEventListener('pointerdown', (event) => {
      this.from = this.#at(event);
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener('pointerup', (event) => {
      const [from, to] = [this.from, this.#at(event)];
      this.from = -1;
      if (from >= 0 && to >= 0) this.onchoose(daysOf(this.bars[from].month, this.bars[to].month));
    });
    this.svg.addEventListener('pointercancel', () => {
      this.from = -1;
    });
  }

  /** Which bar lies under the pointer; -1 without bars. @param {PointerEvent} event */
  #at(event) {
    const box = this.svg.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * this.bars.length);
    return Math.max(0, Math.min(this.bars.length - 1, at));
  }
}

/** @param {string} tag @param {Record<string, string | number>} attributes @returns {SVGElement} */
function shape(tag, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
