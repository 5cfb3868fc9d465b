"""The pieces by themselves, without a server: a style check, a gate, a step."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from prosemirror.transform import Transform

from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import passages_of
from newsroom.roles import Role, machine
from newsroom.stories import document
from newsroom.stories.standing import Reading, Standing
from newsroom.stories.states import State
from newsroom.stories.summary import summarise
from newsroom.stories.workflow import choices
from tests.stories.samples import block, story

ROUNDS = 200
SENTENCE = (
    "The boats came back from Safed before the wind did, and nobody on the quay had counted. "
)


def measure(_folder: Path) -> None:
    print("Pieces, CPU ms each, one process:")
    text = (SENTENCE * 60)[:5000]
    baseline = 0.0
    for entries in (1_000, 50_000):
        lexicon = compile_lexicon(_terms(entries))
        spent = _cpu(lambda lexicon=lexicon: check_passages(passages_of(text), lexicon))
        baseline = baseline or spent
        ratio = f"{spent / baseline:.2f} of the first"
        print(f"  style check of 5,000 characters, {entries:>6,} entries {spent:>8.2f}  {ratio}")
    node = story(*[block("paragraph", SENTENCE * 5) for _ in range(12)])
    steps = Transform(node).insert(1, document.SCHEMA.text("x")).steps
    print(
        f"  one step applied and checked            {_cpu(lambda: document.apply(node, steps, set)):>16.2f}"
    )
    standing, editor = _standing(node), machine("bench", (Role.EDITOR,))
    print(
        f"  one gate evaluated                      {_cpu(lambda: choices(standing, editor)):>16.2f}"
    )


def _terms(number: int) -> list[Term]:
    """Names that look like names; one of them stands in the text."""
    made = [Term(i, f"Bel{i:x}ov", (f"Bell{i:x}off", f"Bel{i:x}ow")) for i in range(number - 1)]
    return [*made, Term(number, "Tzfas", ("Safed", "Tzfat"))]


def _standing(node: object) -> Standing:
    return Standing(
        state=State.EDIT,
        version=3,
        slug="bench",
        desk_id=1,
        summary=summarise(node),  # type: ignore[arg-type]  # a document
        now=datetime.now(UTC),
        readings=(Reading("house style", 3, None), Reading("attribution", 3, None)),
    )


def _cpu(act: Callable[[], object]) -> float:
    act()
    before = time.process_time()
    for _ in range(ROUNDS):
        act()
    return (time.process_time() - before) * 1000 / ROUNDS
