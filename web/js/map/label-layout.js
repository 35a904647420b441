import { alongLine } from './label-line.js';

/**
 * Places names so that none lies on another or on what must stay free.
 *
 * @typedef {import('./label-sources.js').Wish} Wish
 * @typedef {[number, number, number, number]} Box left, top, right, bottom
 * @typedef {object} Placed
 * @property {Wish} wish
 * @property {import('./label-line.js').Glyph[]} glyphs
 * @property {[number, number] | null} icon its middle
 * @property {Box | null} plate
 *
 * @typedef {(text: string, wish: Wish) => number} Measure width of a text in pixels
 * @typedef {{left: number, top: number, right: number, bottom: number}} View in the same pixels as the wishes
 */

export const ICON_SIZE = 13;
const LINE_HEIGHT = 1.18;
/** Wider names of points are broken in two lines. */
const BREAK_WIDTH = 92;
const GAP = 3;
/** Between two namings of one street, in pixels. */
const AGAIN = 300;
const PLATE_AGAIN = 420;
const MOST_ROWS = 3;
/** Where a name is tried around its best place on a line, in its own lengths. */
const TRIES = [0, -0.35, 0.35, -0.7, 0.7, -1.1, 1.1, -1.5, 1.5, -2, 2];

/**
 * @param {Wish[]} wishes
 * @param {Measure} measure
 * @param {View} view names outside of it are left out
 * @param {Box[]} obstacles
 * @returns {Placed[]}
 */
export function layOut(wishes, measure, view, obstacles) {
  const room = new Room(obstacles);
  /** @type {Placed[]} */
  const placed = [];
  const order = [...wishes].sort((a, b) => b.rank - a.rank || a.text.localeCompare(b.text) || a.x - b.x || a.y - b.y);
  for (const wish of order) {
    if (wish.chain) placed.push(...placeOnLine(wish, wish.chain, measure, view, room));
    else if (wish.x > view.left && wish.x < view.right && wish.y > view.top && wish.y < view.bottom) {
      const one = placeAtPoint(wish, measure, room);
      if (one) placed.push(one);
    }
  }
  return placed;
}

/** What is taken, in squares of the screen so that looking is quick. */
class Room {
  /** @param {Box[]} obstacles */
  constructor(obstacles) {
    /** @type {Map<string, Box[]>} */
    this.squares = new Map();
    /** @type {Map<string, [number, number][]>} */
    this.said = new Map();
    for (const box of obstacles) this.take(box);
  }

  /** @param {Box} box */
  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) yield `${x} ${y}`;
    }
  }

  /** @param {Box[]} boxes */
  isFree(...boxes) {
    return boxes.every((box) => [...this.keys(box)].every((key) => !(this.squares.get(key) ?? []).some((other) =>
      box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])));
  }

  /** @param {Box} box */
  take(box) {
    for (const key of this.keys(box)) {
      const boxes = this.squares.get(key);
      if (boxes) boxes.push(box);
      else this.squares.set(key, [box]);
    }
  }

  /** Whether a name stands near already. @param {string} text @param {number} x @param {number} y @param {number} distance */
  isSaid(text, x, y, distance) {
    return (this.said.get(text) ?? []).some(([ox, oy]) => Math.hypot(ox - x, oy - y) < distance);
  }

  /** @param {string} text @param {number} x @param {number} y */
  say(text, x, y) {
    this.said.set(text, [...(this.said.get(text) ?? []), [x, y]]);
  }
}

/** @param {Wish} wish @param {Measure} measure @param {Room} room @returns {Placed | null} */
function placeAtPoint(wish, measure, room) {
  const { x, y, shape, text, size } = wish;
  const half = ICON_SIZE / 2 + 1;
  const icon = /** @type {Box} */ ([x - half, y - half, x + half, y + half]);
  if (shape && !room.isFree(icon)) return null;
  if (text !== '' && room.isSaid(text, x, y, AGAIN / 2) && !shape) return null;
  const rows = text === '' ? [] : broken(text, (part) => measure(part, wish));
  const [width, height] = [Math.max(0, ...rows.map((row) => measure(row, wish))), rows.length * size * LINE_HEIGHT];
  for (const [cx, cy] of rows.length === 0 ? [] : spots(wish, width, height)) {
    const box = boxAround(cx, cy, width + 2 * GAP, height + GAP);
    if (!room.isFree(box)) continue;
    room.take(box);
    if (shape) room.take(icon);
    room.say(text, x, y);
    const glyphs = rows.map((row, i) => ({ text: row, x: cx, y: cy + (i - (rows.length - 1) / 2) * size * LINE_HEIGHT, angle: 0 }));
    return { wish, glyphs, icon: shape ? [x, y] : null, plate: null };
  }
  if (!shape) return null;
  room.take(icon);
  return { wish, glyphs: [], icon: [x, y], plate: null };
}

