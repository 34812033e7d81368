"""A roster is read as people's spreadsheets write it, and nobody is matched by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.classroom.roster import Person, match, read_roster, roster_lines
from autograder.errors import UsageError

ANN = Person("ann.smith", "Ann Smith", "ann.smith@uni.edu", "1001", "A")
BOB = Person("bob", "Robert van der Berg", "r.berg@uni.edu", "1002", "B")
JOSE = Person("jose", "José Núñez", "", "1003", "A")


def written(folder: Path, data: str | bytes) -> Path:
    path = folder / "roster.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


TEXT = "student,name,email,id,section\nann.smith,Ann Smith,ann.smith@uni.edu,1001,A\n"
FORMS = {
    "plain": TEXT,
    "semicolons": TEXT.replace(",", ";"),
    "tabs": TEXT.replace(",", "\t"),
    "byte-order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "windows line ends": TEXT.replace("\n", "\r\n"),
    "old mac line ends": TEXT.replace("\n", "\r"),
    "excel's separator line": "sep=;\n" + TEXT.replace(",", ";"),
    "blank lines": "\n" + TEXT + "\n,,,,\n",
    "other case, other order": (
        "Section, ID ,Student,E-Mail,EMAIL,Name\nA,1001,ann.smith,x,ann.smith@uni.edu,Ann Smith\n"
    ),
    "quotes": TEXT.replace("ann.smith,Ann", '"ann.smith","Ann').replace("Smith,", 'Smith",', 1),
    "no line end": TEXT.rstrip(),
    "trailing separators": TEXT.replace("1001,A", "1001,A,,"),
}


@pytest.mark.parametrize("form", FORMS)
def test_whatever_a_spreadsheet_saves(form: str, tmp_path: Path) -> None:
    """Separators, encodings, line ends, order and case of columns do not matter."""
    assert read_roster(written(tmp_path, FORMS[form])) == (ANN,)


def test_only_the_student_is_needed(tmp_path: Path) -> None:
    """A list of names with a heading is a roster; a formula's apostrophe is taken off."""
    path = written(tmp_path, "student\nann\n'-rf\n")
    assert read_roster(path) == (Person("ann"), Person("-rf"))


REFUSED = {
    "name,id\nAnn,1\n": "found the columns name, id in {path}; wanted student; name them so in",
    "student,id\nann,1\nbob,2\nann,3\n": "found the student 'ann' in lines 2 and 4 of {path}; want",
    "student,id\nann,1\nbob,1\n": "found the id '1' in lines 2 and 3 of {path}; wanted each once",
    "student,id\n,1\n": "found no student in line 2 of {path}; wanted a name; mend the line",
    "student,Student\na,b\n": "found the column 'student' twice in {path}; wanted it once; remove",
    "student,id\nann,1,more\n": "found 3 cells in line 2 of {path}; wanted 2 as in its first line",
    "student,id\nann\n": "found 1 cells in line 2 of {path}; wanted 2 as in its first line; put",
    'student,id\nbob,1\n"ann,1\n': "found a quote out of place in {path}, from line 3; wanted",
    "": "found {path} empty; wanted a roster with a first line that names its columns; fill it",
    " \n\n": "found {path} empty; wanted a roster with a first line that names its columns",
    "student\n\n": "found no student in {path}; wanted a line for each; fill it",
    b"student\nann\nJos\xe9\n": "found {path} with letters that are no UTF-8 in line 3; wanted a",
    b"PK\x03\x04\x00\x00\xff": "found {path}, which is no text; wanted a roster as a CSV file",
    b"\xff\xfes": "found {path}, which is no text; wanted a roster as a CSV file; save the sheet",
}


@pytest.mark.parametrize("data", REFUSED, ids=lambda data: repr(data)[:40])
def test_what_is_no_roster(data: str | bytes, tmp_path: Path) -> None:
    """One line: what was found, in which line, what to do."""
    path = written(tmp_path, data)
    with pytest.raises(UsageError) as caught:
        read_roster(path)
    assert REFUSED[data].format(path=path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_roster_that_is_not_there(tmp_path: Path) -> None:
    """A missing file and a folder are told apart."""
    with pytest.raises(UsageError, match=r"found no roster at .*none.csv \(No such file"):
        read_roster(tmp_path / "none.csv")
    with pytest.raises(UsageError, match=r"\(Is a directory\); wanted a CSV file; check the path"):
        read_roster(tmp_path)


SAME = {
    "ann.smith": ANN,
    "Ann Smith": ANN,
    "smithann": ANN,  # as Canvas names files
    "Smith, Ann": ANN,
    "ANN_SMITH": ANN,
    "1001": ANN,
    "ann.smith@uni.edu": ANN,
    "r.berg": BOB,
    "Robert van der Berg": BOB,
    "Berg, Robert van der": BOB,
    "bergrobertvander": BOB,
    "Jose\u0301 Nu\u0301n\u0303ez": JOSE,  # letters in another form of Unicode
}


@pytest.mark.parametrize("student", SAME)
def test_one_person_under_many_names(student: str) -> None:
    """Case, spaces, punctuation, order, id and e-mail address: the same person."""
    matched = match([student], [ANN, BOB, JOSE])
    assert matched.people == {student: SAME[student]}
    assert set(matched.missing) == {ANN, BOB, JOSE} - {SAME[student]}


def test_nobody_is_guessed() -> None:
    """Two who would fit are told; neither counts as missing, and neither gets the work."""
    one, other = Person("lee.1", "Kim Lee"), Person("lee.2", "Lee Kim")
    matched = match(["Kim Lee", "Kym Lee"], [one, other, ANN])
    assert matched.people == {}
    assert matched.ambiguous == (("Kim Lee", (one, other)),)
    assert (matched.unknown, matched.missing) == (("Kym Lee",), (ANN,))
    assert roster_lines(matched) == [
        "not submitted (1): ann.smith",
        "not in the roster (1): Kym Lee",
        "not clear who Kim Lee is, of (2): lee.1, lee.2",
    ]


def test_letter_for_letter_goes_first() -> None:
    """Names that differ in case only are two people when the roster has both."""
    small, large = Person("ann"), Person("ANN")
    assert match(["ann", "ANN"], [small, large]).people == {"ann": small, "ANN": large}
    assert match(["Ann"], [small, large]).ambiguous == (("Ann", (small, large)),)


def test_a_long_list_is_cut() -> None:
    """A course that has not begun does not fill the terminal."""
    (line,) = roster_lines(match([], [Person(f"s{n:03}") for n in range(300)]))
    assert line.startswith("not submitted (300): s000, s001")
    assert line.endswith("s019 and 280 more")
    assert roster_lines(match(["a"], [Person("a")])) == []
