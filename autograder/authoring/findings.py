"""An author's errors, collected: one line each, with file and line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from autograder.errors import AuthorError


@dataclass(frozen=True)
class Finding:
    """A broken rule: what was found, what was wanted, what to do next."""

    path: Path
    line: int
    found: str
    wanted: str
    advice: str

    def text(self, root: Path) -> str:
        """One line, the path as seen from the repository."""
        path = self.path.relative_to(root) if self.path.is_relative_to(root) else self.path
        return f"{path}:{self.line}: found {self.found}; wanted {self.wanted}; {self.advice}"


def refuse(findings: Sequence[Finding], root: Path) -> None:
    """Raise all findings as one AuthorError, in the order of the files' lines; none, no error."""
    if findings:
        ordered = sorted(findings, key=lambda finding: (finding.path, finding.line))
        raise AuthorError("\n".join(finding.text(root) for finding in ordered))


def read_source(path: Path) -> str:
    """A source file's text; AuthorError when it is no UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise AuthorError(
            f"{path}:{line}: found bytes that are no UTF-8; wanted text; save the file as UTF-8"
        ) from None


def is_number(value: object) -> TypeGuard[float]:
    """A finite int or float; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
