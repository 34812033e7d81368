"""`autograder merge`: parts of a class made one, or one line that says why they are not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import current_bundle
from autograder.cli.grade import grade_found
from autograder.grading.intake import find_submissions, in_shard

Run = Callable[..., Any]
NAMES = ("ada", "ben", "cleo", "dan", "eve")


@pytest.fixture(scope="module")
def graded(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of six, one of them cut, graded whole and in two parts that lie apart."""
    root = tmp_path_factory.mktemp("graded") / "repository"
    shutil.copytree(built, root)
    (root / "class").mkdir()
    blank = (root / "assignments/01_sums/01_sums.ipynb").read_bytes()
    for number, name in enumerate(NAMES):
        document = json.loads(blank)
        for cell in document["cells"]:
            if "def double" in "".join(cell["source"]):
                cell["source"] = f"def double(x):\n    return {number} * x"
        (root / f"class/{name}.ipynb").write_text(json.dumps(document))
    (root / "class/jane.ipynb").write_bytes(blank[:500])
    found = find_submissions(root / "class")
    bundle = current_bundle(root, "01_sums")
    for number in (1, 2):
        part = in_shard(found, (number, 2))
        assert part
        grade_found(bundle, part, root / str(number), workers=1, part=True)
    grade_found(bundle, found, root / "whole", workers=1)
    return root


@pytest.fixture
def parts(repository: Path, graded: Path) -> list[str]:
    """The two parts, the whole and the class, in a repository of this test's own."""
    for name in ("1", "2", "whole", "class"):
        shutil.copytree(graded / name, repository / name, dirs_exist_ok=True)
    return ["1", "2"]


def refused(said: Any) -> str:
    """The one line; nothing else was said."""
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert said.err.startswith("autograder: found ")
    assert "wanted" in said.err
    return str(said.err)


def content(folder: str) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }


def test_the_whole_is_what_an_undivided_run_would_have_made(parts: list[str], command: Run) -> None:
    """The gradebook's bytes, every report and page; merging again changes nothing."""
    said = command("merge", *parts, "--out", "all")
    assert said.code == 1  # as `grade` ends when a submission could not be graded
    assert said.out.startswith("merged 2 folders, 6 submissions\n01_sums: 5 graded, 1 ungradable")
    assert Path("all/gradebook.csv").read_bytes() == Path("whole/gradebook.csv").read_bytes()
    merged = content("all")
    assert merged.keys() == content("whole").keys()
    for part in parts:
        for path in Path(part).glob("reports/*.json"):
            assert merged[f"reports/{path.name}"] == path.read_bytes()
    again = command("merge", *reversed(parts), parts[0], "all", "--out", "all")
    assert again.code == 1
    assert content("all") == merged
    later = command("grade", "1", "class", "--out", "all")
    assert "6 of them in an earlier run" in later.err


def test_marks_given_by_hand_come_along(parts: list[str], command: Run) -> None:
    """A part's marks are the whole's; two parts that mark one student differently are refused."""
    head = "student,question,marks,by\n"
    (owner,) = [part for part in parts if Path(part, "reports/eve.json").exists()]
    Path(owner, "marks.csv").write_text(head + "eve,written,1.5,tom\n")
    command("merge", *parts, "--out", "all")
    rows = Path("all/gradebook.csv").read_text().splitlines()
    assert rows[0].endswith(",written")
    assert [row for row in rows if row.endswith(",1.5")] == [r for r in rows if r[:3] == "eve"]
    (other,) = set(parts) - {owner}
    Path(other, "marks.csv").write_text(head + "eve,written,2,ann\n")
    said = refused(command("merge", *parts, "--out", "again"))
    assert "found eve marked" in said
    assert "for written in two parts" in said


def test_parts_of_two_assignments(parts: list[str], command: Run) -> None:
    """The line names both assignments and where they are; nothing is written."""
    shutil.copytree("1", "odd")
    for path in Path("odd/reports").iterdir():
        path.write_text(path.read_text().replace('"assignment": "01', '"assignment": "02'))
    said = refused(command("merge", "1", "odd", "--out", "all"))
    assert "found 01_sums in 1 and 02_sums in odd; wanted results of one assignment" in said
    assert not Path("all").exists()


def test_parts_graded_with_two_bundles(parts: list[str], command: Run) -> None:
    """A check that changed between two parts is found from the reports alone."""
    question = Path("solutions/01_sums/double/question.py")
    question.write_text(question.read_text().replace("wrong entries", "not those entries"))
    command("build", "1")
    command("grade", "1", "class", "--out", "2", "--shard", "2/2", "--workers", "1")
    said = refused(command("merge", *parts, "--out", "all"))
    assert "found 1 and 2 graded with different bundles; wanted one for all; grade the" in said


def test_a_submission_graded_twice(parts: list[str], command: Run) -> None:
    """Twice the same is once; a file that changed in between is a contradiction."""
    shutil.copytree("whole", "3")
    assert command("merge", *parts, "3", "--out", "all").out.startswith("merged 3 folders, 6")
    shutil.copy("class/ada.ipynb", "class/ben.ipynb")
    command("grade", "1", "class/ben.ipynb", "--out", "3", "--workers", "1")
    said = refused(command("merge", *parts, "3", "--out", "all"))
    assert "found two reports of ben, in " in said
    assert "that do not agree; wanted one; delete the wrong one and merge again" in said


def test_a_folder_to_write_to_with_other_results(parts: list[str], command: Run) -> None:
    """Nothing stays in the whole that no part has."""
    command("merge", *parts, "--out", "all")
    said = refused(command("merge", parts[0], "--out", "all"))
    assert "in all, which no part has; wanted an empty folder or the same parts" in said


def test_folders_that_hold_no_results(parts: list[str], command: Run) -> None:
    """No folder, a folder without reports, one with none in it, a report that is damaged."""
    Path("empty/reports").mkdir(parents=True)
    assert "found no results in nowhere; wanted a" in refused(
        command("merge", "1", "nowhere", "--out", "all")
    )
    assert "found no results in class; wanted a" in refused(
        command("merge", "class", "--out", "all")
    )
    assert "found no report in empty; wanted at least one" in refused(
        command("merge", "empty", "--out", "all")
    )
    victim = next(Path("1/reports").iterdir())
    whole = victim.read_text()
    victim.write_text(whole[:300])
    said = refused(command("merge", *parts, "--out", "all"))
    assert f"found a damaged report {victim} (the report is no JSON (" in said
    assert "wanted whole ones; delete it and run that folder's grade command again" in said
    victim.write_text(whole.replace('"submission": "', '"submission": "../../'))
    assert "(it says that it is '../../" in refused(command("merge", *parts, "--out", "all"))
