import assert from 'node:assert/strict';
import { test } from 'node:test';
import { angleBetween, clipLine, joinLines, lengthOf } from '../../../web/js/map/label-chains.js';
import { layOut } from '../../../web/js/map/label-layout.js';
import { alongLine, pointAt } from '../../../web/js/map/label-line.js';
import { wishes } from '../../../web/js/map/label-sources.js';

const VIEW = { left: 0, top: 0, right: 1000, bottom: 800 };
/** A font in which every letter is as wide as half its height. */
const measure = (text, { size }) => text.length * size * 0.5;
const name = (text, x, y, more = {}) => ({ text, x, y, rank: 100, size: 10, weight: 500, ink: 'ink', ...more });
const street = (text, points, more = {}) => name(text, 0, 0, { chain: { points, length: lengthOf(points) }, ...more });

test('a line is cut at the edges of its box and may come in again', () => {
  assert.deepEqual(clipLine([-10, 5, 50, 5, 50, -10], 100), [[0, 5, 50, 5, 50, 0]]);
  assert.deepEqual(clipLine([10, 10, 10, 150, 90, 150, 90, 10], 100), [[10, 10, 10, 100], [90, 100, 90, 10]]);
  assert.deepEqual(clipLine([-5, -5, -1, 200], 100), []);
  assert.deepEqual(clipLine([0, 0, 100, 100], 100), [[0, 0, 100, 100]]);
});

test('what two neighbouring tiles hold of a street is one line again', () => {
  // the tiles overlap: each is cut to its own square, the right one lies 256 pixels further
  const left = clipLine([20, 40, 270, 40], 256);
  const right = clipLine([-16, 40, 200, 40], 256).map((piece) => piece.map((v, i) => (i % 2 === 0 ? v + 256 : v)));

  const chains = joinLines([...left, ...right]);

  assert.equal(chains.length, 1);
  assert.equal(chains[0].length, 436);
});

test('a street goes straight on at a crossing, and what turns off is a line of its own', () => {
  const chains = joinLines([[0, 0, 100, 0], [100, 0, 100, 80], [220, 5, 100, 0], [100, 0, 100, -50]]);

  assert.deepEqual(chains.map(({ length }) => Math.round(length)), [220, 80 + 50]);
});

test('every piece is used once, whatever the order, and rings end', () => {
  const ring = [[0, 0, 50, 20], [50, 20, 80, 70], [80, 70, 30, 60], [30, 60, 0, 0]];
  const seed = 20261122;
  let state = seed;
  const dice = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  for (let round = 0; round < 200; round++) {
    const pieces = ring.map((piece) => (dice() < 0.5 ? piece : [piece[2], piece[3], piece[0], piece[1]])).sort(() => dice() - 0.5);
    const chains = joinLines(pieces);
    const whole = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

    assert.ok(Math.abs(chains.reduce((sum, { length }) => sum + length, 0) - whole) < 1e-6, `seed ${seed} round ${round}`);
  }
});

test('a turn is the short way round', () => {
  assert.ok(Math.abs(angleBetween(3, -3) - (2 * Math.PI - 6)) < 1e-9);
  assert.ok(Math.abs(angleBetween(-3, 3) + (2 * Math.PI - 6)) < 1e-9);
});

test('a point along a line, and its end beyond it', () => {
  assert.deepEqual(pointAt([0, 0, 10, 0, 10, 10], 15), [10, 5]);
  assert.deepEqual(pointAt([0, 0, 10, 0, 10, 10], 99), [10, 10]);
});

test('a name on a straight street is written in one go and never upside down', () => {
  for (const points of [[0, 0, 100, 100], [100, 100, 0, 0]]) {
    const [glyph, ...more] = alongLine('Gata', [0, 5, 10, 15, 20], points, Math.hypot(100, 100), 70) ?? [];

    assert.equal(more.length, 0);
    assert.equal(glyph.text, 'Gata');
    assert.ok(Math.abs(glyph.angle - Math.PI / 4) < 1e-9);
    assert.ok(Math.abs(glyph.x - glyph.y) < 1e-9);
  }
});

test('a name follows a bend letter by letter, and keeps away from a corner', () => {
  const arc = Array.from({ length: 41 }, (_, i) => [200 * Math.sin(i / 40), 200 - 200 * Math.cos(i / 40)]).flat();
  const offsets = Array.from({ length: 11 }, (_, i) => 10 * i);

  const glyphs = alongLine('Bågevägen!', offsets, arc, lengthOf(arc), 100) ?? [];

  assert.equal(glyphs.map(({ text }) => text).join(''), 'Bågevägen!');
  assert.ok(glyphs.every((glyph, i) => i === 0 || glyph.x > glyphs[i - 1].x));
  const corner = [0, 0, 60, 0, 60, 60];
  assert.equal(alongLine('Hörngatan', offsets.slice(0, 10), corner, 120, 60), null);
  assert.equal(alongLine('Hörngatan', offsets.slice(0, 10), [0, 0, 50, 0], 50, 25), null);
});

