import { announce, fill, h } from '../dom.js';
import { ask } from '../api.js';
import { moment, t } from '../i18n/index.js';

const SVG = 'http://www.w3.org/2000/svg';
const USUAL_DAYS = '14';

/** The links of a walk: make one, show it once with its QR code, take one back. */
export class Invitations {
  /** @param {HTMLElement} place @param {string} walk */
  constructor(place, walk) {
    this.walk = walk;
    this.days = h('input', { type: 'number', id: 'days', min: 1, max: 60, required: true, value: USUAL_DAYS, inputmode: 'numeric' });
    this.made = h('div', { id: 'made', class: 'made' });
    this.message = h('p', { class: 'field-error', role: 'alert' });
    this.list = h('div', { id: 'invitations' });
    fill(place, h('h2', { id: 'links-title', text: t('wsLinks') }), h('p', { text: t('wsLinksHelp') }),
      h('form', { class: 'inline-form', onsubmit: (/** @type {Event} */ event) => void this.#make(event) },
        h('label', { class: 'field', for: 'days' }, h('span', { text: t('wsDays') }), this.days),
        h('button', { type: 'submit', class: 'button primary', id: 'invite', text: t('wsInvite') })),
      this.message, this.made, this.list);
  }

  /** @param {{invitations: any[]}} answer */
  show({ invitations }) {
    if (invitations.length === 0) {
      fill(this.list, h('p', { class: 'hint', text: t('wsNoLinks') }));
      return;
    }
    const head = [t('wsMadeAt'), t('wsUntil'), t('wsState'), t('wsCameBy'), ''].map((text) => (text ? h('th', { scope: 'col', text }) : h('td')));
    fill(this.list, h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('wsLinkTable') },
      h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...invitations.map((one) => this.#row(one))))));
  }

  /** @param {any} one */
  #row({ id, created, expires, state, findings }) {
    const states = /** @type {Record<string, import('../i18n/index.js').Key>} */ ({ open: 'wsOpen', expired: 'wsExpired', revoked: 'wsRevoked' });
    return h('tr', {}, h('td', { text: moment(created) }), h('td', { text: moment(expires) }), h('td', { text: t(states[state]) }), h('td', { text: String(findings) }),
      h('td', {}, state === 'open' && h('button', { type: 'button', class: 'button', text: t('wsRevoke'), 'aria-label': t('wsRevokeOf', { when: moment(created) }), onclick: () => void this.#revoke(id) })));
  }

  /** @param {Event} event */
  async #make(event) {
    event.preventDefault();
    await this.#tried(async () => {
      const made = await ask(`/api/walks/${this.walk}/invitations`, { method: 'POST', body: { days: Number(this.days.value) } });
      this.#showMade(made);
    });
  }

  /** @param {number} id */
  async #revoke(id) {
    await this.#tried(() => ask(`/api/walks/${this.walk}/invitations/${id}`, { method: 'DELETE' }));
    document.getElementById('invite')?.focus();
  }

  /** @param {() => Promise<unknown>} work */
  async #tried(work) {
    this.message.textContent = '';
    try {
      await work();
      this.show(await ask(`/api/walks/${this.walk}/invitations`));
    } catch {
      this.message.textContent = t('failed');
    }
  }

  /** @param {{link: string, expires: string, qr: {size: number, path: string}}} made */
  #showMade({ link, expires, qr }) {
    const field = h('input', { type: 'text', id: 'link', readonly: true, value: link });
    const copy = h('button', { type: 'button', class: 'button', id: 'copy', text: t('wsCopy'), onclick: () => void this.#copy(field) });
    fill(this.made, h('h3', { tabindex: -1, id: 'made-title', text: t('wsMade', { when: moment(expires) }) }), h('p', { class: 'hint', text: t('wsOnce') }),
      h('label', { class: 'field', for: 'link' }, h('span', { text: t('wsLink') }), field), h('div', { class: 'buttons' }, copy), code(qr));
    document.getElementById('made-title')?.focus();
  }

  /** @param {HTMLInputElement} field */
  async #copy(field) {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      announce(t('wsCopied'));
    } catch {
      announce(t('wsSelected')); // the clipboard is not for every page: what is selected can be copied by hand
    }
  }
}

/** @param {{size: number, path: string}} qr */
function code({ size, path }) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', t('wsQr'));
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
