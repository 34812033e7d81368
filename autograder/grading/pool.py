"""The local worker processes: forked from a server that has loaded everything once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait

from autograder.grading.bench import key_of
from autograder.grading.lending import lending
from autograder.grading.tasks import hold
from autograder.model import Bundle

WORKER = "autograder.grading.worker"
LIGHT = "autograder.grading.tasks"


def process_pool(workers: int, bundle: Bundle | None = None) -> ProcessPoolExecutor:
    """An executor whose processes start in milliseconds; each is given the bundle once."""
    start_server(WORKER)
    context = multiprocessing.get_context("forkserver")
    held = () if bundle is None else (key_of(bundle), bundle)
    return ProcessPoolExecutor(workers, context, prepare_worker, held)


def start_server(preload: str) -> None:
    """Start the process that forks workers, unless it runs; it loads the module for all of them.

    Who wants one submission soon has it load little: the worker's zygote is what takes longest.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return  # on Windows, where nothing is graded
    multiprocessing.get_context("forkserver").set_forkserver_preload([preload, "__main__"])
    resource_tracker.ensure_running()  # it would lift the block
    # Deaf to Ctrl-C: amid its imports it would answer with a traceback.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_processes() -> None:
    """End this process's workers at once; their student processes end with them."""
    for process in multiprocessing.active_children():
        process.kill()
    lending().end()


def ignore_interrupts() -> None:
    """This process is about to end: a second Ctrl-C would only leave a traceback."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def prepare_worker(key: str = "", bundle: Bundle | None = None) -> None:
    """Ctrl-C is for the main process, and a worker does not outlive it.

    While its zygote warms up, it loads what it needs itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if bundle is not None:
        hold(key, bundle)
        import_module(WORKER)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
