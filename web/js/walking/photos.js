import { fill, h } from '../dom.js';
import { t } from '../i18n/index.js';

/** @typedef {import('./database.js').Photo} Photo */

const MOST = 6;
const MOST_SIDE = 1600;
const QUALITY = 0.85;
/** What the service takes. */
const MOST_BYTES = 8 << 20;

/** The photos of one stop: taken with the phone's own camera, made smaller, kept on the phone, sent later. */
export class Photos {
  /** @param {string} hotspot @param {import('./answers.js').Answers} answers */
  constructor(hotspot, answers) {
    this.hotspot = hotspot;
    this.answers = answers;
    /** Pictures on the page, by photo. @type {Map<string, string>} */
    this.pictures = new Map();
    this.list = h('ul', { class: 'photos' });
    this.message = h('p', { class: 'field-error', role: 'alert', id: 'photo-message' });
    this.input = h('input', { type: 'file', accept: 'image/*', id: 'photo', class: 'visually-hidden', 'aria-describedby': 'photo-help photo-message', onchange: () => void this.#add() });
    this.button = h('label', { for: 'photo', class: 'button', text: t('wmPhotoAdd') });
    this.element = h('section', { class: 'photo-part', 'aria-labelledby': 'photos-title' },
      h('h3', { id: 'photos-title', text: t('wmPhotosTitle') }), h('p', { class: 'hint', id: 'photo-help', text: t('wmPhotoHelp', { n: MOST }) }),
      this.list, h('div', { class: 'file' }, this.input, this.button), this.message);
  }

  async refresh() {
    const { answers, photos } = await this.answers.all();
    const finding = answers.find((answer) => answer.hotspot === this.hotspot)?.id;
    const shown = photos.filter((photo) => photo.finding === finding && !photo.removed);
    fill(this.list, ...shown.map((photo, i) => this.#photo(photo, i + 1)));
    this.input.disabled = shown.length >= MOST;
    this.button.hidden = shown.length >= MOST;
  }

  remove() {
    for (const address of this.pictures.values()) URL.revokeObjectURL(address);
    this.pictures.clear();
  }

  /** @param {Photo} photo @param {number} n */
  #photo(photo, n) {
    const address = this.pictures.get(photo.id) ?? URL.createObjectURL(new Blob([photo.bytes], { type: photo.type }));
    this.pictures.set(photo.id, address);
    const state = photo.refused !== '' ? t('wmPhotoRefused') : photo.sent ? t('wmPhotoSent') : t('wmPhotoWaits');
    return h('li', {}, h('img', { src: address, alt: t('wmPhotoN', { n }), width: 96, height: 96 }), h('span', { class: 'hint', text: state }),
      h('button', { type: 'button', class: 'button', 'aria-label': t('wmPhotoRemove', { n }), text: '✕', onclick: () => void this.#remove(photo) }));
  }

  /** @param {Photo} photo */
  async #remove(photo) {
    await this.answers.removePhoto(photo.id);
    this.input.focus();
  }

  async #add() {
    const file = this.input.files?.[0];
    this.input.value = '';
    this.message.textContent = '';
    if (!file) return;
    const smaller = await reduced(file);
    if (smaller) await this.answers.addPhoto(this.hotspot, await smaller.arrayBuffer(), smaller.type);
    else this.message.textContent = t('wmPhotoUnreadable');
  }
}

/**
 * The photo upright, smaller and without what the camera wrote into it; as it is where the browser cannot do that.
 *
 * @param {Blob} file
 * @returns {Promise<Blob | null>} null if it is no picture that the service takes
 */
async function reduced(file) {
  const drawn = await redrawn(file).catch(() => null);
  if (drawn) return drawn;
  return ['image/jpeg', 'image/png'].includes(file.type) && file.size <= MOST_BYTES ? file : null;
}

/** @param {Blob} file @returns {Promise<Blob | null>} */
async function redrawn(file) {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, MOST_SIDE / Math.max(image.width, image.height));
    const canvas = h('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } finally {
    image.close();
  }
}
