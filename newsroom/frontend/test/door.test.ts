import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Door } from "../src/editor/door";

const NOBODY = { person: null, name: "", must_choose_password: false, token: "before" };
const NOA = { person: 7, name: "Noa Peled", must_choose_password: false, token: "after" };

/** The door of Noa's page, where the server answers so in turn; what was sent to it is noted. */
function door(...answers: readonly (() => Promise<Response>)[]) {
  const sent: (RequestInit | undefined)[] = [];
  const left = [...answers];
  const network = (_address: unknown, init?: RequestInit): Promise<Response> => {
    sent.push(init);
    return left.shift()?.() ?? Promise.reject(new Error("not expected"));
  };
  return { door: new Door("7", network), sent };
}

function says(body: unknown, status = 200): () => Promise<Response> {
  return () => Promise.resolve(Response.json(body, { status }));
}

describe("at the door of a page whose session ended", () => {
  test("its person comes in with the token that was fetched first, and gets a new one", async () => {
    const { door: noas, sent } = door(says(NOBODY), says(NOA));
    assert.deepEqual(await noas.enter("noa", "secret"), NOA);
    assert.deepEqual(Object.fromEntries(sent[1]?.body as FormData), {
      csrf_token: "before",
      name: "noa",
      password: "secret",
      person: "7",
    });
  });

  test("a refusal is told in the server's own words", async () => {
    const detail = "Too many tries. Wait 40 seconds, then try again.";
    const { door: noas } = door(says(NOBODY), says({ detail }, 429));
    assert.deepEqual(await noas.enter("noa", "guess"), { sentence: detail });
  });

  test("no password is sent where its person is in already, or somebody else is", async () => {
    const own = door(says(NOA));
    assert.deepEqual(await own.door.enter("noa", "secret"), NOA);
    const anothers = door(says({ ...NOA, person: 8, name: "Dan Levi" }));
    const answer = await anothers.door.enter("noa", "secret");
    assert.match("sentence" in answer ? answer.sentence : "", /^Dan Levi is signed in/);
    assert.deepEqual([own.sent.length, anothers.sent.length], [1, 1]);
  });

  test("somebody who came in between the two questions is not taken for its person", async () => {
    const { door: noas } = door(says(NOBODY), says({ ...NOA, person: 8, name: "Dan Levi" }));
    assert.ok("sentence" in (await noas.enter("noa", "secret")));
  });

  test("silence, or a page instead of an answer, says that the words are kept", async () => {
    const silence = (): Promise<Response> => Promise.reject(new TypeError("offline"));
    const page = (): Promise<Response> => Promise.resolve(new Response("<!doctype html>"));
    for (const answer of [silence, page]) {
      const said = await door(answer).door.enter("noa", "secret");
      assert.match("sentence" in said ? said.sentence : "", /Your words are kept; try again/);
    }
  });
});
