# %% [markdown]
# # Start here
#
# Ten minutes with this notebook, and the others will hold no surprises.
# It installs nothing and is not handed in.
#
# - Run a cell with **Shift + Enter**; the grey ones hold Python.
# - Run the cells from top to bottom. If something is odd: *Kernel → Restart Kernel and Run All Cells*.

# %% [markdown]
# ## 1. Is everything there?
#
# The next cell only looks. Where something is missing, it says what to do.

# %%
import sys
from importlib import metadata

WANTED = {"numpy": "1.26", "matplotlib": "3.8", "otter-grader": "7.0"}


def as_numbers(version):
    """(1, 26) for "1.26.4": numbers can be compared."""
    return tuple(
        int("0" + "".join(c for c in part if c.isdigit())) for part in version.split(".")[:2]
    )


to_do = []
if sys.version_info < (3, 11):
    to_do.append(
        "Install Python 3.11 or newer and make a new environment with it, as README.md shows."
    )
print(f"Python {sys.version.split()[0]}: {'too old' if to_do else 'good'}")
for package, wanted in WANTED.items():
    try:
        found = metadata.version(package)
    except metadata.PackageNotFoundError:
        found = None
    good = found is not None and as_numbers(found) >= as_numbers(wanted)
    print(
        f"{package} {found or 'is not installed'}: {'good' if good else 'wanted ' + wanted + ' or newer'}"
    )
    if not good:
        to_do.append(f"Install {package} {wanted} or newer.")

if to_do:
    print("\nTo do, before you go on:")
    for step in to_do:
        print("-", step)
    print(
        "For packages: close Jupyter, type  pip install -r requirements.txt  in a terminal, in the folder"
    )
    print(
        "of this notebook and in the environment that Jupyter runs in, and open the notebook again."
    )
    print("On a JupyterHub, show this to the person who runs it.")
else:
    print("\nEverything is there. Go on.")

# %% [markdown]
# ## 2. A question, answered
#
# Every notebook loads its checks first. They are stored in the notebook file itself, so **keep the file's name**.

# %% tags=["start"]

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ### The length of a vector
#
# $$\|x\|=\sqrt{x_1^2+\dots+x_n^2}$$
#
# **Your task.** Compute it.
#
# Below is the *answer cell*: the only kind of cell that you edit. In the assignments it ends with the line
#
# ```python
#     raise NotImplementedError("vector_length is not answered yet")  # replace this line with your answer
# ```
#
# Here somebody has already replaced it by two lines. The text under `def` is part of the task: what comes in, what goes out, what is an error.


# %% tags=["answer"]
def vector_length(x):
    """The Euclidean length of x.

    x: a vector of shape (n,): a list or an array, of any kind of numbers.

    Returns one number.
    """
    # BEGIN SOLUTION
    entries = np.asarray(x, dtype=float)
    return float(np.sqrt(entries @ entries))
    # END SOLUTION


# %% tags=["check"] points=0.5 hint="Square, add up, take the root: 9 + 16 = 25."
def knows_the_triangle_with_sides_3_4_5(vector_length):
    """The vector (3, 4) has the length 5."""
    value = vector_length([3, 4])
    assert abs(value - 5) < 1e-12, f"vector_length([3, 4]) returned {value}, expected 5"


# %% tags=["check"] points=0.5 hint="How many entries has x? Add up the squares of all of them."
def takes_vectors_of_any_size(vector_length):
    """The vector (2, 3, 6) has the length 7."""
    value = vector_length([2, 3, 6])
    assert abs(value - 7) < 1e-12, f"vector_length([2, 3, 6]) returned {value}, expected 7"


# %% [markdown]
# The cell above ran the **public checks**. They pass.
#
# Now break the answer: write `np.sum(entries)` in place of `np.sqrt(entries @ entries)`, run the answer cell, then the check cell again.
# You see which check fails, what it got and what it wanted, and a hint. Repair it afterwards.

# %% tags=["figure"]
angles = np.linspace(0, 2 * np.pi, 200)
circle = [(np.cos(t), np.sin(t)) for t in angles]
fig, ax = plt.subplots(figsize=(4, 4))
ax.plot(*np.transpose([np.array(v) / vector_length(v) for v in circle]))
ax.annotate("", (0.6, 0.8), (0, 0), arrowprops={"arrowstyle": "->"})
ax.set(aspect="equal", title="Vectors of length 1, by your function")
plt.show()

# %% [markdown]
# Cells like this one draw with *your* functions. They carry no points.
#
# ## 3. What is a hidden check?
#
# Public checks are examples. When your notebook is graded, **hidden checks** run besides: other sizes, other kinds of numbers, special cases, and inputs that ought to be refused.
# For the question above a hidden check might ask for a vector with a thousand entries, one with a single entry, an array of integers, or whether `x` is still what it was after the call.
#
# They carry at least two thirds of the points, and they ask for nothing that the prompt and the text under `def` do not say. So *all public checks pass* means: your answer is on the right way. Read the task once more and try inputs of your own before you go on.
#
# ## 4. Hand in
#
# 1. *Kernel → Restart Kernel and Run All Cells*. A notebook that runs in this way runs at the grader's, too.
# 2. Save (**Ctrl + S**; on a Mac **⌘ + S**).
# 3. Hand in the notebook file (`.ipynb`) itself, under the name it has. No PDF, no copied text, no zip is needed.
#
# An unanswered question costs its own points and nothing else, and so does an answer that raises an error or never ends.
# You get a page back with what passed, what did not, and hints.
#
# Now open the notebook in the folder `01_…`.
