"""How soon a story's page takes a key in Chromium, beside how soon a public page is loaded there."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from newsroom import resources
from newsroom.stories import document
from tests.bench.figures import Figure, show
from tests.bench.histories import lengthen
from tests.bench.server import PASSWORD, Server
from tests.bench.texts import of_length
from tests.people import sign_in
from tests.screenshots import BROWSERS, FLAGS

CHARACTERS = 5_000
HISTORIES = (100, 100_000)
WARMING = 3
"""Rounds that do not count: they fill the browser's caches, as an editor's are all day. Chromium keeps
the compiled form of a script that it has seen twice."""

MOST_OF_PUBLIC = 1.5
MOST_OF_YOUNG = 1.5
PATIENCE_MS = 60_000

WATCH = """(() => {
  const bench = { ready: 0, pressed: 0, typed: 0 };
  let editor;
  Object.defineProperty(window, "newsroomBench", { value: bench });
  Object.defineProperty(window, "newsroomEditor", {
    get: () => editor,
    set(value) {
      editor = value;
      const { dom, state } = editor.view;
      if (dom.isContentEditable) bench.ready = performance.now();
      const before = state.doc.content.size;
      addEventListener("keydown", (event) => { bench.pressed ||= event.timeStamp; }, true);
      new MutationObserver(() => {
        if (!bench.pressed || bench.typed) return;
        if (editor.view.state.doc.content.size > before) bench.typed = performance.now();
      }).observe(dom, { childList: true, characterData: true, subtree: true });
    },
  });
})()"""
"""Notes when the editor is there and can be written in, and how long the first key then takes."""

PUT_CURSOR = "newsroomEditor.view.focus()"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def measure(server: Server, rounds: int) -> None:
    """Where web and live are up; prints why, where it cannot be measured."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None or not (resources.static() / "dist" / "manifest.json").is_file():
        print("The story's page is not measured: no Chromium here, or nothing built for it.\n")
        return
    public, *stories = _addresses(server)
    with _context(path, f"http://127.0.0.1:{server.port}") as context:
        asked: list[Callable[[], float]] = [partial(_load, context, public)]
        asked += [partial(_type, context, address) for address in stories]
        times = [[ask() for ask in asked] for _ in range(WARMING + rounds)][WARMING:]
    page, young, old = (median(one) for one in zip(*times, strict=True))
    show(
        f"A page in headless Chromium, median of {rounds} by turns, its caches filled",
        [
            Figure("a public page, until it is loaded", page, "ms"),
            Figure(f"a story of {HISTORIES[0]:,} steps, until it took a key", young, "ms"),
            Figure(f"a story of {HISTORIES[1]:,} steps, until it took a key", old, "ms"),
            Figure("the story against the public page", young / page, "", MOST_OF_PUBLIC),
            Figure("the old story against the young one", old / young, "", MOST_OF_YOUNG),
        ],
    )


def _addresses(server: Server) -> list[str]:
    """Of a public page with a picture, and of two stories that differ only in their age."""
    shown = """SELECT path FROM article JOIN article_photo ON article_photo.article_id = article.id
        WHERE withdrawn_at IS NULL ORDER BY article.id DESC LIMIT 1"""
    [article] = server.rows(shown)
    ids = server.rows("SELECT id FROM story WHERE state = 'edit' ORDER BY id DESC LIMIT 2")
    written = document.write(of_length(CHARACTERS))
    for row, history in zip(ids, HISTORIES, strict=True):
        lengthen(server, row.id, written, history)
    public = f"/paper/{article.path}".replace("/paper//", "/")
    return [public, *(f"/stories/{row.id}" for row in ids)]


@contextmanager
def _context(path: str, server: str) -> Iterator[BrowserContext]:
    """A browser of its own, signed in as an editor."""
    with TemporaryDirectory(prefix="newsroom-bench-") as folder, sync_playwright() as playwright:
        # A profile on the disk, for without one Chromium keeps no compiled scripts.
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=FLAGS, base_url=server
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto("/sign-in")
        sign_in(page, "editor0", PASSWORD)
        page.close()
        yield context
        context.close()


def _load(context: BrowserContext, address: str) -> float:
    """Milliseconds until a page was loaded, in a tab of its own."""
    page = context.new_page()
    page.add_init_script(WATCH)  # which costs a story's page something too
    page.goto(address)
    page.wait_for_function(f"() => {LOADED} > 0")
    loaded = float(page.evaluate(LOADED))
    page.close()
    return loaded


def _type(context: BrowserContext, address: str) -> float:
    """Milliseconds until the editor could be written in, and those that the first key took.

    What passes between the two, in which this process hears of the one and presses the other, is
    nobody's waiting.
    """
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("() => newsroomBench.ready > 0")
    page.evaluate(PUT_CURSOR)
    page.keyboard.press("e")
    page.wait_for_function("() => newsroomBench.typed > 0")
    noted = page.evaluate("newsroomBench")
    _leave(page)
    return float(noted["ready"] + noted["typed"] - noted["pressed"])


def _leave(page: Page) -> None:
    """Once it is saved: the next one is to find nothing that was not sent."""
    expect(page.locator("#save-state")).to_have_text("Saved", timeout=PATIENCE_MS)
    page.close()
