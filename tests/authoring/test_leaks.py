"""The leak scan finds a planted canary of each kind, at each place, in each disguise."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import urllib.parse
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import build, leaks, load_assignment
from autograder.authoring.release import make_release
from autograder.errors import LeakError
from autograder.model import Assignment

NOTEBOOK = "01_sums.ipynb"
SOLUTION = "return array_of_x + array_of_x"
# What a staff member might leave behind, and whose the finding says it is.
CANARIES = {
    "a solution's line": (SOLUTION, "a line of the solution of double"),
    "another layout": ("ordered  = sorted( values )", "a line of the solution of average"),
    "a hidden check's line": (
        "secret_array = np.array([1.5, -2.0])",
        "a line of hidden check doubles_arrays_as_well",
    ),
    "a rewritten line": (
        "assert np.array_equal(double(secret_array), reference_double(secret_array)), 'wrong ent"
        "ries'",
        "a line of hidden check doubles_arrays_as_well",
    ),
    "a hidden sentence": (
        "Arrays are doubled entry by entry.",
        "a line of hidden check doubles_arrays_as_well",
    ),
    "a hidden hint": (
        "Negative numbers have a spread too.",
        "a line of hidden check spreads_negative_numbers",
    ),
    "a hidden check's name": (
        "spreads_negative_numbers",
        "the name of hidden check spreads_negative_numbers",
    ),
    "the reference": ("import mathtx_ref", "the reference's name"),
    "an accepted attempt": (
        "return 2 * np.asarray(x, dtype=float)",
        "a line of accepted attempt double/multiplies",
    ),
    "a rejected attempt": (
        'repeated = list(x) + list(x) if hasattr(x, "__len__") else x + x',
        "a line of rejected attempt double/repeats",
    ),
    "the rubric": ("- 1 mark: no, a negative summand makes it smaller.", "a line of the rubric"),
    "a misconception": (
        "Takes the middle value, which is the median.",
        "a line of rejected attempt average/median",
    ),
}

Document = dict[str, Any]
Plant = Callable[[Document, str], object]


def _output(data: Document) -> Document:
    return {"data": data, "metadata": {}, "output_type": "display_data"}


PLACES: dict[str, tuple[Plant, str]] = {
    "code": (lambda nb, text: nb["cells"][4]["source"].append(f"\n{text}"), "cell 5, source"),
    "markdown": (lambda nb, text: nb["cells"][0]["source"].append(f"\n{text}"), "cell 1, source"),
    "source as one text": (lambda nb, text: nb["cells"][0].update(source=text), "cell 1, source"),
    "printed output": (
        lambda nb, text: nb["cells"][2]["outputs"].append(
            {"name": "stdout", "output_type": "stream", "text": [text + "\n"]}
        ),
        "cell 3, outputs",
    ),
    "traceback": (
        lambda nb, text: nb["cells"][2]["outputs"].append(
            {"ename": "E", "evalue": "", "output_type": "error", "traceback": ["----> 1", text]}
        ),
        "cell 3, outputs",
    ),
    "html output": (
        lambda nb, text: nb["cells"][2]["outputs"].append(
            _output({"text/html": [f"<b>{html.escape(text)}</b>"]})
        ),
        "cell 3, outputs",
    ),
    "json output": (
        lambda nb, text: nb["cells"][2]["outputs"].append(
            _output({"application/json": {"a": [{text: 1}]}})
        ),
        "cell 3, outputs",
    ),
    "image output": (
        lambda nb, text: nb["cells"][2]["outputs"].append(
            _output({"image/png": base64.encodebytes(b"\x89PNG\xff" + text.encode()).decode()})
        ),
        "cell 3, outputs",
    ),
    "cell metadata": (
        lambda nb, text: nb["cells"][3]["metadata"].update(note={"deep": [1, text]}),
        "cell 4, metadata",
    ),
    "cell id": (lambda nb, text: nb["cells"][3].update(id=text), "cell 4, id"),
    "attachment": (
        lambda nb, text: nb["cells"][3].update(
            attachments={"a.txt": {"text/plain": base64.b64encode(text.encode()).decode()}}
        ),
        "cell 4, attachments",
    ),
    "notebook metadata": (
        lambda nb, text: nb["metadata"].update({text: True}),
        "metadata",
    ),
    "public test file": (
        lambda nb, text: nb["metadata"]["otter"]["tests"].update(double=f"# {text}\n"),
        "metadata",
    ),
    "unknown key": (lambda nb, text: nb.update(extra=[text]), "extra"),
}
DISGUISES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "json string": lambda text: json.dumps({"code": f"x\n{text}\ny"}),
    "json in json": lambda text: json.dumps(json.dumps(f"x\n{text}\ny")),
    "python string": lambda text: repr(f"x = \"1\" + '2'\n{text}\n"),
    "unicode escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "html entities": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "url": urllib.parse.quote,
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "urlsafe base64 in a sentence": lambda text: (
        f"see data:text/plain;base64,{base64.urlsafe_b64encode(text.encode()).decode()} there"
    ),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "gzip in base64": lambda text: base64.b64encode(gzip.compress(text.encode())).decode(),
    "broken into lines": lambda text: text.replace(" ", "\n    "),
}


@pytest.fixture(scope="module")
def assignment(shared_repository: Path) -> Assignment:
    """Read only, like the release made from it: these tests plant in copies."""
    return load_assignment(shared_repository, "1")


@pytest.fixture(scope="module")
def release(assignment: Assignment, shared_repository: Path) -> dict[str, bytes]:
    return dict(make_release(assignment, shared_repository).files)


def planted(release: dict[str, bytes], plant: Plant, text: str) -> dict[str, bytes]:
    notebook = json.loads(release[NOTEBOOK])
    plant(notebook, text)
    return {**release, NOTEBOOK: json.dumps(notebook, ensure_ascii=False).encode()}


def test_a_clean_release_has_no_leak(release: dict[str, bytes], assignment: Assignment) -> None:
    """Placeholders, prompts, public checks and figures are no secrets."""
    assert leaks(release, assignment) == ()


@pytest.mark.parametrize("kind", CANARIES)
def test_every_kind_of_staff_text_is_found(
    kind: str, release: dict[str, bytes], assignment: Assignment
) -> None:
    """The finding says what leaked, where, and what to do."""
    text, owner = CANARIES[kind]
    found = leaks(planted(release, PLACES["code"][0], text), assignment)
    expected = (
        f"assignments/01_sums/{NOTEBOOK}: found {owner} in cell 5, source; "
        "wanted nothing of the staff's; change the source's text, or the secret"
    )
    assert expected in found


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("canary", ["a solution's line", "a hidden check's name"])
def test_every_place_is_searched(
    place: str, canary: str, release: dict[str, bytes], assignment: Assignment
) -> None:
    """Sources, outputs of all kinds, metadata, attachments, ids and keys nobody knows."""
    text, owner = CANARIES[canary]
    plant, where = PLACES[place]
    found = leaks(planted(release, plant, text), assignment)
    assert [f"found {owner} in {where};" in line for line in found] == [True]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_every_disguise_is_seen_through(
    disguise: str, release: dict[str, bytes], assignment: Assignment
) -> None:
    """Quoted, escaped, packed or laid out differently, a line is the same line."""
    text = DISGUISES[disguise](CANARIES["a rejected attempt"][0])
    found = leaks(planted(release, PLACES["html output"][0], text), assignment)
    assert len(found) == 1
    assert "rejected attempt double/repeats" in found[0]


@pytest.mark.parametrize("disguise", ["json string", "base64", "url", "unicode escapes"])
def test_a_disguised_name_is_found(
    disguise: str, release: dict[str, bytes], assignment: Assignment
) -> None:
    """A name right behind an escaped line break is a whole word too."""
    text = DISGUISES[disguise]("spreads_negative_numbers")
    assert len(leaks(planted(release, PLACES["json output"][0], text), assignment)) == 1


def test_shipped_files_are_searched(release: dict[str, bytes], assignment: Assignment) -> None:
    """Text, archives and names of files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/notes.txt", f"# {SOLUTION}\n")
    shipped = {
        "data/numbers.csv": SOLUTION.encode(),
        "data/numbers.npz": packed.getvalue(),
        "mathtx_ref.txt": b"",
        "broken.ipynb": SOLUTION.encode(),
    }
    found = leaks({**release, **shipped}, assignment)
    assert [line.split(";")[0].removeprefix("assignments/01_sums/") for line in found] == [
        "broken.ipynb: found a line of the solution of double in contents",
        "data/numbers.csv: found a line of the solution of double in contents",
        "data/numbers.npz: found a line of the solution of double in contents",
        "mathtx_ref.txt: found the reference's name in name",
    ]


