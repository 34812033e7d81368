"""Names, folders and zips: whose a file is, and which files get a row."""

# ruff: noqa: E501 - the tables of damage read better with a row to a line

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.damage.assignment import ALL, RIGHT

METADATA = b"""---
submission_123456:
  :submitters:
  - :name: Jane Doe
    :sid: '301'
    :email: jane@example.org
  :created_at: 2024-10-01 12:30:59 Z
  :results:
    :tests:
    - :name: nobody
submission_123457:
  :submitters:
  - :name: "Bob O'Roe"
    :sid: '302'
  - :name: Eve Smith
    :sid: '303'
"""
MOODLE = "_123456_assignsubmission_file_"
NFC, NFD = "Zo\u00eb", "Zoe\u0308"
EMOJI = "\U0001f389"


@dataclass(frozen=True)
class Row:
    """A row that must be there: `said` is in its reason or its repairs."""

    student: str
    status: str = "graded"
    said: str = ""

    @property
    def score(self) -> float | None:
        return None if self.status == "ungradable" else ALL


Plant = Callable[[Path, bytes], None]


@dataclass(frozen=True)
class Place:
    """Files put into the class folder, and the rows of them by where they lie; no others."""

    plant: Plant
    rows: Mapping[str, Row]


def files(*names: str, **others: bytes) -> Plant:
    """The right notebook under each of these names."""

    def plant(folder: Path, notebook: bytes) -> None:
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(others.get(path.suffix[1:], notebook))

    return plant


def one(name: str, student: str) -> Place:
    """One right notebook of this name, in no folder of its own."""
    return Place(files(name), {name: Row(student)})


