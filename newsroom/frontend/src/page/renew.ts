/** Brings what is shown up to date in place: what stays the same keeps its focus and what was typed. */

/** What people and scripts change of an element; what the newsroom sends says only how it began. */
const THEIRS: readonly string[] = ["open", "checked", "hidden"];

/** The children become those of `fresh`. A button in somebody's hands never turns into another one. */
export function renew(shown: Element, fresh: Element): void {
  let at = shown.firstChild;
  const dropUntil = (end: Node | null): void => {
    while (at && at !== end) {
      const gone = at;
      at = at.nextSibling;
      if (!isRefusal(gone)) gone.remove();
    }
  };
  for (const child of [...fresh.childNodes]) {
    const same = following(at, child);
    if (same) {
      dropUntil(same);
      at = same.nextSibling;
      bring(same, child);
    } else shown.insertBefore(child, at);
  }
  dropUntil(null);
}

/** The node that says the same thing: one that can be told by its key anywhere behind, else the next. */
function following(at: Node | null, wanted: Node): Node | null {
  const key = keyOf(wanted);
  for (let one = at; one; one = one.nextSibling) {
    if (one.nodeName === wanted.nodeName && keyOf(one) === key) return key === null ? null : one;
    if (!key && !isBlank(one)) return null;
  }
  return null;
}

/** Space between elements, which a parser may leave out. */
function isBlank(node: Node): boolean {
  return node instanceof Text && !node.data.trim();
}

/** Null of what is always put in anew; empty of what only its place tells. */
function keyOf(node: Node): string | null {
  if (!(node instanceof HTMLElement)) return "";
  if (node instanceof HTMLTemplateElement) return null;
  const leads = (node.getAttribute("href") ?? "") + (node.dataset["goto"] ?? "");
  const own = node.id || node.getAttribute("action") || leads;
  if (own) return own;
  if (node instanceof HTMLButtonElement) return node.textContent + JSON.stringify(node.dataset);
  return node.querySelector(":scope > h2, :scope > summary")?.textContent ?? "";
}

function bring(shown: Node, fresh: Node): void {
  if (shown.isEqualNode(fresh)) return;
  if (!(shown instanceof Element && fresh instanceof Element)) {
    shown.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...shown.attributes]) {
    if (!fresh.hasAttribute(name) && !THEIRS.includes(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (!THEIRS.includes(name) && !(name === "value" && isSeen(shown))) shown.setAttribute(name, value);
  }
  renew(shown, fresh);
}

/** What somebody who writes in a form had seen, and the name under which they send it once. */
function isSeen(field: Element): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== "hidden") return false;
  return field.name !== "csrf_token" && field.form !== null && typedIn(field.form).length > 0;
}

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Fields that say something else than they did when they were shown. */
export function typedIn(part: ParentNode): Field[] {
  const all = [...part.querySelectorAll<Field>("textarea, input:not([type=radio], [type=hidden])")];
  return all.filter(({ value, defaultValue }) => value !== defaultValue);
}

/** It stands until its form is sent again. */
function isRefusal(node: Node): boolean {
  return node instanceof HTMLElement && node.dataset["refusal"] !== undefined;
}
