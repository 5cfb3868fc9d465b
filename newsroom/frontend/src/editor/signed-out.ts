/** What the page offers a person whose session ended while they wrote: the way back in, in place. */
import type { EditorView } from "prosemirror-view";
import { liveClient } from "../live/live";
import { ask } from "../page/dialog";
import { make } from "../page/element";
import { Door } from "./door";
import type { Notices } from "./notices";
import type { Place } from "./place";
import type { Sync } from "./sync";
import { takeToken } from "./token";

const NOTICE = "signed out";
const SENTENCE = "You are signed out; your words are kept.";
const PROMISE = "Your words are kept, and sent as soon as you are in.";

/** What begins again once the person is back. */
export interface Resumed {
  readonly view: EditorView;
  readonly sync: Sync;
  refresh(): void;
}

export class SignedOut {
  private asked: AbortController | null = null;

  constructor(
    private readonly notices: Notices,
    private readonly place: Place,
    private readonly editor: Resumed,
  ) {
    window.addEventListener("focus", () => void this.look());
  }

  /** Said once and not at each failure: the button stays under the hand that goes to it. */
  offer(): void {
    if (this.notices.says(NOTICE)) return;
    const button = make("button", { class: "button", type: "button" }, "Sign in");
    button.addEventListener("click", () => void this.signIn());
    this.notices.say(NOTICE, SENTENCE, button, anotherTab());
  }

  /** They are back, here or by another tab. */
  over(): void {
    this.notices.silence(NOTICE);
    this.asked?.abort();
  }

  /** Who comes back to this page may have signed in in another tab. */
  private async look(): Promise<void> {
    if (!this.notices.says(NOTICE)) return;
    const answer = await new Door(this.place.person).look();
    if ("token" in answer) this.resume(answer.token);
  }

  private async signIn(): Promise<void> {
    this.asked = new AbortController();
    const name = make("input", {
      ...field("sign-in-name"),
      type: "text",
      autocomplete: "username",
      readonly: true,
      value: this.place.signInName,
    });
    const password = make("input", {
      ...field("sign-in-password"),
      type: "password",
      autocomplete: "current-password",
      required: true,
      autofocus: true,
    });
    await ask({
      title: "Sign in again",
      body: [make("p", {}, PROMISE), labelled("Name", name), labelled("Password", password)],
      agree: "Sign in",
      meanwhile: "Signing in…",
      over: this.asked.signal,
      refuse: () => this.enter(name, password),
    });
    this.editor.view.focus();
  }

  private async enter(name: HTMLInputElement, password: HTMLInputElement): Promise<string | null> {
    const answer = await new Door(this.place.person).enter(name.value, password.value);
    if ("token" in answer) {
      this.resume(answer.token);
      return null;
    }
    password.focus();
    password.select();
    return answer.sentence;
  }

  private resume(token: string): void {
    takeToken(token);
    this.over();
    liveClient()?.again();
    this.editor.sync.nudge();
    this.editor.refresh();
  }
}

function field(id: string): Readonly<Record<string, string>> {
  return { id, class: "input" };
}

function labelled(label: string, input: HTMLInputElement): HTMLElement {
  return make("div", { class: "field" }, make("label", { for: input.id }, label), input);
}

/** Where a window over the page is not enough, as for choosing a password. */
function anotherTab(): HTMLAnchorElement {
  return make("a", { href: "/sign-in", target: "_blank" }, "Use another tab");
}
