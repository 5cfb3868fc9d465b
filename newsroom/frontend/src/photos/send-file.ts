/** One file sent in pieces, in the manner of tus: after any break it goes on where the server is. */

/** What the server says of a file on its way. */
export interface Told {
  readonly token: string;
  readonly offset: number;
  readonly size: number;
  readonly state: "receiving" | "waiting" | "taken" | "refused";
  readonly photo: number | null;
  readonly already: boolean;
  readonly sentence: string;
}

/** Where files are sent, and what is said of each beside its name. */
export interface Place {
  readonly address: string;
  readonly said: Readonly<Record<string, string>>;
}

/** The server does not want it; its sentence says why. */
export class Refused extends Error {}

const PIECE = 1 << 20;
const MOST_BREAKS = 8;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const LOOK_AGAIN = 700;
const BROKE = "The connection broke. What was sent is kept; try again to go on.";
const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

/** Send it, and wait until the library has it or refuses it. `arrived` is told each new offset. */
export async function sendFile(
  place: Place,
  file: File,
  stop: AbortSignal,
  arrived: (told: Told) => void,
): Promise<Told> {
  let told: Told | null = null;
  for (let breaks = 0; ; ) {
    try {
      const next: Told = told ? await further(place, file, told, stop) : await begin(place, file, stop);
      if (next.state === "taken" || next.state === "refused") return next;
      if (!told || next.offset > told.offset || next.state === "waiting") breaks = 0;
      told = next;
      arrived(told);
    } catch (error) {
      if (error instanceof Refused || stop.aborted) throw error;
      if (++breaks > MOST_BREAKS) throw new Refused(BROKE);
      await pause(Math.min(FIRST_PAUSE * 2 ** breaks, LONGEST_PAUSE), stop);
      told = await whereItIs(place, told, stop);
    }
  }
}

export async function giveUp(place: Place, token: string): Promise<void> {
  await fetch(`${place.address}/${token}`, { method: "DELETE", headers: headers() }).catch(() => null);
}

async function begin(place: Place, file: File, stop: AbortSignal): Promise<Told> {
  const body = { ...place.said, name: file.name, size: file.size, key: String(file.lastModified) };
  return await ask(place.address, stop, {
    method: "POST",
    headers: { ...headers(), "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function further(place: Place, file: File, told: Told, stop: AbortSignal): Promise<Told> {
  const address = `${place.address}/${told.token}`;
  if (told.state === "waiting") {
    await pause(LOOK_AGAIN, stop);
    return await ask(address, stop, { headers: headers() });
  }
  return await ask(address, stop, {
    method: "PATCH",
    headers: {
      ...headers(),
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": String(told.offset),
    },
    body: file.slice(told.offset, told.offset + PIECE),
  });
}

/** After a break; null where that cannot be asked either, or the file was never begun. */
async function whereItIs(place: Place, told: Told | null, stop: AbortSignal): Promise<Told | null> {
  if (!told) return null;
  try {
    return await ask(`${place.address}/${told.token}`, stop, { headers: headers() });
  } catch (error) {
    if (error instanceof Refused) return null; // given up there: it is begun again
    return told;
  }
}

async function ask(address: string, stop: AbortSignal, request: RequestInit): Promise<Told> {
  const answer = await fetch(address, { ...request, signal: stop, redirect: "manual" });
  const body = (await answer.json().catch(() => null)) as (Partial<Told> & { detail?: string }) | null;
  // A piece that begins elsewhere is answered with where the file ends.
  if (body?.token && (answer.ok || answer.status === 409)) return body as Told;
  if (PASSING.has(answer.status)) throw new Error(String(answer.status));
  throw new Refused(body?.detail ?? "The newsroom did not take it; load the page again.");
}

function headers(): Record<string, string> {
  return { Accept: "application/json", "X-CSRFToken": document.body.dataset["csrf"] ?? "" };
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done, broken) => {
    const over = setTimeout(done, milliseconds);
    stop.addEventListener("abort", () => {
      clearTimeout(over);
      broken(new Error("stopped"));
    });
  });
}
