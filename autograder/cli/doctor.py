"""`autograder doctor`: which confinement layers work here, versions, what to install."""

from __future__ import annotations

import platform
from importlib import metadata

import click

from autograder import __version__
from autograder.errors import AutograderError
from autograder.sandbox.probe import probe

PACKAGES = ("otter-grader", "numpy", "matplotlib", "ipython", "jupytext", "msgpack", "nbformat")


@click.command("doctor")
def command() -> None:
    """Say which confinement layers work here, which versions are installed and what is missing."""
    click.echo(f"mathtx {__version__} on Python {platform.python_version()}, {platform.platform()}")
    missing = []
    for package in PACKAGES:
        try:
            click.echo(f"  {package:<14} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            missing.append(package)
            click.echo(f"  {package:<14} missing")
    click.echo("Confinement of student processes:")
    try:
        layers = probe()
    except AutograderError as error:
        click.echo(f"  {error}")
        raise SystemExit(error.exit_code) from None
    for layer in layers:
        state = "in force" if layer.active else "MISSING" if layer.required else "not here"
        click.echo(f"  {state:<9} {layer.name}: {layer.detail}")
    if missing:
        click.echo(f"Missing packages: {', '.join(missing)}. Run: pip install 'mathtx[grading]'")
    lacking = [layer.name for layer in layers if layer.required and not layer.active]
    if lacking:
        click.echo(f"Not ready to grade: {', '.join(lacking)} missing.")
        raise SystemExit(3)
    if missing:
        raise SystemExit(1)
    click.echo("Ready to grade.")
