"""`newsroom audit verify`: what an operator is told."""

import pytest
from click.testing import CliRunner, Result

from newsroom.audit.commands import audit
from tests.factories import make_desk


@pytest.fixture
def verify(command_line: CliRunner, change):
    with change():
        make_desk("World")
        make_desk("National")

    def run(*words: str) -> Result:
        return command_line.invoke(audit, ["verify", *words], catch_exceptions=False)

    return run


def test_a_whole_log_prints_its_length_and_its_last_hash(verify):
    result = verify()
    assert result.exit_code == 0
    assert result.output.startswith("2 entries, each bound to the one before. Last: ")


def test_a_hash_written_down_before_is_found_again(verify):
    last = verify().output.split()[-1]
    assert verify("--expect", last).exit_code == 0


def test_a_hash_that_is_gone_means_that_the_end_was_cut_off(verify):
    result = verify("--expect", "f" * 64)
    assert result.exit_code == 1
    assert "its end was cut off" in result.output


def test_a_broken_log_fails_and_names_the_entry(verify, monkeypatch):
    from newsroom.audit.queries import Verdict

    broken = Verdict(1, "0" * 64, "Entry 2 was changed after it was written.")
    monkeypatch.setattr("newsroom.audit.queries.verify", lambda: broken)
    result = verify()
    assert result.exit_code == 1
    assert result.output == "Entry 2 was changed after it was written.\n"