test('of two names at one place the more important one stays', () => {
  const placed = layOut([name('Liten', 100, 100, { rank: 1 }), name('Stor', 105, 102, { rank: 2 })], measure, VIEW, []);

  assert.deepEqual(placed.map(({ wish }) => wish.text), ['Stor']);
});

test('no name lies on another, on an icon, or under a marker', () => {
  const seed = 7;
  let state = seed;
  const dice = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const markers = [[300, 300, 340, 340], [600, 100, 640, 140]];
  const many = Array.from({ length: 300 }, (_, i) => name(`Plats ${i}`, 1000 * dice(), 800 * dice(), { shape: i % 3 === 0 ? 'school' : null, rank: i }));

  const boxes = layOut(many, measure, VIEW, markers).flatMap(({ wish, glyphs, icon }) => [
    ...glyphs.map(({ text, x, y }) => [x - measure(text, wish) / 2, y - 5, x + measure(text, wish) / 2, y + 5]),
    ...(icon ? [[icon[0] - 6, icon[1] - 6, icon[0] + 6, icon[1] + 6]] : [])]);

  assert.ok(boxes.length > 50, `seed ${seed}`);
  [...boxes, ...markers].forEach((a, i, all) => all.slice(i + 1).forEach((b) => {
    assert.ok(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1], `seed ${seed}: ${a} and ${b}`);
  }));
});

test('an icon stays where its name has no room', () => {
  const wall = [[0, 0, 490, 800], [510, 0, 1000, 800]];
  const [one] = layOut([name('Idrottshallen', 500, 400, { shape: 'sport' })], measure, VIEW, wall);

  assert.deepEqual(one.icon, [500, 400]);
  assert.deepEqual(one.glyphs, []);
});

test('a long street is named again and again, but not beside itself', () => {
  const road = street('Storgatan', [0, 400, 1000, 400]);
  const twin = street('Storgatan', [0, 412, 1000, 412], { rank: 90 });

  const placed = layOut([road, twin], measure, VIEW, []);

  const places = placed.map(({ glyphs }) => glyphs[0].x).sort((a, b) => a - b);
  assert.ok(places.length >= 2 && places.length <= 3, String(places));
  places.slice(1).forEach((x, i) => assert.ok(x - places[i] > 180));
});

test('a long name of a place is broken between words', () => {
  const [one] = layOut([name('Makedonska ortodoxa kyrkan', 500, 400, { shape: 'worship' })], measure, VIEW, []);

  assert.deepEqual(one.glyphs.map(({ text }) => text), ['Makedonska', 'ortodoxa kyrkan']);
  assert.ok(one.glyphs[0].y < one.glyphs[1].y && one.glyphs[0].y > 400);
});

test('the number of a road stands upright on a plate', () => {
  const [one] = layOut([street('E 65', [0, 0, 500, 500], { plate: true })], measure, VIEW, []);

  assert.equal(one.glyphs[0].angle, 0);
  assert.ok(one.plate && one.plate[2] - one.plate[0] >= measure('E 65', one.wish));
});

/** A map with one tile of 4096 units on 256 pixels. */
function tileOf(layers) {
  const at = (name) => (layers[name] ? [{ layer: { name, extent: 4096, features: layers[name] }, scale: 1 / 16, left: 0, top: 0 }] : []);
  return {
    layers: at,
    *features(name) {
      for (const { layer, scale } of at(name)) {
        for (const feature of layer.features) {
          yield { feature, to: (i, part = 0) => [feature.parts[part][2 * i] * scale, feature.parts[part][2 * i + 1] * scale] };
        }
      }
    },
  };
}

const point = (properties) => ({ id: 0, type: 1, properties, parts: [[1600, 1600]] });

test('names come at their zoom', () => {
  const map = tileOf({
    places: [point({ kind: 'locality', kind_detail: 'town', name: 'Ljusbro' }), point({ kind: 'neighbourhood', name: 'Solbacken' })],
    pois: [point({ kind: 'school', name: 'Ljusbro skola', min_zoom: 15 }), point({ kind: 'street_lamp', min_zoom: 16 }), point({ kind: 'bus_stop', name: 'Torget', min_zoom: 16 })],
    buildings: [point({ kind: 'address', addr_housenumber: '12A' })],
    roads: [{ id: 0, type: 2, properties: { kind: 'minor_road', kind_detail: 'residential', name: 'Gata' }, parts: [[0, 0, 4096, 0]] }],
  });
  const seen = (zoom) => wishes(map, zoom).map(({ text }) => text).sort();

  assert.deepEqual(seen(11), ['Ljusbro']);
  assert.deepEqual(seen(13), ['Ljusbro', 'Solbacken']);
  assert.deepEqual(seen(15), ['Gata', 'Ljusbro', 'Ljusbro skola', 'Solbacken']);
  assert.deepEqual(seen(16), ['Gata', 'Ljusbro skola', 'Solbacken', 'Torget']);
  assert.deepEqual(seen(18), ['12A', 'Gata', 'Ljusbro skola', 'Torget']);
});

test('a point in the margin of two tiles is named once', () => {
  const twice = tileOf({ pois: [point({ kind: 'library', name: 'Biblioteket' }), point({ kind: 'library', name: 'Biblioteket' })] });

  assert.equal(wishes(twice, 16).length, 1);
});
