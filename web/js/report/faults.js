import { t } from '../i18n/index.js';

/**
 * What went wrong at a field, in the language of the page. The service's own words are English and for programs.
 *
 * @typedef {{field: string, input: string, text: string}} Fault input: id of the field on the page
 */

/** @type {[RegExp, string, import('../i18n/index.js').Key][]} */
const FIELDS = [
  [/^(position|lon|lat|place$)/, 'report-pick', 'faultPosition'],
  [/^causes?/, 'report-causes', 'faultCauses'],
  [/^(occurredAt|recurring|date|time)/, 'report-date', 'faultWhen'],
  [/^severity/, 'report-severity-none', 'faultSeverity'],
  [/^text/, 'report-text', 'faultText'],
  [/^contact[./]email/, 'report-email', 'faultEmail'],
  [/^contact[./]phone/, 'report-phone', 'faultPhone'],
  [/^contact/, 'report-name', 'faultContact'],
];

/**
 * @param {{field: string, message: string}[]} errors
 * @returns {Fault[]} one for each field, in the order of the page
 */
export function readFaults(errors) {
  return FIELDS.flatMap(([pattern, input, key]) => {
    const error = errors.find((one) => pattern.test(one.field) && FIELDS.find(([first]) => first.test(one.field))?.[1] === input);
    return error ? [{ field: error.field, input, text: t(key) }] : [];
  });
}
