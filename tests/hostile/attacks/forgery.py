"""The conversation itself: frames, descriptors, callbacks, and the worker that speaks."""

from __future__ import annotations

from tests.hostile.attacks.attack import FRAMES, Attack

FORM = "matrix_of_form"
TRUTH = "is_bilinear"

FLOOD = f"""{FRAMES}
import threading
def flood():
    for number in range(10_000): os.write(3, frame(number))
"""
WORKER = f"""{FRAMES}
import gc
def worker():
    return next(o for o in gc.get_objects() if type(o).__name__ == "StudentSide")
"""
ATTACKS = {
    "floods": Attack(
        "Ten thousand replies for all requests to come, from a thread.",
        "threading.Thread(target=flood).start()\nreturn 0.0",
        FLOOD,
    ),
    "answers_before": Attack("The same before anybody asks.", cell=FLOOD + "flood()"),
    "answers_at_the_end": Attack(
        "A reply written by a destructor when its function is over.",
        "last = Last()\nreturn 0.0",
        FRAMES
        + "class Last:\n    def __del__(self):\n        for n in range(99): os.write(3, frame(n))",
    ),
    "answers_in_a_signal": Attack(
        "Replies written by a signal handler amid its function.",
        "signal.signal(signal.SIGALRM, lambda *a: [os.write(3, frame(n)) for n in range(99)])\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.01)\ntime.sleep(0.05)\nreturn 0.0",
        FRAMES + "import signal, time",
    ),
    "answers_from_a_finalizer": Attack(
        "A reply written when an array of the check's is collected.",
        "weakref.finalize(f, os.write, 3, frame(1))\nreturn np.zeros((m, n or m))",
        FRAMES + "import weakref",
        FORM,
    ),
    "answers_through_a_copy": Attack(
        "A copy of the descriptor, the original closed.",
        "spare = os.dup(3)\nos.close(3)\nfor n in range(99): os.write(spare, frame(n))\nreturn 0.0",
        FRAMES,
    ),
    "puts_a_file_in_its_place": Attack(
        "A file at the descriptor of the connection.",
        "os.close(3)\nos.open('replies', os.O_CREAT | os.O_RDWR)\nreturn 0.0",
        FRAMES,
    ),
    "hangs_up": Attack("All descriptors closed.", "import os\nos.closerange(0, 100)\nreturn 0.0"),
    "half_a_frame": Attack(
        "Half a frame, then an endless loop.",
        "import os\nos.write(3, b'\\0\\0\\1\\0abc')\nwhile True: pass",
    ),
    "urgent_bytes": Attack(
        "Urgent bytes, descriptors and credentials sent along.",
        "import socket, os\nend = socket.socket(fileno=os.dup(3))\n"
        "for flags in (socket.MSG_OOB, socket.MSG_EOR):\n"
        "    try: end.send(b'x', flags)\n    except OSError: pass\n"
        "try: socket.send_fds(end, [b'x'], [0, 1, 2])\nexcept OSError: pass\nreturn 0.0",
    ),
    "takes_over_the_worker": Attack(
        "The worker, found by the garbage collector, made to answer with numbers of its own.",
        "side = worker()\nsend = side._send_all\n"
        "side._send_all = lambda data: send(frame(side._open[-1] if side._open else 0) * 2)\n"
        "return 0.0",
        WORKER,
    ),
    "rewrites_the_code": Attack(
        "The code objects of the worker's own functions exchanged.",
        "type(worker())._reply.__code__ = (lambda self, *a: b'').__code__\nraise SystemExit",
        WORKER,
    ),
    "calls_forged": Attack(
        "The inside of the check's function as the answer.",
        "return f.__closure__[0].cell_contents",
        question=FORM,
    ),
    "calls_with_anything": Attack(
        "The check's function called with functions, objects, texts and names.",
        "for args in [(f, f), (object(), 1), ('x', b'y'), ([f], {'a': f}), (np.array([f]), 1)]:\n"
        "    try: f(*args)\n    except Exception: pass\n"
        "try: f(**{'__class__': 1, 'B': np.zeros((9, 9))})\nexcept Exception: pass\n"
        "return f",
        question=FORM,
    ),
    "changes_a_default": Attack(
        "The check's own matrix replaced: its function has it as a default argument.",
        "size = n or m\n"
        "try: f(np.ones(m), np.ones(size), np.zeros((m, size)))\nexcept Exception: pass\n"
        "return np.zeros((m, size))",
        question=FORM,
    ),
    "calls_an_earlier_function": Attack(
        "A function of an earlier check called in a later one.",
        "KEPT.append(f)\nfor old in KEPT:\n"
        "    try: old(np.ones(m), np.ones(n or m))\n    except Exception: pass\n"
        "return KEPT[0]",
        "KEPT = []",
        FORM,
    ),
    "calls_from_a_thread": Attack(
        "The check's function called from a thread, during the call and after it.",
        "import threading\nthreading.Thread(target=lambda: [f(1, 1) for _ in range(9)]).start()\n"
        "return True",
        question=TRUTH,
    ),
    "raises_the_checks_own_error": Attack(
        "An error of the check's function kept and raised as its own.",
        "try: f()\nexcept Exception as error: raise error\nreturn True",
        question=TRUTH,
    ),
    "calls_for_ever": Attack(
        "The check's function called without end.",
        "while True: f(np.ones(3), np.ones(3))",
        question=FORM,
    ),
    "multiplies_texts": Attack(
        "Texts for the check's function to multiply into gigabytes.",
        "try: f(['a' * 10**5] * 3, [10**7] * 3)\nexcept MemoryError: pass\n"
        "return f(['a' * 10**5] * 3, [10**8] * 3)",
        question=FORM,
    ),
    "multiplies_matrices": Attack(
        "Large matrices of small integers for the check's function to multiply slowly.",
        "big = np.ones((300, 300), np.int8)\nfor _ in range(2):\n"
        "    try: f(big, big)\n    except Exception: pass\nreturn True",
        question=TRUTH,
    ),
}
