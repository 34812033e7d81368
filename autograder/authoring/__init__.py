"""Authoring: source → Otter Assign master → student version and bundle."""

from autograder.authoring.assignment import find_assignment, known_assignments, load_assignment
from autograder.authoring.building import BuildResult, build, build_named, check
from autograder.authoring.bundle import bundle_is_stale, bundle_path, current_bundle, load_bundle
from autograder.authoring.leaks import leaks
from autograder.authoring.notebook import filled_notebook

__all__ = [
    "BuildResult",
    "build",
    "build_named",
    "bundle_is_stale",
    "bundle_path",
    "check",
    "current_bundle",
    "filled_notebook",
    "find_assignment",
    "known_assignments",
    "leaks",
    "load_assignment",
    "load_bundle",
]
