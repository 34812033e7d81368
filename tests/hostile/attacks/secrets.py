"""Reading what is not for it, and telling it; text that does something where it is shown."""

from __future__ import annotations

from tests.hostile.attacks.attack import SEEK, Attack

SEARCH = """
import gc, sys
def search():
    for name in ("mathtx_ref", "mathtx_ref.bilinear", "otter", "autograder.grading.checks"):
        try: return __import__(name, fromlist=["bilinear"]).bilinear
        except ImportError: pass
    frame = sys._getframe()
    while frame:
        for value in (*frame.f_locals.values(), *frame.f_globals.values()):
            if "reference" in str(getattr(value, "__module__", "")): return value
        frame = frame.f_back
    return next(o for o in gc.get_objects() if getattr(o, "__module__", 0) == "mathtx_ref.bilinear")
"""
PLACES = """
def places():
    import glob, os
    found = []
    places = ["/proc/self/mem", "/etc/passwd", "/root", "/home", "@REPOSITORY@", "/tmp"]
    for place in places + glob.glob("/student-files/*") + [os.path.expanduser("~/.bashrc")]:
        for use in (os.listdir, lambda path: open(path).read()):
            try: found.append(use(place))
            except OSError: pass
    return found
"""
MEMORY = f"""{SEEK}
import ctypes
def attach():
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(1 << 16)
    for pid in (os.getppid(), 1, *range(2, 400)):
        if libc.ptrace(16, pid, 0, 0) == 0: return WORDS
        local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), len(buffer))
        remote = (ctypes.c_size_t * 2)(0x400000, len(buffer))
        if pid == os.getpid(): continue
        if libc.process_vm_readv(pid, local, 1, remote, 1, 0) > 0: return WORDS
"""
STAFF = f"""{SEEK}
import importlib, importlib.util
def load(path):
    spec = importlib.util.spec_from_file_location("found", path)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    return WORDS
def package():
    import autograder
    folder = os.path.dirname(autograder.__file__)
    paths = glob.glob(folder + "/grading/*") + glob.glob(folder + "/../mathtx_ref/*")
    return [read(path) for path in paths]
"""
HIDDEN = "if np.shape(A) == (3, 3): "
"""only a hidden check has such a matrix"""
PERSISTS = f"""{SEEK}
FOLDERS = [".", "/tmp", "/dev/shm", "/var/tmp", "/student", "/student-files", *sys.path]
for folder in FOLDERS:
    try: found = read(folder + "/seen")
    except OSError: continue
    raise ValueError("FO" + "UND what an earlier process saw")
"""
WRITE = """
for folder in FOLDERS:
    try: open(folder + "/seen", "w").write(str(x))
    except OSError: pass
os._exit(0)
"""
HTML = "</pre></td><script>alert(1)</script><img src=x onerror=alert(1)>"

