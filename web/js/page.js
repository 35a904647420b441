import { ask } from './api.js';
import { Areas } from './areas/areas.js';
import { byId } from './dom.js';
import { ExportPanel } from './export/panel.js';
import { Chips } from './filters/chips.js';
import { FacetLoader } from './filters/facets.js';
import { FilterPanel } from './filters/panel.js';
import { showHeader } from './header.js';
import { HeatScales } from './heat.js';
import { hotspotFacts } from './hotspots/facts.js';
import { HotspotList } from './hotspots/list.js';
import { readHotspot } from './hotspots/model.js';
import { RankingPanel } from './hotspots/ranking.js';
import { HotspotSource } from './hotspots/source.js';
import { setLanguage, t } from './i18n/index.js';
import { showLegend } from './legend.js';
import { locate } from './map/controls.js';
import { MapView } from './map/map-view.js';
import { notice } from './notice.js';
import { pickPlace } from './picker.js';
import { Popups } from './popups.js';
import { ReportForm } from './report/form.js';
import { SearchBox } from './search/box.js';
import { SnapPoints } from './snap-points.js';
import { StaffTools } from './staff-tools.js';
import { FILTER_KEYS, filterQuery, hotspotQuery, RANKING_KEYS } from './state.js';
import { Tabs } from './tabs.js';
import { chooseTheme, onPrintTheme, onSystemTheme, theme } from './theme.js';
import { WalkPanel } from './walk/panel.js';

const CLOSE_ZOOM = 17;
/** From here on lit and unlit ways look different. */
const WAYS_ZOOM = 16;
const USUAL_DEPTH = { base: 16, reports: 18 };

