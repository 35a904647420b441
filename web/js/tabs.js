import { byId, fill, h } from './dom.js';
import { t } from './i18n/index.js';
import { icon } from './icons.js';

/** @typedef {'places' | 'walk' | 'report' | 'export'} Tab */
/** @typedef {import('./state.js').State['panel']} Panel */
/** @type {[Tab, import('./i18n/index.js').Key, string][]} */
const TABS = [
  ['places', 'tabPlaces', 'list'],
  ['walk', 'tabWalk', 'walk'],
  ['report', 'tabReport', 'pen'],
  ['export', 'tabExport', 'download'],
];

/** The four parts of the panel as tabs: arrow keys move between them, as ARIA asks. */
export class Tabs {
  /** @param {(panel: Tab) => void} onchoose */
  constructor(onchoose) {
    this.list = byId('tabs');
    this.onchoose = onchoose;
    /** @type {Tab} */
    this.current = 'places';
    this.list.addEventListener('keydown', (event) => this.#key(event));
    this.render();
  }

  render() {
    this.list.setAttribute('aria-label', t('sections'));
    fill(this.list, ...TABS.map(([name, key, glyph]) => h('button', {
      id: `tab-${name}`, type: 'button', role: 'tab', 'aria-controls': `panel-${name}`, onclick: () => this.onchoose(name),
    }, icon(glyph), h('span', { text: t(key) }))));
    this.show(this.current);
  }

  /** @param {Panel} wanted areas are worked on in the panel of the places */
  show(wanted) {
    const panel = wanted === 'areas' ? 'places' : wanted;
    this.current = panel;
    for (const [name] of TABS) {
      const tab = byId(`tab-${name}`);
      tab.setAttribute('aria-selected', String(name === panel));
      tab.tabIndex = name === panel ? 0 : -1;
      byId(`panel-${name}`).hidden = name !== panel;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = TABS.findIndex(([name]) => name === this.current);
    const next = TABS[(at + step + TABS.length) % TABS.length][0];
    this.onchoose(next);
    byId(`tab-${next}`).focus();
  }
}
