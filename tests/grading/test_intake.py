"""Which files get a row, under which name, and for whom."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.grading import found as found_module
from autograder.grading.found import Unreadable, read_bytes
from autograder.grading.intake import find_submissions, in_shard, parse_shard


def plant(folder: Path, *names: str, data: bytes = b"{}") -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def students(folder: Path) -> dict[str, str]:
    """Submission id → student."""
    return {row.id: row.student for row in find_submissions(folder)}


@pytest.mark.parametrize(
    ("name", "submission", "student"),
    [
        ("jane.ipynb", "jane", "jane"),
        ("Jane Doe.IPYNB", "Jane Doe", "Jane Doe"),
        ("jane (1).ipynb", "jane (1)", "jane"),
        ("jane-Copy1.ipynb", "jane-Copy1", "jane"),
        ("jane_LATE.ipynb", "jane_LATE", "jane"),
        (
            "doejane_12345_67890_01_bilinear_forms-1.ipynb",
            "doejane_12345_67890_01_bilinear_forms-1",
            "doejane",
        ),
        ("doejane_LATE_12345_67890_nb.ipynb", "doejane_LATE_12345_67890_nb", "doejane"),
        (
            "Jane Doe_123456_assignsubmission_file_nb.ipynb",
            "Jane Doe_123456_assignsubmission_file_nb",
            "Jane Doe",
        ),
        (
            "Lab 1_jdoe7_attempt_2024-10-01-12-30-59_nb.ipynb",
            "Lab 1_jdoe7_attempt_2024-10-01-12-30-59_nb",
            "jdoe7",
        ),
        ("export.py", "export", "export"),
    ],
)
def test_a_flat_file_names_its_student(
    tmp_path: Path, name: str, submission: str, student: str
) -> None:
    """Without a folder, the stem without the platform's decoration is the student."""
    assert students(plant(tmp_path, name)) == {submission: student}


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        (["jane/nb.ipynb", "bob/nb.ipynb"], {"jane__nb": "jane", "bob__nb": "bob"}),
        (
            ["Jane Doe_123456_assignsubmission_file_/nb.ipynb", "x.ipynb"],
            {"Jane Doe_123456_assignsubmission_file___nb": "Jane Doe", "x": "x"},
        ),
        (
            ["submission_123456/nb.ipynb", "submission_23/nb.ipynb"],
            {"submission_123456__nb": "submission_123456", "submission_23__nb": "submission_23"},
        ),
        (
            ["section1/jane/nb.ipynb", "section1/bob/nb.ipynb", "section2/eve/nb.ipynb",
             "section2/mia/nb.ipynb"],
            {"section1__jane__nb": "jane", "section1__bob__nb": "bob", "section2__eve__nb": "eve",
             "section2__mia__nb": "mia"},
        ),
        (
            ["jane/ps1/nb.ipynb", "bob/ps1/nb.ipynb", "bob/ps1/old.ipynb"],
            {"jane__ps1__nb": "jane", "bob__ps1__nb": "bob", "bob__ps1__old": "bob"},
        ),
        (
            ["jane/doejane_12345_67890_nb.ipynb", "bob/nb.ipynb"],
            {"jane__doejane_12345_67890_nb": "jane", "bob__nb": "bob"},
        ),
        (
            ["submissions/jane.ipynb", "submissions/bob.ipynb"],
            {"jane": "jane", "bob": "bob"},
        ),
        (["jane/a.ipynb", "jane/b.ipynb"], {"jane__a": "jane", "jane__b": "jane"}),
    ],
)  # fmt: skip
def test_the_folder_of_a_student_wins(
    tmp_path: Path, paths: list[str], wanted: dict[str, str]
) -> None:
    """A per-student folder names the student, wherever in the tree it is."""
    assert students(plant(tmp_path, *paths)) == wanted


def test_what_gets_no_row(tmp_path: Path) -> None:
    """Hidden folders, checkpoints, macOS's and virtual environments' files are nobody's work."""
    plant(
        tmp_path,
        "jane.ipynb",
        ".git/a.py",
        ".ipynb_checkpoints/jane-checkpoint.ipynb",
        "bob/.ipynb_checkpoints/nb-checkpoint.ipynb",
        "__MACOSX/._jane.ipynb",
        "._jane.ipynb",
        "env/pyvenv.cfg",
        "env/lib/python3/site.py",
        "notes.txt",
        "jane.html",
    )
    assert students(tmp_path) == {"jane": "jane"}