/** Where the name of a point may stand, the best first. @param {Wish} wish @param {number} width @param {number} height @returns {[number, number][]} */
function spots({ x, y, shape }, width, height) {
  if (!shape) return [[x, y]];
  const down = ICON_SIZE / 2 + height / 2 + 1;
  const aside = ICON_SIZE / 2 + width / 2 + GAP;
  return [[x, y + down], [x + aside, y], [x - aside, y], [x, y - down]];
}

/** A long name in two or three lines of about one width. @param {string} text @param {(text: string) => number} measure @returns {string[]} */
function broken(text, measure) {
  const words = text.split(' ');
  const rows = Math.min(words.length, MOST_ROWS, Math.ceil(measure(text) / BREAK_WIDTH));
  if (rows < 2) return [text];
  const aim = measure(text) / rows;
  const made = [words[0]];
  for (const word of words.slice(1)) {
    const longer = `${made[made.length - 1]} ${word}`;
    if (measure(longer) <= aim * 1.15 || made.length === rows) made[made.length - 1] = longer;
    else made.push(word);
  }
  return made;
}

/**
 * @param {Wish} wish
 * @param {import('./label-chains.js').Chain} chain
 * @param {Measure} measure
 * @param {View} view
 * @param {Room} room
 * @returns {Placed[]}
 */
function placeOnLine(wish, chain, measure, view, room) {
  const offsets = wish.plate ? [0, 1] : offsetsOf(wish, measure);
  const width = offsets[offsets.length - 1];
  if (chain.length < width + 8 || !touches(chain.points, view)) return [];
  const again = wish.plate ? PLATE_AGAIN : AGAIN + width;
  const count = Math.max(1, Math.floor(chain.length / again));
  /** @type {Placed[]} */
  const placed = [];
  const reach = chain.length / count / 2;
  for (let i = 0; i < count; i++) {
    const best = (2 * i + 1) * reach;
    for (const share of TRIES.filter((one) => Math.abs(one) * width <= reach)) {
      const glyphs = alongLine(wish.plate ? ' ' : wish.text, offsets, chain.points, chain.length, best + share * width);
      const one = glyphs && settle(wish, glyphs, measure, view, room, again);
      if (!one) continue;
      placed.push(one);
      break;
    }
  }
  return placed;
}

/**
 * @param {Wish} wish
 * @param {import('./label-line.js').Glyph[]} glyphs
 * @param {Measure} measure
 * @param {View} view
 * @param {Room} room
 * @param {number} again
 * @returns {Placed | null}
 */
function settle(wish, glyphs, measure, view, room, again) {
  const { x, y } = glyphs[glyphs.length >> 1];
  const seen = glyphs.every((glyph) => glyph.x > view.left && glyph.x < view.right && glyph.y > view.top && glyph.y < view.bottom);
  const key = `${wish.plate ? 'plate ' : ''}${wish.text}`;
  if (!seen || room.isSaid(key, x, y, again * 0.6)) return null;
  const plate = wish.plate ? boxAround(x, y, measure(wish.text, wish) + 8, wish.size + 5) : null;
  const boxes = plate ? [plate] : glyphs.flatMap((glyph) => boxesOf(glyph, measure(glyph.text, wish), wish.size));
  if (!room.isFree(...boxes)) return null;
  boxes.forEach((box) => room.take(box));
  room.say(key, x, y);
  return { wish, glyphs: plate ? [{ text: wish.text, x, y, angle: 0 }] : glyphs, icon: null, plate };
}

/** Small boxes along a turned text, for one great box around it would keep much of the map free. @param {import('./label-line.js').Glyph} glyph @param {number} width @param {number} size @returns {Box[]} */
function boxesOf({ x, y, angle }, width, size) {
  const count = Math.max(1, Math.ceil(width / size));
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width;
    return boxAround(x + along * Math.cos(angle), y + along * Math.sin(angle), size + 2, size + 2);
  });
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
function boxAround(x, y, width, height) {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

/** Start of each letter. @param {Wish} wish @param {Measure} measure */
function offsetsOf(wish, measure) {
  const letters = [...wish.text];
  return [0, ...letters.map((_, i) => measure(letters.slice(0, i + 1).join(''), wish))];
}

/** @param {number[]} points @param {View} view */
function touches(points, view) {
  for (let i = 0; i < points.length; i += 2) {
    const inside = points[i] > view.left && points[i] < view.right && points[i + 1] > view.top && points[i + 1] < view.bottom;
    if (inside) return true;
  }
  return points.length === 4;
}
