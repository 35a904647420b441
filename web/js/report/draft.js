/**
 * What a person has filled in; lives only in this page's memory, because a shared computer must not remember it.
 *
 * @typedef {object} Draft
 * @property {{lon: number, lat: number} | null} place
 * @property {string[]} causes
 * @property {boolean} recurring
 * @property {string} date
 * @property {string} time
 * @property {string} severity code, or '' if not told
 * @property {string} text
 * @property {string} name
 * @property {string} email
 * @property {string} phone
 */

/** @returns {Draft} */
export function emptyDraft() {
  return { place: null, causes: [], recurring: false, date: '', time: '', severity: '', text: '', name: '', email: '', phone: '' };
}

/**
 * The draft as the service wants it; what was left empty is left out.
 *
 * @param {Draft} draft
 */
export function toBody(draft) {
  const { name, email, phone } = draft;
  const contact = Object.fromEntries(Object.entries({ name, email, phone }).filter(([, value]) => value.trim() !== ''));
  return {
    ...(draft.place ? { position: [draft.place.lon, draft.place.lat] } : {}),
    causes: draft.causes,
    ...(draft.recurring ? { recurring: true } : draft.date ? { occurredAt: occurredAt(draft) } : {}),
    ...(draft.severity ? { severity: Number(draft.severity) } : {}),
    ...(draft.text.trim() ? { text: draft.text.trim() } : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
  };
}

/**
 * The faults that need no server to be seen, in its words.
 *
 * @param {Draft} draft
 * @returns {{field: string, message: string}[]}
 */
export function check(draft) {
  /** @type {[boolean, string][]} */
  const rules = [
    [draft.place === null, 'position'],
    [draft.causes.length === 0, 'causes'],
    [!draft.recurring && draft.date === '', 'occurredAt'],
    [draft.text.length > 2000, 'text'],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field]) => ({ field, message: 'missing' }));
}

/** With the offset of the person's clock when a time is given, as the day alone otherwise. @param {Draft} draft */
function occurredAt({ date, time }) {
  if (!time) return date;
  const minutes = -new Date(`${date}T${time}`).getTimezoneOffset();
  const two = (/** @type {number} */ value) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${date}T${time}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`;
}
