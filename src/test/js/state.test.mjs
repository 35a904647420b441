// Run by `node --test`, through PageModulesTest: the modules that need no browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presetOf, PRESETS } from '../../../web/js/filters/periods.js';
import { classOf } from '../../../web/js/hotspots/classes.js';
import { countOfHours } from '../../../web/js/filters/facets.js';
import { bars, daysOf, isWithin } from '../../../web/js/filters/months.js';
import { isInside } from '../../../web/js/geometry.js';
import { spread } from '../../../web/js/map/spread.js';
import { check, emptyDraft, toBody } from '../../../web/js/report/draft.js';
import { filterQuery, format, hotspotQuery, parse } from '../../../web/js/state.js';

const FULL = '#map=15/60.00780/15.01650&cause=A11,B&from=2025-01-01&to=2025-12-31&source=police&state=published&light=dark&hours=22-6&weekday=fri,sat&severity=2,3&area=7,9&by=group&weight=recency,severity&halfLife=90&heat=1&snap=1&walk=w1&view=public&panel=walk&lang=en';

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

test('hours, weekdays, severities and areas that do not exist are left out', () => {
  const state = parse('#hours=24-30&weekday=fri,fre,mon&severity=0,3,4&area=7,x&heat=yes');

  assert.deepEqual(state, { ...parse(''), weekday: ['mon', 'fri'], severity: ['3'], area: ['7'] });
  assert.equal(parse('#hours=6-6').hours, '');
  assert.equal(parse('#hours=06-24').hours, '6-24');
});

test('the whole filter is asked for in the words of the service', () => {
  const query = filterQuery(parse('#state=published&hours=18-6&weekday=sun&severity=1&area=4&heat=1'));

  assert.equal(query.toString(), 'state=published&hours=18-6&weekday=sun&severity=1&area=4');
});

test('a ranking that does not exist is left out', () => {
  assert.deepEqual(parse('#by=street&weight=anger,severity,severity&halfLife=30'), { ...parse(''), weight: ['severity'] });
  for (const wrong of ['0', '3651', '9e2', '-5', '1.5', '']) assert.equal(parse(`#weight=recency&halfLife=${wrong}`).halfLife, '');
  for (const right of ['1', '3650']) assert.equal(parse(`#weight=recency&halfLife=${right}`).halfLife, right);
});

test('the usual half-life needs no words, and one without recency means nothing', () => {
  assert.equal(format(parse('#by=all&weight=severity,recency&halfLife=180')), '#weight=recency,severity&lang=sv');
  assert.equal(format({ ...parse(''), weight: ['severity'], halfLife: '90' }), '#weight=severity&lang=sv');
});

test('only the ranked places are asked for with a ranking', () => {
  const state = parse('#cause=A11&by=group&weight=severity,recency&halfLife=365&view=public');

  assert.equal(filterQuery(state).toString(), 'cause=A11&audience=public');
  assert.equal(decodeURIComponent(hotspotQuery(state).toString()), 'cause=A11&audience=public&by=group&weight=recency,severity&halfLife=365');
  assert.equal(hotspotQuery(parse('')).toString(), '');
});

test('markers at one spot stand in a row, the first where it is, and those apart stay', () => {
  const spot = { x: 100, y: 100 };

  assert.deepEqual(spread([spot, spot, { x: 300, y: 100 }, { x: 95, y: 105 }], 35, 24, 5), [0, 35, 0, 75]);
  assert.deepEqual(spread([spot, { x: 124, y: 100 }, { x: 100, y: 124 }], 35, 24, 5), [0, 0, 0]);
  assert.deepEqual(spread([spot, { x: 123, y: 77 }], 35, 24, 5), [0, 12]);
});

test('no marker is led far from its place: of a crowd the rest stay', () => {
  const spot = { x: 0, y: 0 };

  assert.deepEqual(spread([spot, spot, spot, spot], 35, 24, 3), [0, 35, 70, 0]);
});

test('hours are summed over midnight', () => {
  const hour = Array.from({ length: 24 }, (_, i) => 2 ** i);

  assert.equal(countOfHours(hour, '6-10'), 2 ** 6 + 2 ** 7 + 2 ** 8 + 2 ** 9);
  assert.equal(countOfHours(hour, '22-2'), 2 ** 22 + 2 ** 23 + 1 + 2);
  assert.equal(countOfHours(hour, '0-24'), 2 ** 24 - 1);
});

test('months without reports have a bar, too, and a leap year its day', () => {
  assert.deepEqual(bars({ '2023-11': 2, '2024-02': 5, '2024-05': 0 }).map((bar) => `${bar.month} ${bar.n}`),
    ['2023-11 2', '2023-12 0', '2024-01 0', '2024-02 5']);
  assert.deepEqual(bars({}), []);
  assert.deepEqual(daysOf('2024-02', '2023-12'), { from: '2023-12-01', to: '2024-02-29' });
  assert.deepEqual([isWithin('2024-02', '2024-02-10', ''), isWithin('2024-02', '', '2024-01-31'), isWithin('2024-02', '', '')], [true, false, true]);
});

test('how unsafe it felt is sent as a number', () => {
  assert.equal(toBody({ ...emptyDraft(), severity: '2' }).severity, 2);
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
