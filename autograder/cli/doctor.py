"""`autograder doctor`: which confinement layers work here, versions, what to install."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib import metadata

import click

from autograder import __version__
from autograder.errors import AutograderError
from autograder.model import Layer
from autograder.sandbox.probe import probe

PACKAGES = ("otter-grader", "numpy", "matplotlib", "ipython", "jupytext", "msgpack", "nbformat")
READY = "Ready to grade."
OPTIONAL = (
    "What is not here is not required: the layers in force make up for it. "
    "A container usually refuses it, the machine itself often has it."
)
REFUSED = (
    "Not ready to grade: {names} missing, so `autograder grade` refuses here (exit code 3). "
    "Mend it as said above, or grade on another machine. With --allow-weak-sandbox it grades all "
    "the same; then the terminal, every report, feedback page and the class page say so."
)
INSTALL = "Missing packages: {names}. Run: pip install 'mathtx[grading]'"


@click.command("doctor")
def command() -> None:
    """Say which confinement layers work here, which versions are installed and what is missing.

    Exit codes: 0 ready to grade, 1 a package is missing, 3 a required layer is missing.
    """
    click.echo(f"mathtx {__version__} on Python {platform.python_version()}, {platform.platform()}")
    lacking = []
    for package in PACKAGES:
        version = _version(package)
        click.echo(f"  {package:<14} {version or 'missing'}")
        if not version:
            lacking.append(package)
    click.echo("Confinement of student processes:")
    try:
        layers = probe()
    except AutograderError as error:
        click.echo(f"  {error}")
        raise SystemExit(error.exit_code) from None
    lines, code = advice(layers, lacking)
    for line in lines:
        click.echo(line)
    raise SystemExit(code)


def advice(layers: Iterable[Layer], lacking: Iterable[str]) -> tuple[list[str], int]:
    """A line for each layer, what to do about missing ones and packages, and the exit code."""
    layers, lacking = tuple(layers), tuple(lacking)
    lines = [f"  {_state(layer):<9} {layer.name}: {layer.detail}" for layer in layers]
    absent = [layer for layer in layers if not layer.active]
    required = [layer.name for layer in absent if layer.required]
    if len(absent) > len(required):
        lines.append(OPTIONAL)
    if lacking:
        lines.append(INSTALL.format(names=", ".join(lacking)))
    if required:
        return [*lines, REFUSED.format(names=", ".join(required))], 3
    return (lines, 1) if lacking else ([*lines, READY], 0)


def _state(layer: Layer) -> str:
    if layer.active:
        return "in force"
    return "MISSING" if layer.required else "not here"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
