/** Reads what is asked, a line of JSON each: people who write together, or steps with their results. */
import { createInterface } from "node:readline";
import { type Asked, writeTogether } from "./people";
import { vectors } from "./vectors";

interface AskedSteps {
  readonly steps: number;
  readonly seed: number;
}

function say(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked | AskedSteps;
  try {
    if ("steps" in asked) for (const vector of vectors(asked.seed, asked.steps)) say(vector);
    else say(await writeTogether(asked));
  } catch (error) {
    say({ failed: String(error) });
  }
  if ("steps" in asked) say(null);
}
process.exit(0);
