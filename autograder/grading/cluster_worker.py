"""What a Dask worker is given: the bundle, once, and the processes that grade for its threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from distributed import Worker, WorkerPlugin

from autograder.errors import UsageError
from autograder.grading.lending import lending
from autograder.model import Bundle

OTHER_VERSION = (
    "found another version of this program, or of the reference, on worker {address}; wanted the "
    "grader's own; install the same mathtx there and start the worker again"
)


class BundlePlugin(WorkerPlugin):  # type: ignore[misc] # Dask publishes no types
    """Comes to every worker that is there, that joins later or that is started again."""

    def __init__(self, key: str, bundle: Bundle, owner: str, version: Callable[[], str]) -> None:
        self.name = f"autograder-{owner}"
        self._key = key
        self._bundle = bundle
        self._owner = owner
        self._version = version
        self._wanted = version()

    async def setup(self, worker: Worker) -> None:
        """Hold the bundle, or refuse it to whoever asks; a process for each thread warms up."""
        if self._version() != self._wanted:
            reason = OTHER_VERSION.format(address=worker.address)
            lending().refuse(self._key, reason)
            raise UsageError(reason)
        threads = worker.state.nthreads
        await asyncio.to_thread(
            lending().hold, self._key, self._bundle, owner=self._owner, ready=threads
        )

    async def teardown(self, worker: Worker) -> None:
        """End the processes, also those at work: whoever asked is gone or has all he wanted."""
        await asyncio.to_thread(lending().release, self._key, owner=self._owner)


async def confined(key: str) -> None:
    """Beside the worker's own work; ConfinementError where student code cannot be confined."""
    from autograder.grading.tasks import confine

    await asyncio.to_thread(confine, key)
