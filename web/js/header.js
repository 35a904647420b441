import { byId, fill, h } from './dom.js';
import { language, t } from './i18n/index.js';
import { icon } from './icons.js';
import { openSignIn, signOut } from './session.js';
import { theme } from './theme.js';

/**
 * The top of the page: whose map it is, in which language, theme and view it is shown.
 *
 * @typedef {{name: string, fictional: boolean, demo: boolean, audience: 'staff' | 'public'}} Municipality
 * @param {Municipality | null} municipality null until it is known
 * @param {'' | 'staff' | 'public'} view
 * @param {{onlanguage: (language: 'sv' | 'en') => void, ontheme: () => void, onview: (view: '' | 'public') => void}} actions
 */
export function showHeader(municipality, view, actions) {
  const languages = byId('language-switch');
  languages.setAttribute('aria-label', t('language'));
  choices(languages, language(), [['sv', 'Svenska'], ['en', 'English']], actions.onlanguage, true);
  const button = byId('theme');
  const dark = theme() === 'dark';
  button.setAttribute('aria-label', dark ? t('toLight') : t('toDark'));
  button.title = dark ? t('toLight') : t('toDark');
  fill(button, icon(dark ? 'sun' : 'moon'));
  button.onclick = actions.ontheme;
  if (municipality) showMunicipality(municipality, view, actions);
}

/** @param {Municipality} municipality @param {'' | 'staff' | 'public'} view @param {{onview: (view: '' | 'public') => void}} actions */
function showMunicipality({ name, fictional, demo, audience }, view, actions) {
  byId('title').textContent = t('title', { name });
  document.title = `${t('title', { name })} – Lykta`;
  const strip = byId('fictional');
  strip.hidden = !fictional;
  strip.textContent = t('fictional', { name });
  const views = byId('view-switch');
  views.hidden = !demo;
  views.setAttribute('aria-label', t('view'));
  choices(views, view === 'public' ? 'public' : 'staff', [['staff', t('viewStaff')], ['public', t('viewPublic')]],
    (chosen) => actions.onview(chosen === 'public' ? 'public' : ''), false);
  const signIn = byId('sign-in');
  signIn.hidden = demo;
  signIn.textContent = audience === 'staff' ? t('signOut') : t('signIn');
  signIn.onclick = audience === 'staff' ? () => void signOut() : openSignIn;
}

/**
 * A row of buttons of which one is pressed.
 *
 * @template {string} T
 * @param {HTMLElement} place
 * @param {T} current
 * @param {[T, string][]} options
 * @param {(value: T) => void} onchoose
 * @param {boolean} languages each option is written in its own language
 */
function choices(place, current, options, onchoose, languages) {
  const focused = place.contains(document.activeElement) ? document.activeElement?.id : '';
  fill(place, ...options.map(([value, text]) => h('button', {
    type: 'button', id: `${place.id}-${value}`, 'aria-pressed': String(value === current), text, lang: languages ? value : null,
    onclick: () => onchoose(value),
  })));
  if (focused) document.getElementById(focused)?.focus();
}
