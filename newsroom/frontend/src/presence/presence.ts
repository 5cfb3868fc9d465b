/** One's own presence in the story of this page, and the others': in its head and in its text. */
import { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import type { Token } from "../editor/authority";
import type { Clock } from "../editor/clock";
import type { Place } from "../editor/place";
import type { Replica } from "../editor/replica";
import type { LiveClient } from "../live/live";
import { make } from "../page/element";
import { avatar } from "./avatar";
import { Company } from "./company";
import { Line, type Said } from "./line";
import type { Others } from "./others";
import { Teller } from "./telling";
import { spotOf, whereIn } from "./where";

export interface Present {
  readonly view: EditorView;
  readonly replica: Replica;
  readonly others: Others;
  readonly place: Place;
  readonly token: Token;
  readonly clock: Clock;
}

export function bePresent(present: Present, live: LiveClient | null): void {
  const list = document.getElementById("presence");
  const address = list?.dataset["presenceUrl"];
  if (list && address) new Presence(present, list, new Line(address, present.token)).begin(live);
}

class Presence {
  private readonly company: Company;
  private readonly teller: Teller;
  /** The person has put their cursor into the text; before that they read. */
  private inText = false;
  private client = "";

  constructor(
    private readonly present: Present,
    private readonly list: HTMLElement,
    private readonly line: Line,
  ) {
    this.company = new Company(Number(present.place.person));
    this.teller = new Teller(present.clock, {
      say: () => this.say(),
      leave: () => {
        this.leave();
      },
      alone: () => !this.company.people.length,
    });
  }

  begin(live: LiveClient | null): void {
    const { others, place, replica } = this.present;
    others.follow(replica);
    others.onChange = ({ typed }) => {
      if (typed) this.teller.typed();
      else this.teller.moved();
    };
    live?.listen({
      stories: [place.story],
      onEvent: ({ name, facts }) => {
        if (name !== "presence") return;
        this.meet(() => {
          if (facts.page) this.company.hear(facts.page);
          if (facts.gone) this.company.left(facts.gone);
        });
      },
      onGap: () => {
        this.teller.tell();
      },
    });
    this.watchPage();
    this.teller.tell();
  }

  private watchPage(): void {
    if (document.hidden) this.teller.hidden();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.teller.hidden();
      else this.teller.shown();
    });
    window.addEventListener("pagehide", () => {
      this.teller.stop();
    });
    window.addEventListener("pageshow", () => {
      this.teller.shown();
    });
    this.present.view.dom.addEventListener("focusin", () => {
      this.inText = true;
      this.teller.moved();
    });
  }

  private async say(): Promise<boolean> {
    const said = this.said();
    if (this.client && this.client !== said.client) this.leave();
    this.client = said.client;
    const answer = await this.line.say(said);
    if (!answer) return false;
    this.meet(() => {
      this.company.take(answer.pages, answer.at);
    });
    return true;
  }

  private leave(): void {
    if (this.client) this.line.leave(this.client);
    this.client = "";
  }

  /** Positions are of the confirmed text, for nobody else has what was not sent yet. */
  private said(): Said {
    const { replica, view } = this.present;
    const { client, version } = replica;
    const { doc, selection } = view.state;
    const { typing } = this.teller;
    if (!this.inText) {
      return { client, version, anchor: null, head: null, typing, block: null, number: 0 };
    }
    const back = new Mapping(replica.unsent().map((step) => step.getMap())).invert();
    const [anchor, head] = [back.map(selection.anchor, -1), back.map(selection.head, -1)];
    return { client, version, anchor, head, typing, ...whereIn(doc, spotOf(selection)) };
  }

  /** Takes in who is here; those who come now are told at once where this person is. */
  private meet(change: () => void): void {
    const before = new Set(this.company.pages.map(({ key }) => key));
    change();
    this.present.others.show(this.company.pages);
    this.draw();
    if (this.company.pages.some(({ key }) => !before.has(key))) this.teller.moved();
  }

  private draw(): void {
    const { people } = this.company;
    const heads = people.map((one) => make("li", {}, avatar(one, one.words)));
    const fresh = make("ul", { class: "company", "aria-label": "In this story now" }, ...heads);
    if (!people.length) this.list.replaceChildren();
    else if (this.list.innerHTML !== fresh.outerHTML) this.list.replaceChildren(fresh);
  }
}
