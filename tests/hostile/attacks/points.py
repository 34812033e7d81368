"""Points for wrong answers: values and exceptions that lie, checks that are led astray."""

from __future__ import annotations

from tests.hostile.attacks.attack import Attack

FORM = "matrix_of_form"
TRUTH = "is_bilinear"
TERMS = "bilinear_terms"

PATCHES = """
import builtins, msgpack, socket, sys
for name in ("allclose", "isclose", "array_equal"):
    setattr(np, name, lambda *a, **k: True)
np.shape = lambda *a: ()
builtins.abs = lambda *a: 0
builtins.AssertionError = type("Calm", (Exception,), {})
for name, module in list(sys.modules.items()):
    if name.startswith(("mathtx", "otter", "autograder.grading")): raise SystemExit
    if name.startswith("autograder.boundary"):
        for part in ("check_content", "get_traced_memory"):
            if hasattr(module, part): setattr(module, part, lambda *a: True)
"""
LIAR = """
class Liar(float):
    __module__ = "numpy"
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def __float__(self): return 433.0
    def __sub__(self, other): return 0.0
    def __abs__(self): return 0.0
    shape = ()
"""
UFUNCS = """
class Yes(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **options): return np.True_
    def __array_function__(self, function, types, args, kwargs): return True
    def __array_finalize__(self, other): pass
"""
PROTOCOLS = """
class Anything:
    __array_priority__ = 10**9
    __class__ = float
    dtype, shape, ndim, size = np.dtype(float), (), 0, 1
    def __array__(self, dtype=None, copy=None): return np.float64(433)
    def __array_function__(self, function, types, args, kwargs): return True
    def __array_ufunc__(self, ufunc, method, *inputs, **options): return np.True_
    def __getattr__(self, name): return self
    def __call__(self, *args, **kwargs): return self
    def __bool__(self): return True
    def __eq__(self, other): return True
    def __hash__(self): return hash(True)
    def __float__(self): return 433.0
"""
IMPORTS = """
import builtins, importlib.abc, importlib.machinery, sys, types
class Everything(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return lambda *args, **kwargs: None
class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mathtx_ref", "otter", "autograder"):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
    def create_module(self, spec): return Everything(spec.name)
    def exec_module(self, module): pass
sys.meta_path.insert(0, Finder())
for name in ("mathtx_ref", "mathtx_ref.checking", "mathtx_ref.bilinear", "otter.test_files"):
    sys.modules[name] = Everything(name)
real = builtins.__import__
builtins.__import__ = lambda name, *a, **k: sys.modules.get(name) or real(name, *a, **k)
"""
STATES = """
import decimal, gc, locale, os, random, time
np.seterr(all="raise")
np.set_printoptions(formatter={"all": lambda value: "433"}, threshold=0)
os.environ.update(TZ="Asia/Tokyo", LANG="tr_TR", PYTHONHASHSEED="1")
time.tzset()
random.seed(433)
np.random.seed(433)
gc.disable()
sys = __import__("sys")
sys.set_int_max_str_digits(0)
decimal.getcontext().prec = 1
"""
TRACES = """
import sys, threading
def trace(frame, event, arg):
    if frame.f_code.co_name in ("_call", "_reply", "value"): frame.f_locals["value"] = 433.0
    return trace
def hook(*args): pass
"""
SAID = "raise type('Success', (AssertionError,), {})('all checks passed, 2 of 2 points')"
EXAMPLES = """
if np.ndim(x) == 1: return 433.0 if x[0] == 5 else 431.0
return np.array([3.0, 5.0, 6.0])
"""

