"""A trusted process that starts a student process, says which, and waits to be killed."""

from __future__ import annotations

import json
import sys
import time

from autograder.model import Limits
from autograder.sandbox.layers import NAMESPACES
from autograder.sandbox.process import Zygote

if __name__ == "__main__":
    entry, mode = sys.argv[1:]
    zygote = Zygote(
        entry,
        packages=("numpy", "matplotlib", "ipython"),
        limits=Limits(),
        allow_weak=True,
        without=NAMESPACES if mode == "namespaces refused" else (),
    )
    student = zygote.spawn()
    print(json.dumps([zygote.pid, student.pid]), flush=True)
    time.sleep(600)
