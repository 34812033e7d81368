"""Attacks from inside a student process: on processes, network, kernel and resources."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

from autograder.sandbox.kernel import machine
from autograder.sandbox.seccomp_table import DENIED, NEWEST, PRETENDED, UNKNOWN

COLUMN = machine() == "aarch64"


def numbers(table: dict[str, tuple[int | None, int | None]]) -> list[int]:
    return [row[COLUMN] for row in table.values() if row[COLUMN] is not None]


def errors(student: Any, calls: list[int]) -> dict[int, int]:
    """Each call's error number, with arguments that could do no harm."""
    found = student.run(
        f"""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        answer = []
        for number in {calls}:
            ctypes.set_errno(0)
            libc.syscall(number, *[ctypes.c_long(-1)] * 6)
            answer.append([number, ctypes.get_errno()])
        """
    )
    return dict(found)


def test_each_denied_call_is_refused(student: Any) -> None:
    """All calls of the deny-list answer "not permitted"."""
    assert set(errors(student, numbers(DENIED)).values()) == {1}


def test_unknown_and_newer_calls_do_not_exist(student: Any) -> None:
    """clone3, openat2 and what came after our list answer "no such call"."""
    calls = [*numbers(UNKNOWN), *range(NEWEST + 1, NEWEST + 20)]
    assert set(errors(student, calls).values()) == {38}


def test_pretended_calls_do_nothing(student: Any) -> None:
    """chmod and its kin say that they have done it."""
    assert set(errors(student, numbers(PRETENDED)).values()) == {0}


@pytest.mark.skipif(COLUMN, reason="x86_64 has the second doors")
@pytest.mark.parametrize("door", ["x32", "32-bit"])
def test_other_doors_to_the_kernel_kill(student: Any, door: str) -> None:
    """The same calls under other numbers (x32) or through the 32-bit gate end the process."""
    code = {
        "x32": "ctypes.CDLL(None).syscall(0x40000000 | 39)",
        "32-bit": """
        import mmap
        page = mmap.mmap(-1, 4096, prot=7)
        page.write(bytes.fromhex("b814000000cd80c3"))  # mov eax, getpid; int 0x80; ret
        ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
        """,
    }[door]
    student.send("import ctypes\n" + "\n".join(line.strip() for line in code.splitlines()))
    assert student.receive() is None
    assert student.process.wait(10).signal == signal.SIGSYS


def test_starts_no_process(student: Any) -> None:
    """Not with fork, exec, spawn, a shell, multiprocessing or a raw clone."""
    found = student.outcomes(
        [
            "os.fork()",
            "os.execv('/bin/true', ['true'])",
            "os.posix_spawn('/bin/true', ['true'], {})",
            "subprocess.run(['/bin/true'])",
            "subprocess.run('true', shell=True)",
            "__import__('multiprocessing').get_context('fork').Process().start()",
        ]
    )
    assert set(found.values()) == {"PermissionError"}, found
    assert student.outcome("os.system('true')") in {"-1", "32512"}
    clone = (56, 220)[COLUMN]
    assert student.outcome(f"ctypes.CDLL(None).syscall({clone}, 17, 0, 0, 0, 0)") == "-1"


def test_opens_no_socket(student: Any) -> None:
    """No internet, no local socket, no pair; the one it has cannot be turned to another use."""
    found = student.outcomes(
        [
            "socket.socket()",
            "socket.socket(socket.AF_UNIX)",
            "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
            "socket.socketpair()",
            "socket.create_connection(('127.0.0.1', 22), timeout=1)",
            "student.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, b'0000')])",
            "student.connect('/tmp/x')",
        ]
    )
    assert set(found.values()) == {"PermissionError"}, found


def test_holds_no_descriptor_but_its_socket(student: Any) -> None:
    """Standard input, output and error lead nowhere; there is no other door."""
    found = student.run(
        """
        import fcntl, os
        answer = []
        for fd in range(4096):
            try:
                fcntl.fcntl(fd, fcntl.F_GETFD)
            except OSError:
                continue
            answer.append(fd)
        os.write(1, b"noise"); os.write(2, b"noise")
        """
    )
    assert found == [0, 1, 2, 3]


def test_signals_nobody(student: Any, zygote: Any, gone: Callable[[int], bool]) -> None:
    """Parent, trusted process and "everybody" stay alive; no descriptor sends signals either."""
    victims = ["os.getppid()", str(os.getpid()), str(zygote.pid), "-1", "0", "2"]
    found = student.outcomes(f"os.kill({victim}, 9)" for victim in victims)
    assert set(found.values()) == {"PermissionError"}, found
    owner = f"__import__('fcntl').fcntl(student, 8, {os.getpid()})"
    assert student.outcome(owner) == "PermissionError"
    assert not gone(zygote.pid)


def test_inspects_nobody(student: Any, zygote: Any) -> None:
    """ptrace and reading foreign memory are refused; it cannot open its own to others."""
    found = student.outcomes(
        [
            f"ctypes.CDLL(None).ptrace(16, {zygote.pid}, 0, 0)",
            "ctypes.CDLL(None).ptrace(0, 0, 0, 0)",
            f"ctypes.CDLL(None).process_vm_readv({zygote.pid}, None, 0, None, 0, 0)",
            "ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)",
            "ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)",
        ]
    )
    assert set(found.values()) == {"-1"}, found