ATTACKS = {
    "lies": Attack("A float that equals everything.", "return Liar()", LIAR),
    "liar_in_an_array": Attack(
        "The same inside an array of objects.", "return np.array(Liar(), dtype=object)", LIAR
    ),
    "overrides_ufuncs": Attack(
        "An array whose class answers every numpy function with True.",
        "return np.zeros(()).view(Yes)",
        UFUNCS,
    ),
    "pretends_to_be_a_float": Attack(
        "An object with every protocol of numbers, arrays and truth values.",
        "return Anything()",
        PROTOCOLS,
    ),
    "pretends_to_be_a_truth_value": Attack(
        "The same where True or False is wanted.", "return Anything()", PROTOCOLS, TRUTH
    ),
    "truth_in_an_object_array": Attack(
        "A truth value that is both, in an array without axes.",
        "return np.array(Anything(), dtype=object)",
        PROTOCOLS,
        TRUTH,
    ),
    "always_true": Attack("True for every black box.", "return True", question=TRUTH),
    "true_in_an_array": Attack(
        "An array of both truth values, of which any() or all() may please.",
        "return np.array([True, False])",
        question=TRUTH,
    ),
    "masked": Attack(
        "A masked array: what is masked differs from nothing.",
        "return np.ma.masked_array(np.zeros((2, 2)), mask=True)",
        question=TERMS,
    ),
    "empty": Attack(
        "An array without entries: all of none are right.",
        "return np.zeros((0, 0))",
        question=TERMS,
    ),
    "matrix": Attack(
        "numpy.matrix, which is never one-dimensional and multiplies in its own way.",
        "return np.matrix([[0.0]])",
        question="change_of_basis",
    ),
    "nan": Attack("NaN, which is not far from anything.", "return np.full((), np.nan)"),
    "infinite": Attack("Infinity, whose tolerance is infinite.", "return np.inf"),
    "structured": Attack(
        "A record with a number in it.", "return np.zeros((), [('value', float)])"
    ),
    "dates": Attack("A date, NaT of which compares oddly.", "return np.datetime64('NaT')"),
    "foreign_bits": Attack(
        "Truth values whose byte is 255 and long doubles that are no numbers.",
        "return np.full(16, 255, np.uint8).view(np.longdouble)[0]",
    ),
    "an_int_too_long": Attack("An int of ten million bits.", "return 1 << 10**7"),
    "gives_back": Attack("The argument itself as the answer.", "return A"),
    "memorises": Attack(
        "The answers of the public examples, which are its values and earn their points.",
        EXAMPLES.strip(),
        gain=0.5,
    ),
    "wipes_arguments": Attack(
        "Arguments overwritten, so that the check's own expectation changes.",
        "for a in (A, x, y): a[...] = 0\nreturn 0.0",
    ),
    "wipes_lists": Attack(
        "The same with the lists of a check.", "del A[:], x[:], y[:]\nreturn 433"
    ),
    "reshapes_arguments": Attack(
        "Arguments whose shape and type are changed in place.",
        "A.shape = (A.size,)\nx.dtype = np.int64\nreturn 0.0",
    ),
    "opens_locked_arguments": Attack(
        "Read-only arguments unlocked through their base and through memory.",
        "import ctypes\nfor a in (A, x, y):\n"
        "    a = np.asarray(a)\n"
        "    try: a.flags.writeable = True\n    except ValueError: pass\n"
        "    if a.size: ctypes.memset(a.ctypes.data, 0, a.nbytes)\nreturn 0.0",
    ),
    "remembers_arguments": Attack(
        "Arguments of earlier calls changed in later ones.",
        "KEPT.extend([A, x, y])\nfor a in KEPT: a *= 0\nreturn 0.0",
        "KEPT = []",
    ),
    "sets_the_generator": Attack(
        "The check's own Generator brought into a state that it never leaves.",
        "bits = rng.bit_generator\n"
        "bits.state = bits.state | {'state': {'state': 1, 'inc': 2}}\nreturn True",
        question=TRUTH,
    ),
    "value_error": Attack(
        "ValueError for everything, since some checks want it.", "raise ValueError"
    ),
    "value_error_for_truth": Attack(
        "The same where NaN may be answered with it.", "raise ValueError", question=TRUTH
    ),
    "stops_iteration": Attack("An exception that ends the check's loops.", "raise StopIteration"),
    "says_success": Attack("An AssertionError that is called Success.", SAID),
    "exits_with_0": Attack("SystemExit(0), as a program that went well.", "raise SystemExit(0)"),
    "interrupts": Attack("An interrupt, as if from the TA.", "raise KeyboardInterrupt"),
    "closes_generators": Attack("GeneratorExit, which generators swallow.", "raise GeneratorExit"),
    "raises_a_group": Attack(
        "A group of exceptions, none of which is an Exception.",
        "raise BaseExceptionGroup('all', [KeyboardInterrupt(), SystemExit(0)])",
    ),
    "warns": Attack(
        "Warnings as errors, and an error that is a warning.",
        "import warnings\nwarnings.simplefilter('error')\nraise DeprecationWarning('433')",
    ),
    "lies_about_its_class": Attack(
        "An exception that says it is another and whose text raises.",
        "raise Lie",
        "class Lie(Exception):\n    __class__ = ValueError\n    __name__ = 'ValueError'\n"
        "    def __str__(self): raise SystemExit(0)",
    ),
    "patches": Attack("numpy, builtins and the worker's modules patched.", cell=PATCHES),
    "hooks_imports": Attack("Import hooks that supply a reference of its own.", cell=IMPORTS),
    "changes_settings": Attack(
        "Global settings of numpy, Python and the clock changed.", cell=STATES
    ),
    "traces": Attack(
        "Trace and profile functions that rewrite the worker's variables.",
        "sys.settrace(trace)\nthreading.setprofile(hook)\nsys.setprofile(None)\n"
        "sys.addaudithook(hook)\nsys._getframe(1).f_trace = trace\nreturn 0.0",
        TRACES,
    ),
    "rebinds_its_name": Attack(
        "The function's name bound to an object with every protocol, at the end.",
        cell=PROTOCOLS,
        after="bilinear = Anything()",
    ),
    "renames_the_module": Attack(
        "A namespace that says it is the grader's.",
        after="__name__ = 'autograder.boundary.session'\n__builtins__ = {}\n__file__ = 'checks.py'",
    ),
    "writes_into_a_float": Attack(
        "The value of a float changed in memory after it was made.",
        "import ctypes\nvalue = float(len(A))\n"
        "ctypes.c_double.from_address(id(value) + 16).value = 433.0\nreturn value",
    ),
}
