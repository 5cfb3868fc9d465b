import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "../src/history/player";
import { HandClock, settled } from "./newsroom";

/** A player whose versions arrive when the test lets them; `asked` counts them. */
function playing() {
  const clock = new HandClock();
  const held: ((more: boolean) => void)[] = [];
  const heard = { asked: 0, turns: [] as boolean[] };
  const player = new Player(clock, {
    next: () => {
      heard.asked += 1;
      return new Promise((arrive) => held.push(arrive));
    },
    onTurn: (on) => heard.turns.push(on),
  });
  const arrive = async (more: boolean): Promise<void> => {
    for (const one of held.splice(0)) one(more);
    await settled();
  };
  return { player, clock, heard, arrive };
}

test("a version is seen for a second, counted from when it came", async () => {
  const { player, clock, heard, arrive } = playing();
  player.turn();
  await clock.pass(5000);
  assert.equal(heard.asked, 1);
  await arrive(true);
  await clock.pass(999);
  assert.equal(heard.asked, 1);
  await clock.pass(1);
  assert.equal(heard.asked, 2);
  await arrive(false);
  await clock.pass(5000);
  assert.deepEqual(heard, { asked: 2, turns: [true, false] });
});

test("stopped and begun again while a version is awaited, it goes no faster", async () => {
  const { player, clock, heard, arrive } = playing();
  player.turn();
  player.turn();
  player.turn();
  assert.deepEqual(heard, { asked: 2, turns: [true, false, true] });
  await arrive(true);
  await clock.pass(1000);
  assert.equal(heard.asked, 3);
});
