"""What it costs to read a story of 1,000 words for its sources."""

import time

from newsroom.wire.attribution import attribute_passages
from newsroom.wire.registry import seed_registry
from tests.bench.figures import Figure, show

WORDS = 1_000
MOST_MS = 15.0
ROUNDS = 40

SENTENCES = (
    "The harbour master told Reuters on Monday that the crane had been inspected in March.",
    "A senior official, speaking on condition of anonymity, said the order came from above.",
    "“We are not leaving,” said Dana Roth, who has worked in the port for thirty years.",
    "Rain fell for most of the night, and the road to the quay was under water by dawn.",
    "Haaretz, citing court documents, reported that the permits had been backdated.",
    "The network said the tape had been edited, and the ministry declined to comment.",
)


def story(words: int = WORDS) -> list[str]:
    """Paragraphs of two sentences each, at least so many words."""
    passages: list[str] = []
    number = 0
    while sum(len(passage.split()) for passage in passages) < words:
        pair = (SENTENCES[number % len(SENTENCES)], SENTENCES[(number + 1) % len(SENTENCES)])
        passages.append(" ".join(pair))
        number += 1
    return passages


def attribution() -> float:
    """CPU milliseconds of the quietest round."""
    registry, passages = seed_registry(), story()
    taken = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        attribute_passages(passages, registry)
        taken.append((time.process_time() - begun) * 1000)
    return min(taken)


def measure() -> None:
    name = f"attribution of {WORDS:,} words"
    show("Who said it, CPU ms", [Figure(name, attribution(), "ms", MOST_MS)])
