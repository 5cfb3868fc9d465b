/** The arithmetic of a crop on its picture: inside the photo, in its ratio. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, around, moved, resized } from "../src/photos/crop-box";

const SHAPE = 1.5;
const BOX = { left: 10, top: 10, width: 50, height: 50 };

test("a box never leaves its photo", () => {
  assert.deepEqual(moved(BOX, -30, 80), { left: 0, top: 50, width: 50, height: 50 });
  assert.deepEqual(resized(BOX, 90, -90, SHAPE, null), { ...BOX, width: 90, height: 2 });
});

test("a box with a ratio keeps it, whichever side was drawn", () => {
  for (const [wider, higher] of [[10, 0], [0, 10], [99, 99], [-99, 0]] as const) {
    const { width, height } = resized(BOX, wider, higher, SHAPE, 1);
    assert.ok(Math.abs((width * SHAPE) / height - 1) < 1e-9);
    assert.ok(BOX.top + height <= 100 + 1e-9);
  }
});

test("the largest box of a ratio stands around its point, inside the photo", () => {
  assert.deepEqual(around(0, 50, SHAPE, 0.75), { left: 0, top: 0, width: 50, height: 100 });
  assert.deepEqual(around(50, 50, SHAPE, 3), { left: 0, top: 25, width: 100, height: 50 });
});

test("the server's hundredths of a per cent make no box another one", () => {
  assert.ok(alike(BOX, { ...BOX, left: 10.01 }));
  assert.ok(!alike(BOX, { ...BOX, left: 10.5 }));
});
