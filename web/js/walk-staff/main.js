import { ask, Problem } from '../api.js';
import { byId, fill, h } from '../dom.js';
import { setLanguage, t, language } from '../i18n/index.js';
import { openSignIn } from '../session.js';
import { dress } from '../walking/dress.js';
import { startOf } from '../walking/words.js';
import { Findings } from './findings.js';
import { Invitations } from './invitations.js';

/** The staff's page of one walk: its links, and what participants have found. */
async function start() {
  dress({ onlanguage: () => void show(), ontheme: () => {} });
  byId('sign-in').addEventListener('click', openSignIn);
  await show();
}

async function show() {
  setLanguage(language());
  const id = window.location.pathname.replace(/^\/samordna\//, '');
  const content = byId('content');
  try {
    const [guide, invitations, findings] = await Promise.all(['guide', 'invitations', 'findings'].map((part) => ask(`/api/walks/${id}/${part}`)));
    const links = h('section', { id: 'links', 'aria-labelledby': 'links-title' });
    const answers = h('section', { id: 'answers', 'aria-labelledby': 'answers-title' });
    fill(content, whichWalk(id, guide), links, answers);
    new Invitations(links, id).show(invitations);
    new Findings(answers, id, guide.checklist).show(findings);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const denied = error.status === 401;
    byId('sign-in').hidden = !denied;
    fill(content, h('p', { class: 'notice-inline', id: 'dead', text: denied ? t('wsSignIn') : error.status === 404 ? t('wmDeadGone') : t('failed') }));
  }
}

/** Which walk this is, and the way back to it. @param {string} id @param {any} guide */
function whichWalk(id, guide) {
  const stops = guide.groups.flatMap((/** @type {any} */ group) => group.stops).length;
  return h('p', { id: 'which-walk' }, h('span', { text: `${t('wmWalkOf', { when: startOf(guide), stops })} ` }),
    h('a', { href: `/#panel=walk&walk=${id}&lang=${language()}`, text: t('wsOnMap') }));
}

void start();
