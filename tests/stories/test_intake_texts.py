"""Whole texts as they are copied from sites, agencies and mails, each with what is to come of it."""

import json
from pathlib import Path

import pytest

from newsroom.stories.intake import take_apart

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "intake").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.stem for sample in SAMPLES])
def test_a_text_is_taken_apart_as_a_reader_would(sample):
    expected = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    taken = take_apart(sample.read_bytes())
    over_the_body = {"standfirst": taken.standfirst, "byline": taken.byline}
    assert over_the_body | taken.as_json() == expected


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.stem for sample in SAMPLES])
def test_the_encoding_and_the_line_ends_change_nothing(sample):
    text = sample.read_text(encoding="utf-8")
    plain = take_apart(text).as_json()
    assert take_apart(text.replace("\n", "\r\n").encode("utf-16")).as_json() == plain
    assert take_apart(text.replace("\n", "\r").encode("utf-8-sig")).as_json() == plain
