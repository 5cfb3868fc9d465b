/** A form that leaves the page is sent once: a double click makes one move, one note, one story. */

/** Milliseconds after which the same form may be sent again: the newsroom may never have answered. */
const AWHILE = 5000;

export function sendOnce(): void {
  const sent = new WeakMap<HTMLFormElement, number>();
  // On the window, after all that hold a form back or send it themselves.
  window.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    if (event.timeStamp - (sent.get(form) ?? -Infinity) < AWHILE) event.preventDefault();
    else sent.set(form, event.timeStamp);
  });
  // A page that the browser kept while the person was elsewhere is filled in anew.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
}
