"""`make bench-style`: the check of listed spellings by itself, and beside what others use for it."""

import statistics
import time
from collections.abc import Callable, Sequence

from newsroom.housestyle.lexicon import Lexicon, compile_lexicon
from newsroom.housestyle.matcher import read_known
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import passages_of
from newsroom.housestyle.shadow import shadow_of
from tests.bench import conditions
from tests.bench.figures import Figure, show
from tests.bench.style_corpus import Name, names, story, terms
from tests.bench.style_peers import Answer, Missing, Question, ask_spacy, ask_textlint
from tests.bench.style_scan import bare_scan
from tests.bench.style_sentences import NAMES, SENTENCES, judged

MOST_ENTRIES = 50_000
MOST_MS = 1.0
MOST_OF_SCAN = 4.0
STORIES = 200
"""So many that the automaton is not all in the processor's cache, as in a day's work it is not."""
ROUNDS = 7
ROUNDS_BESIDE_OTHERS = 3
BESIDE_OTHERS = 20
"""Stories: a slow one takes minutes for more."""
AT_LEAST_A_ROUND = 0.2
"""Seconds of CPU: less than that a round says little."""

Ask = Callable[[Question], Answer]


def main() -> None:
    print(conditions.machine())
    measure()


def measure() -> None:
    print(f"{STORIES} made-up stories of 5,000 characters, warm; CPU ms a story, the median of")
    print(
        f"{ROUNDS} rounds. The bare scan is `ahocorasick_rs` without any guard: case-blind, whole"
    )
    print("words, the longest, with what each is to become.\n")
    for entries in (1_000, MOST_ENTRIES):
        _alone(entries)
    _beside_others()


def _alone(entries: int) -> None:
    known = names(entries)
    lexicon, bare = compile_lexicon(terms(known)), bare_scan(known)
    limit = MOST_OF_SCAN if entries == MOST_ENTRIES else None
    for kind, stories in (
        ("a third of the names not in house style", [story(known, n) for n in range(STORIES)]),
        ("nothing to change", [story([Name("Lviv", ("Lviv",))], n) for n in range(STORIES)]),
    ):
        passages = [passages_of(text) for text in stories]
        folded = ["\n".join(shadow_of(one.text).folded for one in each) for each in passages]
        hits, scan, check = _in_turn(
            lambda folded=folded, lexicon=lexicon: [lexicon.hits(text) for text in folded],
            lambda stories=stories, bare=bare: [bare(text) for text in stories],
            lambda passages=passages, lexicon=lexicon: [
                read_known(each, lexicon) for each in passages
            ],
        )
        show(
            f"Listed spellings, {entries:,} entries, {kind}",
            [
                Figure("the automaton's hits alone, of text folded before", hits, "ms"),
                Figure("the bare scan", scan, "ms"),
                Figure("the whole check with its guards", check, "ms", MOST_MS),
                Figure("as a multiple of the bare scan", check / scan, "", limit),
                Figure("as a multiple of the hits", check / hits),
            ],
        )


def _in_turn(*acts: Callable[[], object]) -> list[float]:
    """CPU ms a story of each; they take turns, so that a busy moment meets all of them."""
    rounds: list[list[float]] = [[] for _ in acts]
    for _ in range(ROUNDS):
        for act, spent in zip(acts, rounds, strict=True):
            spent.append(_cpu_ms(act) / STORIES)
    return [statistics.median(spent) for spent in rounds]


def _cpu_ms(act: Callable[[], object]) -> float:
    act()
    before, times = time.process_time(), 0
    while time.process_time() - before < AT_LEAST_A_ROUND:
        act()
        times += 1
    return (time.process_time() - before) * 1000 / times


def _beside_others() -> None:
    known = [*NAMES, *names(1_000 - len(NAMES))]
    question = Question(
        known,
        [story(known, n) for n in range(BESIDE_OTHERS)],
        list(SENTENCES),
        ROUNDS_BESIDE_OTHERS,
    )
    ours = _own_answer(question)
    print(f"Beside others, {len(known):,} entries; {len(SENTENCES)} sentences written by hand")
    print(f"  {'':<36}{'ms':>9}{'ratio':>9}{'right':>7}{'wrong':>7}{'missed':>8}")
    _tell("this check", ours, ours)
    others: Sequence[tuple[str, Ask]] = (
        ("spaCy PhraseMatcher", ask_spacy),
        ("textlint with textlint-rule-prh", ask_textlint),
    )
    for name, ask in others:
        try:
            _tell(name, ask(question), ours)
        except Missing as why:
            print(f"  {name:<36} cannot be had here: {why}")
    print("\nRatio: to this check. Wrong: changed to what no editor would print.\n")


def _tell(name: str, answer: Answer, ours: Answer) -> None:
    spent, own = statistics.median(answer.rounds), statistics.median(ours.rounds)
    right, wrong, missed = judged(answer.changed)
    print(
        f"  {name:<36}{spent:>9.2f}{spent / own:>9.1f}{right:>7}{wrong:>7}{missed:>8}", flush=True
    )


def _own_answer(question: Question) -> Answer:
    lexicon = compile_lexicon(terms(list(question.rules)))
    rounds = [
        _cpu_ms(lambda: [_changed(text, lexicon) for text in question.stories])
        / len(question.stories)
        for _ in range(question.rounds)
    ]
    return Answer(rounds, [_changed(text, lexicon) for text in question.sentences])


def _changed(text: str, lexicon: Lexicon) -> str:
    passages = passages_of(text)
    for match in reversed(read_known(passages, lexicon).matches):
        if match.kind is Kind.KNOWN:
            start = passages[match.passage].start
            text = text[: start + match.start] + match.suggestion + text[start + match.end :]
    return text


if __name__ == "__main__":
    main()
