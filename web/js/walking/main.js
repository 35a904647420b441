import { byId, fill, h } from '../dom.js';
import { t } from '../i18n/index.js';
import { openDatabase } from './database.js';
import { dress } from './dress.js';
import { listWalks, loadWalk } from './guide.js';
import { about } from './overview.js';
import { WalkPage } from './walk-page.js';
import { refusal, startOf } from './words.js';

const TOKEN = /^#([A-Za-z0-9_-]{43})$/;

/** @type {WalkPage | null} */
let page = null;

async function start() {
  dress({
    onlanguage: () => {
      if (page) page.render();
      else window.location.reload();
    },
    ontheme: () => page?.themed(),
  });
  listen();
  const content = byId('content');
  fill(content, h('p', { role: 'status', text: t('wmLoading') }));
  const db = await openDatabase().catch(() => null);
  if (!db) {
    fill(content, h('p', { class: 'notice-inline', text: t('wmBroken') }));
    return;
  }
  const id = decodeURIComponent(window.location.pathname.replace(/^\/vandring\/?/, ''));
  if (id === '') fill(content, ...(await welcome(db)));
  else await open(db, id);
}

function listen() {
  byId('skip').addEventListener('click', (event) => {
    // the address says which stop is shown
    event.preventDefault();
    byId('content').focus();
  });
  byId('leave').addEventListener('click', (event) => {
    // replace: the back button must not lead here again
    event.preventDefault();
    window.location.replace(/** @type {HTMLAnchorElement} */ (event.currentTarget).href);
  });
}

/** @param {IDBDatabase} db @param {string} id */
async function open(db, id) {
  const token = TOKEN.exec(window.location.hash)?.[1] ?? '';
  const { walk, problem } = await loadWalk(db, id, token);
  // the phone keeps the token now; an address is seen by others, copied and remembered
  if (token && (walk?.token === token || problem !== 'offline')) window.history.replaceState(null, '', window.location.pathname);
  if (walk) {
    page = new WalkPage(db, walk, problem);
    return;
  }
  fill(byId('content'), h('p', { class: 'notice-inline', id: 'dead', text: refusal(problem) }),
    h('button', { type: 'button', class: 'button', text: t('wmRetry'), onclick: () => window.location.reload() }), about());
}

/** What is here without a walk in the address. @param {IDBDatabase} db @returns {Promise<Node[]>} */
async function welcome(db) {
  const walks = await listWalks(db);
  const known = walks.map((walk) => {
    const stops = walk.guide.groups.flatMap((/** @type {any} */ group) => group.stops).length;
    return h('li', {}, h('a', { class: 'choice', href: `/vandring/${encodeURIComponent(walk.id)}`, text: t('wmWalkOf', { when: startOf(walk.guide), stops }) }));
  });
  return [
    h('p', { text: t('wmNoLink') }),
    ...(known.length === 0 ? [] : [h('h2', { text: t('wmYourWalks') }), h('ul', { class: 'choices' }, ...known)]),
    about(),
  ];
}

void start();
