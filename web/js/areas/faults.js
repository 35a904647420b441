import { Problem } from '../api.js';
import { t } from '../i18n/index.js';

/**
 * What keeps an area from being saved, in the language of the page.
 *
 * @typedef {{input: 'area-name' | 'area-population' | 'area-draw', text: string, position?: [number, number]}} Fault
 * @typedef {import('../i18n/index.js').Key} Key
 */

/** @type {Record<'name' | 'population' | 'border', [Fault['input'], Key]>} */
const FIELDS = {
  name: ['area-name', 'areaFaultName'],
  population: ['area-population', 'areaFaultPopulation'],
  border: ['area-draw', 'areaFaultBorder'],
};

/** What concerns no field. @type {Record<string, Key>} */
const MESSAGES = {
  'areas-changed': 'areaFaultChanged',
  'unknown-area': 'areaFaultGone',
  'no-municipality': 'areaFaultNoMunicipality',
  'sign-in-required': 'areaFaultSignIn',
  'wrong-token': 'areaFaultSignIn',
};

/** What a draft lacks. @param {('name' | 'population' | 'border')[]} fields @returns {Fault[]} */
export function faultsOf(fields) {
  return fields.map((field) => ({ input: FIELDS[field][0], text: t(FIELDS[field][1]) }));
}

/** What the service says of a draft, one for each place. @param {unknown} problem @returns {Fault[]} */
export function readFaults(problem) {
  if (!(problem instanceof Problem)) return [];
  return problem.errors.map(({ field, position }) => {
    if (field.startsWith('properties/name')) {
      return { input: 'area-name', text: t(problem.code === 'area-name-taken' ? 'areaFaultNameTaken' : 'areaFaultName') };
    }
    if (field.startsWith('properties/population')) return { input: 'area-population', text: t('areaFaultPopulation') };
    if (problem.code === 'area-outside') return { input: 'area-draw', text: t('areaFaultOutside'), position };
    return { input: 'area-draw', text: t(position ? 'areaFaultCrossing' : 'areaFaultShape'), position };
  });
}

/** What is said beside the faults of fields. @param {unknown} problem */
export function messageOf(problem) {
  const code = problem instanceof Problem ? problem.code : '';
  return t(MESSAGES[code] ?? 'areaNotSaved');
}
