/** Elements from plain values; text stays text. */

/**
 * An element with attributes and children. `false` and `null` leave an attribute or a child out;
 * a function under `onclick` and the like listens.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | null | EventListener>} [attributes]
 * @param {...(Node | string | number | false | null)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children) {
    if (child !== false && child !== null) element.append(child instanceof Node ? child : String(child));
  }
  return element;
}
