/** A question to the server that the page can do without: no answer in time is no answer. */
import { tokenOf } from "../editor/place";

export async function ask<Answer>(address: string, question: unknown, patience: number): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": tokenOf(document),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(patience),
      redirect: "manual",
    });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
