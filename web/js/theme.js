/** @typedef {'light' | 'dark'} Theme */

const KEY = 'lykta.theme';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme on the screen; theme-early.js has set the first one. @returns {Theme} */
export function theme() {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

/** @param {Theme} next */
export function chooseTheme(next) {
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // not remembered, still shown
  }
}

/** Follows the system as long as nobody has used the button. @param {() => void} listener */
export function onSystemTheme(listener) {
  systemIsDark.addEventListener('change', () => {
    if (isChosen()) return;
    document.documentElement.dataset.theme = systemIsDark.matches ? 'dark' : 'light';
    listener();
  });
}

/** Prints in the light theme, whatever is on the screen: paper is white. @param {() => void} listener */
export function onPrintTheme(listener) {
  const root = document.documentElement;
  let shown = theme();
  window.addEventListener('beforeprint', () => {
    shown = theme();
    root.dataset.theme = 'light';
    listener();
  });
  window.addEventListener('afterprint', () => {
    root.dataset.theme = shown;
    listener();
  });
}

function isChosen() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
