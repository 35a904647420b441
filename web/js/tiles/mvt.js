/**
 * A reader of Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec), which are protocol buffers.
 *
 * It reads what the specification names and skips the rest. Geometry stays as flat arrays of tile units, ready to be
 * drawn; a broken tile throws a RangeError and never loops.
 *
 * @typedef {Record<string, string | number | boolean>} Properties
 * @typedef {object} Feature
 * @property {number} id 0 if it has none
 * @property {1 | 2 | 3} type point, line, polygon
 * @property {Properties} properties
 * @property {number[][]} parts points: one part of x, y pairs; lines: one part a line; polygons: one part a ring, open
 * @typedef {object} Layer
 * @property {string} name
 * @property {number} extent
 * @property {Feature[]} features
 */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const TEXT = new TextDecoder();

/** A cursor over a protocol buffer. */
class Cursor {
  /** @param {Uint8Array} bytes @param {number} [start] @param {number} [end] */
  constructor(bytes, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Up to 53 bits exactly, which is more than a tile ever needs. */
  varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      if (this.at >= this.end) throw new RangeError('the tile ends within a number');
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      if (factor > 2 ** 63) throw new RangeError('a number of the tile is too long');
    }
  }

  /** A signed number in zigzag form. */
  zigzag() {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The next length-delimited field as a cursor of its own. */
  message() {
    const length = this.varint();
    if (this.at + length > this.end) throw new RangeError('the tile ends within a field');
    const inner = new Cursor(this.bytes, this.at, this.at + length);
    this.at += length;
    return inner;
  }

  text() {
    const inner = this.message();
    return TEXT.decode(this.bytes.subarray(inner.at, inner.end));
  }

  /** @param {number} wire */
  skip(wire) {
    if (wire === VARINT) this.varint();
    else if (wire === FIXED64) this.at += 8;
    else if (wire === BYTES) this.message();
    else if (wire === FIXED32) this.at += 4;
    else throw new RangeError(`the tile has a field of the unknown kind ${wire}`);
    if (this.at > this.end) throw new RangeError('the tile ends within a field');
  }

  /** @param {(field: number, wire: number) => boolean} take reads a field and says so, or leaves it */
  fields(take) {
    while (this.at < this.end) {
      const key = this.varint();
      const wire = key & 7;
      if (!take((key - wire) / 8, wire)) this.skip(wire);
    }
  }
}

/**
 * @param {ArrayBuffer | Uint8Array} data
 * @returns {Map<string, Layer>}
 */
export function readTile(data) {
  const cursor = new Cursor(data instanceof Uint8Array ? data : new Uint8Array(data));
  /** @type {Map<string, Layer>} */
  const layers = new Map();
  cursor.fields((field, wire) => {
    if (field !== 3 || wire !== BYTES) return false;
    const layer = readLayer(cursor.message());
    layers.set(layer.name, layer);
    return true;
  });
  return layers;
}

/** @param {Cursor} cursor @returns {Layer} */
function readLayer(cursor) {
  /** @type {Layer} */
  const layer = { name: '', extent: 4096, features: [] };
  /** @type {string[]} */
  const keys = [];
  /** @type {(string | number | boolean)[]} */
  const values = [];
  /** @type {Cursor[]} */
  const features = [];
  cursor.fields((field, wire) => {
    if (field === 1 && wire === BYTES) layer.name = cursor.text();
    else if (field === 2 && wire === BYTES) features.push(cursor.message());
    else if (field === 3 && wire === BYTES) keys.push(cursor.text());
    else if (field === 4 && wire === BYTES) values.push(readValue(cursor.message()));
    else if (field === 5 && wire === VARINT) layer.extent = cursor.varint();
    else return false;
    return true;
  });
  // keys and values may stand behind the features: only now are all of them known
  layer.features = features.map((feature) => readFeature(feature, keys, values));
  return layer;
}

/** @param {Cursor} cursor @returns {string | number | boolean} */
function readValue(cursor) {
  /** @type {string | number | boolean} */
  let value = '';
  cursor.fields((field, wire) => {
    if (field === 1 && wire === BYTES) value = cursor.text();
    else if (field === 2 && wire === FIXED32) value = cursor.view.getFloat32((cursor.at += 4) - 4, true);
    else if (field === 3 && wire === FIXED64) value = cursor.view.getFloat64((cursor.at += 8) - 8, true);
    else if ((field === 4 || field === 5) && wire === VARINT) value = cursor.varint();
    else if (field === 6 && wire === VARINT) value = cursor.zigzag();
    else if (field === 7 && wire === VARINT) value = cursor.varint() !== 0;
    else return false;
    return true;
  });
  return value;
}

/**
 * @param {Cursor} cursor
 * @param {string[]} keys
 * @param {(string | number | boolean)[]} values
 * @returns {Feature}
 */
function readFeature(cursor, keys, values) {
  /** @type {Feature} */
  const feature = { id: 0, type: 1, properties: {}, parts: [] };
  /** @type {Cursor | null} */
  let geometry = null;
  cursor.fields((field, wire) => {
    if (field === 1 && wire === VARINT) feature.id = cursor.varint();
    else if (field === 2 && wire === BYTES) readTags(cursor.message(), keys, values, feature.properties);
    else if (field === 3 && wire === VARINT) feature.type = /** @type {1 | 2 | 3} */ (cursor.varint());
    else if (field === 4 && wire === BYTES) geometry = cursor.message();
    else return false;
    return true;
  });
  if (geometry) feature.parts = readGeometry(geometry, feature.type);
  return feature;
}

/**
 * @param {Cursor} cursor
 * @param {string[]} keys
 * @param {(string | number | boolean)[]} values
 * @param {Properties} properties
 */
function readTags(cursor, keys, values, properties) {
  while (cursor.at < cursor.end) {
    const key = keys[cursor.varint()];
    const value = values[cursor.varint()];
    if (key === undefined || value === undefined) throw new RangeError('a feature names a key or value that is not there');
    properties[key] = value;
  }
}

/**
 * Commands: 1 = move to, 2 = line to, 7 = close; positions are differences (section 4.3 of the specification).
 *
 * @param {Cursor} cursor
 * @param {1 | 2 | 3} type
 * @returns {number[][]}
 */
function readGeometry(cursor, type) {
  /** @type {number[][]} */
  const parts = [];
  let x = 0;
  let y = 0;
  while (cursor.at < cursor.end) {
    const command = cursor.varint();
    const name = command & 7;
    if (name === 7) continue;
    if (name !== 1 && name !== 2) throw new RangeError(`the tile has the unknown drawing command ${name}`);
    for (let left = command >> 3; left > 0; left--) {
      x += cursor.zigzag();
      y += cursor.zigzag();
      if (parts.length === 0 || (name === 1 && type !== 1)) parts.push([]);
      parts[parts.length - 1].push(x, y);
    }
  }
  return parts;
}
