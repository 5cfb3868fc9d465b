"""A thousand tests make the application anew; what is the same each time is worked out once."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

COMPILED: dict[str, bytes] = {}
BUILDERS: dict[tuple[Any, ...], Callable[..., Any]] = {}
_compile_builder = Rule._compile_builder


class TemplatesOfThisProcess(BytecodeCache):
    """By their source: a template that a test changes is another one."""

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = COMPILED.get(bucket.key + bucket.checksum)
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        COMPILED[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


def keep_templates(app: Flask) -> None:
    app.jinja_env.bytecode_cache = TemplatesOfThisProcess()


def builder_of(self: Rule, append_unknown: bool = True) -> Callable[..., Any]:  # noqa: FBT001, FBT002 - werkzeug's
    """Of an address; werkzeug compiles one for each rule of each application, to the same code."""
    defaults = tuple(sorted((self.defaults or {}).items()))
    key = (self.rule, tuple(self._trace), defaults, append_unknown)
    if key not in BUILDERS:
        BUILDERS[key] = _compile_builder(self, append_unknown)
    return BUILDERS[key]


def keep_addresses() -> None:
    Rule._compile_builder = builder_of  # type: ignore[method-assign]
