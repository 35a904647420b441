import { AnalysisPanel } from './analysis/panel.js';
import { AuditPanel } from './audit/panel.js';

/** What only staff find below the hotspots: analyses of the exact reports, and the audit of them as data. */
export class StaffTools {
  /**
   * @param {HTMLElement} place
   * @param {{filter: () => URLSearchParams, draw: (parts: {geometry: any, colour: string}[]) => void,
   *     goTo: (place: {lon: number, lat: number}) => void, onchange: () => void}} actions
   */
  constructor(place, actions) {
    this.analysis = new AnalysisPanel(place, actions);
    this.audit = new AuditPanel(place, actions);
  }

  /** For whom the page is shown. @param {boolean} staff */
  allow(staff) {
    this.analysis.allow(staff);
    this.audit.allow(staff);
  }

  /** In another language. */
  render() {
    this.analysis.render();
    this.audit.render();
  }

  /** The filter of the page may have changed. */
  refresh() {
    this.analysis.refresh();
  }
}
