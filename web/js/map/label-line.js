import { angleBetween, reversed } from './label-chains.js';

/** @typedef {{x: number, y: number, angle: number, text: string}} Glyph */

/** Between two letters, in radians: a name bends with its street, but no letter falls over. */
const MOST_BEND = 0.45;
const MOST_BEND_IN_ALL = 1.7;
/** A name on a line as straight as this is written in one go. */
const STRAIGHT = 0.06;

/**
 * Where the letters of a name stand along a line, read from left to right.
 *
 * @param {string} text
 * @param {number[]} offsets start of each letter and the end of the last, in pixels
 * @param {number[]} points of the line
 * @param {number} length of the line
 * @param {number} centre along the line
 * @returns {Glyph[] | null} null if the line is too short or bends too much
 */
export function alongLine(text, offsets, points, length, centre) {
  const width = offsets[offsets.length - 1];
  const start = centre - width / 2;
  if (start < 0 || start + width > length) return null;
  const [x0, y0] = pointAt(points, start);
  const [x1, y1] = pointAt(points, start + width);
  // upside down: read the line from its other end
  const turned = x1 < x0 || (x1 === x0 && y1 < y0);
  const line = turned ? reversed(points) : points;
  const from = turned ? length - start - width : start;
  const letters = [...text];
  /** @type {Glyph[]} */
  const glyphs = letters.map((letter, i) => {
    const [ax, ay] = pointAt(line, from + offsets[i]);
    const [bx, by] = pointAt(line, from + offsets[i + 1]);
    return { text: letter, x: (ax + bx) / 2, y: (ay + by) / 2, angle: Math.atan2(by - ay, bx - ax) };
  });
  if (bendsTooMuch(glyphs)) return null;
  const chord = Math.atan2(turned ? y0 - y1 : y1 - y0, turned ? x0 - x1 : x1 - x0);
  const straight = glyphs.every(({ angle }) => Math.abs(angleBetween(angle, chord)) < STRAIGHT);
  return straight ? [{ text, x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle: chord }] : glyphs;
}

/** @param {Glyph[]} glyphs */
function bendsTooMuch(glyphs) {
  let sum = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const bend = Math.abs(angleBetween(glyphs[i - 1].angle, glyphs[i].angle));
    sum += bend;
    if (bend > MOST_BEND || sum > MOST_BEND_IN_ALL) return true;
  }
  return false;
}

/** @param {number[]} points @param {number} distance @returns {[number, number]} */
export function pointAt(points, distance) {
  let left = distance;
  for (let i = 2; i < points.length; i += 2) {
    const [dx, dy] = [points[i] - points[i - 2], points[i + 1] - points[i - 1]];
    const step = Math.hypot(dx, dy);
    if (left <= step && step > 0) return [points[i - 2] + (dx * left) / step, points[i - 1] + (dy * left) / step];
    left -= step;
  }
  return [points[points.length - 2], points[points.length - 1]];
}
