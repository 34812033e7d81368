"""What `grade` writes follows the schema that docs/reference.md describes."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "autograder/reports/report.schema.json").read_text())
MISTAKE = """\
\"\"\"Adds one where it should double.\"\"\"
# caught by: doubles_three, doubles_arrays_as_well
# nudge: What becomes of zero?
def double(x):
    return np.asarray(x) + 1
"""
RIGHT = "def double(x):\n    return 2 * np.asarray(x)\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The authoring tests' tiny repository, and we are in it."""
    path = ROOT / "tests/authoring/conftest.py"
    spec = importlib.util.spec_from_file_location("tiny_repository", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root: Path = module.write_repository(tmp_path / "repository")
    monkeypatch.chdir(root)
    return root


def the_class(release: Path) -> dict[str, bytes]:
    """Notebooks by student: one of each kind of fate."""
    blank = json.loads(release.read_text())
    (place,) = (
        number
        for number, cell in enumerate(blank["cells"])
        if "def double" in "".join(cell["source"])
    )

    def filled(text: str, kind: str = "code") -> bytes:
        notebook = json.loads(json.dumps(blank))
        cell = notebook["cells"][place]
        cell |= {"source": text, "cell_type": kind}
        return json.dumps(notebook).encode()

    return {
        "right": filled(RIGHT),
        "mistaken": filled(MISTAKE),
        "markdown": filled(RIGHT, "markdown"),
        "raises": filled(f"{RIGHT}\n1 / 0\n"),
        "exits": filled("import os\nos._exit(3)\n"),
        "blank": release.read_bytes(),
        "empty": b"",
    }


def closed(schema: Any) -> Any:
    """The schema, refusing what it does not describe, at every level."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(value) for key, value in schema.items()}
    described = parts.get("type") == "object" and "properties" in parts
    return {**parts, "additionalProperties": False} if described else parts


def test_every_kind_of_report_follows_the_schema(
    repository: Path, autograder: Callable[[list[str]], Any]
) -> None:
    """Graded, repaired, ungradable, named after a misconception, stopped: all as described."""
    (repository / "solutions/01_sums/double/rejected/adds_one.py").write_text(MISTAKE)
    assert autograder(["build", "1"]).code == 0
    release = repository / "assignments/01_sums/01_sums.ipynb"
    Path("class").mkdir()
    for student, data in the_class(release).items():
        Path("class", f"{student}.ipynb").write_bytes(data)
    assert autograder(["grade", "1", "class", "--out", "results", "--workers", "1"]).code == 1

    reports = {
        path.stem: json.loads(path.read_text()) for path in Path("results/reports").iterdir()
    }
    for report in reports.values():
        jsonschema.validate(report, closed(SCHEMA))
    assert {name: report["status"] for name, report in reports.items()} == {
        **dict.fromkeys(("right", "mistaken", "raises", "exits", "blank"), "graded"),
        "markdown": "repaired",
        "empty": "ungradable",
    }
    told = reports["mistaken"]["questions"]["double"]["misconception"]
    assert told == {
        "name": "adds_one",
        "sentence": "Adds one where it should double.",
        "nudge": "What becomes of zero?",
    }
    assert reports["markdown"]["repairs"]
    assert reports["raises"]["problems"]
    assert reports["exits"]["limits_hit"]
    assert reports["empty"]["reason"]
    assert reports["empty"]["score"] is None
    assert set(reports["right"]["times"]) == {"cpu", "wall", "grader"}
    assert all(report["layers"] for name, report in reports.items() if name != "empty")
    verdicts = {
        check["verdict"]
        for report in reports.values()
        for question in report["questions"].values()
        for check in question["checks"]
    }
    assert verdicts >= {"passed", "failed", "not run"}


def test_a_field_that_nobody_described_would_be_noticed() -> None:
    """The closed schema refuses an unknown field, outside and inside."""
    layer = {"name": "x", "active": True, "required": True, "detail": "", "more": 1}
    with pytest.raises(jsonschema.ValidationError, match="more"):
        jsonschema.validate(layer, closed(SCHEMA)["$defs"]["layer"])
    with pytest.raises(jsonschema.ValidationError, match="Additional properties"):
        jsonschema.validate({"format": 1, "more": 1}, {**closed(SCHEMA), "required": []})