def test_colliding_names_stay_apart(tmp_path: Path) -> None:
    """Names that are one file on some system get distinct ids, the same in every run."""
    plant(tmp_path, "a/b.ipynb", "a__b.ipynb", "a__b.py", "A__B.ipynb", "a__b-2.ipynb")
    first, second = find_submissions(tmp_path), find_submissions(tmp_path)
    ids = [row.id for row in first]
    assert len({i.casefold() for i in ids}) == 5
    assert "a__b-2" in ids
    assert [(r.id, r.filename) for r in first] == [(r.id, r.filename) for r in second]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 240,
        "é" * 110,
        "a:b?*",
        "..hidden",
        "con",
        "new\nline",
        "tab\tname",
        "\udcff\udcfe",
        "-rf",
    ],
)
def test_an_id_is_a_safe_file_name(tmp_path: Path, name: str) -> None:
    """Whatever the file is called, its report can be written, and its names can be encoded."""
    plant(tmp_path, f"{name}.ipynb")
    (row,) = find_submissions(tmp_path)
    assert len(f".{row.id}.json.1234567.part".encode()) <= 255
    assert not set(row.id) & set('/\\:*?"<>|\n\t')
    assert not row.id.startswith(".")
    assert row.student.isprintable()
    assert row.filename.isprintable()
    assert read_bytes(row) == b"{}"


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    """A link gets a row that says so, whatever it is called and wherever it leads."""
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(b"secret")
    folder = plant(tmp_path / "in", "jane.ipynb")
    (folder / "bob.ipynb").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path, target_is_directory=True)
    (folder / "loop").symlink_to(folder / "loop")
    rows = {row.id: row for row in find_submissions(folder)}
    assert set(rows) == {"jane", "bob", "folder", "loop"}
    for name in ("bob", "folder", "loop"):
        with pytest.raises(Unreadable, match="links are not followed"):
            read_bytes(rows[name])


def test_a_link_that_takes_a_files_place_is_not_followed(tmp_path: Path) -> None:
    """Also one that appears after the folder was looked through."""
    (row,) = find_submissions(plant(tmp_path, "jane.ipynb"))
    (tmp_path / "jane.ipynb").unlink()
    (tmp_path / "jane.ipynb").symlink_to("/etc/hostname")
    with pytest.raises(Unreadable, match="links are not followed"):
        read_bytes(row)


def test_a_pipe_does_not_stop_the_batch(tmp_path: Path) -> None:
    """A named pipe gets a row with a reason instead of being waited for."""
    os.mkfifo(tmp_path / "jane.ipynb")
    os.mkfifo(tmp_path / "bob.zip")
    for row in find_submissions(tmp_path):
        with pytest.raises(Unreadable, match="no regular file"):
            read_bytes(row)


def test_a_zip_with_one_notebook_is_one_submission(tmp_path: Path) -> None:
    """It is named after the zip, whatever the notebook in it is called; helpers get no row."""
    data = zip_bytes({"work/nb.ipynb": b"inner", "work/helper.py": b"", "__MACOSX/._nb.ipynb": b""})
    plant(tmp_path, "doejane_12345_67890_work.zip", data=data)
    (row,) = find_submissions(tmp_path)
    assert (row.id, row.student) == ("doejane_12345_67890_work", "doejane")
    assert row.filename == "doejane_12345_67890_work.zip/work/nb.ipynb"
    assert read_bytes(row) == b"inner"


def test_a_zip_with_several_notebooks_is_a_download(tmp_path: Path) -> None:
    """Every notebook in it gets a row, a zip in it is the submission that it holds."""
    inner = zip_bytes({"nb.ipynb": b"zipped"})
    data = zip_bytes(
        {
            "download/Jane Doe_123456_assignsubmission_file_/nb.ipynb": b"jane",
            "download/Bob_23_assignsubmission_file_/nb.IPYNB": b"bob",
            "download/Eve_24_assignsubmission_file_/work.zip": inner,
            "download/.hidden/nb.ipynb": b"",
        }
    )
    path = tmp_path / "moodle.zip"
    path.write_bytes(data)
    assert {row.student: read_bytes(row) for row in find_submissions(path)} == {
        "Jane Doe": b"jane",
        "Bob": b"bob",
        "Eve": b"zipped",
    }


def test_a_canvas_download_is_flat(tmp_path: Path) -> None:
    """The stems in the zip name the students, the zip's own name nobody."""
    path = tmp_path / "submissions.zip"
    path.write_bytes(
        zip_bytes({"doejane_12345_67890_nb.ipynb": b"1", "roe_LATE_12346_67891_nb-2.ipynb": b"2"})
    )
    assert students(path) == {
        "doejane_12345_67890_nb": "doejane",
        "roe_LATE_12346_67891_nb-2": "roe",
    }


