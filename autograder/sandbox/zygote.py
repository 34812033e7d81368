"""The parent of student processes: a warm interpreter that forks them, confined, on request.

It runs no student code. It is single-threaded, because a fork of several threads is not safe and
because Linux lets only a single-threaded process enter a user namespace.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import NoReturn

from autograder.sandbox import (
    child,
    identity,
    kernel,
    namespaces,
    preparation,
    rlimits,
    strays,
    view,
)
from autograder.sandbox.channel import Channel, Closed
from autograder.sandbox.configuration import Configuration
from autograder.sandbox.environment import FOLDER
from autograder.sandbox.layers import NAMESPACES, PROCESSES, VIEW
from autograder.sandbox.nursery import ChildMain, Nursery
from autograder.sandbox.trees import remove_tree


def _remove_home() -> None:
    """The folder that was made for this zygote, of which nobody else knows any more."""
    folder = Path(os.environ["HOME"]).parent
    if folder.name.startswith(FOLDER):
        remove_tree(str(folder))


def serve(control_fd: int, child_main: ChildMain) -> NoReturn:
    """Answer the trusted process until it goes away; `child_main` runs in each confined child."""
    control = Channel(socket.socket(fileno=control_fd))
    trusted = _watch_parent()
    try:
        order = control.receive()
    except Closed:  # the trusted process died while this one was importing
        _remove_home()
        os._exit(0)
    if order is None or order.fd is None:
        raise ValueError("the first message has no configuration")
    config = Configuration.read(order.fd)
    _refuse_threads()
    os.umask(0o022)
    os.chdir("/")
    preparation.forget_the_staff()
    preparation.make_cheap_to_fork()
    _be_first_target()
    rlimits.apply({"NOFILE": child.MOST_DESCRIPTORS})
    number = os.getpid()
    around = _enter_namespaces(config, control, trusted)
    _silence()
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    control.send({"serving": True})
    Nursery(control, around, number, child_main).run(trusted)


def _watch_parent() -> int | None:
    """Readable once the trusted process has ended; its sockets may live on in its forks."""
    parent = os.getppid()
    try:
        watch = os.pidfd_open(parent)
    except OSError:
        return None  # before Linux 5.3; the closed control socket tells it too
    if os.getppid() != parent:
        os._exit(0)
    return watch


def _refuse_threads() -> None:
    count = len(os.listdir("/proc/self/task"))
    if count > 1:
        names = ", ".join(thread.name for thread in threading.enumerate()[1:]) or "native ones"
        raise SystemExit(
            f"found {count} threads in the zygote ({names}), wanted 1: "
            "what the entry module warms up must start none"
        )


def _be_first_target() -> None:
    """When memory runs out, the kernel takes a student process before anything of the grader's."""
    try:
        Path("/proc/self/oom_score_adj").write_text("900")
    except OSError:
        return  # not offered here; a convenience only


def _enter_namespaces(
    config: Configuration, control: Channel, trusted: int | None
) -> child.Surroundings:
    """Enter what the machine offers; with process namespaces go on as process 1 of our own."""

    def enter_view() -> None:
        view.enter(config.readable, config.hidden, config.files)

    offer = namespaces.offered(config.left_out, enter_view)
    highest_id = identity.highest_id()
    namespaces.enter(offer.names)
    if PROCESSES in offer.names:
        _go_on_as_process_one(config, control, trusted)
        process_namespace = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        process_table = -1
    else:
        process_namespace = -1
        process_table = strays.adopt()
    threads = rlimits.room_for_threads()
    mapped_bytes = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
    if VIEW in offer.names:
        kernel.unshare(kernel.CLONE_NEWNS)
        enter_view()
        blocked = ""
    else:
        view.write_files(Path(config.folder) / "files", config.files)
        blocked = identity.unreachable([*filter(os.path.isdir, sys.path), config.folder])
    kernel.empty_bounding_set()
    problems = {name: offer.problems.get(name, "") for name in NAMESPACES}
    rules = tuple(preparation.landlock_rules(config, has_view=VIEW in offer.names))
    return child.Surroundings(
        configuration=config,
        problems=problems,
        mapped_bytes=mapped_bytes,
        highest_id=highest_id,
        unreachable=blocked,
        process_namespace=process_namespace,
        process_table=process_table,
        threads=threads,
        readable=rules,
    )


def _go_on_as_process_one(config: Configuration, control: Channel, trusted: int | None) -> None:
    """Fork: the child goes on, the caller waits and clears up. Killing either kills all."""
    inner = os.fork()
    if inner == 0:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        return
    control.close()
    if trusted is not None:
        os.close(trusted)
    os.waitpid(inner, 0)
    # Not a call of rm but rm itself: this process's forks would enter the namespace that has just
    # ended.
    os.execvp("rm", ["rm", "-rf", "--", config.folder])


def _silence() -> None:
    """Standard input, output and error lead nowhere, here and in every child."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in range(3):
        os.dup2(null, fd)
    os.close(null)


if __name__ == "__main__":
    serve(int(sys.argv[1]), lambda _socket, _limits, _scratch: None)