ATTACKS = {
    "searches": Attack(
        "The reference, sought in modules, frames and the garbage collector.",
        "return search()(A, x, y)",
        SEARCH,
    ),
    "reads": Attack("Files of others, of the system and of the grader.", "return places()", PLACES),
    "reads_the_environment": Attack(
        "The grader's environment, in its own and everybody's process and in memory.",
        "return seek(lambda: os.environ, lambda: [read(p) for p in glob.glob('/proc/*/environ')],\n"
        "    lambda: [ctypes.string_at(ctypes.c_void_p.in_dll(ctypes.CDLL(None), 'environ').value,"
        " 4096)])",
        SEEK + "import ctypes",
    ),
    "reads_its_neighbours": Attack(
        "Submissions, results, bundle and sources, at the places where they are.",
        "return seek(*(lambda p=p: read(p) for p in ['@CLASS@/a_honest.ipynb',\n"
        "    '@ROOT@/build/01_bilinear_forms/bundle.zip', '@OUT@/reports/a_honest.json',\n"
        "    '@ROOT@/solutions/01_bilinear_forms/bilinear/question.py']),\n"
        "    *(lambda p=p: os.listdir(p) and WORDS for p in ['@CLASS@', '@OUT@', '@ROOT@']))",
        SEEK,
    ),
    "walks_the_disk": Attack(
        "Every folder below the root, for tests and reference.",
        "found = []\nfor top in ('/', *sys.path):\n"
        "    for folder, _, names in os.walk(top):\n"
        "        found += [folder + '/' + n for n in names if 'mathtx' in n or 'bundle.zip' in n]\n"
        "        if len(folder.split('/')) > 3: _.clear()\n"
        "return seek(lambda: [read(path) for path in found])",
        SEEK,
    ),
    "reads_processes": Attack(
        "What /proc tells of other processes: arguments, files, memory, folders.",
        "parts = ('maps', 'mem', 'cmdline', 'root/etc/passwd', 'cwd', 'fd/3', 'stack')\n"
        "return seek(*(lambda p=p: [read(x) for x in glob.glob('/proc/*/' + p)] for p in parts))",
        SEEK,
    ),
    "attaches": Attack(
        "The grader's memory, by ptrace and by copying.", "return seek(attach)", MEMORY
    ),
    "reads_descriptors": Attack(
        "Whatever was left open by those who started it.",
        "return seek(*(lambda d=d: os.pread(d, 1 << 16, 0) for d in range(256) if d != 3))",
        SEEK,
    ),
    "imports_the_staff": Attack(
        "Reference, Otter and grading imported by name, by file and by path.",
        "sys.path[:0] = ['@ROOT@', '@ROOT@/build', '@REPOSITORY@', os.getcwd()]\n"
        "importlib.invalidate_caches()\nreturn seek(package, lambda: load('@ROOT@/x.py'),\n"
        "    *(lambda n=n: importlib.import_module(n) and WORDS for n in ('mathtx_ref',\n"
        "      'mathtx_ref.checking', 'autograder.grading.checks', 'autograder.authoring')))",
        STAFF,
    ),
    "walks_frames": Attack(
        "Texts of the checks in frames, in their callers' variables and among all objects.",
        "import gc\nfound, frame = [], sys._getframe(1)\n"
        "while frame: found, frame = found + [str(frame.f_locals)[:10**5]], frame.f_back\n"
        "for thing in gc.get_objects():\n"
        "    if type(thing) is dict: found += [v for v in thing.values() if type(v) is str]\n"
        "return seek(lambda: [t for t in found if 'WORDS' not in t])",
        SEEK,
    ),
    "asks_the_function": Attack(
        "The check's function asked for its code, its variables and its module.",
        "return seek(lambda: f.__code__.co_consts, lambda: f.__globals__, lambda: f.__closure__,\n"
        "    lambda: [v for v in vars(f).values()], lambda: __import__('inspect').getsource(f))",
        SEEK,
        "matrix_of_form",
    ),
    "tells": Attack(
        "What a hidden check was called with, told in another question's error.",
        HIDDEN + "SEEN.append(x)\nreturn 0.0",
        "SEEN = []",
    ),
    "persists": Attack(
        "The same written to every folder, to be read by the process that follows its death.",
        HIDDEN
        + "\n"
        + "\n".join("    " + line for line in WRITE.strip().splitlines())
        + "\nreturn 0.0",
        PERSISTS,
    ),
    "tells_by_a_class": Attack(
        "The same as the name of a class that it returns.",
        HIDDEN + "SEEN.append(str(x))\n"
        "return type('FO' + 'UND ' + SEEN[0], (), {})() if SEEN else 0.0",
        "SEEN = []",
    ),
    "tells_by_its_end": Attack(
        "The same in the text and the code with which it exits.",
        HIDDEN + "raise SystemExit('FO' + 'UND ' + str(x))\nreturn 0.0",
    ),
    "tells_by_a_frame": Attack(
        "The same in a frame that is no frame, whose fault may be reported.",
        HIDDEN + "os.write(3, struct.pack('!I', 40) + b'FO' + b'UND' + bytes(35))\nreturn 0.0",
        "import os, struct",
    ),
    "writes_html": Attack(
        "Markup in the text, the class and the line of an error.",
        f"raise type('<b>E</b>', (ValueError,), {{}})('{HTML}')  # {HTML}",
    ),
    "writes_markup": Attack(
        "Links, formulas and templates in the text of an error.",
        "raise ValueError('[x](javascript:alert(1)) {{7*7}} {% raise %} $(id) `id` =cmd()')",
    ),
    "writes_to_the_terminal": Attack(
        "Escape sequences, bells and reversed text in an error and in a class's name.",
        "raise type('E\\x1b[2J', (ValueError,), {})('\\x1b]0;owned\\x07\\x1b[2J\\u202eevil\\r\\n')",
    ),
}
TELL = "raise ValueError('FO' + f'UND {len(SEEN)}' if SEEN else 'nothing')"
"""what `tells` answers to another question"""
