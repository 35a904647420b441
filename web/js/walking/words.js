import { language, moment, t } from '../i18n/index.js';

/** Why a link opens nothing. @type {Record<string, import('../i18n/index.js').Key>} */
const REFUSALS = {
  'invitation-expired': 'wmDeadExpired', 'invitation-revoked': 'wmDeadRevoked', 'unknown-invitation-token': 'wmDeadToken',
  'sign-in-required': 'wmDeadSignIn', 'unknown-walk': 'wmDeadGone',
};

/** The same in words. @param {string} code anything else: no net, or a service that is down */
export function refusal(code) {
  return t(REFUSALS[code] ?? 'wmNotFetched');
}

/** A text that the service tells in both languages. @param {any} thing @param {string} key */
export function inLanguage(thing, key) {
  return String(thing[`${key}_${language()}`] ?? thing[`${key}_sv`] ?? '');
}

/** When a walk starts, as people say it: local time of the municipality, wherever the phone is. @param {any} guide */
export function startOf(guide) {
  return moment(guide.start);
}
