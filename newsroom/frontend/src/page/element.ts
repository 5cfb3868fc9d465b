/** Elements made in script: by properties and text, never by HTML in a string. */

type Attributes = Readonly<Record<string, string | boolean | null>>;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(attribute, "");
    else if (typeof value === "string") element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}

/** The element that an event came from or through, if it matches. */
export function through(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

/**
 * The element under the pointer, if it matches. Words that were drawn again between press and
 * release, as by somebody's cursor coming into them, give their click to what stands around them.
 */
export function under({ clientX, clientY }: MouseEvent, selector: string): HTMLElement | null {
  const top = document.elementFromPoint(clientX, clientY);
  return top?.closest<HTMLElement>(selector) ?? null;
}
