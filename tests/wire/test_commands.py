"""The wire commands, as they are typed."""

import json

from click.testing import CliRunner

from newsroom.wire.commands import wire
from newsroom.wire.queries import registry_version


def test_each_line_is_answered_with_its_attributions():
    asked = [{"id": "a", "text": "CNN reported it."}, {"id": "b", "text": "Nobody knew."}]
    lines = "\n".join(json.dumps(one) for one in asked) + "\n\n"
    result = CliRunner().invoke(wire, ["attribute", "--jsonl"], input=lines)
    first, second = (json.loads(line) for line in result.output.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert second["attributions"] == []
    (found,) = first["attributions"]
    assert (found["start"], found["end"], found["kind"], found["outlet"]) == (0, 3, "outlet", "cnn")


def test_a_form_that_is_not_named_is_asked_for():
    result = CliRunner().invoke(wire, ["attribute"])
    assert result.exit_code == 2
    assert "--jsonl" in result.output


def test_the_built_in_outlets_are_loaded_once(command_line, app):
    assert "390 outlets added." in command_line.invoke(wire, ["load-outlets"]).output
    assert "0 outlets added." in command_line.invoke(wire, ["load-outlets"]).output
    with app.app_context():
        assert registry_version() == 1
