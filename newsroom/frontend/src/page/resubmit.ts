/** Sends a form that was held back for a question or for the words to be saved. */

let sending: HTMLFormElement | null = null;

export function resubmit(form: HTMLFormElement, submitter: HTMLElement | null): void {
  // A page that refreshes itself may have put a newer form in its place meanwhile.
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  sending = form;
  form.requestSubmit(submitter);
  sending = null;
}

/** Whether this submission was held back before, so that nobody is asked twice. */
export function isSentAgain(form: HTMLFormElement): boolean {
  return sending === form;
}
