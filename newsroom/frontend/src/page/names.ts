/** Names that nobody else has. */

/** `crypto.randomUUID` is missing at an address without TLS; this is not. */
export function uniqueName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
