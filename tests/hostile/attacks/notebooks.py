"""Whole notebooks: what the file says about itself, and cells around the answers."""

from __future__ import annotations

from typing import Any

from tests.hostile.attacks.attack import SEEK, Attack

GRADER = """
class Notebook:
    def __init__(self, *args, **kwargs): pass
    def check(self, name): return "bilinear results: All test cases passed!"
    check_all = export = check
import sys, types
otter = sys.modules["otter"] = types.ModuleType("otter")
otter.Notebook, grader = Notebook, Notebook()
open("results.json", "w").write('{"tests": [{"score": 2, "max_score": 2}]}')
open("gradebook.csv", "w").write("student,score\\nnotebooks,14")
"""
MAGICS = f"""{SEEK}
lines = !cat /etc/passwd
%env TZ=Asia/Tokyo
%run /etc/passwd
%load_ext autoreload
shell = get_ipython()
shell.system("touch @OUT@/hostile-mark")
shell.run_cell("import os; os.system('touch @CLASS@/hostile-mark')")
seek(lambda: list(lines), lambda: shell.getoutput("env"), lambda: shell.user_ns["SECRET"])
"""


def says_it_passed(document: dict[str, Any]) -> None:
    """Outputs, points and results in the notebook's own data."""
    output = {"output_type": "stream", "name": "stdout", "text": "All tests passed! 2 of 2 points"}
    for cell in document["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [output], 1
        cell["metadata"] |= {"otter": {"points": 10**6}, "score": 10**6}
    document["metadata"] |= {"score": 14, "otter": {"tests": {"bilinear": {"points": 10**6}}}}


def names_a_kernel(document: dict[str, Any]) -> None:
    """A kernel that is a command."""
    kernel = {"name": "python3", "display_name": "$(touch hostile-mark)", "language": "python"}
    document["metadata"]["kernelspec"] = kernel | {"argv": ["touch", "@OUT@/hostile-mark"]}


def writes_html(document: dict[str, Any]) -> None:
    """Markup wherever the file has text."""
    evil = "<script>alert(1)</script>"
    document["metadata"]["title"] = document["metadata"]["authors"] = evil
    for cell in document["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = evil


ATTACKS = {
    "says_it_passed": Attack("Outputs and metadata that say all is right.", edit=says_it_passed),
    "names_a_kernel": Attack("A kernel that is a command of the shell.", edit=names_a_kernel),
    "markup_everywhere": Attack("Markup in titles, texts and names.", edit=writes_html),
    "brings_its_grader": Attack(
        "A grader of its own, and result files in all known forms.", cell=GRADER, after=GRADER
    ),
    "uses_magics": Attack("Commands of the shell, through IPython.", cell=MAGICS),
    "takes_back_its_answers": Attack(
        "All names deleted and bound anew at the end, builtins among them.",
        after="bilinear = 433\nprint = sum = abs = len = lambda *args: 433",
    ),
    "exits_at_the_end": Attack(
        "A notebook that ends its process in its last cell.", after="import os\nos._exit(0)"
    ),
    "raises_everywhere": Attack(
        "Exceptions of every kind in cells around the answers.",
        cell="raise KeyboardInterrupt",
        after="raise BaseExceptionGroup('x', [SystemExit(0), GeneratorExit()])",
    ),
    "awaits": Attack(
        "A task that is to go on behind the cells.",
        cell="import asyncio\nasync def stay():\n    while True: await asyncio.sleep(0.01)\n"
        "task = asyncio.ensure_future(stay())\nawait asyncio.sleep(0.01)",
    ),
}
