// Run by `node --test`, through PageModulesTest: what walk mode decides without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendable, waiting } from '../../../web/js/walking/answers.js';
import { uuid } from '../../../web/js/walking/database.js';
import { tilesAround } from '../../../web/js/walking/offline.js';

const answer = (/** @type {any} */ more) => ({ id: 'a', revision: 1, sent: 0, refused: '', ...more });
const photo = (/** @type {any} */ more) => ({ id: 'p', finding: 'a', sent: false, refused: '', ...more });

test('an answer waits until its newest revision is there', () => {
  const all = { answers: [answer({ id: 'a', revision: 3, sent: 2 }), answer({ id: 'b', revision: 2, sent: 2 })], photos: [] };

  assert.deepEqual(waiting(all).answers.map(({ id }) => id), ['a']);
});

test('a photo waits, but is not sent before its answer is there', () => {
  const all = { answers: [answer({ sent: 0 })], photos: [photo({})] };

  assert.equal(waiting(all).photos.length, 1);
  assert.equal(sendable(all).photos.length, 0);
  assert.equal(sendable({ ...all, answers: [answer({ sent: 1 })] }).photos.length, 1);
});

test('what was refused neither waits nor is sent', () => {
  const all = { answers: [answer({ refused: 'walk-is-full' })], photos: [photo({ refused: 'invalid-photo' })] };

  assert.deepEqual(waiting(all), { answers: [], photos: [] });
});

test('ids are UUIDs of version 4 and differ', () => {
  const ids = new Set(Array.from({ length: 1000 }, uuid));

  assert.equal(ids.size, 1000);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the tiles of a place are those that a map asks for', () => {
  // Null Island lies on the corner of four tiles at every zoom: 150 m around it are in all of them
  assert.deepEqual(tilesAround([[0, 0]], 13).sort(), [
    '/tiles/base/13/4095/4095.mvt', '/tiles/base/13/4095/4096.mvt', '/tiles/base/13/4096/4095.mvt', '/tiles/base/13/4096/4096.mvt',
  ]);
});

test('a long way does not fill the phone, and no zoom deeper than the map is asked for', () => {
  const paths = tilesAround([[15, 58], [17, 60]], 15);

  assert.ok(paths.length <= 120);
  assert.ok(paths.every((path) => Number(path.split('/')[3]) <= 15));
});
