import { ask } from './api.js';
import { byId, fill, h } from './dom.js';
import { setLanguage, t } from './i18n/index.js';
import { Page } from './page.js';
import { Store } from './state.js';
import { Taxonomy } from './taxonomy.js';

/** Loads what the page cannot do without, then hands over to it; a failure is said, and can be tried again. */
async function start() {
  const store = new Store(window);
  setLanguage(store.state.lang);
  try {
    const [municipality, taxonomy] = await Promise.all([ask('/api/municipality'), ask('/api/taxonomy')]);
    new Page(store, municipality, new Taxonomy(taxonomy)).start();
  } catch (error) {
    const notice = byId('notice');
    notice.hidden = false;
    fill(notice, h('p', { text: t('failed') }),
      h('button', { type: 'button', class: 'button', text: t('retry'), onclick: () => window.location.reload() }));
    throw error;
  }
}

byId('leave').addEventListener('click', (event) => {
  // replace: the back button must not lead here again
  event.preventDefault();
  window.location.replace(/** @type {HTMLAnchorElement} */ (event.currentTarget).href);
});
void start();
