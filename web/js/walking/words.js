import { capital, language, moment, t } from '../i18n/index.js';

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

/**
 * Where a walk starts: name, latitude and longitude as other maps take them; '' in a guide that was kept before it was told.
 *
 * @param {any} guide
 */
export function meetingPlaceOf({ meeting }) {
  if (!meeting) return '';
  const [lon, lat] = meeting.position;
  const position = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  const name = inLanguage(meeting, 'name');
  return name ? `${capital(name)} (${position})` : position;
}

/** When a walk starts, as people say it: local time of the municipality, wherever the phone is. @param {any} guide */
export function startOf(guide) {
  return moment(guide.start);
}
