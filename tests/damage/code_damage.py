"""Extra cells that misbehave, answers in odd shapes, and failures that cost one question."""

# ruff: noqa: E501 - the tables of damage read better with a row to a line

from __future__ import annotations

from tests.damage.assignment import (
    RIGHT,
    Case,
    answered,
    conflict_in,
    insert,
)


def extra(text: str, *stopped: tuple[int, int | None, str], score: float = 7.0) -> Case:
    """A cell of the student's own, the sixth, below the first answer."""
    return Case(lambda d: insert(d, "add-check", text), score=score, stopped=stopped)


EXTRAS = {
    "raises": extra("x = 1\n1 / 0", (6, 2, "ZeroDivisionError")),
    "asks": extra("name = input('Who? ')", (6, 1, "EOFError")),
    "asks_a_password": extra("from getpass import getpass\nkey = getpass()", (6, 2, "EOFError")),
    "line_magics": extra("%load_ext autoreload\n%autoreload 2\n%time add(1, 2)\nadd?\n??add"),
    "matplotlib_widget": extra("%matplotlib widget\n%matplotlib notebook"),
    "time_magic": extra("%%time\nadd(1, 2)"),
    "timeit_magic": extra("%%timeit -n 3\nadd(1, 2)"),
    "bash_magic": extra("%%bash\nrm -rf ~\nwhile true; do :; done"),
    "html_magic": extra("%%html\n<b>bold</b>"),
    "writefile_magic": extra("%%writefile helper.py\ndef f(): return 1"),
    "javascript_magic": extra("%%javascript\nfor (;;) {}"),
    "unknown_magic": extra("%%nobody_knows\nthis is ( no python"),
    "installs": extra("!pip install numpy\n%pip install scipy\n%conda install x"),
    "shell_result": extra("files = !ls\nprint(len(files))"),
    "shows": extra("plt.plot([1, 2])\nplt.show()\nplt.savefig('x.png')"),
    "displays": extra("from IPython.display import display, Markdown\ndisplay(Markdown('*x*'))"),
    "displays_bare": extra("display(add(1, 2))"),
    "awaits": extra("import asyncio\nawait asyncio.sleep(0)"),
    "exits": extra("import sys\nsys.exit()", (6, 2, "SystemExit")),
    "quits": extra("quit()", (6, 1, "SystemExit")),
    "exit_bare": extra("exit"),
    "never_ends": extra("n = 0\nwhile True:\n    n += 1", (6, None, "OutOfTime")),
    "interrupted": extra("raise KeyboardInterrupt", (6, 1, "KeyboardInterrupt")),
    "imports_widgets": extra("import ipywidgets as w\nw.IntSlider()", (6, 1, "ModuleNotFoundError")),
    "imports_colab": extra(
        "from google.colab import drive\ndrive.mount('/x')", (6, 1, "ModuleNotFoundError")
    ),
    "opens_a_file": extra("open('data.csv').read()", (6, 1, "FileNotFoundError")),
    "loads_from_the_web": extra(
        "import urllib.request\nurllib.request.urlopen('http://example.org')", (6, 2, "URLError")
    ),
    "changes_folder": extra("import os\nos.chdir('/content')", (6, 2, "FileNotFoundError")),
    "prints_megabytes": extra("for _ in range(40):\n    print('x' * 2**16)"),
    "is_broken": extra("def f(:\n  pass", (6, 1, "SyntaxError")),
    "is_prose": extra("I tried add(2, 3) and it gave 5.", (6, 1, "SyntaxError")),
    "seeds_and_options": extra("np.random.seed(0)\nnp.seterr(all='raise')\nnp.set_printoptions(2)"),
    "warns_as_errors": extra("import warnings\nwarnings.simplefilter('error')"),
    "closes_streams": extra("import sys\nsys.stdout.close()\nsys.stderr = None"),
    "logs": extra("import logging\nlogging.basicConfig(level=0)\nlogging.error('x')"),
    "threads": extra("import threading\nthreading.Thread(target=print, args=('x',)).start()"),
    "exec_cell": extra("import gc\ngc.disable()\ngc.collect()"),
    "deletes_the_name": Case(
        lambda d: insert(d, "half-check", "del add"), said=("cell 13 gives add another meaning",)
    ),
    "takes_the_name": Case(
        lambda d: insert(d, "half-check", "add = add(2, 3)"), said=("gives add another meaning",)
    ),
    "clears_everything": Case(lambda d: insert(d, "half-check", "%reset -f")),
    "kills_the_kernel": Case(
        lambda d: insert(d, "add-check", "import os\nos._exit(0)"), stopped=((6, None, "stopped"),)
    ),
}  # fmt: skip

MINE = RIGHT["double"].replace("double", "mine")
METHOD = "".join(f"    {line}\n" for line in RIGHT["double"].split("\n"))


def double(text: str, score: float = 7.0, *said: str) -> Case:
    return Case(lambda d: answered(d, double=text), score=score, said=said)


