"""The check at a terminal: one line a place, a count at the end."""

from click.testing import CliRunner

from newsroom.housestyle import commands, service
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.matcher import read_passages
from newsroom.housestyle.passages import passages_of
from newsroom.housestyle.report import lines
from newsroom.housestyle.starter import starter_entries
from newsroom.roles import machine
from tests.housestyle.lexicons import LEXICON


def test_each_place_is_told_by_line_and_column():
    text = "News from\nLvov.\n\n“Lvov,” he said at Lvov University near Tiberias.\n"
    passages = passages_of(text)
    assert list(lines(text, passages, read_passages(passages, LEXICON))) == [
        "2:1 Lvov -> Lviv (known)",
        "4:2 Lvov: In a quotation: left as it was said.",
        "4:20 Lvov: Part of the name “Lvov University”.",
        "4:41 Tiberias -> Tiveria (known)",
        "2 to change, 2 left alone.",
    ]


def test_the_command_uses_the_newsrooms_own_lexicon(command_line, change, tmp_path):
    with change():
        lviv = EntryFacts(ConceptClass.PLACE, "Lviv", ("Lvov",))
        service.add_concept(machine("desk"), lviv, "house style")
    story = tmp_path / "story.txt"
    story.write_text("Trains left Lvov at noon.", encoding="utf-8")
    result = command_line.invoke(commands.style, ["check", str(story)])
    assert result.output == "1:13 Lvov -> Lviv (known)\n1 to change, 0 left alone.\n"


def test_the_starter_is_loaded_from_the_command_line(command_line):
    count = len(list(starter_entries()))
    assert f"{count} entries added." in command_line.invoke(commands.style, ["load-starter"]).output
    assert "0 entries added." in command_line.invoke(commands.style, ["load-starter"]).output


def test_a_file_that_is_no_text_is_refused_with_a_sentence(tmp_path):
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    result = CliRunner().invoke(commands.style, ["check", str(picture)])
    assert result.exit_code == 1
    assert "is not a text in UTF-8." in result.output
