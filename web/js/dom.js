/**
 * Builds DOM without a line of HTML text, so that nothing a person wrote can become markup.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props] `class`, `text`, `on…` listeners, `dataset`, properties of form fields; the rest
 *     are attributes, left out when false or null
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}

const PROPERTIES = new Set(['checked', 'value', 'disabled', 'hidden', 'required', 'open']);

/** @param {HTMLElement} element @param {string} name @param {any} value */
function setProp(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'class') element.className = value;
  else if (name === 'text') element.textContent = value;
  else if (name === 'dataset') Object.assign(element.dataset, value);
  else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) Object.assign(element, { [name]: value });
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** The element with this id; the page is broken without it. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** @param {Element} element @param {...(Node | string | null | undefined | false)} children */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/**
 * Says something to screen readers without moving the focus.
 *
 * @param {string} text
 */
export function announce(text) {
  byId('announce').textContent = text;
}
