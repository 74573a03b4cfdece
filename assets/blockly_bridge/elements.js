// Small pieces of HTML. Text goes in as text, never as markup.

import { svg } from './look.js';

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (typeof value === 'boolean') made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An icon of the page's sprite. */
export function icon(href) {
  const drawing = svg('svg', { class: 'icon', 'aria-hidden': 'true' });
  svg('use', { href }, drawing);
  return drawing;
}

/** Fills the holes %1, %2 … of a sentence. */
export function fill(sentence, ...words) {
  return sentence.replace(/%(\d)/g, (_, n) => words[n - 1] ?? '');
}