def zipped(*members: str) -> Callable[[bytes], bytes]:
    """A zip of right notebooks; a member that ends in .zip holds one, too."""

    def make(notebook: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for member in members:
                data = zipped("nb.ipynb")(notebook) if member.endswith(".zip") else notebook
                archive.writestr(member, data)
        return buffer.getvalue()

    return make


def in_zip(name: str, *members: str) -> Plant:
    def plant(folder: Path, notebook: bytes) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(zipped(*members)(notebook))

    return plant


def link(folder: Path, notebook: bytes) -> None:
    (folder / "linus").mkdir()
    (folder / "linus" / "nb.ipynb").symlink_to(folder / "flat.ipynb")
    (folder / "linkfolder").symlink_to(folder / "linus", target_is_directory=True)


def pipe(folder: Path, notebook: bytes) -> None:
    (folder / "piper").mkdir()
    os.mkfifo(folder / "piper" / "nb.ipynb")


def gradescope(folder: Path, notebook: bytes) -> None:
    export = folder / "assignment_1_export"
    files("submission_123456/nb.ipynb", "submission_123457/01_sums.ipynb")(export, notebook)
    (export / "submission_metadata.yml").write_bytes(METADATA)


def checkpoints(folder: Path, notebook: bytes) -> None:
    files(
        "chloe/nb.ipynb",
        "chloe/.ipynb_checkpoints/nb-checkpoint.ipynb",
        "chloe/__MACOSX/._nb.ipynb",
        "chloe/._nb.ipynb",
        "chloe/env/lib/x.py",
        "chloe/env/pyvenv.cfg",
        "chloe/.git/hook.py",
        "chloe/notes.txt",
    )(folder, notebook)


def wrong_then_right(folder: Path, notebook: bytes) -> None:
    files("twice/a.ipynb", "twice/b.ipynb")(folder, notebook)
    (folder / "twice" / "a.ipynb").write_bytes(notebook.replace(b"2 * x", b"3 * x"))


NAMES = {
    "flat": one("flat.ipynb", "flat"),
    "capitals": one("Anna.IPYNB", "Anna"),
    "spaces": one("  Ben  Bolt .ipynb", "Ben  Bolt"),
    "composed": one(f"{NFC}.ipynb", NFC),
    "decomposed": Place(files(f"nfd {NFD}.ipynb"), {f"nfd {NFC}.ipynb": Row(f"nfd {NFC}")}),
    "emoji": one(f"carl {EMOJI}.ipynb", f"carl {EMOJI}"),
    "very_long": one("d" * 240 + ".ipynb", "d" * 240),
    "leading_dash": one("-rf.ipynb", "-rf"),
    "leading_equals": one("=1+2.ipynb", "=1+2"),
    "newline": Place(files("new\nline.ipynb"), {"new\ufffdline.ipynb": Row("new\ufffdline")}),
    "right_to_left": one("\u05d0\u05d1 \u0639\u0645.ipynb", "\u05d0\u05d1 \u0639\u0645"),
    "markup": one("<b>&amp;.ipynb", "<b>&amp;"),
    "quotes": one("O'Neil, \"Jo\".ipynb", "O'Neil, \"Jo\""),
    "percent": one("50%20off %s {x}.ipynb", "50%20off %s {x}"),
    "browser_copy": one("ed (1).ipynb", "ed"),
    "browser_copy_close": one("eddy(2).ipynb", "eddy"),
    "drive_copy": one("Copy of Fay.ipynb", "Fay"),
    "mac_copy": one("gus copy 2.ipynb", "gus"),
    "windows_copy": one("hal - Copy (3).ipynb", "hal"),
    "jupyter_copy": one("ida-Copy1.ipynb", "ida"),
    "two_endings": one("jo.ipynb.ipynb", "jo"),
    "saved_as_text": Place(
        files("kay.ipynb.txt"), {"kay.ipynb.txt": Row("kay", "repaired", "does not end in .ipynb")}
    ),
    "saved_as_json": Place(
        files("lea.ipynb.json"), {"lea.ipynb.json": Row("lea", "repaired", "does not end in .ipynb")}
    ),
    "saved_twice": Place(
        files("max/nb.ipynb", "max/nb.ipynb.txt"), {"max/nb.ipynb": Row("max")}
    ),
    "a_folder_called_notebook": Place(
        files("nia.ipynb/nb.ipynb"), {"nia.ipynb/nb.ipynb": Row("nia.ipynb")}
    ),
    "python_called_notebook": Place(
        lambda folder, _: files("otto.ipynb")(folder, "\n\n".join(RIGHT.values()).encode()),
        {"otto.ipynb": Row("otto", "repaired", "is a Python file")},
    ),
    "notebook_called_python": Place(
        files("pam.py"), {"pam.py": Row("pam", "repaired", "is a notebook")}
    ),
}  # fmt: skip

PLATFORMS = {
    "canvas": one("doejane_12345_67890_01_sums.ipynb", "doejane"),
    "canvas_late": one("roebob_LATE_12346_67891_01_sums.ipynb", "roebob"),
    "canvas_again": one("smitheve_12347_67892_01_sums-2.ipynb", "smitheve"),
    "canvas_pdf_only": Place(
        files("pdfpat_12348_67893_answers.pdf", pdf=b"%PDF"),
        {"pdfpat_12348_67893_answers.pdf": Row("pdfpat", "ungradable", "no notebook among")},
    ),
    "canvas_pdf_beside": Place(
        files("both_12349_67894_answers.pdf", "both_12349_67895_nb.ipynb", pdf=b"%PDF"),
        {"both_12349_67895_nb.ipynb": Row("both")},
    ),
    "moodle": Place(
        files(f"Mia Moody{MOODLE}/01_sums.ipynb"),
        {f"Mia Moody{MOODLE}/01_sums.ipynb": Row("Mia Moody")},
    ),
    "moodle_flat": one(f"Mo Flat{MOODLE}01_sums.ipynb", "Mo Flat"),
    "moodle_text": Place(
        files(f"Mia Moody{MOODLE.replace('file', 'onlinetext')}/onlinetext.html"), {}
    ),
    "moodle_nothing": Place(
        files(f"Nils None{MOODLE}/report.docx", f"Nils None{MOODLE}/data.csv", docx=b"", csv=b""),
        {f"Nils None{MOODLE}/data.csv": Row("Nils None", "ungradable", r"\(data.csv, report.docx\)")},
    ),
    "blackboard": one("Lab 1_bbrown7_attempt_2024-10-01-12-30-59_nb.ipynb", "bbrown7"),
    "blackboard_receipt": Place(
        files("Lab 1_bbrown7_attempt_2024-10-01-12-30-59.txt", txt=b"Name: B"), {}
    ),
    "brightspace": Place(
        files("12-34 - Bea Bright - Oct 1, 2024 1230/nb.ipynb"),
        {"12-34 - Bea Bright - Oct 1, 2024 1230/nb.ipynb": Row("Bea Bright")},
    ),
    "gradescope": Place(
        gradescope,
        {
            "assignment_1_export/submission_123456/nb.ipynb": Row("Jane Doe"),
            "assignment_1_export/submission_123457/01_sums.ipynb": Row("Bob O'Roe, Eve Smith"),
        },
    ),
    "gradescope_without_names": Place(
        files("submission_99/nb.ipynb"), {"submission_99/nb.ipynb": Row("submission_99")}
    ),
}  # fmt: skip

FOLDERS = {
    "zip_of_one": Place(in_zip("quin.zip", "nb.ipynb"), {"quin.zip/nb.ipynb": Row("quin")}),
    "zip_of_one_deep": Place(
        in_zip("rae.zip", "home/rae/work/nb.ipynb", "home/rae/work/helper.py"),
        {"rae.zip/home/rae/work/nb.ipynb": Row("rae")},
    ),
    "zip_of_many": Place(
        in_zip("class.zip", "sam/nb.ipynb", "tia/nb.ipynb", "__MACOSX/sam/._nb.ipynb"),
        {"class.zip/sam/nb.ipynb": Row("sam"), "class.zip/tia/nb.ipynb": Row("tia")},
    ),
    "zip_of_zips": Place(
        in_zip("download.zip", "uma.zip", "vic.zip"),
        {"download.zip/uma.zip/nb.ipynb": Row("uma"), "download.zip/vic.zip/nb.ipynb": Row("vic")},
    ),
    "canvas_zip_in_the_folder": Place(
        in_zip("canvas.zip", "ann_1234_5678_nb.ipynb", "bea_1235_5679_nb.ipynb"),
        {
            "canvas.zip/ann_1234_5678_nb.ipynb": Row("ann"),
            "canvas.zip/bea_1235_5679_nb.ipynb": Row("bea"),
        },
    ),
    "canvas_unpacked_in_a_folder": Place(
        files("week 3/cal_1236_5678_nb.ipynb", "week 3/deb_1237_5679_nb.ipynb"),
        {
            "week 3/cal_1236_5678_nb.ipynb": Row("cal"),
            "week 3/deb_1237_5679_nb.ipynb": Row("deb"),
        },
    ),
    "two_in_one_students_zip": Place(
        in_zip("eli.zip", "nb.ipynb", "old.ipynb"),
        {"eli.zip/nb.ipynb": Row("eli"), "eli.zip/old.ipynb": Row("eli")},
    ),
    "zip_in_a_folder": Place(
        in_zip("wes/work.zip", "nb.ipynb"), {"wes/work.zip/nb.ipynb": Row("wes")}
    ),
    "zip_under_a_canvas_name": Place(
        in_zip("xulee_12350_67896_work.zip", "nb.ipynb"),
        {"xulee_12350_67896_work.zip/nb.ipynb": Row("xulee")},
    ),
    "zip_called_notebook": Place(
        in_zip("yan.ipynb.zip", "yan.ipynb"), {"yan.ipynb.zip/yan.ipynb": Row("yan")}
    ),
    "zip_without_a_notebook": Place(
        in_zip("zoe.zip", "readme.txt"),
        {"zoe.zip": Row("zoe", "ungradable", "a zip without a notebook in it")},
    ),
    "zip_that_is_none": Place(
        lambda folder, _: files("zed.zip")(folder, b"no zip"),
        {"zed.zip": Row("zed", "ungradable", "not a zip archive")},
    ),
    "two_of_one_student": Place(
        wrong_then_right, {"twice/b.ipynb": Row("twice")}
    ),
    "link": Place(
        link,
        {
            "linus/nb.ipynb": Row("linus", "ungradable", "links are not followed"),
            "linkfolder": Row("linkfolder", "ungradable", "links are not followed"),
        },
    ),
    "pipe": Place(pipe, {"piper/nb.ipynb": Row("piper", "ungradable", "no regular file")}),
    "checkpoints": Place(checkpoints, {"chloe/nb.ipynb": Row("chloe")}),
    "nested": Place(
        files("abel/week 1/final/nb.ipynb"), {"abel/week 1/final/nb.ipynb": Row("abel")}
    ),
}  # fmt: skip
