"""What an instructor should take from the numbers, in sentences; each leads to its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.reports.class_statistics import QuestionStatistics, all_misconceptions
from autograder.reports.text import counted, number, signed

MANY = 0.1
"""A misconception that so many share is worth a word in class."""
SEVERAL = 2
MOST_IDEAS = 5
HARD = 0.4
FLAT = 0.15
"""Below this a question hardly tells who knows the rest; in a small class that is chance."""
ENOUGH = 20

IDEA = "{percent} % ({count} of {answered} answers) in {question}: {sentence}"
BROKEN = (
    "{question} is hard (mean {percent} %) and those who do well elsewhere do no better on it "
    "(discrimination {value}): read the question and its checks before you blame the class."
)
STRAY = (
    "{question} does not follow the rest (discrimination {value}): does it ask for something else?"
)
DIFFICULT = "{question} is hard: the mean is {percent} % of its points."
SLOW = "{question}: {timeouts} of {total} ran out of time."
WAITING = "{submissions} {need} a person before the scores are final."
ROSTER = "{heading}: {count}"


@dataclass(frozen=True)
class Note:
    """One sentence and the id of the section that it is about."""

    text: str
    anchor: str


def class_notes(
    questions: Sequence[QuestionStatistics],
    attention: int,
    roster: Sequence[tuple[str, Sequence[str]]],
) -> tuple[Note, ...]:
    """Ideas first, then questions, then what is left to do. Empty when nothing stands out."""
    notes = [*_ideas(questions)]
    for question in questions:
        notes += [Note(text, f"q{question.number}") for text in _about(question)]
    if attention:
        need = "needs" if attention == 1 else "need"
        text = WAITING.format(submissions=counted(attention, "submission"), need=need)
        notes.append(Note(text, "attention"))
    notes += [
        Note(ROSTER.format(heading=heading, count=len(names)), "roster")
        for heading, names in roster
    ]
    return tuple(notes)


def _ideas(questions: Sequence[QuestionStatistics]) -> Iterator[Note]:
    often = [
        one for one in all_misconceptions(questions) if one.rate >= MANY and one.count >= SEVERAL
    ]
    for one in often[:MOST_IDEAS]:
        text = IDEA.format(
            percent=number(one.rate * 100, 0),
            count=one.count,
            answered=one.answered,
            question=one.question,
            sentence=one.sentence,
        )
        yield Note(text, "ideas")


def _about(question: QuestionStatistics) -> Iterator[str]:
    value, hard = question.discrimination, question.share < HARD
    flat = value is not None and value < FLAT and question.total >= ENOUGH
    said = {
        "question": question.title,
        "percent": number(question.share * 100, 0),
        "value": "" if value is None else signed(value),
    }
    if flat:
        yield (BROKEN if hard else STRAY).format(**said)
    elif hard:
        yield DIFFICULT.format(**said)
    if question.timeouts:
        yield SLOW.format(question=question.title, timeouts=question.timeouts, total=question.total)
