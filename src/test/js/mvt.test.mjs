// Run by `node --test`, through MvtReaderTest. The golden tiles are made by an encoder that is not ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTile } from '../../../web/js/tiles/mvt.js';

const golden = (name) => readFileSync(new URL(`../resources/golden/tiles/${name}.mvt`, import.meta.url));
const only = (tile, layer) => tile.get(layer).features[0];

test('a point keeps its position and every kind of value', () => {
  const feature = only(readTile(golden('shapes')), 'points');

  assert.equal(feature.type, 1);
  assert.deepEqual(feature.parts, [[25, 17]]);
  assert.deepEqual(feature.properties, {
    name: 'Idrottshallen på Ljusåvägen', count: 12, below: -7, share: 0.64, lit: true, dark: false, large: 9007199254740991,
  });
});

test('several points of one feature are one part', () => {
  const feature = readTile(golden('shapes')).get('points').features[1];

  assert.deepEqual(feature.parts, [[5, 7, 3, 2]]);
});

test('each line of a feature is a part of its own', () => {
  const feature = only(readTile(golden('shapes')), 'lines');

  assert.equal(feature.type, 2);
  assert.deepEqual(feature.parts, [[2, 2, 2, 10, 10, 10], [1, 1, 3, 5]]);
});

test('a polygon with a hole has two open rings', () => {
  const feature = only(readTile(golden('shapes')), 'polygons');

  assert.equal(feature.type, 3);
  assert.deepEqual(feature.parts.map((ring) => ring.length / 2), [4, 4]);
  assert.deepEqual(corners(feature.parts[0]), new Set(['11,11', '20,11', '20,20', '11,20']));
  assert.deepEqual(corners(feature.parts[1]), new Set(['13,13', '13,17', '17,17', '17,13']));
});

const corners = (ring) => new Set(ring.flatMap((x, i) => (i % 2 ? [] : [`${x},${ring[i + 1]}`])));

test('positions outside the tile are negative or beyond its extent', () => {
  const feature = readTile(golden('shapes')).get('lines').features[1];

  assert.deepEqual(feature.parts, [[-256, -256, 4352, 4352]]);
});

test('an empty tile has no layers', () => {
  assert.equal(readTile(new Uint8Array(0)).size, 0);
});

test('a tile cut anywhere throws a RangeError or gives fewer layers, and never hangs', () => {
  const whole = golden('shapes');
  for (let length = 0; length < whole.length; length++) {
    try {
      assert.ok(readTile(whole.subarray(0, length)).size < readTile(whole).size);
    } catch (error) {
      assert.ok(error instanceof RangeError, `cut at ${length}: ${error}`);
    }
  }
});

test('random bytes throw a RangeError or give something, and never hang', () => {
  let seed = 20261122;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) >> 7;
  for (let round = 0; round < 2000; round++) {
    const bytes = Uint8Array.from({ length: next() % 80 }, () => next() & 255);
    try {
      readTile(bytes);
    } catch (error) {
      assert.ok(error instanceof RangeError, `round ${round}: ${error}`);
    }
  }
});

test('an unknown field is skipped', () => {
  // field 15 of the tile, a varint, before an empty layer called "a"
  const tile = readTile(Uint8Array.of(0x78, 0x01, 0x1a, 0x03, 0x0a, 0x01, 0x61));

  assert.deepEqual([...tile.keys()], ['a']);
});
