import { Problem } from '../api.js';
import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { Border } from './border.js';
import { Draft } from './draft.js';
import { faultsOf, messageOf, readFaults } from './faults.js';
import { AreaForm } from './form.js';
import { AreaList } from './list.js';
import { areaListView, askToRemove, tell } from './list-view.js';
import { readShape } from './paste.js';
import { boxOf, ofGeometry } from './shape.js';

/** @typedef {import('./draft.js').Area} Area */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {{draft: Draft, border: Border, form: AreaForm}} Work one area that somebody adds or changes */

/** "Delområden", for staff: the list of areas in the place of the list of hotspots, and one of them while it is worked on. */
export class Areas {
  /** @type {Work | null} */
  #work = null;
  #shown = false;

  /**
   * @param {HTMLElement} place the panel whose other content makes room
   * @param {{map: import('../map/map-view.js').MapView, municipality: any, isStaff: () => boolean, open: (open: boolean) => void,
   *     onchange: (areas: Named[]) => void}} page
   */
  constructor(place, { map, municipality, isStaff, open, onchange }) {
    this.place = place;
    this.map = map;
    this.box = municipality.bbox;
    this.isStaff = isStaff;
    this.open = open;
    this.onchange = onchange;
    this.list = new AreaList(municipality);
    this.element = h('section', { id: 'areas', 'aria-labelledby': 'areas-title', hidden: true });
    place.append(this.element);
  }

  /** The areas that a filter may name. @returns {Named[]} */
  named() {
    return this.list.areas.map(({ id, name }) => ({ id: String(id), name }));
  }

  /** The way in, for whoever may go. */
  entry() {
    return this.isStaff() ? h('button', {
      type: 'button', class: 'link', id: 'area-entry', text: t('areaEntry'), onclick: () => {
        this.open(true);
        this.#focus('areas-title');
      },
    }) : null;
  }

  /** @param {boolean} wanted */
  show(wanted) {
    const shown = wanted && this.isStaff();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.place.classList.toggle('is-areas', shown);
    this.map.element.classList.toggle('shows-areas', shown);
    this.element.hidden = !shown;
    if (shown) this.render();
    else this.#leaveMap();
  }

  /** Makes all anew, in the language of the page; what somebody works on stays. */
  render() {
    if (!this.#shown) return;
    if (this.#work) this.#begin(this.#work.draft);
    else this.#showList();
  }

  #showList() {
    this.#leaveMap();
    this.#work = null;
    this.map.areas.showAreas(this.list.areas);
    fill(this.element, h('button', { type: 'button', class: 'link', id: 'areas-back', text: t('areaBack'), onclick: () => this.open(false) }),
      areaListView(this.list.areas, {
        onnew: () => this.#draw(this.#begin(new Draft(null))),
        onchange: (area) => {
          this.#begin(new Draft(area)).border.fit();
          this.#focus('areas-title');
        },
        onshow: (area) => this.map.fit(boxOf(ofGeometry(area.geometry)), 17),
      }));
  }

  /** @param {Draft} draft */
  #begin(draft) {
    this.#leaveMap();
    const border = new Border(this.map, draft, { onchange: (crowded) => form.showBorder(crowded), onleave: () => this.#focus('area-save') });
    const work = { draft, border, form: new AreaForm(draft, this.#actions(draft, border)) };
    const { form } = work;
    this.#work = work;
    fill(this.element, form.element);
    this.map.areas.showAreas(this.list.areas.filter(({ id }) => id !== draft.id));
    border.edit();
    return work;
  }

  /** @param {Draft} draft @param {Border} border @returns {import('./form.js').FormActions} */
  #actions(draft, border) {
    const work = () => /** @type {Work} */ (this.#work);
    return {
      ondraw: () => this.#draw(work()),
      onundo: () => {
        border.undo();
        // a button that is disabled loses the focus to nowhere
        if (!draft.canUndo) this.#focus('area-draw');
      },
      onpaste: (text) => {
        try {
          border.change(readShape(text, this.box));
        } catch {
          return false;
        }
        border.fit();
        return true;
      },
      onsave: () => void this.#save(work()),
      oncancel: () => {
        this.#showList();
        this.#focus('areas-title');
      },
      onremove: () => askToRemove(draft.called, () => void this.#remove(work())),
      onfault: ([lon, lat]) => this.map.goTo({ lon, lat }, 14),
    };
  }

  /** @param {Work} work */
  #draw({ draft, border }) {
    border.draw((drawn) => {
      if (this.#shown) this.#focus(!drawn ? 'area-draw' : draft.name === '' ? 'area-name' : 'area-save');
    });
  }

  /** @param {Work} work */
  async #save({ draft, form }) {
    const faults = faultsOf(draft.faults());
    if (faults.length > 0) {
      form.showFaults(t('areaFaults'), faults);
      return;
    }
    form.clearFaults();
    form.busy(true);
    try {
      const { area, notices } = await this.list.save(draft);
      this.#done(t('areaSaved', { name: area.name }), notices);
    } catch (problem) {
      await this.#refused(draft, problem);
    } finally {
      form.busy(false);
    }
  }

  /** @param {Work} work */
  async #remove({ draft }) {
    try {
      await this.list.remove(/** @type {number} */ (draft.id));
      this.#done(t('areaRemoved', { name: draft.called }), []);
    } catch (problem) {
      await this.#refused(draft, problem);
    }
  }

  /** @param {string} text @param {import('./list.js').Notice[]} notices */
  #done(text, notices) {
    if (this.#shown) {
      this.#showList();
      tell(this.element, text, notices);
      this.#focus('areas-title');
    }
    this.#work = null;
    this.onchange(this.named());
  }

  /** What was drawn stays; what others have changed is shown. @param {Draft} draft @param {unknown} problem */
  async #refused(draft, problem) {
    const code = problem instanceof Problem ? problem.code : '';
    let message = messageOf(problem);
    if (code === 'areas-changed' || code === 'unknown-area') {
      await this.list.reload().catch(() => null);
      if (draft.id !== null && !this.list.areas.some(({ id }) => id === draft.id)) {
        draft.forget();
        message = t('areaFaultGone');
      }
      if (this.#shown) this.#begin(draft);
      this.onchange(this.named());
    }
    if (!this.#shown) return;
    const faults = readFaults(problem);
    this.map.areas.mark(faults.flatMap(({ position }) => (position ? [position] : [])));
    this.#work?.form.showFaults(faults.length > 0 ? t('areaFaults') : message, faults);
  }

  #leaveMap() {
    this.#work?.border.stop();
    this.map.areas.clear();
  }

  /** @param {string} id */
  #focus(id) {
    /** @type {HTMLElement | null} */ (this.element.querySelector(`#${id}`))?.focus();
  }
}
