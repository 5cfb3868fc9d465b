"""One line of JSON in, one out: how other programs ask the check a question."""

import json
from dataclasses import dataclass
from typing import Any

from newsroom.housestyle.consistency import inconsistencies
from newsroom.housestyle.lexicon import Lexicon, Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import passages_of

Entries = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Compiled:
    entries: Entries
    lexicon: Lexicon


def answer(line: str, last: Compiled | None) -> tuple[str, Compiled]:
    """Answer {"text", "lexicon"} with {"matches"}; offsets are code points of the given text.

    The compiled lexicon is handed back for the next question, which mostly has the same one.
    """
    text, compiled = _asked(line, last)
    passages = passages_of(text)
    matches = [
        {
            "start": passages[match.passage].start + match.start,
            "end": passages[match.passage].start + match.end,
            "suggestion": match.suggestion,
            "kind": match.kind,
        }
        for match in check_passages(passages, compiled.lexicon)
    ]
    return json.dumps({"matches": matches}), compiled


def answer_consistency(line: str, last: Compiled | None) -> tuple[str, Compiled]:
    """Answer the same question with {"inconsistent"}, the spellings of each name, and "counts"."""
    text, compiled = _asked(line, last)
    found = inconsistencies(passages_of(text), compiled.lexicon)
    said = {
        "inconsistent": [[one.words for one in spellings] for spellings in found],
        "counts": [[one.times for one in spellings] for spellings in found],
    }
    return json.dumps(said), compiled


def _asked(line: str, last: Compiled | None) -> tuple[str, Compiled]:
    question = json.loads(line)
    entries = question.get("lexicon", [])
    if last is not None and last.entries == entries:
        return question["text"], last
    return question["text"], Compiled(entries, compile_lexicon(_terms(entries)))


def _terms(entries: Entries) -> list[Term]:
    return [
        Term(
            id=number,
            preferred=entry["preferred"],
            variants=tuple(entry.get("variants", ())),
            exceptions=tuple(entry.get("exceptions", ())),
        )
        for number, entry in enumerate(entries, start=1)
    ]
