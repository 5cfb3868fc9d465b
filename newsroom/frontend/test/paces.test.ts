import assert from "node:assert/strict";
import { test } from "node:test";
import { paces, usual } from "../src/history/paces";

const strides = (versions: number): number[] => paces(versions).map(({ stride }) => stride);

test("a short history has one pace, and a long one those that end in time", () => {
  assert.deepEqual(strides(0), [1]);
  assert.deepEqual(strides(15), [1]);
  assert.deepEqual(strides(60), [1, 4]);
  assert.deepEqual(strides(322), [1, 6, 22]);
});

test("it begins with the one of a minute, or with every version where that is sooner", () => {
  assert.equal(usual(paces(322))?.stride, 6);
  assert.equal(usual(paces(40))?.stride, 1);
});
