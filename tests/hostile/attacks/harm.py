"""Harm: to the machine, to the grader, to those who are graded beside and afterwards."""

from __future__ import annotations

from tests.hostile.attacks.attack import Attack

FORM = "matrix_of_form"
NEVER = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
CHILDREN = """
import ctypes, os, subprocess, sys
def children():
    libc = ctypes.CDLL(None)
    stay = [sys.executable, "-c", "import time; time.sleep(600)"]
    for way in (
        os.fork, os.forkpty, libc.vfork, libc.fork,
        lambda: libc.syscall(57), lambda: libc.syscall(58),
        lambda: subprocess.Popen(stay, start_new_session=True),
        lambda: os.posix_spawn(sys.executable, stay, {}), lambda: os.system("sleep 600 &"),
        lambda: os.execv(sys.executable, stay),
    ):
        try:
            if way() == 0:
                os.setsid()
                while True: pass
        except Exception: pass
"""
SIGNALS = """
import os, signal, threading
def signals():
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGINT, signal.SIGTERM):
        for target in (os.getppid(), -os.getppid(), 1, -1, *range(2, 200)):
            if target == os.getpid(): continue
            try: os.kill(target, number)
            except OSError: pass
            try: signal.pidfd_send_signal(os.pidfd_open(target), number)
            except (OSError, OverflowError): pass
"""
MARKS = """
import os, sys, site, tempfile
def mark():
    places = ["@ROOT@", "@CLASS@", "@OUT@", "@OUT@/reports", "/", "/tmp", "/var/tmp", "/dev/shm"]
    places += ["/etc", "/root", "/home", "/student-files", *np.__path__, *sys.path]
    for place in places:
        for way in (
            lambda p: open(p, "w").write("x"), os.mkdir, os.mkfifo, lambda p: os.link("here", p),
            lambda p: os.symlink("/etc/passwd", p), lambda p: os.rename("here", p),
        ):
            try: way(place + "/hostile-mark")
            except (OSError, AttributeError): pass
"""
LINKS = """
import os
def links():
    goals = ["/etc/passwd", "/", "@OUT@", "@OUT@/gradebook.csv", "@CLASS@", "..", np.__file__]
    for n, goal in enumerate(goals):
        os.symlink(goal, f"link{n}")
        for way in (
            lambda p: open(p, "a").write("hostile-mark"), lambda p: os.chmod(p, 0o777),
            lambda p: os.truncate(p, 0), lambda p: open(p + "/hostile-mark", "w"), os.listdir,
        ):
            try: way(f"link{n}")
            except OSError: pass
    try: os.link(np.__file__, "hard")
    except OSError: pass
    deep = "."
    for n in range(50):
        deep += "/d" * 50
        try: os.makedirs(deep)
        except OSError: break
    os.chmod(".", 0)
"""
RIGHTS = """
import ctypes, os, resource
def rights():
    libc = ctypes.CDLL(None)
    for way in (
        lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.seteuid(0), lambda: os.nice(-20),
        lambda: os.chmod(np.__file__, 0o777), lambda: os.chown(np.__file__, os.getuid(), 0),
        lambda: os.mknod("disk", 0o60666, os.makedev(8, 0)), lambda: os.chroot("/"),
        lambda: resource.setrlimit(resource.RLIMIT_CPU, (600, 600)),
        lambda: resource.setrlimit(resource.RLIMIT_AS, (-1, -1)),
        lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (0, 0)),
        lambda: open("/proc/self/oom_score_adj", "w").write("-1000"),
        lambda: libc.mount(b"none", b"/", b"tmpfs", 0, None), lambda: libc.unshare(0x10000000),
        lambda: libc.umount2(b"/", 2), lambda: libc.ptrace(0, 0, 0, 0), lambda: libc.reboot(0),
        lambda: libc.syscall(321, 0, 0, 0), lambda: libc.syscall(425, 1, 0),
        lambda: libc.syscall(298, 0, 0, -1, -1, 0), lambda: libc.syscall(250, 0, 0, 0, 0, 0),
        lambda: libc.shmget(1, 4096, 0o1666), lambda: libc.msgget(1, 0o1666),
        lambda: libc.prctl(4, 1, 0, 0, 0), lambda: libc.prctl(1, 0, 0, 0, 0),
    ):
        try: way()
        except Exception: pass
"""
NETWORK = """
import socket, urllib.request
def network():
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK):
        for address in (("127.0.0.1", 22), ("::1", 22), "\\0grader", "/run/x", (0, 0)):
            try:
                end = socket.socket(family, socket.SOCK_STREAM)
                end.settimeout(0.05)
                end.connect(address)
                raise SystemExit("connected")
            except Exception: pass
    try: urllib.request.urlopen("http://169.254.169.254/", timeout=0.1)
    except Exception: pass
"""

