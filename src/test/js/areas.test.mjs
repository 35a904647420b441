// Run by `node --test`, through PageModulesTest: areas while somebody works on them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft } from '../../../web/js/areas/draft.js';
import { readShape, writeShape } from '../../../web/js/areas/paste.js';
import { boxOf, cornersOf, inserted, middleAfter, moved, nearestEdge, ofGeometry, removed, toGeometry } from '../../../web/js/areas/shape.js';

const SWEDEN = [11, 55, 24, 69];
const SQUARE = { type: 'Polygon', coordinates: [[[15, 60], [16, 60], [16, 61], [15, 61], [15, 60]]] };
const ISLANDS = {
  type: 'MultiPolygon', coordinates: [
    [[[15, 60], [16, 60], [16, 61], [15, 61], [15, 60]], [[15.2, 60.2], [15.4, 60.2], [15.4, 60.4], [15.2, 60.2]]],
    [[[17, 60], [18, 60], [18, 61], [17, 60]]]],
};
const at = (corner, ring = 0, polygon = 0) => ({ polygon, ring, corner });

test('a geometry is edited without its last corner and sent with it', () => {
  assert.deepEqual(ofGeometry(SQUARE), [[[[15, 60], [16, 60], [16, 61], [15, 61]]]]);
  assert.deepEqual(toGeometry(ofGeometry(SQUARE)), SQUARE);
  assert.deepEqual(toGeometry(ofGeometry(ISLANDS)), ISLANDS);
});

test('corners are moved, added behind another one, and removed; nothing else changes', () => {
  const shape = ofGeometry(ISLANDS);

  assert.deepEqual(moved(shape, at(1, 1), [15.5, 60.1])[0][1], [[15.2, 60.2], [15.5, 60.1], [15.4, 60.4]]);
  assert.deepEqual(inserted(shape, at(3), [14, 60.5])[0][0], [[15, 60], [16, 60], [16, 61], [15, 61], [14, 60.5]]);
  assert.deepEqual(removed(shape, at(0))[0][0], [[16, 60], [16, 61], [15, 61]]);
  assert.deepEqual(shape, ofGeometry(ISLANDS));
});

test('a hole and an island of three corners go with one of them, the last border does not', () => {
  const shape = ofGeometry(ISLANDS);
  const triangle = [[[[15, 60], [16, 60], [16, 61]]]];

  assert.equal(removed(shape, at(0, 1))[0].length, 1);
  assert.equal(removed(shape, at(2, 0, 1)).length, 1);
  assert.deepEqual(removed(triangle, at(0)), triangle);
});

test('the edge behind the last corner leads to the first', () => {
  const shape = ofGeometry(SQUARE);
  const project = ([x, y]) => ({ x: 100 * x, y: 100 * y });

  assert.deepEqual(middleAfter(shape, at(3)), [15, 60.5]);
  const edge = nearestEdge(shape, { x: 1503, y: 6050 }, project);
  assert.deepEqual(edge.at, at(3));
  assert.ok(Math.abs(edge.pixels - 3) < 1e-9);
  assert.deepEqual(nearestEdge(shape, { x: 1604, y: 6103 }, project).pixels, 5);
  assert.equal(nearestEdge([], { x: 0, y: 0 }, project), null);
});

test('corners are counted over all rings', () => {
  assert.equal(cornersOf(ofGeometry(ISLANDS)).length, 10);
  assert.deepEqual(boxOf(ofGeometry(ISLANDS)), [15, 60, 18, 61]);
});

test('coordinates are read as people write them', () => {
  const wanted = [[[[15.5, 60.25], [16, 60], [16, 61]]]];
  for (const text of [
    '60.25, 15.5\n60, 16\n61, 16', '60,25 15,5\n60 16\n61 16\n', '60,25, 15,5\n60; 16\n61; 16', '15.5 60.25\n16 60\n16 61',
    '60.25° N, 15.5° E\nN 60 Ö 16\n\n61,0 16,0', '60.25,15.5\n60.0,16.0\n61.0,16.0\n60.25,15.5',
  ]) assert.deepEqual(readShape(text, SWEDEN), wanted, text);
});

test('GeoJSON of every kind is read', () => {
  const feature = { type: 'Feature', properties: {}, geometry: SQUARE };
  for (const json of [SQUARE, feature, { type: 'FeatureCollection', features: [feature] }, SQUARE.coordinates[0]]) {
    assert.deepEqual(readShape(JSON.stringify(json), SWEDEN), ofGeometry(SQUARE));
  }
  assert.deepEqual(readShape(` ${JSON.stringify(ISLANDS)}`, SWEDEN), ofGeometry(ISLANDS));
});

test('what is no border is refused', () => {
  for (const text of [
    '', 'hej', '60.25, 15.5', '60.25, 15.5\n60, 16', '60.25 15.5 3\n60 16 3\n61 16 3', '59°20\'\n1 2\n3 4', '60, 16\nnorr\n61, 16', '{', '{"type":"Point","coordinates":[15,60]}',
    '[[15,60],[16,60]]', '[[15,60],[16,60],["a",61]]', '{"type":"FeatureCollection","features":[]}', '{"type":"Polygon","coordinates":[[[200,60],[201,60],[201,61],[200,60]]]}',
  ]) assert.throws(() => readShape(text, SWEDEN), undefined, text);
});

test('what is written is read again', () => {
  for (const geometry of [SQUARE, ISLANDS]) assert.deepEqual(readShape(writeShape(ofGeometry(geometry)), SWEDEN), ofGeometry(geometry));
  assert.equal(writeShape([]), '');
});

test('steps are undone one by one, many small ones of a kind at once', () => {
  const draft = new Draft({ id: 7, name: 'Centrum', population: 12, geometry: SQUARE });
  const first = draft.shape;
  draft.change(moved(first, at(0), [14.9, 60]), 'arrow 0');
  draft.change(moved(first, at(0), [14.8, 60]), 'arrow 0');
  draft.change(moved(draft.shape, at(1), [16.1, 60]));

  draft.undo();
  assert.deepEqual(draft.shape[0][0][0], [14.8, 60]);
  draft.undo();
  assert.equal(draft.shape, first);
  assert.equal(draft.canUndo, false);
});

test('a border that nobody touched is not sent', () => {
  const draft = new Draft({ id: 7, name: 'Centrum', population: 12, geometry: SQUARE });
  draft.name = ' City ';
  draft.population = '1 200';

  assert.deepEqual(draft.toFeature(), { type: 'Feature', properties: { name: 'City', population: 1200 } });
  draft.population = ' ';
  draft.change(moved(draft.shape, at(0), [14.9, 60]));
  const sent = draft.toFeature();
  assert.deepEqual(sent.properties, { name: 'City' });
  assert.deepEqual(sent.geometry.coordinates[0][4], [14.9, 60]);
  draft.undo();
  draft.forget();
  assert.deepEqual(draft.toFeature().geometry, SQUARE);
});

test('an unfinished draft knows what it lacks', () => {
  const draft = new Draft(null);
  draft.population = 'många';

  assert.deepEqual(draft.faults(), ['name', 'population', 'border']);
  draft.name = 'x'.repeat(101);
  draft.population = '0';
  draft.change(ofGeometry(SQUARE));
  assert.deepEqual(draft.faults(), ['name']);
});
