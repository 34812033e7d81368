"""The local worker processes: forked from a server that has loaded everything once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait

WORKER = "autograder.grading.worker"


def process_pool(workers: int) -> ProcessPoolExecutor:
    """An executor whose processes start in milliseconds: importing Otter takes two seconds."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WORKER, "__main__"])
    _start_server()
    return ProcessPoolExecutor(workers, mp_context=context, initializer=prepare_worker)


def _start_server() -> None:
    """Start it deaf to Ctrl-C: in its two seconds of imports it would answer with a traceback."""
    resource_tracker.ensure_running()  # it would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_processes() -> None:
    """End this process's workers at once; their student processes end with them."""
    for process in multiprocessing.active_children():
        process.kill()


def ignore_interrupts() -> None:
    """This process is about to end: a second Ctrl-C would only leave a traceback."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def prepare_worker() -> None:
    """Ctrl-C is for the main process, and a worker does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
