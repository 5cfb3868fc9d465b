"""`newsroom wire read`, as it is typed."""

import json

from click.testing import CliRunner

from newsroom.wire.commands import wire
from tests.wire.parsers.samples import SAMPLES


def run(*arguments):
    result = CliRunner().invoke(wire, ["read", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_item_is_a_line_of_json_with_its_notes():
    lines = [json.loads(line) for line in run(SAMPLES / "rss.xml", "--json").splitlines()]
    assert [line["item"]["guid"] for line in lines] == [
        "lns-4411",
        "lns-4390-k",
        "lns-4402",
        "lns-4403",
    ]
    assert lines[0]["format"] == "rss"
    assert lines[0]["item"]["published"] == "2026-05-04T06:30:00+02:00"
    assert lines[0]["item"]["signal"] == "new"
    assert lines[3]["item"]["notes"]
    assert lines[3]["delivery_notes"]


def test_a_file_without_items_is_a_line_too(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<html></html>")
    (line,) = run(page, "--json").splitlines()
    assert json.loads(line)["item"] is None
    assert "web page" in run(page)


def test_without_json_it_is_for_people_and_in_the_zone_that_is_asked_for():
    said = run(SAMPLES / "ninjs-1.json", SAMPLES / "nitf.xml", "--zone", "Asia/Jerusalem")
    assert "Ferry inquiry opens in Kelmark" in said
    assert "embargo: 2026-05-04T18:00:00+00:00 (Not for use before 1800 GMT)" in said
    assert "Ferry to spend a month in yard" in said


def test_a_zone_that_is_none_is_refused():
    result = CliRunner().invoke(wire, ["read", str(SAMPLES / "nitf.xml"), "--zone", "Mars/Base"])
    assert result.exit_code == 2
    assert "There is no time zone called Mars/Base." in result.output
