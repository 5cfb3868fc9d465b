"""Three people at real browsers write in one story at the same moment."""

import re

from playwright.sync_api import expect

from tests.frontend.story_page import opened, saved, text_on_server
from tests.waiting import eventually

WRITE = """([name, words]) => {
    window.typed = 0;
    const write = () => {
        const { view } = newsroomEditor;
        let end = 0;
        view.state.doc.descendants((node, at) => {
            if (node.type.name === "paragraph") end = at + 1 + node.content.size;
        });
        window.typed += 1;
        view.dispatch(view.state.tr.insertText(` ${name}${window.typed}x`, end));
        if (window.typed < words) setTimeout(write, 40);
    };
    write();
}"""
"""Types so many words, all different, at the end of the last paragraph, while the page goes on."""


def begin_to_write(page, name, words):
    page.evaluate(WRITE, [name, words])


def written(page, words):
    page.wait_for_function("words => window.typed === words", arg=words)


def test_three_pages_write_at_once_one_goes_offline_and_one_is_reloaded(
    at_browser, newsroom, address
):
    jonas, tomas, lena = (at_browser(name) for name in ("jonas", "tomas", "lena"))
    steady, tunnel, reloaded = (opened(person, address) for person in (jonas, tomas, lena))
    tomas.context.set_offline(True)
    begin_to_write(steady, "a", 60)
    begin_to_write(tunnel, "b", 60)
    begin_to_write(reloaded, "c", 20)
    written(reloaded, 20)
    reloaded.reload()
    expect(reloaded.get_by_role("textbox", name="The story")).to_be_visible()
    begin_to_write(reloaded, "d", 20)
    written(tunnel, 60)
    expect(tunnel.locator("#save-state")).to_contain_text("Offline")
    tomas.context.set_offline(False)
    for page, words in ((steady, 60), (reloaded, 20)):
        written(page, words)
    for page in (steady, tunnel, reloaded):
        saved(page)
    wanted = sorted(
        f"{name}{n}x"
        for name, last in (("a", 60), ("b", 60), ("c", 20), ("d", 20))
        for n in range(1, last + 1)
    )
    # A busy browser lets go of the page that was reloaded late: its last words come in then.
    eventually(lambda: sorted(re.findall(r"[abcd]\d+x", text_on_server(newsroom))) == wanted, 40)
    kept = text_on_server(newsroom)
    for page in (steady, tunnel, reloaded):
        page.wait_for_function(
            "kept => newsroomEditor.view.state.doc.textBetween("
            "0, newsroomEditor.view.state.doc.content.size, '|') === kept",
            arg=kept,
        )
