"""The program of a process that grades for a thread of another: `python -m … lent FD`.

What it is sent comes from the process that started it and is trusted.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final

IDLE_SECONDS: Final = 300.0
"""After so long without work it ends; it is started again when there is some."""

Request = tuple[Callable[..., Any], tuple[Any, ...]]


def main() -> None:
    """Do what comes, one at a time; end with the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(int(sys.argv[1]))
    os.set_inheritable(connection.fileno(), False)
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(connection, requests), daemon=True).start()
    hold, held = requests.get()
    hold(*held)
    while True:
        try:
            task, args = requests.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            os._exit(0)
        try:
            answer = True, task(*args)
        except Exception as error:
            answer = False, error
        connection.send(answer)


def _read(connection: Connection, requests: queue.SimpleQueue[Request]) -> None:
    """Beside the work, to see at once when nobody waits for it any more."""
    while True:
        try:
            requests.put(connection.recv())
        except (EOFError, OSError):
            os._exit(1)


if __name__ == "__main__":
    main()
