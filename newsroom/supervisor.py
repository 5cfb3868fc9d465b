"""A newsroom on one machine: every process under one supervisor, or one of them by itself."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress

import click

from newsroom.settings import Settings, read_settings
from newsroom.supervising import command_lines, ground, health
from newsroom.supervising.parts import PREPARE, parts
from newsroom.supervising.watch import Watch

NAME_WIDTH = 8

NOISE = ("vm.overcommit_memory",)
"""Advice to administrators of large brokers, which an embedded one would give at every start."""


@click.command()
def run() -> None:
    """Run the whole newsroom on this machine until Ctrl-C."""
    settings = read_settings(os.environ)
    environment = _environment(settings, os.environ)
    settings = read_settings(environment)
    with ground.alone(settings):
        left = ground.sweep(settings)
        ground.want_ports(settings, ground.SWEEP_SECONDS if left else 0.0)
        printer = Printer(settings)
        watch = Watch(
            parts(settings),
            environment,
            printer.say,
            lambda running: ground.note_processes(settings, running),
        )
        watch.run(printer.announce)


def _environment(settings: Settings, given: Mapping[str, str]) -> dict[str, str]:
    """Without a proxy in front, people reach the two processes on their own ports."""
    environment = dict(given)
    if not given.get("NEWSROOM_PUBLIC_URL"):
        host = command_lines.bracketed(health.EVERYWHERE.get(settings.host, settings.host))
        environment["NEWSROOM_PUBLIC_URL"] = f"http://{host}:{settings.port}"
        environment.setdefault("NEWSROOM_LIVE_URL", f"http://{host}:{settings.live_port}")
    return environment


class Printer:
    """What the person who started it reads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.accounts: list[str] = []

    def say(self, name: str, line: str) -> None:
        if name == PREPARE:
            self.accounts.append(line)
        elif not any(word in line for word in NOISE):
            self._print(f"{name:<{NAME_WIDTH}}| {line}")

    def announce(self, name: str) -> None:
        if name == "web":
            accounts = "".join(f"  {line}\n" for line in self.accounts)
            address = click.style(self.settings.public_url, bold=True)
            self._print(f"\nThe newsroom is open at {address}\n{accounts}Stop it with Ctrl-C.\n")

    def _print(self, text: str) -> None:
        # A terminal that was closed must not keep the processes from being stopped in order.
        with suppress(OSError):
            click.echo(text)


def _replace(command: Callable[[Settings], list[str]]) -> None:
    """Become that process: whoever started this one stops and watches it without a middleman."""
    line = command(read_settings(os.environ))
    sys.stdout.flush()
    os.execv(line[0], line)  # noqa: S606 - our own command lines


@click.command()
def web() -> None:
    """Run only the web process: pages and editing."""
    _replace(command_lines.web)


@click.command()
def live() -> None:
    """Run only the live process: one event stream for each browser."""
    _replace(command_lines.live)


@click.command()
def worker() -> None:
    """Run only a worker: the background jobs."""
    _replace(command_lines.worker)


@click.command()
def beat() -> None:
    """Run only beat: what happens by the clock."""
    _replace(command_lines.beat)
