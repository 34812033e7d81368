"""Attacks from inside a student process: reading, writing and looking around."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox import disk
from autograder.sandbox.allowlist import allowed

REPOSITORY = Path(__file__).parents[2]
REFUSED = {"PermissionError", "FileNotFoundError", "ModuleNotFoundError", "NotADirectoryError"}


def folder_of(package: str) -> str:
    spec = util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return spec.submodule_search_locations[0]


def test_reads_no_file_of_ours(student: Any) -> None:
    """The repository, the reference, Otter, the home and the system's secrets cannot be opened."""
    paths = [
        REPOSITORY / "pyproject.toml",
        REPOSITORY / "autograder" / "model.py",
        REPOSITORY / "mathtx_ref" / "__init__.py",
        Path(folder_of("otter"), "__init__.py"),
        Path(__file__),
        Path.home() / ".profile",
        Path("/etc/passwd"),
        Path("/etc/shadow"),
        Path("/proc/self/environ"),
        Path("/proc/1/environ"),
        Path(f"/proc/{os.getpid()}/mem"),
    ]
    found = student.outcomes(f"open({str(path)!r}, 'rb').read(1)" for path in paths)
    assert set(found.values()) <= REFUSED, found


def test_lists_no_folder_of_ours(student: Any) -> None:
    """Neither the root, nor the repository, nor a home, nor the folder of temporary files."""
    paths = ["/", str(REPOSITORY), str(Path.home()), tempfile.gettempdir(), "/proc", "/etc", ".."]
    found = student.outcomes(f"os.listdir({path!r})" for path in paths)
    assert set(found.values()) <= REFUSED, found


def test_reads_nothing_through_a_link(student: Any) -> None:
    """A symbolic or hard link in the scratch folder opens nothing."""
    student.run(f"import os; os.symlink({str(REPOSITORY / 'pyproject.toml')!r}, 'link')")
    assert student.outcome("open('link').read()") in REFUSED
    found = student.outcome(f"os.link({str(REPOSITORY / 'pyproject.toml')!r}, 'hard')")
    assert found in REFUSED | {"OSError"}


def test_writes_nothing_outside_the_scratch_folder(student: Any) -> None:
    """Not in the root, the temporary folder, the repository, a package or the shipped files."""
    numpy = folder_of("numpy")
    places = ["/x", "/tmp/x", f"{REPOSITORY}/x", f"{numpy}/x", f"{numpy}/__init__.py", "notes.txt"]
    found = student.outcomes(f"open({path!r}, 'w')" for path in places)
    assert set(found.values()) <= REFUSED | {"OSError"}, found
    assert not Path("/tmp/x").exists()


def test_empties_removes_and_renames_no_file_of_a_package(student: Any) -> None:
    """Also not through the calls that Landlock's early versions overlook."""
    target = Path(folder_of("numpy"), "__init__.py")
    before = (target.stat().st_size, target.stat().st_mode, target.stat().st_mtime)
    student.outcomes(
        [
            f"os.truncate({str(target)!r}, 0)",
            f"os.open({str(target)!r}, os.O_RDONLY | os.O_TRUNC)",
            f"os.unlink({str(target)!r})",
            f"os.rename({str(target)!r}, 'mine')",
            f"os.chmod({str(target)!r}, 0)",
            f"os.fchmod(os.open({str(target)!r}, os.O_RDONLY), 0)",
            f"os.utime({str(target)!r}, (0, 0))",
        ]
    )
    assert (target.stat().st_size, target.stat().st_mode, target.stat().st_mtime) == before


def test_imports_nothing_of_ours(student: Any) -> None:
    """The reference, Otter, the grading side and other packages here are not importable."""
    names = ["mathtx_ref", "otter", "autograder.grading", "autograder.authoring", "pytest", "tests"]
    found = student.outcomes(f"__import__({name!r}, fromlist=['x'])" for name in names)
    assert set(found.values()) <= REFUSED, found


def test_imports_late_what_is_permitted(student: Any) -> None:
    """Modules that the zygote did not load, of the standard library and permitted packages."""
    student.run(
        """
        import decimal, sqlite3, ssl, xml.dom.minidom, zoneinfo, lzma
        import matplotlib.backends.backend_svg, mpl_toolkits.mplot3d, numpy.polynomial.hermite
        zoneinfo.ZoneInfo("Europe/Berlin")
        """
    )


