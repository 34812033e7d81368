"""What `autograder new` writes: texts that build at once and say at every place what to fill in.

`«name»` and the like are replaced; Python's own braces stay as they are.
"""

from __future__ import annotations

TODO = "TODO"

SETTINGS = '''\
# The title stands above the introduction, on the feedback page and in the class's report.
title = "«title»"
# The code cell after the introduction.
setup = """
import numpy as np
"""
# Files beside this one that are shipped with the notebook.
files = []

# A question's folder and its points; the order here is the order in the notebook.
[points]
«name» = «points»

# CPU seconds for one call of a student's function, and for one cell; see docs/reference.md.
[limits]
call_cpu = 2
cell_cpu = 6
'''

INTRO = """\
# «title»

TODO: say in two or three sentences what these questions are about.
TODO: name the part of the lecture that they follow.

## How this notebook works

- TODO: how many questions and points, how long it takes.
  There is one written question at the end.
- Each question has one **answer cell**: a function whose first lines say what it must do.
  Replace the line `raise NotImplementedError(…)` by your answer.
- Run the cell, then the `grader.check(…)` cell below it.
  It runs the public checks and says at once what is missing.
- When the notebook is graded, further checks run.
  Everything they ask for is written in the prompt or in the answer cell.

## Conventions

TODO: what holds for every question: kinds of input, shapes, which errors are raised,
how exact a number must be.
"""

WRITTEN_QUESTION = """\
### A written question: TODO: its subject

TODO: ask for something that no check can judge: a reason, a picture in words, a mistake to explain.
This answer is read and marked by a person; it carries no points in the automatic score.
"""

WRITTEN_RUBRIC = """\
# Rubric: TODO: its subject («marks» marks)

- 1 mark: TODO: what earns it.
- 1 mark: TODO: what earns it.
"""

QUESTION = '''\
# %% [markdown]
# ### TODO: the title of «name»
#
# TODO: the prompt: what is asked for and why, with an example.
# All that a check demands must be said here or in the answer cell.


# %% tags=["answer"]
def «name»(x):
    """TODO: what «name»(x) returns. So far: x itself.

    TODO: all that a student must know: shapes and kinds of x, what is returned, which errors.
    """
    # BEGIN SOLUTION
    return x  # TODO
    # END SOLUTION


# %% tags=["check"] points=«public» hint="TODO: a sentence that leads to the answer."
def «name»_gives_the_example(«name»):
    """TODO: the sentence a student reads; a public check shows an example with numbers."""
    value = «name»(3)
    assert value == 3, f"«name»(3) is {value}, wanted 3"


# %% tags=["check", "hidden"] points=«hidden» hint="TODO: a sentence that leads to the answer."
def «name»_holds_in_general(«name»):
    """TODO: the sentence a student reads; a hidden check asks for the general case."""
    # TODO: compare with the reference (from mathtx_ref import …) where there is one.
    for x in (0, -2, 7.5):
        value = «name»(x)
        assert value == x, f"«name»({x}) is {value}, wanted {x}"


# %% tags=["figure"]
# TODO: draw something with the student's function, or remove this cell.
try:
    print("«name»(3) is", «name»(3))
except NotImplementedError as missing:
    print("This cell waits for an answer:", missing)
'''

ACCEPTED = '''\
"""TODO: how this right answer differs from the solution."""


def «name»(x):
    return x  # TODO: solve it in another way
'''

# The body is a right answer: verify says that the mutant survives until somebody makes it wrong.
MUTANT = '''\
"""TODO: the misconception, a sentence to the student who has it."""
# caught by: «checks»
# nudge: TODO: a question that leads the student to see it.

# TODO: this is the solution. Make the mistake in it; until then verify says that it survives.
«answer»
'''