/** The map page: makes its parts and carries news between them; all state is in the store. */
export class Page {
  /**
   * @param {import('./state.js').Store} store
   * @param {any} municipality
   * @param {import('./taxonomy.js').Taxonomy} taxonomy
   */
  constructor(store, municipality, taxonomy) {
    this.store = store;
    this.municipality = municipality;
    this.taxonomy = taxonomy;
    /** @type {any} */
    this.answer = null;
    /** @type {import('./hotspots/model.js').Hotspot[]} */
    this.hotspots = [];
    this.selected = '';
    /** @type {Promise<number> | undefined} */
    this.depthAsked = undefined;
    this.reportsShown = true;
    this.waysShown = false;
    /** @type {import('./heat.js').HeatScale | null} */
    this.scale = null;
    this.source = new HotspotSource(() => hotspotQuery(store.state), (answer) => this.#showAnswer(answer));
    /** Whether the map shows reports of another filter than the one that is set. */
    this.stale = true;
    this.scales = new HeatScales((scale) => this.#showScale(scale));
    this.facets = new FacetLoader(() => this.query(), (facets) => this.filters?.showFacets(facets));
    this.depth = { ...USUAL_DEPTH };
    this.map = new MapView(byId('map'), theme(), {
      onmove: () => this.#moved(),
      onhotspot: (id, opener) => this.select(id, opener),
      onreport: (feature, place) => this.popups.report(feature, place),
      onsnap: (feature, place) => this.popups.snapPoint(feature, place),
      onbasefail: () => notice(t('baseFailed')),
      onbaseempty: () => notice(t('baseEmpty')),
      home: () => this.map.fit(municipality.bbox),
      locate: () => void this.#locate(),
    });
    this.popups = new Popups(this.map, taxonomy, (found) => {
      store.update({ panel: 'report' });
      this.form?.choose(found);
    });
    this.snap = new SnapPoints(this.map, { onlegend: () => this.#legend(), onfail: () => notice(t('snapFailed')) });
    this.#makePanels();
  }

  #makePanels() {
    const { store, taxonomy, municipality } = this;
    const pick = (/** @type {(place: {lon: number, lat: number}) => void} */ done) => pickPlace(this.map, done);
    const showPlace = (/** @type {{lon: number, lat: number} | null} */ place, accuracy = 0) =>
      place ? this.map.showPlace(place, t('chosenPlace'), accuracy) : this.map.clearPlace();
    const change = (/** @type {Partial<import('./state.js').State>} */ patch) => store.update(patch);
    const places = byId('panel-places');
    this.tabs = new Tabs((panel) => store.update({ panel }));
    const areas = new Areas(places, {
      map: this.map, municipality, isStaff: () => this.#audience() === 'staff',
      open: (open) => store.update({ panel: open ? 'areas' : 'places' }), onchange: () => this.#areasChanged(),
    });
    this.areas = areas;
    this.filters = new FilterPanel(places, { taxonomy, areas, lastDate: municipality.lastDate ?? '', firstDate: municipality.firstDate ?? '' },
      change, (open) => this.facets.show(open));
    this.ranking = new RankingPanel(places, change);
    this.chips = new Chips(places, taxonomy, areas, change);
    this.list = new HotspotList(places, taxonomy, {
      sees: (lon, lat) => this.map.sees(lon, lat),
      onselect: (id, opener) => this.select(id, opener, true),
      onformer: (hotspot, opener) => this.#openFormer(hotspot, opener),
      onshowall: () => this.map.fit(municipality.bbox),
      onretry: () => void this.loadHotspots(),
    });
    this.staff = new StaffTools(places, {
      filter: () => filterQuery(store.state), draw: (parts) => this.map.analysis.show(parts), goTo: (place) => this.map.goTo(place, 15),
      onchange: () => void this.loadHotspots(),
    });
    this.walk = new WalkPanel(byId('panel-walk'), {
      available: municipality.walks !== false, usualStart: municipality.start, filter: () => this.query(), pick, onstart: showPlace,
      onwalk: (walk) => this.#showWalk(walk),
      onstop: (stop, opener) => this.popups.stop(stop, opener),
    });
    this.form = new ReportForm(byId('panel-report'), taxonomy, {
      pick, onplace: showPlace, view: () => this.map.view(), onfound: (found) => this.popups.goTo(found),
    });
    this.search = new SearchBox(byId('search-on-map'), {
      id: 'search', view: () => this.map.view(), onchoose: (found) => this.popups.found(found),
    });
    this.exports = new ExportPanel(byId('panel-export'), {
      taxonomy, attribution: municipality.attribution ?? '', filter: () => this.query(),
      hotspots: () => hotspotQuery(store.state, this.answer ?? {}), bbox: () => this.map.bbox(), staff: () => this.#audience() === 'staff',
    });
  }

  start() {
    this.#knownAreas('replace');
    const { state } = this.store;
    this.#render(); // the header first: it decides how large the map is
    this.map.resized();
    if (state.map) this.map.setView(state.map);
    else this.map.fit(this.municipality.bbox);
    if (this.municipality.outline) this.map.showOutline(this.municipality.outline);
    this.areas?.show(state.panel === 'areas');
    this.store.subscribe((next, changed) => this.#changed(next, changed));
    onSystemTheme(() => this.#themeChanged());
    onPrintTheme(() => this.#themeChanged());
    this.map.setTheme(theme());
    void this.#addTiles();
    void this.loadHotspots();
    if (state.walk) void this.walk?.open(state.walk);
  }

  /** The filter with the window that the hotspots were counted in, so that map, list and files tell one story. */
  query() {
    return filterQuery(this.store.state, this.answer ?? {});
  }

  /** The base map and the reports each come when they can: neither waits for the other. */
  async #addTiles() {
    const base = await ask('/tiles/base.json').catch(() => null);
    if (!base) notice(t('baseFailed'));
    else this.map.addBase(base.maxzoom ?? USUAL_DEPTH.base);
  }

  /** @param {boolean} [filtered] false: the reports are the same as before, only ranked in another way */
  async loadHotspots(filtered = true) {
    this.stale ||= filtered;
    this.list?.loading();
    const found = await Promise.all([this.source.load(), this.#reportDepth()]).catch(() => null);
    if (found) {
      const [answer, depth] = found;
      if (!answer) return;
      this.depth.reports = depth;
      this.#showAnswer(answer);
    } else {
      this.list?.failed();
    }
    if (this.stale) this.#showFiltered();
  }

  /** What follows the filter beside the ranked places. */
  #showFiltered() {
    this.stale = false;
    this.map.showReports(this.query().toString(), this.depth.reports);
    this.facets.refresh();
    this.#showHeat();
  }

  #showHeat() {
    const { heat } = this.store.state;
    const query = heat ? this.query().toString() : null;
    if (query !== this.map.heatQuery) this.map.showHeat(query);
    if (query !== null) void this.scales.show(query, this.map.view().zoom);
  }

  /** @param {import('./heat.js').HeatScale | null} scale */
  #showScale(scale) {
    this.scale = scale;
    if (!scale) notice(t('heatFailed'));
    this.#legend();
  }

  #reportDepth() {
    this.depthAsked ??= ask('/tiles/reports.json').then((tiles) => tiles.maxzoom ?? USUAL_DEPTH.reports, () => USUAL_DEPTH.reports);
    return this.depthAsked;
  }

  /** @param {any} answer */
  #showAnswer(answer) {
    this.answer = answer;
    const exact = this.#audience() === 'staff';
    this.hotspots = answer.features.map((/** @type {any} */ feature) => readHotspot(feature, exact));
    if (!this.hotspots.some((one) => one.id === this.selected)) this.#unselect();
    this.map.showHotspots(this.hotspots);
    const former = (answer.former ?? []).map((/** @type {any} */ feature) => readHotspot(feature, exact));
    this.list?.show({ hotspots: this.hotspots, former, total: answer.total ?? 0, from: answer.from ?? '', to: answer.to ?? '' });
    if (exact) this.source.trust.await(this.hotspots);
    this.exports?.refresh();
    this.#legend();
  }

  /**
   * Shows a hotspot on the map, in the list and in a popup.
   *
   * @param {string} id
   * @param {HTMLElement | null} opener gets the focus back
   * @param {boolean} [fromList]
   */
  select(id, opener, fromList = false) {
    const hotspot = this.hotspots.find((one) => one.id === id);
    if (!hotspot) return;
    if (fromList) {
      this.map.element.scrollIntoView({ block: 'nearest' });
      this.map.goTo(hotspot, Math.min(CLOSE_ZOOM, 16));
    }
    const popup = this.map.popup(hotspot, {
      title: `${hotspot.rank}. ${hotspot.name}`, content: hotspotFacts(hotspot, this.taxonomy), lift: 38,
      opener: () => (fromList ? this.list?.button(id) : opener) ?? null,
    });
    this.selected = id;
    this.list?.select(id);
    this.map.hotspots.select(id);
    popup.on('remove', () => {
      if (this.selected === id) this.#unselect();
    });
  }

  /** @param {import('./hotspots/model.js').Hotspot} hotspot @param {HTMLElement} opener */
  #openFormer(hotspot, opener) {
    this.map.element.scrollIntoView({ block: 'nearest' });
    this.map.goTo(hotspot, 16);
    this.map.popup(hotspot, { title: hotspot.name, content: hotspotFacts(hotspot, this.taxonomy), opener: () => opener });
  }

  #unselect() {
    this.selected = '';
    this.list?.select('');
    this.map.hotspots.select('');
  }

