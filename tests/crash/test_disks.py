"""Full, read-only and failing disks: one line, nothing damaged; with room again, the same bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.crash.place import PATIENCE_SECONDS, Place

UNSHARE = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
Shell = Callable[[Place, str], list[str]]


@pytest.fixture(scope="module")
def shell() -> Shell:
    """Runs a script that may mount; what `run` said, run by run: exit code, then stderr's end."""
    tried = subprocess.run(
        [*UNSHARE, "sh", "-c", "mount -t tmpfs none /mnt"], capture_output=True, text=True
    )
    if tried.returncode:
        pytest.skip(f"nothing can be mounted here: {tried.stderr.strip()}")

    def run(place: Place, script: str) -> list[str]:
        command = " ".join(f"'{word}'" for word in place.words("--workers", "2"))
        head = (
            f"run() {{ code=0; {command} >/dev/null 2>err || code=$?\n"
            'echo "$code $(grep -v ^graded err)"; }\n'
        )
        folder = place.out.parent
        done = subprocess.run(
            [*UNSHARE, "sh", "-ec", head + script],
            cwd=folder,
            env=place.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def test_a_full_disk_under_the_results(shell: Shell, place: Place, undisturbed: Place) -> None:
    """Amid the reports; an older gradebook stays whole."""
    place.out.mkdir()
    old = "an older gradebook\n"
    said = shell(
        place,
        f"""
        mount -t tmpfs -o size=60k none out
        printf '{old.strip()}\\n' > out/gradebook.csv
        run
        cat out/gradebook.csv > old
        find out -name '.*.part' | wc -l
        for report in out/reports/*.json; do [ ! -e "$report" ] || tail -c 1 "$report" | wc -l; done
        mount -o remount,size=20m out
        run
        cp -r out kept
        """,
    )
    assert said[0].startswith(f"2 autograder: found no way to write to {place.out}"), said
    assert "(No space left on device)" in said[0]
    assert "run the same command again" in said[0]
    assert said[1] == "0"
    assert set(said[2:-1]) <= {"1"}
    assert said[-1] == "1 "
    assert (place.out.parent / "old").read_text() == old
    assert_same(place, undisturbed)


def assert_same(place: Place, undisturbed: Place) -> None:
    kept = replace(place, out=place.out.parent / "kept")
    assert kept.gradebook() == undisturbed.gradebook()
    assert kept.left_over() == []


def test_no_room_for_temporary_files(shell: Shell, place: Place, undisturbed: Place) -> None:
    """That is no submission's fault: nobody gets a row that says so, the command stops."""
    said = shell(
        place,
        """
        mount -t tmpfs -o size=1m,nr_inodes=3 none "$TMPDIR"
        : > "$TMPDIR/full"
        run
        ls out/reports | grep -c json || true
        mount -o remount,rw,size=50m,nr_inodes=0 "$TMPDIR"
        run
        cp -r out kept
        """,
    )
    assert said[0].startswith("2 autograder: found no way to start the grader's processes in")
    assert "set TMPDIR to another folder, then run the same command again" in said[0]
    assert said[2] == "1 "
    assert_same(place, undisturbed)


def test_a_read_only_folder(shell: Shell, place: Place, undisturbed: Place) -> None:
    """Said before anything is graded."""
    place.out.mkdir()
    said = shell(place, "mount -t tmpfs -o ro none out\nrun")
    assert said[0].startswith("2 autograder: found no way to write to")
    assert "(Read-only file system)" in said[0]


def test_submissions_that_cannot_be_read(shell: Shell, place: Place, tmp_path: Path) -> None:
    """A file on a failing disk gets a row that says so, and the others are graded."""
    folder = tmp_path / "class"
    for name in ("ada", "hugo", "ines"):
        shutil.copytree(place.folder / name, folder / name)
    place = replace(place, folder=folder)
    said = shell(
        place,
        """
        mount --bind /proc/$$/mem class/hugo/*.ipynb
        run
        cp -r out kept
        """,
    )
    assert said == ["1 "]
    rows = (tmp_path / "kept/gradebook.csv").read_text().splitlines()
    assert [row.split(",")[2] for row in rows[1:]] == ["graded", "ungradable", "graded"]
    (report,) = (tmp_path / "kept/reports").glob("hugo*")
    assert "Input/output error" in json.loads(report.read_text())["reason"]


def test_a_student_who_fills_every_disk(place: Place, tmp_path: Path) -> None:
    """Costs nobody else anything."""
    folder = tmp_path / "class"
    shutil.copytree(place.folder / "ada", folder / "ada")
    shutil.copytree(place.folder / "ada", folder / "zoe")
    (notebook,) = (folder / "ada").glob("*.ipynb")
    document = json.loads(notebook.read_text())
    fill = "for n in range(10**6): open(f'{n}', 'wb').write(bytes(10**6))"
    cell = {"cell_type": "code", "execution_count": None, "id": "f", "metadata": {}}
    document["cells"].insert(1, cell | {"outputs": [], "source": fill})
    notebook.write_text(json.dumps(document))
    done = replace(place, folder=folder).grade("--workers", "2")
    assert done.returncode == 0, done.stderr
    rows = place.gradebook().decode().splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["7", "7"]
