"""How the browser's files come to be: whichever Node there is, and no wheel without them."""

import importlib.util
import json
from pathlib import Path

import pytest

import newsroom

FRONTEND = Path(newsroom.__file__).parent / "frontend"


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, FRONTEND / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run():
    return loaded("run")


@pytest.fixture
def hook(tmp_path):
    made = loaded("require_bundle").RequireBundle
    return made(str(tmp_path), {}, None, None, str(tmp_path), "wheel")


def test_a_wheel_without_the_browsers_files_is_refused(hook):
    with pytest.raises(SystemExit, match=r"run\.py build"):
        hook.initialize("standard", {})


def test_an_editable_install_may_do_without_them(hook):
    hook.initialize("editable", {})


def test_a_wheel_with_them_is_built(hook, tmp_path):
    dist = tmp_path / "newsroom" / "static" / "dist"
    dist.mkdir(parents=True)
    (dist / "manifest.json").write_text("{}")
    hook.initialize("standard", {})


def test_without_any_node_there_is_one_clear_sentence(run, monkeypatch):
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="The editor needs Node"):
        run.main(["build"])


def test_an_old_node_on_the_path_gives_way_to_the_packaged_one(run, monkeypatch, tmp_path):
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.1.0\n")
    old.chmod(0o755)
    monkeypatch.setattr(run.shutil, "which", lambda _name: str(old))
    node, npm = run.find_node()
    assert node != old
    assert run.version_of(node) >= run.OLDEST_NODE
    assert npm[0] == str(node)


def test_an_unknown_verb_is_answered_with_the_known_ones(run):
    with pytest.raises(SystemExit, match=r"build \| check \| test \| lock"):
        run.main(["polish"])


def test_the_lock_pins_by_hash_and_holds_no_address():
    text = (FRONTEND / "package-lock.json").read_text()
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in facts for name, facts in packages.items() if name)
