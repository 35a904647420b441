import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLOURS } from '../../../web/js/map/base-colours.js';
import { isLit, isLink, landColour, LAND_ORDER, levelOf, ROAD_ORDER, roadClass, roadWidth } from '../../../web/js/map/base-style.js';
import { poiStyle } from '../../../web/js/map/poi-style.js';
import { SHAPES } from '../../../web/js/map/poi-shapes.js';
import { landGroups, roadGroups } from '../../../web/js/map/tile-groups.js';

const INKS = ['ink', 'faint', 'waterInk', 'natureInk', 'transportInk', 'cultureInk', 'shopInk', 'careInk', 'numberInk'];
const GROUNDS = ['paper', 'water', 'building', 'halo', ...LAND_ORDER];

/** WCAG 2.1, relative luminance. */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['light', 'dark']) {
  const colours = COLOURS[theme];

  test(`names are readable on every ground of the ${theme} map`, () => {
    for (const ink of INKS) {
      for (const ground of GROUNDS) {
        const ratio = contrast(colours[ink], colours[ground]);
        assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    for (const plate of ['european', 'national']) assert.ok(contrast('#ffffff', colours[plate]) >= 4.5, plate);
  });

  test(`ways that a walker needs stand out from the ground of the ${theme} map`, () => {
    for (const way of ['path', 'cycle', 'steps', 'unlit']) {
      for (const ground of ['paper', 'park', 'built', 'forest', 'under']) {
        const ratio = contrast(colours[way], colours[ground]);
        assert.ok(ratio >= 3, `${way} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test(`every colour of a report stands out from the ground and the roads of the ${theme} map`, () => {
    // on the dark map it is the white rim of a dot, and the number in a ring, that one sees first
    const signs = theme === 'light' ? ['#0072b2', '#d55e00', '#5c5c5c'] : ['#ffffff', '#eef3f6'];
    for (const sign of signs) {
      for (const ground of ['paper', 'built', 'park', 'building', 'street', 'secondary', 'motorway']) {
        const ratio = contrast(sign, colours[ground]);
        assert.ok(ratio >= (theme === 'light' ? 2.3 : 4.5), `${sign} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test(`the ${theme} map is calmer than the data: no ground is as colourful as the palest class of places`, () => {
    const [palest] = theme === 'light' ? ['#fde3b0'] : ['#67001f'];
    for (const ground of [...GROUNDS, 'motorway', 'trunk', 'primary', 'secondary']) {
      assert.ok(chroma(colours[ground]) < chroma(palest), `${ground} ${chroma(colours[ground])}`);
    }
  });
}

/** Distance of the strongest from the weakest of red, green and blue. */
function chroma(colour) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts);
}

test('both themes have the same colours', () => {
  assert.deepEqual(Object.keys(COLOURS.light).sort(), Object.keys(COLOURS.dark).sort());
});

test('every kind of land, way and point has a colour and a shape that are there', () => {
  for (const name of LAND_ORDER) assert.ok(COLOURS.light[name], name);
  for (const name of ROAD_ORDER) assert.ok(COLOURS.light[roadClass({ kind_detail: name }).colour], name);
  for (const kind of ['station', 'bus_stop', 'school', 'park', 'sports_hall', 'library', 'a new kind of shop']) {
    const style = poiStyle({ kind });
    assert.ok(style && COLOURS.light[style.ink], kind);
    assert.ok(style.shape === null || SHAPES[style.shape], kind);
  }
  assert.equal(poiStyle({ kind: 'street_lamp' }), null);
  assert.equal(poiStyle({ kind: 'place_of_worship', kind_detail: 'christian' })?.shape, 'church');
});

test('ways are told apart by their detail, else by their kind', () => {
  const names = [
    [{ kind: 'highway', kind_detail: 'motorway_link' }, 'motorway'], [{ kind: 'major_road', kind_detail: 'secondary' }, 'secondary'],
    [{ kind: 'minor_road', kind_detail: 'residential' }, 'street'], [{ kind: 'minor_road', kind_detail: 'parking_aisle' }, 'aisle'],
    [{ kind: 'path', kind_detail: 'cycleway' }, 'cycleway'], [{ kind: 'path', kind_detail: 'sidewalk' }, 'footway'],
    [{ kind: 'path', kind_detail: 'pedestrian' }, 'pedestrian'], [{ kind: 'path', kind_detail: 'steps' }, 'steps'],
    [{ kind: 'path', kind_detail: 'footway', steps: true }, 'steps'], [{ kind: 'path' }, 'path'],
    [{ kind: 'rail', kind_detail: 'siding' }, 'siding'], [{ kind: 'rail', kind_detail: 'tram' }, 'tram'],
    [{ kind: 'secondary' }, 'secondary'], [{ kind: 'unheard of' }, 'street'], [{}, 'street'],
  ];
  for (const [properties, name] of names) assert.equal(roadClass(properties).name, name, JSON.stringify(properties));
  assert.ok(isLink({ kind_detail: 'primary_link' }) && isLink({ is_link: true }) && !isLink({ kind_detail: 'primary' }));
  assert.deepEqual([{ is_tunnel: true }, { tunnel: true }, { is_bridge: true }, { bridge: true }, {}].map(levelOf),
    ['tunnel', 'tunnel', 'bridge', 'bridge', 'ground']);
});

test('a way is lit, unlit, or nobody knows', () => {
  for (const lit of [true, 1, 'yes', 'true', '24/7', 'automatic', 'limited']) assert.equal(isLit({ lit }), true, String(lit));
  for (const lit of [false, 0, 'no', 'false', 'disused']) assert.equal(isLit({ lit }), false, String(lit));
  for (const properties of [{}, { lit: '' }]) assert.equal(isLit(properties), null);
});

test('a way grows with the zoom, and a greater one is never narrower than a street', () => {
  for (const name of ROAD_ORDER) {
    const road = roadClass({ kind_detail: name });
    for (let zoom = 5; zoom < 19; zoom++) assert.ok(roadWidth(road, zoom) <= roadWidth(road, zoom + 1), `${name} ${zoom}`);
  }
  for (let zoom = 12; zoom <= 19; zoom++) {
    const widths = ['service', 'street', 'tertiary', 'secondary', 'primary', 'trunk', 'motorway'].map((kind) => roadWidth(roadClass({ kind }), zoom));
    assert.deepEqual(widths, [...widths].sort((a, b) => a - b), String(zoom));
  }
});

test('features that look alike are grouped once in the life of a tile', () => {
  const way = (properties, parts = [[0, 0, 10, 5]]) => ({ id: 0, type: 2, properties, parts });
  const layer = { name: 'roads', extent: 4096, features: [
    way({ kind: 'path', lit: 'no' }), way({ kind: 'path', lit: 'no' }, [[3, 4, 30, 2], [1, 9, 2, 8]]), way({ kind: 'path' }),
    way({ kind: 'path', is_tunnel: true }), { id: 0, type: 1, properties: { kind: 'path' }, parts: [[1, 1]] }] };
  const groups = roadGroups(layer);

  assert.deepEqual(groups.map(({ features, level, lit }) => [features.length, level, lit]), [[2, 'ground', false], [1, 'ground', null], [1, 'tunnel', null]]);
  assert.deepEqual([...groups[0].boxes], [0, 0, 10, 5, 1, 2, 30, 9]);
  assert.equal(roadGroups(layer), groups);
  const area = (kind, kind_detail) => ({ id: 0, type: 3, properties: { kind, kind_detail }, parts: [[0, 0, 1, 0, 1, 1]] });
  const land = landGroups({ name: 'landuse', extent: 4096, features: [area('wood'), area('forest'), area('grass', 'allotments'), area('lava')] });
  assert.equal(land.get('forest')?.features.length, 2);
  assert.equal(land.get('meadow')?.features.length, 1);
  assert.equal(landColour({ kind: 'lava' }), undefined);
});
