"""One line of JSON in, one out: how other programs ask the check a question."""

import json
from dataclasses import dataclass
from typing import Any

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
    question = json.loads(line)
    compiled = last
    if compiled is None or compiled.entries != question["lexicon"]:
        compiled = Compiled(question["lexicon"], compile_lexicon(_terms(question["lexicon"])))
    passages = passages_of(question["text"])
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
