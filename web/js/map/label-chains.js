/**
 * Lines of one name, put together again: a street is many ways and is cut at every tile's edge, its name wants one line.
 *
 * @typedef {{points: number[], length: number}} Chain points as x, y pairs
 */

/** How near two ends lie that are one, in pixels. */
const JOINT = 2.5;
/** A street goes on where it turns less than this. */
const MOST_TURN = Math.PI / 3;

/**
 * Cuts a line to a box; neighbouring tiles overlap, and what lies in both must not be there twice.
 *
 * @param {number[]} line x, y pairs
 * @param {number} size of the box from 0, 0
 * @returns {number[][]}
 */
export function clipLine(line, size) {
  /** @type {number[][]} */
  const pieces = [];
  /** @type {number[] | null} */
  let piece = null;
  for (let i = 2; i < line.length; i += 2) {
    const cut = clipSegment(line[i - 2], line[i - 1], line[i], line[i + 1], size);
    if (!cut) {
      piece = null;
      continue;
    }
    const goesOn = piece && piece[piece.length - 2] === cut[0] && piece[piece.length - 1] === cut[1];
    if (piece && goesOn) piece.push(cut[2], cut[3]);
    else pieces.push((piece = cut));
  }
  return pieces;
}

/** Liang and Barsky. @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number} size */
function clipSegment(x0, y0, x1, y1, size) {
  let [from, to] = [0, 1];
  for (const [start, delta] of [[x0, x1 - x0], [y0, y1 - y0]]) {
    if (delta === 0 && (start < 0 || start > size)) return null;
    if (delta === 0) continue;
    const [a, b] = [-start / delta, (size - start) / delta];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  if (from >= to) return null;
  return [from === 0 ? x0 : x0 + from * (x1 - x0), from === 0 ? y0 : y0 + from * (y1 - y0),
    to === 1 ? x1 : x0 + to * (x1 - x0), to === 1 ? y1 : y0 + to * (y1 - y0)];
}

/**
 * Joins pieces at their ends, the longest first, each with the one that turns least.
 *
 * @param {number[][]} pieces of one name
 * @returns {Chain[]} the longest first
 */
export function joinLines(pieces) {
  const open = new Set([...pieces].sort((a, b) => lengthOf(b) - lengthOf(a)));
  const ends = indexEnds(open);
  /** @type {Chain[]} */
  const chains = [];
  for (const piece of open) {
    open.delete(piece);
    let points = piece;
    for (let next = following(points, ends, open); next; next = following(points, ends, open)) {
      points = points.concat(next.slice(2));
    }
    points = reversed(points);
    for (let next = following(points, ends, open); next; next = following(points, ends, open)) {
      points = points.concat(next.slice(2));
    }
    chains.push({ points, length: lengthOf(points) });
  }
  return chains.sort((a, b) => b.length - a.length);
}

/** @param {Iterable<number[]>} pieces @returns {Map<string, number[][]>} */
function indexEnds(pieces) {
  /** @type {Map<string, number[][]>} */
  const ends = new Map();
  for (const piece of pieces) {
    for (const key of [endKey(piece[0], piece[1]), endKey(piece[piece.length - 2], piece[piece.length - 1])]) {
      ends.set(key, [...(ends.get(key) ?? []), piece]);
    }
  }
  return ends;
}

/** @param {number} x @param {number} y */
function endKey(x, y) {
  return `${Math.round(x / JOINT)} ${Math.round(y / JOINT)}`;
}

/**
 * The piece that goes on where a line ends, turned to begin there, taken out of the open ones.
 *
 * @param {number[]} points
 * @param {Map<string, number[][]>} ends
 * @param {Set<number[]>} open
 * @returns {number[] | null}
 */
function following(points, ends, open) {
  const [x, y] = [points[points.length - 2], points[points.length - 1]];
  const heading = Math.atan2(y - points[points.length - 3], x - points[points.length - 4]);
  /** @type {{piece: number[], line: number[], turn: number} | null} */
  let best = null;
  for (const piece of ends.get(endKey(x, y)) ?? []) {
    if (!open.has(piece)) continue;
    const line = endKey(piece[0], piece[1]) === endKey(x, y) ? piece : reversed(piece);
    const turn = Math.abs(angleBetween(heading, Math.atan2(line[3] - line[1], line[2] - line[0])));
    if (turn < (best?.turn ?? MOST_TURN)) best = { piece, line, turn };
  }
  if (!best) return null;
  open.delete(best.piece);
  return best.line;
}

/** @param {number} a @param {number} b @returns {number} from −π to π */
export function angleBetween(a, b) {
  const turn = (b - a) % (2 * Math.PI);
  return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/** @param {number[]} points */
export function reversed(points) {
  const turned = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i], points[i + 1]);
  return turned;
}

/** @param {number[]} points */
export function lengthOf(points) {
  let sum = 0;
  for (let i = 2; i < points.length; i += 2) sum += Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
  return sum;
}
