"""`make screenshots`: the README's pictures, taken from the demo newsroom as it opens."""

import io
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from newsroom.demo.accounts import PASSWORD
from tests.people import sign_in
from tests.processes import Running, free_port

FOLDER = Path(__file__).resolve().parent.parent / ".readme"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MOST_BYTES = 250_000
PATIENCE_MS = 60_000

IS_DRAWN = """() => document.fonts.status === "loaded" && [...document.images].every(
  (image) => image.complete || image.getBoundingClientRect().top > innerHeight)"""
"""Whether fonts and the pictures on the screen have come; those further down may wait."""


def show_finding(page: Page) -> None:
    """As an editor meets it: the sentence in the middle of the page, the card at its words."""
    expect(page.locator("#save-state")).to_have_text("Saved")
    mark = page.locator(".ProseMirror .mark-finding--house_style", has_text="Jerusalem").first
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center', behavior: 'instant' })")
    mark.click()
    expect(page.get_by_role("dialog", name="Finding")).to_be_visible()


def show_desk(page: Page) -> None:
    expect(page.get_by_role("link", name="lighthouse-vote")).to_be_visible()


def show_captions(page: Page) -> None:
    expect(page.get_by_role("button", name="Keep the figure")).to_be_visible()


def show_article(page: Page) -> None:
    page.get_by_role("link", name="Harbour to Be Rebuilt").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Harbour to Be Rebuilt")


@dataclass(frozen=True)
class Shot:
    """A picture: who looks, where they go, and what they do there until it shows."""

    name: str
    person: str
    path: str
    show: Callable[[Page], None]
    size: tuple[int, int] = (1280, 800)


SHOTS = (
    Shot("story", "editor0", "/stories/1", show_finding),
    Shot("desk", "editor0", "/?all=1", show_desk, (1280, 740)),
    Shot("captions", "photo0", "/captions/2/1", show_captions, (1280, 820)),
    Shot("article", "editor0", "/paper", show_article, (1280, 1110)),
)


def main() -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(
            f"There is no browser to take pictures with: install one of {', '.join(BROWSERS)}."
        )
    FOLDER.mkdir(exist_ok=True)
    # A short name: the broker's socket lies in this folder.
    with tempfile.TemporaryDirectory(prefix="nr-") as data:
        take_all(Path(data), browser)


def take_all(data: Path, browser: str) -> None:
    settings = {
        "NEWSROOM_DEVELOPMENT": "1",
        "NEWSROOM_DATA_DIR": str(data),
        "NEWSROOM_PORT": str(free_port()),
        "NEWSROOM_LIVE_PORT": str(free_port()),
    }
    address = f"http://127.0.0.1:{settings['NEWSROOM_PORT']}"
    with Running("run", settings=settings, cwd=data) as newsroom, sync_playwright() as playwright:
        newsroom.said("Beat is ready.")
        expect.set_options(timeout=PATIENCE_MS)
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        for shot in SHOTS:
            keep(shot.name, take(chromium, address, shot))
        chromium.close()


def take(chromium: Browser, address: str, shot: Shot) -> bytes:
    width, height = shot.size
    context = chromium.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto("/sign-in")
    sign_in(page, shot.person, PASSWORD)
    page.goto(shot.path)
    shot.show(page)
    page.wait_for_function(IS_DRAWN)
    picture = page.screenshot(animations="disabled")
    context.close()
    return picture


def keep(name: str, picture: bytes) -> None:
    """As small as it gets without a visible loss; a picture that is still large is refused."""
    path, packed = FOLDER / f"{name}.png", io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").save(packed, "PNG", optimize=True)
    if packed.tell() > MOST_BYTES:
        sys.exit(f"{path.name} would have {packed.tell()} bytes; {MOST_BYTES} are allowed.")
    path.write_bytes(packed.getvalue())
    sys.stdout.write(f"{path.name}  {packed.tell()} bytes\n")


if __name__ == "__main__":
    main()
