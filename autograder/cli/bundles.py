"""The bundle a command works with: built when there is none."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring import build, bundle_path, current_bundle, load_assignment
from autograder.model import Bundle


def ready_bundle(root: Path, slug: str) -> Bundle:
    """The assignment's bundle; StaleError when there is one and it is older than its source."""
    if not bundle_path(root, slug).exists():
        build(load_assignment(root, slug), root)
        click.echo(f"{slug}: there was no bundle, it was built", err=True)
    return current_bundle(root, slug)
