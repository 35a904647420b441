// What a press of a button changes of a walk's request. The service keeps what is not named here.

/** @typedef {import('./model.js').Walk} Walk */
/** @typedef {Record<string, unknown>} Change members of a request; null: back to the default */

/** The members that a request may lack. */
const OPTIONAL = [
  'end', 'light', 'time', 'cause', 'cause_all', 'source', 'from', 'to', 'hours', 'weekday', 'report_light', 'severity', 'excluded', 'area', 'bbox',
];

/** @param {Walk} walk @param {string} id @returns {Change} */
export function pin({ parameters }, id) {
  return { pinned: [...without(parameters.pinned, id), id], banned: without(parameters.banned, id) };
}

/** @param {Walk} walk @param {string} id @returns {Change} */
export function unpin({ parameters }, id) {
  return { pinned: without(parameters.pinned, id) };
}

/** @param {Walk} walk @param {string} id @returns {Change} */
export function ban({ parameters }, id) {
  return {
    banned: [...without(parameters.banned, id), id], pinned: without(parameters.pinned, id), order: parameters.order.map((ids) => without(ids, id)),
  };
}

/** @param {Walk} walk @param {string} id @returns {Change} */
export function allow({ parameters }, id) {
  return { banned: without(parameters.banned, id) };
}

/**
 * One place earlier or later; every group keeps what it visits, so that only this changes.
 *
 * @param {Walk} walk
 * @param {string} id of a stop
 * @param {-1 | 1} step
 * @returns {Change}
 */
export function move(walk, id, step) {
  const order = walk.groups.map((group) => group.stops.map((stop) => stop.id));
  const ids = order.find((one) => one.includes(id)) ?? [];
  const from = ids.indexOf(id);
  const other = ids[from + step];
  if (other !== undefined) {
    ids[from + step] = id;
    ids[from] = other;
  }
  return { order };
}

/** @returns {Change} */
export function freeOrder() {
  return { order: [] };
}

/** Everything as it was asked for once, and nothing else. @param {import('./model.js').Parameters} parameters @returns {Change} */
export function restore(parameters) {
  return { ...Object.fromEntries(OPTIONAL.map((member) => [member, null])), ...parameters };
}

/** A whole new request for the same walk; what it does not name gets its default. @param {Change} request @returns {Change} */
export function replan(request) {
  return { start: null, ...Object.fromEntries(OPTIONAL.map((member) => [member, null])), ...request };
}

/** @param {string[]} ids @param {string} id */
function without(ids, id) {
  return ids.filter((one) => one !== id);
}
