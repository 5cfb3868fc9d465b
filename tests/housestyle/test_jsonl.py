"""How other programs ask the check a question."""

import json

from click.testing import CliRunner

from newsroom.housestyle.commands import style
from newsroom.housestyle.jsonl import answer

LEXICON = [{"preferred": "Lviv", "variants": ["Lvov"], "exceptions": ["Lvov Ballet"]}]


def test_each_question_brings_its_own_lexicon_and_gets_one_line():
    other = [{"preferred": "Tiveria", "variants": ["Tiberias"]}]
    questions = [
        {"text": "😀 Lvov.\n\n“Lvov,” he said.", "lexicon": LEXICON},
        {"text": "Lvov and Tiberias", "lexicon": other},
        {"text": "", "lexicon": []},
    ]
    asked = "\n".join(json.dumps(question) for question in questions)
    result = CliRunner().invoke(style, ["check", "--jsonl"], input=asked)
    assert result.exit_code == 0
    assert [json.loads(line)["matches"] for line in result.output.splitlines()] == [
        [
            {"start": 2, "end": 6, "suggestion": "Lviv", "kind": "known"},
            {"start": 10, "end": 14, "suggestion": "Lviv", "kind": "quote"},
        ],
        [{"start": 9, "end": 17, "suggestion": "Tiveria", "kind": "known"}],
        [],
    ]


def test_a_lexicon_that_stays_the_same_is_compiled_once():
    _, first = answer(json.dumps({"text": "Lvov", "lexicon": LEXICON}), None)
    _, second = answer(json.dumps({"text": "Lviv", "lexicon": LEXICON}), first)
    assert second is first


def test_a_check_of_nothing_says_what_to_name():
    result = CliRunner().invoke(style, ["check"])
    assert result.exit_code == 2
    assert "Name a file to check" in result.output
