/** A form that came back has the cursor where it is wrong, also where that is below the screen. */
export function goToFirstFault(): void {
  if (location.hash) return;
  document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