  /** @param {import('./walk/model.js').Walk | null} walk */
  #showWalk(walk) {
    if (!walk) this.map.walks.clear();
    else this.map.walks.show(walk, (key) => {
      const stop = walk.stops.find((one) => one.key === key);
      if (stop) this.popups.stop(stop, this.map.element);
    });
    this.store.update({ walk: walk?.id ?? '' });
  }

  /** @param {import('./state.js').State} state @param {Set<keyof import('./state.js').State>} changed */
  #changed(state, changed) {
    if (changed.has('lang')) this.#changeLanguage(state.lang);
    if (changed.has('map') && state.map && !sameView(state.map, this.map.view())) this.map.setView(state.map);
    if (changed.has('panel')) this.tabs?.show(state.panel);
    this.areas?.show(state.panel === 'areas');
    if (changed.has('walk')) void this.walk?.open(state.walk);
    this.exports?.refresh();
    this.staff?.refresh();
    if (changed.has('heat') || changed.has('snap')) {
      this.#showHeat();
      this.snap.follow(this.#audience(), state.snap);
      this.#legend();
    }
    const filtered = FILTER_KEYS.some((key) => changed.has(key));
    if (!filtered && !RANKING_KEYS.some((key) => changed.has(key))) return;
    this.map.closePopup();
    this.#render();
    void this.loadHotspots(filtered);
  }

  /** An area that is gone is taken out of the filter, or nothing could be counted. @param {'push' | 'replace'} [how] */
  #knownAreas(how) {
    const known = this.areas?.named().map(({ id }) => id) ?? [];
    this.store.update({ area: this.store.state.area.filter((id) => known.includes(id)) }, how);
  }

  #areasChanged() {
    this.#knownAreas();
    this.#render();
    void this.loadHotspots();
  }

  #moved() {
    this.list?.refresh();
    if (this.map.heatQuery !== null) this.#showHeat();
    const { zoom, lat, lon } = this.map.view();
    this.store.update({ map: { zoom, lat: round(lat), lon: round(lon) } }, 'replace');
    this.snap.moved(zoom);
    const waysShown = zoom >= WAYS_ZOOM;
    if (waysShown !== this.waysShown) {
      this.waysShown = waysShown;
      this.#legend();
    }
  }

  /** @param {'sv' | 'en'} language */
  #changeLanguage(language) {
    setLanguage(language);
    this.map.closePopup();
    this.map.controls.relabel();
    this.search?.relabel();
    this.tabs?.render();
    this.#render();
    this.staff?.render();
    this.walk?.render();
    this.form?.render();
    this.areas?.render();
    this.exports?.render();
    if (this.answer) this.#showAnswer(this.answer);
  }

  /** What depends on the state, the language or the theme and is cheap to make anew. */
  #render() {
    const { state } = this.store;
    this.map.element.setAttribute('aria-label', t('map'));
    this.map.element.setAttribute('role', 'application');
    byId('attribution').textContent = this.municipality.attribution ?? '';
    showHeader(this.municipality, state.view, {
      onlanguage: (lang) => this.store.update({ lang }),
      ontheme: () => {
        chooseTheme(theme() === 'dark' ? 'light' : 'dark');
        this.#themeChanged();
      },
      onview: (view) => this.store.update({ view }),
    });
    this.tabs?.show(state.panel);
    this.filters?.show(state);
    this.ranking?.show(state, this.#audience());
    this.chips?.show(state);
    this.staff?.allow(this.#audience() === 'staff');
    this.snap.follow(this.#audience(), state.snap);
    this.#legend();
  }

  #legend() {
    const place = byId('legend');
    const open = place.querySelector('details')?.open ?? window.matchMedia('(min-width: 60rem)').matches;
    const focus = document.activeElement?.id ?? '';
    const facts = {
      method: this.answer?.method, audience: this.#audience(), reportsShown: this.reportsShown, heatShown: this.store.state.heat,
      waysShown: this.waysShown, scale: this.scale, snap: this.snap.legend(), open,
    };
    showLegend(place, this.taxonomy, facts, {
      onreports: (shown) => {
        this.reportsShown = shown;
        this.map.toggleReports(shown);
      },
      onheat: (heat) => this.store.update({ heat }),
      onsnap: (snap) => this.store.update({ snap }),
    });
    if (focus.startsWith('show-')) document.getElementById(focus)?.focus();
  }

  /** Whose view is shown. @returns {'staff' | 'public'} */
  #audience() {
    return this.store.state.view || this.municipality.audience;
  }

  #themeChanged() {
    this.map.setTheme(theme());
    this.#render();
  }

  async #locate() {
    try {
      const found = await locate();
      this.map.showPlace(found, t('myPlace'), found.accuracy);
      this.map.goTo(found, 16);
    } catch {
      notice(t('myPlaceFailed'));
    }
  }
}

/** @param {number} value degrees, to about a metre */
function round(value) {
  return Number(value.toFixed(5));
}

/** @param {{zoom: number, lat: number, lon: number}} one @param {{zoom: number, lat: number, lon: number}} other */
function sameView(one, other) {
  return one.zoom === other.zoom && Math.abs(one.lat - other.lat) < 1e-5 && Math.abs(one.lon - other.lon) < 1e-5;
}