def test_gains_no_rights(student: Any) -> None:
    """No way back to root, into namespaces, to other roots or mounts."""
    found = student.outcomes(
        [
            "os.setuid(0)",
            "os.setresuid(0, 0, 0)",
            "os.setgroups([0])",
            "os.chroot('.')",
            "os.mknod('device', 0o20666, os.makedev(1, 1))",
            "os.nice(-1)",
        ]
    )
    assert set(found.values()) <= {"PermissionError"}, found
    call = "ctypes.CDLL(None).{}"
    calls = ["unshare(0x10000000)", "setns(0, 0)", "mount(b'a', b'b', b'tmpfs', 0, None)"]
    assert set(student.outcomes(map(call.format, calls)).values()) == {"-1"}


def test_a_memory_bomb_is_an_exception(student: Any) -> None:
    """Memory ends with MemoryError, and the process goes on."""
    assert student.outcome("bytearray(1 << 30)") == "MemoryError"
    assert "MemoryError" in student.outcome("__import__('numpy').ones(1 << 27)")
    grow = "[bytearray(1 << 24) for _ in range(1000)]"
    assert student.outcome(grow) == "MemoryError"
    assert student.outcome("len(bytearray(1 << 27))") == str(1 << 27)


def test_running_out_of_descriptors_is_an_exception(student: Any) -> None:
    """The process goes on afterwards."""
    assert student.outcome("[os.open('/dev/null', 0) for _ in range(500)]") == "OSError"
    assert student.run("import os; os.closerange(4, 500); answer = 1") == 1


def test_threads_work_and_are_limited(student: Any) -> None:
    """Some threads may run; a thread bomb is an exception or runs out of memory."""
    assert student.run(
        """
        import threading, numpy
        found = []
        def work(i):
            found.append(float((numpy.eye(50) * i).trace()))
        threads = [threading.Thread(target=work, args=(i,)) for i in range(16)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        answer = sorted(found)
        """
    ) == [50.0 * i for i in range(16)]
    student.send(
        """
        stop = threading.Event()
        try:
            for _ in range(2000):
                threading.Thread(target=stop.wait, daemon=True).start()
        finally:
            stop.set()
        """
    )
    reply = student.receive()
    assert reply is not None
    assert reply[:2] == ["raised", "RuntimeError"]


def test_small_threads_are_limited_too(student: Any) -> None:
    """Threads whose stacks take next to no memory stop at a count, whoever grades."""
    if student.run("import os; answer = os.getuid() == 0"):
        pytest.skip("root that has to keep its user has no such limit: a weak sandbox")
    started = student.run(
        """
        import threading
        threading.stack_size(32768)
        stop = threading.Event()
        answer = 0
        try:
            while answer < 800:
                threading.Thread(target=stop.wait, daemon=True).start()
                answer += 1
        except RuntimeError:
            pass
        stop.set()
        """
    )
    assert 8 <= started <= 512


def test_timers_are_limited(student: Any) -> None:
    """Each takes kernel memory that the address-space limit does not count."""
    create = (222, 107)[COLUMN]
    made = student.run(
        f"""
        import ctypes
        libc = ctypes.CDLL(None)
        event = (ctypes.c_uint32 * 16)(0, 0, 34, 1)  # SIGEV_NONE
        number = ctypes.c_int()
        answer = 0
        while answer < 5000 and not libc.syscall({create}, 1, event, ctypes.byref(number)):
            answer += 1
        """
    )
    assert 0 < made <= 256


def test_learns_nothing_of_the_other_end(student: Any) -> None:
    """Its socket tells neither the trusted process's id nor gives a descriptor of it."""
    found = student.outcomes(
        f"student.getsockopt(socket.SOL_SOCKET, {option}, 12)" for option in (17, 31, 59, 77)
    )
    assert set(found.values()) == {"PermissionError"}, found
    assert student.outcome("student.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)") == "1"


def test_a_crash_leaves_no_core(zygote: Any, new_student: Any) -> None:
    """The kernel writes no memory image, and starts no program that takes one."""
    hard = new_student(zygote.spawn())
    hard.send("import ctypes; ctypes.string_at(0)")
    assert hard.receive() is None
    assert hard.process.wait(10).signal == signal.SIGSEGV
    hard.process.close()
    after = new_student(zygote.spawn())
    limits = "__import__('resource').getrlimit(__import__('resource').RLIMIT_CORE)"
    assert after.outcome(limits) == "(0, 0)"
    assert after.outcome("ctypes.CDLL(None).prctl(3)") == "0"
    after.process.close()
    after.process.wait(10)


def test_raises_no_limit(student: Any) -> None:
    """Limits can only be lowered."""
    code = "__import__('resource').setrlimit(__import__('resource').RLIMIT_AS, (-1, -1))"
    assert student.outcome(code) in {"ValueError", "PermissionError"}


def test_sees_no_variable_of_the_staff(student: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is made up for it; numpy gets one thread."""
    found = student.run("import os; answer = dict(os.environ)")
    assert found["OPENBLAS_NUM_THREADS"] == "1"
    assert found["HOME"] == found["TMPDIR"] == student.run("import os; answer = os.getcwd()")
    assert not set(found) & {"SUDO_USER", "SSH_AUTH_SOCK", "VIRTUAL_ENV", "PYTEST_CURRENT_TEST"}


def test_cannot_outlive_its_kill(zygote: Any, new_student: Any, gone: Any) -> None:
    """Ignoring every signal and running many threads does not help."""
    hard = new_student(zygote.spawn())
    hard.send(
        """
        import signal, threading, time
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        for _ in range(8):
            threading.Thread(target=time.sleep, args=(600,)).start()
        time.sleep(600)
        """
    )
    hard.process.kill()
    end = hard.process.wait(10)
    assert (end.code, end.signal) == (None, signal.SIGKILL)
    assert gone(hard.process.pid)
    hard.process.close()