def link_in_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("nb.ipynb")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK no zip", "not a zip archive"),
        (b"", "not a zip archive"),
        (zip_bytes({"readme.txt": b""}), "without a notebook"),
        (zip_bytes({"../../evil.ipynb": b""}), "leads out of the zip"),
        (zip_bytes({"/etc/evil.ipynb": b""}), "leads out of the zip"),
        (link_in_zip(), "links are not followed"),
        (zip_bytes({"nb.ipynb": b"x" * 100})[:60], "not a zip archive"),
        (zip_bytes({"a.zip": zip_bytes({"b.zip": zip_bytes({"c.zip": b""})})}), "zip in a zip"),
    ],
    # Not the bytes: a zip holds the time, and two processes have to call a test the same.
    ids=["text", "empty", "no_notebook", "upwards", "absolute", "link", "cut_off", "nested"],
)
def test_a_bad_zip_gets_a_row_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    """Nothing in a zip can lose the row, reach outside or stop the batch."""
    plant(tmp_path, "jane.zip", data=data)
    (row,) = find_submissions(tmp_path)
    assert row.student == "jane"
    with pytest.raises(Unreadable, match=reason):
        read_bytes(row)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member is read up to the cap, whatever its header claims."""
    monkeypatch.setattr(found_module, "MAX_BYTES", 2**20)
    plant(tmp_path, "jane.zip", data=zip_bytes({"nb.ipynb": bytes(3 * 2**20)}))
    plant(tmp_path, "bob.ipynb", data=bytes(3 * 2**20))
    lying = bytearray(zip_bytes({"nb.ipynb": bytes(3 * 2**20)}))
    at = lying.rindex(b"PK\x01\x02") + 24
    lying[at : at + 4] = (100).to_bytes(4, "little")
    plant(tmp_path, "eve.zip", data=bytes(lying))
    rows = {row.id: row for row in find_submissions(tmp_path)}
    for name, reason in [
        ("jane", "too large: 3 MB"),
        ("bob", "too large"),
        ("eve", "damaged|large"),
    ]:
        with pytest.raises(Unreadable, match=reason):
            read_bytes(rows[name])


def test_an_encrypted_or_damaged_member_has_its_reason(tmp_path: Path) -> None:
    """A flag that says encrypted, a byte that is wrong: the row says what is the matter."""
    whole = zip_bytes({"nb.ipynb": b"a notebook's bytes, more or less" * 9})
    locked = bytearray(whole)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.index(magic) + offset] |= 1
    torn = bytearray(whole)
    torn[45] ^= 0xFF
    plant(tmp_path, "jane.zip", data=bytes(locked))
    plant(tmp_path, "bob.zip", data=bytes(torn))
    bob, jane = find_submissions(tmp_path)
    with pytest.raises(Unreadable, match="without a password"):
        read_bytes(jane)
    with pytest.raises(Unreadable, match="damaged in its zip"):
        read_bytes(bob)


def test_a_missing_or_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    """One line: what was found, what was wanted, what to do."""
    with pytest.raises(UsageError, match=r"found no .*; wanted a folder .*; check the path"):
        find_submissions(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"found no submission in .*; wanted notebooks .*; name"):
        find_submissions(tmp_path)
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(UsageError, match="no folder and no zip"):
        find_submissions(tmp_path / "a.txt")


def test_a_directory_may_be_called_like_a_notebook(tmp_path: Path) -> None:
    """A folder is looked into, whatever its ending."""
    assert students(plant(tmp_path, "jane.ipynb/nb.ipynb")) == {"jane.ipynb__nb": "jane.ipynb"}


def test_shards_cover_everything_once(tmp_path: Path) -> None:
    """Counted from 0 or from 1, N shards are the whole class and overlap nowhere."""
    rows = find_submissions(plant(tmp_path, *(f"s{n}.ipynb" for n in range(40))))
    for first in (0, 1):
        shards = [in_shard(rows, parse_shard(f"{first + i}/3")) for i in range(3)]
        assert sorted(row.id for shard in shards for row in shard) == sorted(r.id for r in rows)
        assert all(shards)


@pytest.mark.parametrize("text", ["", "3", "4/3", "a/b", "1/0", "-1/3", "1/3/5", "²/3"])
def test_a_shard_is_written_i_of_n(text: str) -> None:
    """Anything else is refused in one line."""
    with pytest.raises(UsageError, match="wanted I/N"):
        parse_shard(text)
