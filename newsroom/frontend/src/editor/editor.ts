/** Turns the story's page, which reads well without it, into its editor. */
import "../app";
import { COMMENT_KEYS } from "../comments/comments";
import { tellKeys } from "../keyboard/help";
import { liveClient } from "../live/live";
import { through } from "../page/element";
import { bePresent } from "../presence/presence";
import { SUGGESTING_KEYS } from "../suggesting/suggesting";
import { HttpAuthority } from "./authority";
import { afterDrawing, browserClock } from "./clock";
import { COMMANDS } from "./commands";
import { FIND_KEYS } from "./find-fields";
import { FINDING_KEYS } from "./finding-keys";
import { sendAfterSaving } from "./forms";
import { type Keeper, takeKeepers, takeLater } from "./keeper";
import { listenTo } from "./listening";
import { Notices } from "./notices";
import { cameWith, loadStory } from "./opening";
import { type Place, placeOf } from "./place";
import type { Loaded } from "./protocol";
import { sendOn } from "./recovery";
import { browserSeats } from "./seats";
import { RefusedWords } from "./set-aside";
import { type Parts, StoryEditor } from "./story-editor";
import { pageToken } from "./token";
import { undoFromBeside } from "./undo-beside";

async function start(place: Place): Promise<void> {
  const { person, story } = place;
  const panel = document.getElementById("panel");
  const saveState = document.getElementById("save-state");
  if (!panel || !saveState) return;
  const notices = new Notices(place.root, new RefusedWords(localStorage, person, String(story)));
  const authority = new HttpAuthority(place, pageToken());
  const seats = browserSeats();
  const keepers = await takeKeepers(localStorage, seats, person, String(story));
  const loaded = cameWith(document, keepers.own) ?? (await askFor(authority, notices));
  if (!loaded) return;
  notices.silence("loading");
  const parts: Parts = { place, authority, keeper: keepers.own, notices, panel, saveState };
  const editor = new StoryEditor(parts, loaded);
  hold(editor, parts);
  afterDrawing(() => {
    const send = (left: Keeper | null): void => {
      if (left) sendOn(left, authority, browserClock, events);
    };
    const events = {
      onWordsLost: (sentence: string, words: string): void => {
        notices.setAside({ sentence, words });
      },
    };
    keepers.left.forEach(send);
    for (const mark of keepers.held) void takeLater(localStorage, seats, browserClock, mark).then(send);
    connect(editor, parts);
  });
}

function askFor(authority: HttpAuthority, notices: Notices): Promise<Loaded | null> {
  return loadStory(authority, browserClock, {
    onWaiting: (sentence) => {
      notices.say("loading", sentence);
    },
  });
}

/** What must be so before the first key: no word typed from here on is left behind. */
function hold(editor: StoryEditor, { keeper, notices }: Parts): void {
  const { replica, sync } = editor;
  sendAfterSaving({
    sync,
    replica,
    notices,
    onTaken: () => {
      editor.decided();
    },
  });
  window.addEventListener("beforeunload", (event) => {
    if (sync.unsent && !keeper.safe) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    undoFromBeside(event, editor.view);
  });
  document.addEventListener("click", (event) => {
    const mark = through(event, "[data-goto]")?.dataset["goto"];
    if (mark && editor.goTo(mark)) event.preventDefault();
  });
  Object.assign(window, {
    newsroomEditor: {
      view: editor.view,
      version: () => replica.version,
      unsent: () => sync.unsent,
    },
  });
}

/** What others did, and what stands beside the text: asked for when the text is there to be written in. */
function connect(editor: StoryEditor, { authority, place }: Parts): void {
  const { others, replica, sync, view } = editor;
  listenTo(liveClient(), {
    story: place.story,
    sync,
    replica,
    authority,
    clock: browserClock,
    onPanel: editor.refreshSoon,
  });
  bePresent({ view, replica, others, place, token: pageToken(), clock: browserClock }, liveClient());
  window.addEventListener("online", () => {
    sync.nudge();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) sync.nudge();
  });
  sync.nudge();
  editor.markFindings();
}

tellKeys({ title: "In the story", keys: [...COMMANDS, ...FIND_KEYS, ...FINDING_KEYS, ...COMMENT_KEYS, ...SUGGESTING_KEYS] });
const place = placeOf(document);
if (place) void start(place);