def test_what_a_prompt_shows_is_no_secret(repository: Path) -> None:
    """A solution's line that the author wrote into a figure may be released."""
    path = repository / "solutions/01_sums/average/question.py"
    path.write_text(path.read_text() + "\n# %%\nvalues = [2, 1]\nordered = sorted(values)\n")
    assignment = load_assignment(repository, "1")
    assert leaks(make_release(assignment, repository).files, assignment) == ()


def test_a_name_in_a_prompt_is_a_leak(repository: Path) -> None:
    """A hidden check's name never belongs to a prompt; the author renames it."""
    path = repository / "solutions/01_sums/average/question.py"
    text = path.read_text()
    path.write_text(text + "\n# %% [markdown]\n# See spreads_negative_numbers.\n")
    with pytest.raises(LeakError, match=r"the name of hidden check spreads_negative_numbers in ce"):
        build(load_assignment(repository, "1"), repository)


def test_a_leak_is_not_written(repository: Path) -> None:
    """build refuses before it touches assignments/ or build/."""
    path = repository / "solutions/01_sums/intro.md"
    path.write_text("Compare with mathtx_ref.\n")
    with pytest.raises(LeakError, match=r"01_sums.ipynb: found the reference's name in cell 1, so"):
        build(load_assignment(repository, "1"), repository)
    assert not (repository / "assignments").exists()
    assert not (repository / "build").exists()
