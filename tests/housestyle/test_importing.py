"""A file of entries is tried, taken in slices, and can be sent twice or cut off anywhere."""

import io
from collections import Counter

import pytest

from newsroom.db import db
from newsroom.housestyle import import_run, importing, queries, service, tasks
from newsroom.housestyle.commands import style
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.exchange import writing
from newsroom.jobs import Job
from newsroom.roles import Role, machine

EDITOR = machine("Ruth Editor", [Role.EDITOR])

FILE = """preferred,class,status,variants
Lviv,place,live,Lvov|Lwow
Kyiv,place,live,Kiev
Lviv,place,live,Lemberg
Odesa,place,live,Kiev
Dnipro,river,live,
Kharkiv,place,draft,Kharkov
Moscow,place,live,Moscow
"""


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    jobs = []
    monkeypatch.setattr(service, "enqueue", lambda job, *_: jobs.append(job))
    monkeypatch.setattr(tasks, "enqueue", lambda job, *_: jobs.append(job))
    return jobs


@pytest.fixture
def run(app, change):
    def through(kind, text):
        with change():
            number = tasks.start(EDITOR, kind, "names.csv", text).id
        with app.app_context():
            import_run.run(number)
        with app.app_context():
            return tasks.task(number)

    return through


def names(app):
    with app.app_context():
        return {
            (c.preferred, c.status, tuple(c.variants)) for c in queries.search(queries.Wanted())[0]
        }


def test_trying_a_file_changes_nothing_and_lists_each_conflict(app, run, change):
    with change():
        service.add_concept(EDITOR, EntryFacts(ConceptClass.PLACE, "Moskva", ("Moscow",)), "-")
    before = names(app)
    task = run("try_import", FILE)
    assert task.state == "done"
    assert task.result["counts"] == {"new": 3, "refused": 4}
    assert [(line, name) for line, name, _ in task.result["refused"]] == [
        (4, "Lviv"),
        (5, "Odesa"),
        (6, ""),
        (8, "Moscow"),
    ]
    sentences = [sentence for _, _, sentence in task.result["refused"]]
    assert sentences[0] == "“Lviv” stands in line 2 already."
    assert sentences[1] == "“Kiev” belongs to the entry Kyiv."
    assert sentences[2].startswith("“class” is “river”")
    assert sentences[3] == "“Moscow” belongs to the entry moskva."
    assert names(app) == before


def test_what_a_file_does_not_say_of_an_entry_stays_as_it_is(app, run, change):
    whole = EntryFacts(
        ConceptClass.PLACE,
        "Lviv",
        ("Lvov",),
        exceptions=("Lvov Post",),
        must_change=("Lvov slept.",),
        note="By the city.",
    )
    with change():
        service.add_concept(EDITOR, whole, "-")
    partly = "preferred,class,variants\nLviv,place,Lvov|Lwow\n"
    tried = run("try_import", partly)
    [(line, name, said)] = tried.result["changed"]
    assert (line, name) == (2, "Lviv")
    assert "Lwow" in said
    assert "draft" not in said
    run("import", partly)
    with app.app_context():
        [entry], _ = queries.search(queries.Wanted())
        facts = queries.concept(entry.id).facts
        assert (entry.status, facts.variants) == ("live", ("Lvov", "Lwow"))
        assert (facts.exceptions, facts.must_change) == (("Lvov Post",), ("Lvov slept.",))
        assert facts.note == "By the city."


def test_a_draft_that_contradicts_a_live_entry_is_pointed_out(run, change):
    with change():
        service.add_concept(EDITOR, EntryFacts(ConceptClass.PLACE, "Kyiv", ("Kiev",)), "-")
    tried = run("try_import", "preferred,class,variants\nKiyv,place,Kiev\n")
    assert tried.result["noted"] == [[2, "Kiyv", "“Kiev” belongs to the entry kyiv."]]
    assert tried.result["counts"] == {"new": 1}


def test_a_file_is_taken_and_sent_twice_changes_nothing_more(app, run, sent):
    task = run("import", FILE)
    taken = names(app)
    assert ("Lviv", "live", ("Lvov", "Lwow")) in taken
    assert ("Kharkiv", "draft", ("Kharkov",)) in taken
    assert task.result["counts"]["new"] == 3
    assert sent.count(Job.STORIES_RECHECK_ALL) == 1
    again = run("import", FILE)
    assert Counter(again.result["counts"])["new"] == 0
    assert again.result["counts"]["same"] == 3
    assert names(app) == taken


def test_two_entries_may_swap_a_spelling_in_one_file(app, run):
    run("import", "preferred,class,status,variants\nAlma,place,live,Beta\nGama,place,live,Delta\n")
    swapped = "preferred,class,status,variants\nAlma,place,live,Delta\nGama,place,live,Beta\n"
    task = run("import", swapped)
    assert task.result["counts"].get("refused", 0) == 0
    assert {("Alma", "live", ("Delta",)), ("Gama", "live", ("Beta",))} <= names(app)


