// Run by `node --test`, through PageModulesTest: the modules that need no browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presetOf, PRESETS } from '../../../web/js/filters/periods.js';
import { classOf } from '../../../web/js/hotspots/classes.js';
import { isInside } from '../../../web/js/geometry.js';
import { check, emptyDraft, toBody } from '../../../web/js/report/draft.js';
import { filterQuery, format, parse } from '../../../web/js/state.js';

const FULL = '#map=15/60.00780/15.01650&cause=A11,B&from=2025-01-01&to=2025-12-31&source=police&light=dark&walk=w1&view=public&panel=walk&lang=en';

test('an address is read and written again as it was', () => {
  assert.equal(format(parse(FULL)), FULL);
});

test('nothing in the address means the usual map in Swedish', () => {
  const state = parse('');

  assert.equal(state.map, null);
  assert.equal(state.lang, 'sv');
  assert.equal(format(state), '#lang=sv');
});

test('what is wrong in an address is left out, the rest is kept', () => {
  const state = parse('#map=99/91/200&cause=A11,<script>,zz&from=2025-02-30&to=2025-01-31&light=blue&lang=de&walk=../x&source=POLICE');

  assert.deepEqual(state, { ...parse(''), cause: ['A11'], to: '2025-01-31' });
});

test('a period that ends before it starts loses its start', () => {
  const state = parse('#from=2025-03-01&to=2025-01-01');

  assert.equal(state.from, '');
  assert.equal(state.to, '2025-01-01');
});

test('causes are sorted and named once', () => {
  assert.deepEqual(parse('#cause=B11,A11,B11').cause, ['A11', 'B11']);
});

test('the window of the answer holds only where the person chose no dates', () => {
  const window = { from: '2024-07-01', to: '2026-06-30' };

  assert.equal(filterQuery(parse(''), window).toString(), 'from=2024-07-01&to=2026-06-30');
  assert.equal(filterQuery(parse('#from=2025-01-01'), window).toString(), 'from=2025-01-01');
});

test('the view is asked for as an audience', () => {
  assert.equal(filterQuery(parse('#view=public')).get('audience'), 'public');
});

test('twelve months up to a day start on the day after, a year before', () => {
  const facts = { lastDate: '2026-06-30', firstDate: '2022-07-01' };
  const year = PRESETS.find((preset) => preset.name === '12');

  assert.deepEqual(year.dates(facts), { from: '2025-07-01', to: '2026-06-30' });
  assert.equal(presetOf('2025-07-01', '2026-06-30', facts), '12');
  assert.equal(presetOf('', '', facts), '24');
});

test('thirty days are thirty with both ends', () => {
  const month = PRESETS.find((preset) => preset.name === '30');

  assert.deepEqual(month.dates({ lastDate: '2026-06-30', firstDate: '' }), { from: '2026-06-01', to: '2026-06-30' });
});

test('the limits of the classes belong to the class above', () => {
  assert.deepEqual([0, 9, 10, 19, 20, 39, 40, 79, 80, 5000].map((n) => classOf(n).number), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('a notch of an outline is outside it', () => {
  const notched = [[0, 0], [4, 0], [4, 4], [2, 1], [0, 4], [0, 0]];

  assert.equal(isInside(notched, 1, 1), true);
  assert.equal(isInside(notched, 2, 3), false);
  assert.equal(isInside(notched, 5, 1), false);
});

test('an empty draft lacks a place, a cause and a time', () => {
  assert.deepEqual(check(emptyDraft()).map((fault) => fault.field), ['position', 'causes', 'occurredAt']);
});

test('what was left empty is not sent, a contact least of all', () => {
  const draft = { ...emptyDraft(), place: { lon: 15, lat: 60 }, causes: ['A11'], recurring: true, name: ' ' };

  assert.deepEqual(toBody(draft), { position: [15, 60], causes: ['A11'], recurring: true });
});

test('a day without a time is sent as the day', () => {
  const draft = { ...emptyDraft(), date: '2026-06-01' };

  assert.equal(toBody(draft).occurredAt, '2026-06-01');
});

test('a time is sent with the offset of the clock', () => {
  const draft = { ...emptyDraft(), date: '2026-06-01', time: '21:30' };

  assert.match(toBody(draft).occurredAt, /^2026-06-01T21:30[+-]\d\d:\d\d$/);
});
