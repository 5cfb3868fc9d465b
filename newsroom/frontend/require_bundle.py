"""Refuses to build a wheel without the browser's files; an editable install may do without."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RequireBundle(BuildHookInterface[Any]):
    PLUGIN_NAME = "require-bundle"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        manifest = Path(self.root, "newsroom", "static", "dist", "manifest.json")
        if version != "editable" and not manifest.is_file():
            raise SystemExit(
                "The wheel would have no editor and no style: "
                "run `python newsroom/frontend/run.py build` first."
            )
