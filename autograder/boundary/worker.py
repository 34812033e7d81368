"""The zygote's program: `python -I -m autograder.boundary.worker FD` warms up and forks on request.

Nothing of the staff's is imported here, so that no student process can find it in its memory.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path

from autograder.model import Limits


def main() -> None:
    """Warm up, then serve; does not return."""
    gc.disable()  # of what is imported next to nothing is garbage, and looking for it takes time
    from autograder.sandbox.zygote import serve

    warm_up()
    gc.enable()
    serve(int(sys.argv[1]), child_main)


def warm_up() -> None:
    """Load what notebooks use, and draw once, so that fonts and caches are there after the fork."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    import autograder.boundary.standins
    import autograder.boundary.student  # noqa: F401

    figure, (left, right) = plt.subplots(1, 2)
    left.plot([0, 1], [0, 1], label="$x^2$")
    left.legend()
    left.set_title("warm")
    figure.colorbar(right.imshow(np.eye(2)))
    figure.canvas.draw()
    figure.add_subplot(projection="3d").plot_surface(np.eye(2), np.eye(2), np.eye(2))
    plt.close("all")
    np.linalg.svd(np.random.default_rng(0).standard_normal((4, 3)))


def child_main(connection: socket.socket, limits: Limits, scratch: Path) -> None:
    """One student process, forked and confined, from its first request to its last."""
    from autograder.boundary.codec import caps_for
    from autograder.boundary.notebook import Notebook
    from autograder.boundary.standins import install
    from autograder.boundary.student import StudentSide

    os.chdir(scratch)
    notebook = Notebook()
    install(notebook.shell)
    StudentSide(connection, caps_for(limits), notebook).serve()


if __name__ == "__main__":
    main()
