import { Problem } from '../api.js';
import { day, phrase, t } from '../i18n/index.js';

/** @type {Record<string, import('../i18n/index.js').Key>} */
const TEXTS = {
  'no-hotspots': 'walkNoPlaces', 'unknown-hotspot': 'walkUnknownPlace', 'hotspot-unreachable': 'walkUnreachable', 'stops-do-not-fit': 'walkDoesNotFit',
  'start-off-network': 'walkStartOff', 'end-off-network': 'walkStartOff', 'end-unreachable': 'walkStartOff', 'end-too-far': 'walkNone', 'no-walk-possible': 'walkNone',
  'too-many-groups': 'walkTooManyGroups', 'no-dusk': 'walkNoDark', 'night-too-short': 'walkNoDark', 'no-daylight': 'walkNoLight', 'day-too-short': 'walkNoLight',
  'not-dark': 'walkHourNotDark', 'not-light': 'walkHourNotLight', 'walk-changed': 'walkChanged', 'sign-in-required': 'walkStaffOnly', 'no-network': 'walkUnavailable',
  'too-many-requests': 'walkTooOften',
};

/**
 * Why a walk could not be planned, and what can be done.
 *
 * @param {unknown} error
 * @param {(id: string) => string} nameOf of a place that the walk knows, or ''
 */
export function problemText(error, nameOf) {
  if (!(error instanceof Problem)) return t('walkFailed');
  const key = TEXTS[error.code] ?? (error.status === 400 ? 'walkInvalid' : 'walkFailed');
  const messages = error.errors.map(({ message }) => message);
  const names = messages.map((message) => nameOf(message.split(' ', 1)[0] ?? '')).filter((name) => name !== '');
  const date = /\d{4}-\d{2}-\d{2}$/.exec(messages[0] ?? '')?.[0];
  const hours = /from (\d\d:\d\d) to (\d\d:\d\d) is allowed/.exec(messages[0] ?? '');
  return [
    t(key), names.length > 0 && t('walkThese', { names: phrase(names) }), date && t('walkNextDate', { day: day(date) }),
    hours && t('walkHours', { from: hours[1] ?? '', to: hours[2] ?? '' }),
  ].filter(Boolean).join(' ');
}
