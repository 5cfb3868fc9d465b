/** Which addresses a link in a story may have. */

const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** The address as it will be kept, or null where a story may not point there. */
export function allowedLink(typed: string): string | null {
  const address = typed.trim();
  if (!address || /\s/.test(address)) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const { protocol, hostname } = new URL(whole);
    if (!SCHEMES.has(protocol)) return null;
    return protocol === "mailto:" || hostname.includes(".") ? whole : null;
  } catch {
    return null;
  }
}

/** Where a link leads in the end that a mail or office program sent by way of its own address. */
export function direct(address: string): string {
  try {
    const { hostname, pathname, searchParams } = new URL(address);
    const google = /(?:^|\.)google\.[a-z.]{2,6}$/.test(hostname) && pathname === "/url";
    const outlook = hostname.endsWith(".safelinks.protection.outlook.com");
    const further = google || outlook ? (searchParams.get("q") ?? searchParams.get("url")) : null;
    return further ?? address;
  } catch {
    return address;
  }
}