def test_has_a_working_folder_of_its_own(student: Any) -> None:
    """It starts there, may write there, and finds the shipped files."""
    answer = student.run(
        """
        import os, shutil, tempfile
        from pathlib import Path
        Path("made").write_text("text")
        shutil.copy("notes.txt", "copy.txt")
        with tempfile.NamedTemporaryFile() as file:
            inside = Path(file.name).parent == scratch
        answer = [Path.cwd() == scratch, Path.home() == scratch, inside, Path("made").read_text(),
                  Path("copy.txt").read_text(), Path("data/table.csv").read_text()]
        """
    )
    assert answer == [True, True, True, "text", "shipped", "1,2\n"]


def test_finds_nothing_of_the_child_before_it(
    zygote: Any, new_student: Callable[[Any], Any]
) -> None:
    """Each process has a new scratch folder, and the old one is gone."""
    places = []
    for _ in range(2):
        first = new_student(zygote.spawn())
        names = "import os; answer = [sorted(os.listdir('.')), os.getcwd()]; open('left', 'w')"
        found, place = first.run(names)
        assert found == ["data", "notes.txt"]
        first.process.close()
        first.process.wait(10)
        places.append(place)
    assert not any(Path(place).exists() for place in places)


def test_a_tree_made_to_last_is_removed_all_the_same(
    zygote: Any, new_student: Callable[[Any], Any]
) -> None:
    """Deep folders and folders without permissions do not survive their process."""
    hard = new_student(zygote.spawn())
    place = hard.run("import os; answer = os.getcwd()")
    hard.send(
        """
        os.mkdir("locked", 0o300); os.mkdir("locked/inner"); os.mkdir("none", 0)
        for _ in range(1500):
            os.mkdir("deep"); os.chdir("deep")
        """
    )
    hard.receive()  # without the file view it may be ended meanwhile
    hard.process.close()
    hard.process.wait(10)
    assert not Path(place).exists()


def test_one_file_cannot_fill_the_disk(student: Any) -> None:
    """A file stops at its limit."""
    assert student.outcome("open('big', 'wb').write(bytes(5 << 20))") == "OSError"


@pytest.mark.parametrize(
    "filling",
    [
        "for i in range(12): open(str(i), 'wb').write(bytes(1 << 20))",
        "for i in range(5000): open(str(i), 'wb').close()",
        "for i in range(12): os.mkdir(str(i)); open(f'{i}/x', 'wb').write(bytes(1 << 20))",
    ],
    ids=["large files", "empty files", "folders"],
)
def test_many_files_cannot_fill_the_disk(student: Any, zygote: Any, filling: str) -> None:
    """In the file view there is no room for more; without it, who takes more is ended."""
    student.send(f"import os, time\n{filling}\ntime.sleep(20)")
    reply = student.receive()
    if next(layer.active for layer in zygote.layers if layer.name == "file view"):
        assert reply == ["raised", "OSError", reply[2]]
        assert "No space left" in reply[2]
    else:
        assert reply is None
        assert student.process.wait(10).description == "was stopped: it wrote too many files"


def test_what_is_measured_on_disk(tmp_path: Path) -> None:
    """All files, also holes and files without a name; folders that cannot be measured are over."""
    assert not disk.is_over(str(tmp_path), os.getpid(), 1 << 20)
    assert not disk.is_over(str(tmp_path / "gone"), os.getpid(), 1 << 20)
    (tmp_path / "link").symlink_to("/")
    assert not disk.is_over(str(tmp_path), os.getpid(), 1 << 20)
    with open(tmp_path / "hole", "wb") as hole:
        hole.truncate(2 << 20)
        assert disk.is_over(str(tmp_path), os.getpid(), 1 << 20)
        (tmp_path / "hole").unlink()
        assert disk.is_over(str(tmp_path), os.getpid(), 1 << 20)
    assert not disk.is_over(str(tmp_path), os.getpid(), 1 << 20)
    (tmp_path / "file").write_text("x")
    assert disk.is_over(str(tmp_path / "file"), os.getpid(), 1 << 20)


def test_reads_no_package_of_another_python(student: Any) -> None:
    """Every site-packages within a readable folder is hidden, also other interpreters'."""
    others = [path for folder in allowed([]).hidden for path in Path(folder).glob("pip/")]
    others += Path("/usr/lib/python3/dist-packages").glob("*/")
    tries = [f"open({str(next(path.rglob('*'), path))!r}).read(1)" for path in others[:20]]
    assert set(student.outcomes(tries).values()) <= REFUSED
