"""Outlets as files: nothing lost on the way out and in, each contradiction told by its line."""

import io
from dataclasses import replace
from datetime import date

import pytest

from newsroom.audit.queries import history_of
from newsroom.errors import Invalid, NotAllowed
from newsroom.roles import Role, machine
from newsroom.versions import ONLY_ROW
from newsroom.wire import outlet_import, outlet_tasks, queries, service
from newsroom.wire.exchange.columns import COLUMNS
from newsroom.wire.exchange.planning import plan
from newsroom.wire.exchange.reading import read
from newsroom.wire.exchange.writing import write
from newsroom.wire.outlets import Outlet, OutletType, seed_outlets
from tests.factories import TEST_SET_UP

EDITOR = machine("an editor", [Role.EDITOR])
ODD = Outlet(
    name="-Mill, “Gazette”; of 'Ohio'",
    type=OutletType.NEWSPAPER,
    aliases=("=TMG", "Mill|Gazette", "'Arab", "''Two", "Ḥarbour\\Post"),
    country="GB",
    domain="mill.example",
    credit_form="@The Mill",
    common_word=True,
    state_run=True,
    photo=True,
    text_contract=True,
    photo_contract=True,
    contract_until=date(2027, 1, 31),
    key="mill",
)


def outlets(text):
    return [
        Outlet(**{name: getattr(line.facts, name) for name in line.facts.__slots__}, key=line.key)
        for line in read(text)
    ]


def test_what_is_written_is_read_again_without_a_loss():
    every = [ODD, replace(ODD, key="bare", name="Bare", aliases=(), contract_until=None)]
    assert outlets(write(every)) == every


def test_the_built_in_list_goes_out_and_in_unchanged():
    assert outlets(write(seed_outlets())) == list(seed_outlets())


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_spreadsheet_may_part_its_cells_as_it_likes(between):
    rows = [["name", "type", "state_run"], ["Harbour Post", "newspaper", "x"]]
    (line,) = read("\ufeff" + "\r\n".join(between.join(row) for row in rows))
    assert (line.facts.name, line.facts.state_run, line.fault) == ("Harbour Post", True, "")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Post,paper", "“type” is “paper”, and can be agency, newspaper,"),
        ("x,agency", "“x” is too short"),
        (",agency", "“” is too short"),
        ("Post,agency,,maybe", "“photo” is “maybe”, and can be yes or nothing."),
        ("Post,agency,1.5.2026", "“contract_until” is “1.5.2026”, and should be as 2026-05-31."),
        ("Post,agency,2026-05-01", "Say what the contract is for"),
        ("Post,agency,,,,,", "It has 7 cells, and the first line names 4."),
        ("y" * 30_000 + ",agency", "“name” is longer than 20,000 characters."),
    ],
)
def test_a_line_that_cannot_be_read_costs_no_other(row, sentence):
    bad, good = read(f"name,type,contract_until,photo\n{row}\nHarbour Post,agency\n")
    assert sentence in bad.fault
    assert (good.number, good.fault) == (3, "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty"),
        ("key,type\n", "names no column “name”"),
        ("name,type,name\n", "names the column “name” twice"),
    ],
)
def test_what_is_no_file_of_outlets_is_refused_whole(text, sentence):
    with pytest.raises(Invalid, match=sentence):
        list(read(text))


def planned(text, *known):
    return [
        (step.kind, step.sentence)
        for step in plan(list(read(text)), {outlet.key: outlet for outlet in known})
    ]


POST = Outlet("Harbour Post", OutletType.NEWSPAPER, ("HP",), key="post")
MAIL = Outlet("Harbour Mail", OutletType.NEWSPAPER, ("HM",), key="mail")


def test_each_line_is_new_changed_the_same_or_refused():
    text = "key,name,type,aliases\npost,Harbour Post,newspaper,HP\nmail,Harbour Mail,digital,HM\n,Wire,agency,\n"
    assert [kind for kind, _ in planned(text, POST, MAIL)] == ["same", "changed", "new"]


def test_a_contradiction_names_both_sides():
    text = (
        "name,type,aliases\nThe Horn,agency,HP\nBugle,agency,B1\nTrumpet,agency,B1\nBugle,agency,\n"
    )
    assert [sentence for _, sentence in planned(text, POST)] == [
        "“HP” is a name of Harbour Post.",
        "",
        "“B1” is a name of line 3.",
        "“Bugle” is a name of line 3.",
    ]
    twice = "key,name,type\npost,Harbour Post,digital\npost,Harbour Post 2,digital\n"
    assert planned(twice, POST)[1] == ("refused", "The same outlet stands in line 2 already.")


def test_a_name_that_its_outlet_gives_up_in_the_file_is_free():
    text = "key,name,type,aliases\npost,Harbour Post,newspaper,\nmail,Harbour Mail,newspaper,HP\n"
    assert [kind for kind, _ in planned(text, POST, MAIL)] == ["changed", "changed"]


def done(app, change, kind, text, actor=EDITOR):
    with change():
        number = outlet_tasks.start(actor, kind, "outlets.csv", text).id
    # A slice ends by the clock, which says more on a busy machine.
    for _ in range(9):
        with app.app_context():
            outlet_import.run(number)
    with app.app_context():
        task = outlet_tasks.task(number)
        return task.state, task.error, task.result


