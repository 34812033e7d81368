"""All of the zygote's environment: nothing of the staff's, one BLAS thread, a fixed hash seed."""

from __future__ import annotations

import os

FOLDER = "autograder-"
"""How the folder begins that holds a zygote's home and its children's scratch folders."""
_THREAD_VARIABLES = (
    "BLIS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def environment(home: str) -> dict[str, str]:
    """`home` is the zygote's own while it warms up; each child gets its scratch folder instead."""
    variables = {
        "HOME": home,
        "IPYTHONDIR": home,
        "LANG": "C.UTF-8",
        "LOGNAME": "student",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": home,
        "PATH": "/usr/bin:/bin",
        "PYTHONHASHSEED": "0",
        "TMPDIR": home,
        "TZ": "UTC",
        "USER": "student",
    } | dict.fromkeys(_THREAD_VARIABLES, "1")
    if "LD_LIBRARY_PATH" in os.environ:
        variables["LD_LIBRARY_PATH"] = os.environ[
            "LD_LIBRARY_PATH"
        ]  # some clusters' Python needs it to start
    return variables
