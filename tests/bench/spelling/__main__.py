"""`python -m tests.bench.spelling`: each figure beside its limit and beside that of plain letters."""

from collections.abc import Sequence

from newsroom.housestyle.lexicon import compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.unlisted import SoundIndex
from tests.bench import conditions
from tests.bench.spelling.costs import (
    STORY_WORDS,
    cold,
    plain_with_new_word,
    story,
    warm,
    with_new_word,
)
from tests.bench.spelling.findings import checked, probable, shares
from tests.bench.spelling.learned_from import held_out_groups, news
from tests.bench.spelling.plain import Plain, plain_of
from tests.bench.spelling.sample import sample, two_thousand


def main() -> None:
    print(conditions.machine())
    print("Plain: Damerau-Levenshtein likeness of at least .75 with the same guards.\n")
    print(f"{'':<58}{'measured':>9}{'limit':>9}{'plain':>9}{'ratio':>8}")
    groups = [group.words for group in held_out_groups()]
    _sample()
    _held_out(groups)
    _costs(groups)


def row(name: str, value: float, limit: str, plain: float) -> None:
    ratio = f"{value / plain:.3f}" if plain else "-"
    print(f"{name:<58}{value:>9.3f}{limit:>9}{plain:>9.3f}{ratio:>8}", flush=True)


def _sample() -> None:
    asked = sample()
    lexicon, plain = compile_lexicon(asked.terms), plain_of(asked.terms)
    ours = shares(asked.unseen, checked(lexicon))
    theirs = shares(asked.unseen, plain.nearest)
    print(f"Sample: {len(asked.terms)} terms, {len(asked.unseen)} unlisted spellings")
    row("  recall@1", ours[0], ">= .90", theirs[0])
    row("  taken for another term", ours[1], "<= .02", theirs[1])
    what, text = news()
    thousands = len(text.split()) / 1000
    found = probable(text.splitlines(), lexicon)
    plainly = [one for line in text.splitlines() for one in plain.asked(line)]
    print(f"Text: {thousands:.1f} thousand words, {what}; the sample's lexicon")
    row(
        "  proposals per 1,000 words, right ones too",
        len(found) / thousands,
        "<= .02",
        len(plainly) / thousands,
    )
    print("   ", "; ".join(f"{m.words} -> {m.suggestion}" for m in found) or "none")


def _held_out(groups: Sequence[Sequence[str]]) -> None:
    if not groups:
        print("Held-out groups: not measured; `make spelling-weights` installs the packages.")
        return
    listed, others = groups[::2], groups[1::2]
    firsts = [words[0].capitalize() for words in listed]
    own = {word for words in listed for word in words}
    cases = [
        (number, word)
        for number, words in enumerate(listed)
        for word in words[1:]
        if word.capitalize() not in firsts
    ]
    strangers = [(-1, word) for words in others for word in words if word not in own]
    index = SoundIndex(zip(firsts, range(len(firsts)), strict=True))
    plain = Plain(zip(firsts, range(len(firsts)), strict=True))
    ours = shares(cases, lambda word: index.nearest((word,)))
    theirs = shares(cases, plain.nearest)
    print(f"Held-out groups: {len(listed):,} words listed, {len(cases):,} others; no guards")
    row("  recall@1", ours[0], "", theirs[0])
    row("  taken for another", ours[1], "", theirs[1])
    row(
        f"  of {len(strangers):,} strangers taken for one",
        shares(strangers, lambda word: index.nearest((word,)))[1],
        "",
        shares(strangers, plain.nearest)[1],
    )


def _costs(groups: Sequence[Sequence[str]]) -> None:
    terms = two_thousand(groups)
    lexicon, plain = compile_lexicon(terms), plain_of(terms)
    what, text = news()
    words = text.split()
    read = story(words)
    print(f"CPU ms: {len(terms):,} concepts, {len(lexicon.patterns):,} patterns; {what}")
    row(
        "  1,000 words, read before",
        warm(lambda: check_passages(read, lexicon)),
        "<= 10",
        warm(lambda: [plain.asked(passage.text) for passage in read]),
    )
    middle, late = with_new_word(words, lexicon)
    plainly = plain_with_new_word(words, plain, lexicon)
    row("  a paragraph of 60 words with a new one, p50", middle, "", plainly)
    row("  the same, p95", late, "<= 2", plainly)
    row("  1,000 words, none read before", cold(words[STORY_WORDS:], lexicon), "", 0.0)


main()
