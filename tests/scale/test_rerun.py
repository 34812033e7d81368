"""A second run: nothing is asked again, what changed is not trusted, all bytes are there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from autograder.grading.ledger import LEDGER
from tests.scale.conftest import Folder


@pytest.fixture
def graded(folder: Folder, notebook: Callable[..., bytes]) -> Folder:
    """Five submissions, one of them no notebook."""
    folder.hand_in(4, notebook())
    (folder.submissions / "torn.ipynb").write_bytes(b"{")
    folder.grade()
    assert len(folder.asked()) == 5
    return folder


def test_nothing_changed(graded: Folder) -> None:
    """No job, the same summaries, the same bytes everywhere."""
    before = graded.files()
    first = graded.grade()
    assert graded.files() == before
    assert graded.grade() == first
    assert graded.asked() == []


@pytest.mark.parametrize("page", ["s00001.html", "s00001.md"])
@pytest.mark.parametrize("left", [None, b"", b"<html>another</html>"])
def test_a_page_that_is_another(graded: Folder, page: str, left: bytes | None) -> None:
    """Gone, empty or changed by hand: it is made again, and nothing is graded for it."""
    before = graded.files()
    path = graded.out / "feedback" / page
    path.unlink() if left is None else path.write_bytes(left)
    graded.grade()
    assert graded.files() == before
    assert graded.asked() == []


def test_a_report_that_is_damaged(graded: Folder) -> None:
    """That one is graded again, whatever the list of summaries says of it."""
    before = graded.files()
    path = graded.out / "reports/s00002.json"
    path.write_text(path.read_text()[:-50])
    graded.grade()
    assert graded.asked() == ["s00002"]
    assert graded.files() == before


def test_a_report_that_a_hand_changed(graded: Folder) -> None:
    """The report counts, not what was noted of it; its pages follow it."""
    path = graded.out / "reports/s00002.json"
    text = path.read_text()
    for was, now in (
        ('"passed"', '"failed"'),
        ('"earned": 0.1', '"earned": 0'),
        ('"earned": 0.6', '"earned": 0.5'),
        ('"score": 4.6', '"score": 4.5'),
    ):
        assert was in text
        text = text.replace(was, now, 1)
    path.write_text(text)
    summaries = {summary.submission: summary for summary in graded.grade()}
    assert graded.asked() == []
    assert summaries["s00002"].score == 4.5
    assert "4.5 of 4.6" in (graded.out / "feedback/s00002.md").read_text()


@pytest.mark.parametrize("damage", [
    lambda text: "",
    lambda text: text[: len(text) // 2],
    lambda text: text.replace("4.6", "9.9"),
    lambda text: "\0" * len(text),
    lambda text: text + text.splitlines()[-1][:40],
    lambda text: "\n".join(reversed(text.splitlines())) + "\n",
])  # fmt: skip
def test_summaries_that_are_damaged(graded: Folder, damage: Callable[[str], str]) -> None:
    """Cut, changed, out of order or gone: reports are read again, nothing is graded again."""
    before, summaries = graded.files(), graded.grade()
    path = graded.out / LEDGER
    path.write_text(damage(path.read_text()))
    assert graded.grade() == summaries
    assert graded.asked() == []
    assert graded.files() == before


def test_another_engine_makes_the_pages_again(
    graded: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was noted by a program whose pages look different is not taken for this one's."""
    monkeypatch.setattr("autograder.grading.records.makers", lambda: "another version")
    graded.grade()
    assert graded.asked() == []
    assert "another version" in (graded.out / LEDGER).read_text()


def test_an_interrupted_run_leaves_what_it_noted(
    folder: Folder, notebook: Callable[..., bytes]
) -> None:
    """Each submission is noted when it is done; the next run takes it from there."""
    folder.hand_in(6, notebook())

    def stop(step: object) -> None:
        if len(list((folder.out / "reports").iterdir())) == 3:
            raise MemoryError

    with pytest.raises(MemoryError):
        folder.grade(tell=stop)
    assert len((folder.out / LEDGER).read_text().split('["row"')) == 4
    folder.asked()
    folder.grade()
    assert len(folder.asked()) == 3
    before = folder.files()
    folder.grade()
    assert folder.files() == before


def test_new_checks_are_no_rerun(graded: Folder) -> None:
    """Another bundle asks for all of them."""
    graded.bundle = replace(graded.bundle, digest="another")
    graded.grade()
    assert len(graded.asked()) == 5
