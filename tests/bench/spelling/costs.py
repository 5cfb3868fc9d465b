"""CPU of a check: a whole story that was read before, and a paragraph with a new word in it."""

import random
import time
from collections.abc import Callable, Iterator, Sequence

from newsroom.housestyle.lexicon import Lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import Passage
from tests.bench.figures import percentile
from tests.bench.spelling.plain import Plain

STORY_WORDS, PARAGRAPH_WORDS = 1_000, 60
BATCHES = 5
ROUNDS = 400
_LETTERS = "aeioubdfghjklmnprstvyz"


def story(words: Sequence[str]) -> list[Passage]:
    return [Passage(paragraph) for paragraph in paragraphs(words[:STORY_WORDS])]


def paragraphs(words: Sequence[str]) -> list[str]:
    starts = range(0, len(words), PARAGRAPH_WORDS)
    return [" ".join(words[start : start + PARAGRAPH_WORDS]) for start in starts]


def warm(act: Callable[[], object]) -> float:
    """ms: the quietest of five batches, after a first round."""
    act()
    return min(_ms(lambda: [act() for _ in range(5)]) / 5 for _ in range(BATCHES))


def cold(words: Sequence[str], lexicon: Lexicon) -> float:
    """ms: a story of words that were not met before, with a lexicon that was used before."""
    return _ms(lambda: check_passages(story(words), lexicon))


def with_new_word(words: Sequence[str], lexicon: Lexicon) -> tuple[float, float]:
    """ms (p50, p95): a paragraph read before, in which one capitalised word was never met."""
    texts = [" ".join(changed) for changed in _changed(words, lexicon)]
    check_passages([Passage(" ".join(words[:PARAGRAPH_WORDS]))], lexicon)
    spent = [_ms(lambda text=text: check_passages([Passage(text)], lexicon)) for text in texts]
    return percentile(spent, 0.5), percentile(spent, 0.95)


def plain_with_new_word(words: Sequence[str], plain: Plain, lexicon: Lexicon) -> float:
    """ms, p95, of the plain method on the same texts; fewer, for it is slow."""
    texts = [" ".join(changed) for changed in _changed(words, lexicon)][:40]
    plain.asked(" ".join(words[:PARAGRAPH_WORDS]))
    return percentile([_ms(lambda text=text: plain.asked(text)) for text in texts], 0.95)


def _changed(words: Sequence[str], lexicon: Lexicon) -> Iterator[list[str]]:
    """The new words look like listed names: one or two letters of a form are others."""
    dice = random.Random(7)
    forms = [p.claim.text for p in lexicon.patterns if p.claim.text.isalpha()]
    for _ in range(ROUNDS):
        letters = list(dice.choice(forms).lower())
        for _ in range(dice.randint(1, 2)):
            letters[dice.randrange(len(letters))] = dice.choice(_LETTERS)
        changed = list(words[:PARAGRAPH_WORDS])
        changed[dice.randrange(len(changed))] = "".join(letters).capitalize()
        yield changed


def _ms(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return (time.process_time() - before) * 1000
