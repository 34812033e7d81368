"""Grading on the workers of a Dask scheduler; they are given the bundle, this process writes.

Dask's messages are pickles: client, scheduler and workers trust each other. Student code runs in
processes without a network, as everywhere.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import Any, Final, ParamSpec, TypeVar

from autograder.errors import AutograderError, ConfinementError, UsageError
from autograder.grading.bench import key_of
from autograder.grading.crew import MakeExecutor
from autograder.model import Bundle

CONNECT_SECONDS: Final = 5.0
"""for the scheduler to answer, and for a first worker to be there"""
LEAVE_SECONDS: Final = 5.0
SCHEMES: Final = ("tcp", "tls")
COUNT_SECONDS: Final = 2.0
"""how long the number of places is taken to be the same"""
NOT_INSTALLED = (
    "found no Dask in this Python; wanted it for --cluster; run: pip install 'mathtx[cluster]'"
)
UNREACHABLE = (
    "found no Dask scheduler at {address} ({why}); wanted one that answers within {seconds:g} s; "
    "start it with: dask scheduler; or correct the address"
)
NO_WORKERS = (
    "found no worker with the scheduler at {address}; wanted one within {seconds:g} s; "
    "start one on each machine: dask worker {address}"
)
LOST = (
    "found the connection to the scheduler at {address} lost ({why}); wanted it until the end; see "
    "whether it runs, then run the same command again: what was graded is kept"
)
REFUSED = (
    "found workers that cannot take the bundle ({why}); wanted the same mathtx and Dask in "
    "scheduler and workers as here; install it there and start them again"
)
P = ParamSpec("P")
T = TypeVar("T")


def cluster_executor(
    address: str, version: Callable[[], str], *, allow_weak: bool = False
) -> MakeExecutor:
    """Makes executors of the workers that are with the scheduler at `address`, now and later.

    Where `version`, called there, says something else than here, a worker is refused.
    UsageError where Dask is not installed; the address is tried when there is something to grade.
    """
    if find_spec("distributed") is None:
        raise UsageError(NOT_INSTALLED)

    def connected(workers: int, bundle: Bundle) -> Executor:
        return _connected(address, bundle, version, allow_weak=allow_weak)

    return connected


class ClusterExecutor(Executor):
    """Dask's executor, whose workers hold one bundle until it is shut down."""

    def __init__(self, client: Any, address: str, plugin: str) -> None:
        self._client = client
        self._address = address
        self._plugin = plugin
        # Not pure: a job that is asked again is not answered by what became of it before.
        self._executor = client.get_executor(pure=False)
        self._counted = 0.0
        self._places = 1

    @property
    def places(self) -> int:
        """How many tasks the workers do at a time: they come and go."""
        if time.monotonic() - self._counted > COUNT_SECONDS:
            with self._connection():
                self._places = max(1, sum(self._client.nthreads().values()))
            self._counted = time.monotonic()
        return self._places

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As ever; UsageError once the scheduler is gone."""
        with self._connection():
            future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take the bundle from the workers; unless it waits, what they are doing ends with that."""
        if self._client.status == "running":
            with suppress(Exception):
                self._executor.shutdown(wait=wait)
        # A scheduler that does not answer must not keep the terminal.
        leaving = threading.Thread(target=self._leave, daemon=True)
        leaving.start()
        leaving.join(LEAVE_SECONDS)

    def _leave(self) -> None:
        with suppress(Exception):
            if self._client.status == "running":
                self._client.unregister_worker_plugin(self._plugin)
        with suppress(Exception):
            self._client.close(timeout=LEAVE_SECONDS)

    @contextmanager
    def _connection(self) -> Iterator[None]:
        try:
            if self._client.status != "running":
                raise OSError(f"it is {self._client.status}")
            yield
        except Exception as error:
            raise UsageError(LOST.format(address=self._address, why=_said(error))) from None


def _connected(
    address: str, bundle: Bundle, version: Callable[[], str], *, allow_weak: bool
) -> ClusterExecutor:
    from autograder.grading.cluster_worker import BundlePlugin

    address = address if "://" in address else f"tcp://{address}"
    client = _client(address)
    plugin = BundlePlugin(key_of(bundle), bundle, client.id, version)
    executor = ClusterExecutor(client, address, plugin.name)
    try:
        _give(client, plugin, address)
        if not allow_weak:
            _confine(client, key_of(bundle))
    except BaseException:
        executor.shutdown(wait=False)
        raise
    return executor


def _client(address: str) -> Any:
    """A connection, with at least one worker behind it."""
    import dask
    from distributed import Client

    # What there is to say is said in one line; of notebooks with pictures there is nothing to say.
    for name in ("distributed", "distributed.client", "distributed.comm", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "10GB"})
    try:
        _refused(address)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions of packages, which Dask lists
            client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except Exception as error:  # refused, silent, no Dask, a word that is no address
        why = UNREACHABLE.format(address=address, why=_said(error), seconds=CONNECT_SECONDS)
        raise UsageError(why) from None
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except Exception:
        client.close(timeout=LEAVE_SECONDS)
        raise UsageError(NO_WORKERS.format(address=address, seconds=CONNECT_SECONDS)) from None
    return client


def _refused(address: str) -> None:
    """Raises where nobody is, or nobody we can speak to: a client finds out late, and noisily."""
    found: list[Exception] = [TimeoutError("it does not speak as one")]

    def knock() -> None:
        try:
            asyncio.run(_knock(address))
        except Exception as error:
            found[0] = error
        else:
            found.clear()

    # Beside this thread: who listens there and is no scheduler may keep the conversation going.
    knocking = threading.Thread(target=knock, daemon=True)
    knocking.start()
    knocking.join(2 * CONNECT_SECONDS)
    for error in found:
        raise error


async def _knock(address: str) -> None:
    from distributed.comm import connect
    from distributed.comm.addressing import get_address_host_port, parse_address
    from distributed.security import Security

    scheme, _ = parse_address(address)
    if scheme not in SCHEMES:
        raise ValueError("its first word is none of " + ", ".join(f"{s}://" for s in SCHEMES))
    host, port = get_address_host_port(address, strict=True)
    socket.create_connection((host, port), CONNECT_SECONDS).close()  # a refusal is told at once
    security = Security().get_connection_args("client")
    comm = await connect(address, timeout=CONNECT_SECONDS, **security)
    await comm.close()


def _give(client: Any, plugin: Any, address: str) -> None:
    try:
        client.register_plugin(plugin, name=plugin.name)
    except AutograderError:
        raise
    except Exception as error:  # this package is not there, or Dask's versions do not agree
        raise UsageError(REFUSED.format(why=_said(error))) from None


def _confine(client: Any, key: str) -> None:
    """Each worker, before it is given a student's code; one that dies meanwhile is not asked."""
    from autograder.grading.cluster_worker import confined

    for worker, found in client.run(confined, key, on_error="return").items():
        if isinstance(found, ConfinementError):
            raise ConfinementError(f"worker {worker}: {found}")
        if isinstance(found, AutograderError):
            raise found


def _said(error: Exception) -> str:
    """In one line."""
    first = next(iter(str(error).splitlines()), "")
    return first or type(error).__name__
