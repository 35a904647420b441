import { ofGeometry, toGeometry } from './shape.js';

/** @typedef {import('./shape.js').Shape} Shape */
/** @typedef {{id: number, name: string, population: number | null, geometry: any}} Area */

const DIGITS = /^\d{1,9}$/;
const MOST_NAME = 100;

/** An area while somebody works on it; its border can be undone step by step. */
export class Draft {
  /** @type {{shape: Shape, step: string}[]} */
  #past = [];
  /** The last kind of step: the same again is one step with it. */
  #step = '';

  /** @param {Area | null} area null for a new one */
  constructor(area) {
    this.id = area?.id ?? null;
    this.called = area?.name ?? '';
    this.name = this.called;
    this.population = area?.population === null || area === null ? '' : String(area.population);
    /** @type {Shape} */
    this.shape = area ? ofGeometry(area.geometry) : [];
    this.first = this.shape;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  /**
   * Changes the border.
   *
   * @param {Shape} shape
   * @param {string} [step] what is done; the same again and again is undone as one, '' never is
   */
  change(shape, step = '') {
    if (shape === this.shape) return;
    if (step === '' || step !== this.#step) this.#past.push({ shape: this.shape, step: this.#step });
    this.#step = step;
    this.shape = shape;
  }

  undo() {
    const before = this.#past.pop();
    if (!before) return;
    this.shape = before.shape;
    this.#step = '';
  }

  /** Somebody removed the area meanwhile: it becomes a new one. */
  forget() {
    this.id = null;
    this.first = [];
  }

  /** Which fields the service would not take. @returns {('name' | 'population' | 'border')[]} */
  faults() {
    const name = this.name.trim();
    /** @type {('name' | 'population' | 'border')[]} */
    const faults = [];
    if (name === '' || name.length > MOST_NAME) faults.push('name');
    if (this.population.trim() !== '' && !DIGITS.test(plain(this.population))) faults.push('population');
    if (this.shape.length === 0) faults.push('border');
    return faults;
  }

  /** What is sent: a border that nobody touched stays as it is, to the last digit. */
  toFeature() {
    const people = plain(this.population);
    const properties = { name: this.name.trim(), ...(people === '' ? {} : { population: Number(people) }) };
    return { type: 'Feature', properties, ...(this.shape === this.first ? {} : { geometry: toGeometry(this.shape) }) };
  }
}

/** A number without the spaces that people group digits by. @param {string} text */
function plain(text) {
  return text.replace(/\s/g, '');
}
