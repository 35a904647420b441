import { byId, fill } from '../dom.js';
import { language, setLanguage, t } from '../i18n/index.js';
import { icon } from '../icons.js';
import { chooseTheme, onSystemTheme, theme } from '../theme.js';

const LANGUAGE = 'lykta.language';

/** The buttons of the header: language and theme. @param {{onlanguage: () => void, ontheme: () => void}} actions */
export function dress({ onlanguage, ontheme }) {
  setLanguage(chosenLanguage());
  const languageButton = byId('language');
  const themeButton = byId('theme');
  const relabel = () => {
    languageButton.textContent = t('wmOtherLanguage');
    languageButton.lang = language() === 'sv' ? 'en' : 'sv';
    themeButton.setAttribute('aria-label', t('wmTheme'));
    fill(themeButton, icon(theme() === 'dark' ? 'sun' : 'moon'));
  };
  languageButton.addEventListener('click', () => {
    setLanguage(language() === 'sv' ? 'en' : 'sv');
    remember(language());
    relabel();
    onlanguage();
  });
  themeButton.addEventListener('click', () => {
    chooseTheme(theme() === 'dark' ? 'light' : 'dark');
    relabel();
    ontheme();
  });
  onSystemTheme(() => {
    relabel();
    ontheme();
  });
  relabel();
}

/** @returns {import('../i18n/index.js').Language} */
function chosenLanguage() {
  try {
    return localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'sv';
  } catch {
    return 'sv'; // storage may be forbidden
  }
}

/** @param {string} value */
function remember(value) {
  try {
    localStorage.setItem(LANGUAGE, value);
  } catch {
    // not remembered, still shown
  }
}
