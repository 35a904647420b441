import { ask, Problem } from './api.js';
import { byId, fill, h } from './dom.js';
import { t } from './i18n/index.js';

/** The dialog in which staff show their key; the service answers with a cookie that scripts cannot read. */
export function openSignIn() {
  const error = h('p', { class: 'field-error', id: 'token-error', role: 'alert' });
  const input = h('input', { type: 'password', id: 'token', autocomplete: 'current-password', required: true, 'aria-describedby': 'token-error' });
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'sign-in-title' });
  fill(dialog, h('form', { class: 'form', onsubmit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await ask('/api/session', { method: 'POST', body: { token: input.value } });
      window.location.reload();
    } catch (problem) {
      const wrong = problem instanceof Problem && problem.status === 401;
      error.textContent = wrong ? t('signInWrong') : t('failed');
      input.focus();
    }
  } },
  h('h2', { id: 'sign-in-title', text: t('signInTitle') }), h('p', { text: t('signInHelp') }),
  h('div', { class: 'field' }, h('label', { for: 'token', text: t('token') }), input, error),
  h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'button primary', text: t('signIn') }),
    h('button', { type: 'button', class: 'button', text: t('cancel'), onclick: () => dialog.close() }))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    byId('sign-in').focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Ends the session. */
export async function signOut() {
  await ask('/api/session', { method: 'DELETE' }).catch(() => null);
  window.location.reload();
}
