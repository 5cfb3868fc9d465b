/** The proof that a request comes from this page; made anew when its person signed in again. */
import type { Token } from "./authority";
import { placeOf, tokenOf } from "./place";

export function pageToken(): Token {
  return {
    get value(): string {
      return tokenOf(document);
    },
    async renew(): Promise<void> {
      const response = await fetch(location.href).catch(() => null);
      if (!response?.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      // Words typed by one person are never sent in the name of another.
      if (placeOf(page)?.person !== placeOf(document)?.person) return;
      takeToken(tokenOf(page));
    },
  };
}

/** The forms that stand in the page were made with the token of before. */
export function takeToken(token: string): void {
  document.body.dataset["csrf"] = token;
  const fields = document.querySelectorAll<HTMLInputElement>('input[name="csrf_token"]');
  for (const field of fields) field.value = token;
}