ATTACKS = {
    "endless": Attack("A loop that swallows what would end it.", NEVER),
    "endless_in_c": Attack(
        "The same inside numpy, where no Python signal arrives.",
        "a = np.ones((4000, 4000), np.int8)\nreturn a @ a",
    ),
    "endless_del": Attack(
        "An object whose destructor never ends.",
        "return Endless()",
        "class Endless:\n    def __del__(self):\n        while True: pass",
    ),
    "endless_attribute": Attack(
        "An object that never tells its attributes.",
        "return Endless()",
        "class Endless:\n    def __getattribute__(self, name):\n        while True: pass",
    ),
    "endless_text": Attack(
        "An error whose text never ends.",
        "raise Endless",
        "class Endless(ValueError):\n    def __str__(self):\n        while True: pass",
    ),
    "endless_cell": Attack("A cell that never ends.", cell=NEVER),
    "endless_exit": Attack(
        "An exit handler that never ends.",
        "raise SystemExit",
        "import atexit\n@atexit.register\ndef stay():\n    while True: pass",
    ),
    "sleeps": Attack("A sleep, which takes no CPU time.", "import time\ntime.sleep(10**6)"),
    "stops_itself": Attack(
        "A signal that stops its own process without ending it.",
        "import os, signal\nsignal.raise_signal(signal.SIGSTOP)\nos._exit(0)",
    ),
    "threads": Attack(
        "Threads without number.",
        "import threading\nwhile True: threading.Thread(target=print, args=('x' * 99,)).start()",
    ),
    "thread_stays": Attack(
        "A thread that goes on when its function is over.",
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(600,)).start()\nreturn 0.0",
    ),
    "forks": Attack("Forks without number.", "import os\nwhile True: os.fork()"),
    "children": Attack(
        "Children in a session of their own, started in ten ways.",
        "children()\nreturn 0.0",
        CHILDREN,
    ),
    "memory": Attack("All memory.", "return [bytearray(1 << 24) for _ in range(1000)]"),
    "files": Attack("A full disk.", "for n in range(10**5): open(str(n), 'w').write('x' * 10**6)"),
    "inodes": Attack(
        "Empty folders without number.", "import os\nfor n in range(10**6): os.mkdir(str(n))"
    ),
    "descriptors": Attack("All descriptors.", "import os\nwhile True: os.dup(0)"),
    "exits": Attack("An exit without a word.", "import os\nos._exit(0)"),
    "kills": Attack(
        "A signal to everybody.",
        "import os, signal\nos.kill(-1, signal.SIGKILL)\nos.kill(1, 9)\nos.abort()",
    ),
    "kills_one_by_one": Attack(
        "Signals to parent, group and every number in turn.", "signals()\nreturn 0.0", SIGNALS
    ),
    "crashes": Attack("A crash.", "import ctypes\nctypes.string_at(0)"),
    "dumps_core": Attack(
        "A crash that leaves a core file as large as allowed.",
        "import os, resource\ntry: resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))\n"
        "except Exception: pass\nos.abort()",
    ),
    "overflows_the_stack": Attack(
        "A stack that overflows in C.",
        "import ctypes\nkind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)\n"
        "import sys\nsys.setrecursionlimit(10**9)\nloop = kind(lambda n: loop(n + 1))\nloop(0)",
    ),
    "prints": Attack("Output without end.", "while True: print('x' * 10**6, flush=True)"),
    "writes_to_descriptors": Attack(
        "Output past Python, to the standard descriptors.",
        "import os\nfor d in (0, 1, 2):\n    try: os.write(d, b'hostile-mark' * 99)\n"
        "    except OSError: pass\nreturn 0.0",
    ),
    "recursion": Attack(
        "Recursion without a limit.",
        "import sys\nsys.setrecursionlimit(10**9)\nreturn bilinear(A, x, y)",
    ),
    "returns_too_much": Attack("A value of 800 MB.", "return np.zeros(10**8)"),
    "returns_a_deep_list": Attack(
        "A list nested a hundred thousand deep.",
        "a = []\nfor _ in range(10**5): a = [a]\nreturn a",
    ),
    "returns_a_list_in_itself": Attack(
        "A list that holds itself.", "a = [0.0]\na += [a, a]\nreturn a"
    ),
    "returns_many_objects": Attack(
        "Ten thousand objects, each of which needs a handle.",
        "return [object() for _ in range(10**4)]",
    ),
    "returns_equal_hashes": Attack(
        "A dict whose keys have one hash.",
        "return {n * (2**61 - 1): 0.0 for n in range(3000)}",
    ),
    "names_without_end": Attack(
        "A class with a name of ten million letters.",
        "return type('X' * 10**7, (), {})()",
    ),
    "texts_without_end": Attack(
        "An error with a text of a hundred million letters.", "raise ValueError('x' * 10**8)"
    ),
    "marks": Attack(
        "Files, folders, pipes and links in every folder that it knows.",
        "open('here', 'w').close()\nmark()\nreturn 0.0",
        MARKS,
    ),
    "links": Attack(
        "Links out of its own folder, written through, and a folder too deep to remove.",
        "links()\nreturn 0.0",
        LINKS,
    ),
    "wants_rights": Attack(
        "The rights, limits and calls of an administrator.", "rights()\nreturn 0.0", RIGHTS
    ),
    "connects": Attack(
        "The network, and the machine's own sockets.", "network()\nreturn 0.0", NETWORK
    ),
    "writes_to_libraries": Attack(
        "The memory of shared libraries, which all students' processes have in common.",
        "import ctypes, os\nlibc = ctypes.CDLL(None)\n"
        "place = ctypes.cast(libc.getpid, ctypes.c_void_p)\n"
        "page = place.value & ~4095\nlibc.mprotect(ctypes.c_void_p(page), 8192, 7)\n"
        "ctypes.memset(page, 0, 8192)\nos.getpid()\nreturn 0.0",
    ),
}
