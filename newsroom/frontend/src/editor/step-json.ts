/** A step as it is kept and sent. */
import type { Step } from "prosemirror-transform";

interface MarkSet {
  readonly stepType: string;
  readonly steps?: readonly unknown[];
}

/**
 * A redo of marks puts sets into sets, which the library writes and then cannot read. What they do
 * one after another is the same without the inner brackets.
 */
export function stepJson(step: Step): unknown {
  const json = step.toJSON() as MarkSet;
  return isSet(json) ? { ...json, steps: flat(json) } : json;
}

function flat(json: unknown): readonly unknown[] {
  return isSet(json) ? json.steps.flatMap(flat) : [json];
}

function isSet(json: unknown): json is Required<MarkSet> {
  return (json as MarkSet).stepType === "markSet";
}
