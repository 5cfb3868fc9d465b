"""Whom a comment names."""

import pytest

from newsroom.stories.mentions import MOST_NAMED, names, parts


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@jonas", ["jonas"]),
        ("Ask @Jonas, and (@mira.k): now.", ["jonas", "mira.k"]),
        ("@jonas. @jonas? @jonas’s", ["jonas"]),
        ("First @tomas-b- then @lena_", ["tomas-b", "lena"]),
        ("mail@lena, x.@lena, @@lena, @ lena, @1", []),
        ("(@lena)@mira", ["lena", "mira"]),
    ],
)
def test_a_name_stands_behind_an_at_sign_where_a_word_begins(text, named):
    assert names(text) == named


def test_one_comment_names_only_so_many():
    assert len(names(" ".join(f"@p{n}" for n in range(100)))) == MOST_NAMED


def test_only_who_was_told_is_shown_as_named_and_no_letter_is_lost():
    text = "@jonas, ask @nobody and @Lena."
    shown = list(parts(text, ["jonas", "lena"]))
    assert [words for words, named in shown if named] == ["@jonas", "@Lena"]
    assert "".join(words for words, _ in shown) == text
