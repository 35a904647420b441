// Run by `node --test`, through PageModulesTest: what the buttons of a walk ask the service to change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allow, ban, freeOrder, move, pin, replan, restore, unpin } from '../../../web/js/walk/edits.js';
import { lineStyle } from '../../../web/js/walk/styles.js';

const stops = (...ids) => ids.map((id) => ({ id }));
const walk = {
  parameters: { pinned: ['a'], banned: ['x'], order: [['a', 'b'], []], minutes: 60, cause: 'A11' },
  groups: [{ number: 1, stops: stops('a', 'b', 'c') }, { number: 2, stops: stops('d', 'e') }],
};

test('a place that is kept is not left out any more', () => {
  assert.deepEqual(pin(walk, 'x'), { pinned: ['a', 'x'], banned: [] });
  assert.deepEqual(unpin(walk, 'a'), { pinned: [] });
});

test('a place that is left out is neither kept nor in an order', () => {
  assert.deepEqual(ban(walk, 'a'), { banned: ['x', 'a'], pinned: [], order: [['b'], []] });
  assert.deepEqual(allow(walk, 'x'), { banned: [] });
});

test('a stop moves by one place within its group, and no other stop moves', () => {
  assert.deepEqual(move(walk, 'b', -1), { order: [['b', 'a', 'c'], ['d', 'e']] });
  assert.deepEqual(move(walk, 'b', 1), { order: [['a', 'c', 'b'], ['d', 'e']] });
  assert.deepEqual(move(walk, 'd', 1), { order: [['a', 'b', 'c'], ['e', 'd']] });
  assert.deepEqual(move(walk, 'a', -1), { order: [['a', 'b', 'c'], ['d', 'e']] });
  assert.deepEqual(freeOrder(), { order: [] });
});

test('an earlier version comes back with everything it had, and nothing it had not', () => {
  const request = restore(walk.parameters);

  assert.equal(request.cause, 'A11');
  assert.equal(request.minutes, 60);
  assert.equal(request.time, null);
  assert.equal(request.end, null);
  assert.equal(request.report_light, null);
});

test('a form that says nothing of the start means the usual one', () => {
  assert.equal(replan({ minutes: 70 }).start, null);
  assert.deepEqual(replan({ start: [1, 2] }).start, [1, 2]);
});

test('ten groups have ten different lines, and no two that follow each other the same pattern', () => {
  const styles = Array.from({ length: 10 }, (_, i) => lineStyle(i + 1));

  assert.equal(new Set(styles.map((style) => JSON.stringify(style))).size, 10);
  assert.equal(new Set(styles.map(({ dashArray }) => dashArray)).size, 10);
});