def test_a_try_changes_nothing_and_an_import_what_it_said(app, change):
    with change():
        service.load_outlets(TEST_SET_UP)
    with app.app_context():
        before = queries.outlets_by_key()
    some = [one for one in before.values() if one.key != "reuters"][:50]
    changed = replace(before["reuters"], text_contract=True, contract_until=date(2027, 1, 1))
    text = write([*some, changed, ODD])
    counts = {"new": 1, "changed": 1, "same": 50}
    state, _, found = done(app, change, "try", text)
    assert (state, found["counts"]) == ("done", counts)
    with app.app_context():
        assert queries.outlets_by_key() == before
    assert done(app, change, "import", text)[2]["counts"] == counts
    with app.app_context():
        after = queries.outlets_by_key()
        assert after == before | {"reuters": changed, "mill": ODD}
        (entry,) = [one for one in history_of("registry", ONLY_ROW) if "imported" in one.event]
        assert entry.sentence == "imported outlets from outlets.csv: 1 added, 1 changed"
        number = queries.id_of_key("reuters")
        assert "a contract for its text" in history_of("outlet", number)[-1].sentence
    assert done(app, change, "import", text)[2]["counts"] == {"same": 52}


def test_a_broken_file_ends_with_its_sentence(app, change):
    state, error, _ = done(app, change, "import", "no,such\n1,2\n")
    assert (state, error) == (
        "failed",
        "The first line names no column “name”; it needs name and type.",
    )


def test_two_outlets_swap_a_name(app, change):
    with change():
        service.take_in(EDITOR, [("post", POST), ("mail", MAIL)])
    swapped = [replace(POST, aliases=("HM",)), replace(MAIL, aliases=("HP",))]
    assert done(app, change, "import", write(swapped))[2]["counts"] == {"changed": 2}
    with app.app_context():
        assert list(queries.outlets_by_key().values()) == swapped[::-1]
        number = queries.id_of_key("post")
        assert history_of("outlet", number)[-1].sentence.endswith("names + HM, − HP")


def test_outlets_that_swap_their_own_names_are_left_as_they_are(app, change):
    with change():
        service.take_in(EDITOR, [("post", POST), ("mail", MAIL)])
    swapped = [replace(POST, name="Harbour Mail"), replace(MAIL, name="Harbour Post")]
    found = done(app, change, "import", write(swapped))[2]
    assert found["counts"] == {"refused": 2}
    assert found["refused"][0][2] == "One of its names belongs to another outlet."
    with app.app_context():
        assert list(queries.outlets_by_key().values()) == [MAIL, POST]


def test_a_worker_that_died_is_followed_from_where_it_stood(app, change, monkeypatch):
    monkeypatch.setattr(outlet_import, "AT_ONCE", 2)
    monkeypatch.setattr(outlet_tasks, "SLICE_SECONDS", 0.0)
    text = "name,type\n" + "".join(f"Paper {n},newspaper\n" for n in range(5))
    with change():
        number = outlet_tasks.start(EDITOR, "import", "p.csv", text).id
    for expected in (2, 4, 5):
        with app.app_context():
            outlet_import.run(number)
        with app.app_context():
            assert outlet_tasks.task(number).done == expected
    with app.app_context():
        outlet_import.run(number)
        assert outlet_tasks.task(number).state == "done"
        assert len(queries.keys()) == 5


def test_twenty_thousand_lines_with_every_fault_are_tried(app, change):
    rows = [
        f"Paper {n},newspaper,P{n}" if n % 4 else f"Paper {n},{'paper' if n % 8 else 'agency'},P1"
        for n in range(20_000)
    ]
    text = "name,type,aliases\n" + "\n".join(rows)
    state, _, found = done(app, change, "try", text)
    assert state == "done"
    assert found["counts"] == {"new": 15_000, "refused": 5_000}
    assert len(found["refused"]) == 500


def test_a_reporter_imports_nothing(change):
    with change(), pytest.raises(NotAllowed):
        outlet_tasks.start(machine("r", [Role.REPORTER]), "try", "x.csv", "")


def send(browser, text, **more):
    data = {"file": (io.BytesIO(text.encode()), "outlets.csv")}
    return browser.post("/wire/outlets/import", data, **more)


def test_an_editor_tries_a_file_and_takes_it(editor, app):
    page = send(editor, "name,type\nHarbour Post,newspaper\nBad,paper\n")
    assert "1 outlet is new" in page
    assert "can be agency" in page
    page = editor.post("/wire/outlets/import/1/take", {})
    with app.app_context():
        outlet_import.run(2)
    assert "The import is done" in editor.get("/wire/outlets/import/2")
    assert "Harbour Post" in editor.get("/wire/outlets")


def test_what_is_no_csv_is_refused_with_a_sentence(editor):
    assert "Choose a CSV file." in editor.post("/wire/outlets/import", {}, status=422)
    assert "no text" in send(editor, "name,type\n\0", status=422)
    latin = {"file": (io.BytesIO("näme".encode("latin-1")), "o.csv")}
    assert "not in UTF-8" in editor.post("/wire/outlets/import", latin, status=422)


def test_everybody_may_export(browser, everyone):
    browser.sign_in("reporter")
    found = browser.client.get("/wire/outlets/export")
    assert found.text.splitlines()[0] == ",".join(COLUMNS)


def test_a_contract_that_ends_soon_is_marked_on_the_list(editor, app):
    from datetime import timedelta

    from newsroom.clock import local
    from newsroom.db import now

    with app.app_context():
        until = local(now()).date() + timedelta(days=6)
    form = {
        "name": "Coastal Wire",
        "type": "agency",
        "text_contract": "y",
        "contract_until": until.isoformat(),
    }
    assert "Its text may be used" in editor.post("/wire/outlets/new", form)
    assert "contract ends in 6 days" in editor.get("/wire/outlets")
