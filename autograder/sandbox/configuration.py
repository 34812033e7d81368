"""What the trusted process tells a zygote: plain data, passed as JSON in an unlinked file."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from autograder.model import Limits


@dataclass(frozen=True)
class Configuration:
    """`folder` is the zygote's temporary folder, `left_out` the layers not to use (tests)."""

    limits: Limits
    readable: tuple[str, ...]
    hidden: tuple[str, ...]
    expanded: tuple[str, ...]
    """`readable` again, for the case without a file view: no path holds a hidden one"""
    listable: tuple[str, ...]
    files: Mapping[str, bytes]
    folder: str
    left_out: frozenset[str]

    def write(self, fd: int) -> None:
        fields = asdict(self) | {
            "left_out": sorted(self.left_out),
            "files": {name: base64.b64encode(data).decode() for name, data in self.files.items()},
        }
        with os.fdopen(fd, "w", closefd=False) as stream:
            json.dump(fields, stream)

    @classmethod
    def read(cls, fd: int) -> Configuration:
        with os.fdopen(fd, "rb") as stream:
            stream.seek(0)
            fields = json.load(stream)
        return cls(
            limits=Limits(**fields["limits"]),
            readable=tuple(fields["readable"]),
            hidden=tuple(fields["hidden"]),
            expanded=tuple(fields["expanded"]),
            listable=tuple(fields["listable"]),
            files={name: base64.b64decode(data) for name, data in fields["files"].items()},
            folder=fields["folder"],
            left_out=frozenset(fields["left_out"]),
        )