def test_an_import_that_was_cut_off_goes_on_from_where_it_stood(app, change, monkeypatch):
    rows = "".join(f"Town{n:03}ia,place,live,Town{n:03}ija\n" for n in range(7))
    with change():
        number = tasks.start(
            EDITOR, "import", "towns.csv", f"preferred,class,status,variants\n{rows}"
        ).id
    monkeypatch.setattr(import_run, "AT_ONCE", 3)
    taking, taken = importing.take_new, []

    def dies_once(*args):
        taken.append(args)
        made = taking(*args)
        if len(taken) == 2:
            raise MemoryError
        return made

    monkeypatch.setattr(importing, "take_new", dies_once)
    with app.app_context(), pytest.raises(MemoryError):
        import_run.run(number)
    with app.app_context():
        db.session.rollback()
        assert tasks.task(number).done == 3
        import_run.run(number)
    with app.app_context():
        task = tasks.task(number)
        assert (task.state, task.result["counts"]) == ("done", {"new": 7})
    assert len(names(app)) == 7


def test_an_export_imported_into_an_empty_lexicon_is_the_same_lexicon(app, run, change):
    run("import", FILE)
    with change():
        text = writing.write_json(list(importing.export()))
        for concept in queries.search(queries.Wanted())[0]:
            db.session.delete(queries.concept(concept.id))
    run("import", text)
    with change():
        assert writing.write_json(list(importing.export())) == text


def test_a_file_of_every_kind_of_fault_is_told_line_by_line(run, monkeypatch):
    kinds = ["x,place,live,x", ",place,live,", '"open,place', "a,b,c,d,e,f", "\ufffd,place,live,'"]
    text = "preferred,class,status,variants\n" + "\n".join(kinds * 400)
    task = run("try_import", text)
    assert task.state in {"done", "failed"}
    assert len(task.result["refused"]) <= importing.MOST_TOLD


def test_a_stale_task_is_sent_again_and_its_file_is_not_kept_for_ever(
    app, change, monkeypatch, sent
):
    with change():
        task = tasks.start(EDITOR, "import", "names.csv", FILE)
        task.touched_at = task.created_at = task.created_at - 2 * tasks.KEPT_FOR
    del sent[:]
    with change():
        assert tasks.resend_stale() == 1
    assert sent == [Job.HOUSESTYLE_IMPORT]


def test_an_editor_sends_a_file_sees_what_it_would_do_and_takes_it(app, editor):
    page = upload(editor, FILE.encode())
    assert "Trying names.csv" in page
    with app.app_context():
        import_run.run(1)
    page = editor.get("/lexicon/tasks/1")
    assert "“Kiev” belongs to the entry Kyiv." in page
    assert "Import 3 entries" in page
    editor.post("/lexicon/tasks/1/import")
    with app.app_context():
        import_run.run(2)
    assert "The import is done" in editor.get("/lexicon/tasks/2")
    assert "Lvov" in editor.get("/lexicon?q=lvov")
    exported = editor.client.get("/lexicon/export")
    assert "Kharkiv,,place,draft,Kharkov" in exported.text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe\x00", "The file is not in UTF-8."),
        (b"a\0b", "The file is no text"),
        (b"", "Trying names.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(editor, data, sentence):
    assert sentence in upload(editor, data)


def upload(editor, data):
    form = {"csrf_token": editor.token(), "file": (io.BytesIO(data), "names.csv")}
    answer = editor.client.post("/lexicon/import", data=form, follow_redirects=True)
    return editor._page(answer, None)


def test_the_command_line_tries_takes_and_writes_a_file(command_line, app, tmp_path):
    file = tmp_path / "names.csv"
    file.write_text(FILE, encoding="utf-8")
    tried = command_line.invoke(style, ["import", "--dry-run", str(file)])
    assert "line 4: Lviv: “Lviv” stands in line 2 already." in tried.output
    assert tried.output.endswith("3 new, 0 changed, 0 same, 4 refused\n")
    assert names(app) == set()
    assert "3 new" in command_line.invoke(style, ["import", str(file)]).output
    written = command_line.invoke(style, ["export"]).output
    file.write_text(written, encoding="utf-8")
    again = command_line.invoke(style, ["import", str(file)])
    assert again.output == "0 new, 0 changed, 3 same, 0 refused\n"
    file.write_text("nothing of the kind", encoding="utf-8")
    refused = command_line.invoke(style, ["import", str(file)])
    assert (refused.exit_code, "names no column" in refused.output) == (1, True)