SHAPES = {
    "decorated": double(f"import functools\n@functools.cache\n{RIGHT['double']}"),
    "own_decorator": double(f"def same(f):\n    return f\n\n@same\n{RIGHT['double']}"),
    "class_wrapping": double(f"class C:\n    @staticmethod\n{METHOD}\ndouble = C.double"),
    "callable_object": double(
        f"class C:\n{METHOD.replace('double(x)', '__call__(self, x)')}\ndouble = C()"
    ),
    "lambda": double("double = lambda x: 2 * x if not isinstance(x, str) else int('z')"),
    "aliased": double(f"{MINE}\ndouble = mine"),
    "conditional": double(f"if 1 < 2:\n{METHOD}\nelse:\n    double = None"),
    "exec": double(f'exec("""{RIGHT["double"].replace(chr(34), chr(39))}""")'),
    "star_import": double(f"from numpy import *\n{RIGHT['double']}"),
    "async": double(RIGHT["double"].replace("def", "async def"), 5.0),
    "generator": double(RIGHT["double"].replace("return", "yield"), 5.0),
    "renamed": double(MINE, 5.0, "not answered"),
    "typed": double(RIGHT["double"].replace("(x)", "(x: 'np.ndarray | float') -> float")),
    "future": double(f"from __future__ import annotations\n{RIGHT['double'].replace('(x)', '(x: X)')}"),
    "placeholder_line_left": double(f"{RIGHT['double']}\n    raise NotImplementedError('later')"),
    "printing": double(RIGHT["double"].replace("return", "print(x); return")),
    "very_long": double(RIGHT["double"] + "\n" + "# a remark\n" * 30_000),
    "with_a_call": double(f"{RIGHT['double']}\n\ndouble(3)\nassert double(1) == 2"),
    "with_a_failed_assert": double(f"{RIGHT['double']}\n\nassert double(1) == 3"),
    "main_guard": double(f"if __name__ == '__main__':\n{METHOD}"),
}  # fmt: skip


PARTIAL = {
    "a_cell_raises_first": Case(
        lambda d: answered(d, double=f"n = []\nn[0]\n{RIGHT['double']}"),
        score=5.0,
        said=("cell 8, line 2: IndexError: list index out of range",),
        stopped=((8, 2, "IndexError"),),
    ),
    "a_cell_raises_in_a_function": Case(
        lambda d: answered(d, double=f"def h():\n    return u\n\nh()\n{RIGHT['double']}"),
        score=5.0,
        said=("cell 8, line 2: NameError: name 'u' is not defined",),
        stopped=((8, 2, "NameError"),),
    ),
    "a_syntax_error": Case(
        lambda d: answered(d, double="def double(x):\n    y = 2 *\n    return y"),
        score=5.0,
        said=("cell 8, line 2: SyntaxError",),
        stopped=((8, 2, "SyntaxError"),),
    ),
    "an_indentation_error": Case(
        lambda d: answered(d, double="def double(x):\nreturn 2 * x"),
        score=5.0,
        said=("cell 8, line 2: IndentationError",),
        stopped=((8, 2, "IndentationError"),),
    ),
    "a_bracket_left_open": Case(
        lambda d: answered(d, half="def half(x):\n    return (x / 2\n\ndef third(f, x):\n    pass"),
        score=3.0,
        said=(r"cell 12, line \d: SyntaxError: '\(' was never closed",),
    ),
    "a_conflict_in_a_cell": Case(
        conflict_in,
        score=5.0,
        said=("cell 8, line 4: SyntaxError",),
        stopped=((8, 4, "SyntaxError"),),
    ),
    "sys_exit_in_an_answer": Case(
        lambda d: answered(d, double=f"import sys\nsys.exit('no')\n{RIGHT['double']}"),
        score=5.0,
        said=("cell 8, line 2: SystemExit",),
        stopped=((8, 2, "SystemExit"),),
    ),
    "sys_exit_in_a_function": Case(
        lambda d: answered(d, double="import sys\ndef double(x):\n    sys.exit(3)"), score=5.0
    ),
    "an_answer_kills_its_process": Case(
        lambda d: answered(d, double="import os\ndef double(x):\n    os._exit(0)"),
        score=5.0,
        said=("double",),
    ),
    "a_cell_kills_its_process": Case(
        lambda d: answered(d, double=f"import os\nos.abort()\n{RIGHT['double']}"),
        said=("cell 8",),
        stopped=((8, None, "stopped"),),
    ),
    "an_endless_answer": Case(
        lambda d: answered(d, double="def double(x):\n    while True:\n        pass"), score=5.0,
        said=("0.4 s of CPU time",),
    ),
    "an_endless_cell_above_its_answer": Case(
        lambda d: answered(d, double=f"while True:\n    pass\n\n{RIGHT['double']}"),
        score=5.0,
        said=("cell 8, line [12]: .*stopped after 0.4 s of CPU time",),
    ),
    "an_endless_cell_below_its_answer": Case(
        lambda d: answered(d, double=f"{RIGHT['double']}\n\nwhile True:\n    pass"),
    ),
    "memory_without_end": Case(
        lambda d: answered(d, double="def double(x):\n    return [0] * 10**10"), score=5.0,
    ),
    "recursion_without_end": Case(
        lambda d: answered(d, double="def double(x):\n    return double(x)"), score=5.0,
    ),
    "needs_a_lost_helper": Case(
        lambda d: answered(d, double="def double(x):\n    return helper(x)"), score=5.0,
    ),
    "asks_in_a_function": Case(
        lambda d: answered(d, double="def double(x):\n    return int(input())"), score=5.0,
    ),
    "returns_nothing": Case(
        lambda d: answered(d, double="def double(x):\n    print(2 * x)"), score=5.0,
    ),
    "takes_other_arguments": Case(
        lambda d: answered(d, double="def double():\n    return 8"), score=5.0,
    ),
}  # fmt: skip
