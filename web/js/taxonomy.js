import { nameOf } from './i18n/index.js';

/**
 * The words of the service, as it sends them.
 *
 * @typedef {{code: string, sv: string, en: string}} Named
 * @typedef {Named & {counts?: boolean}} State counts: part of the situation picture
 * @typedef {Named & {restricted?: boolean, positive?: boolean, generalised?: boolean}} Cause
 */
export class Taxonomy {
  /** @param {{groups: Named[], causes: Cause[], sources: Named[], placeKinds: Named[], states: State[], severities?: {code: number, sv: string, en: string}[]}} data */
  constructor(data) {
    this.groups = data.groups;
    this.causes = data.causes;
    this.sources = data.sources;
    this.states = data.states;
    /** How unsafe it felt, the least first. @type {Named[]} */
    this.severities = (data.severities ?? []).map((one) => ({ ...one, code: String(one.code) }));
    /** @type {Map<string, Named>} */
    this.byCode = new Map([...data.groups, ...data.causes].map((one) => [one.code, one]));
  }

  /** Groups that can be trouble, each with the causes a person may choose. @param {boolean} [withPositive] */
  choices(withPositive = false) {
    return this.groups
      .map((group) => ({
        group,
        causes: this.causes.filter((cause) => cause.code.startsWith(group.code) && !cause.generalised && (withPositive || !cause.positive)),
      }))
      .filter(({ causes }) => causes.length > 0);
  }

  /** @param {string} code of a cause or a group */
  cause(code) {
    return nameOf(this.byCode.get(code)) || code;
  }

  /** @param {string} code */
  source(code) {
    return nameOf(this.sources.find((one) => one.code === code)) || code;
  }

  /** @param {string} code */
  severity(code) {
    return nameOf(this.severities.find((one) => one.code === code)) || code;
  }

  /** @param {string} code */
  state(code) {
    return nameOf(this.states.find((one) => one.code === code)) || code;
  }
}
