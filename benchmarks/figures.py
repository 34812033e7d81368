"""The two figures of docs/performance.md: cost against class size, and where the time goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.results import Results

# Okabe and Ito's colours: told apart by the colour-blind; shapes and labels say the same again.
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#999999"
LOOK = {1: (BLUE, "o", "1 worker"), 2: (ORANGE, "s", "2 workers")}


def class_figure(results: Results, path: Path) -> None:
    """CPU per submission, and peak memory, against the size of the class."""
    plt = _pyplot()
    rows = [*results.get("classes", []), *results.get("large", [])]
    if not rows:
        return
    figure, (cost, memory) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    for workers, (colour, marker, label) in LOOK.items():
        mine = sorted((r for r in rows if r["workers"] == workers), key=lambda r: r["size"])
        sizes = [row["size"] for row in mine]
        style = {"color": colour, "marker": marker, "label": label}
        cost.plot(sizes, [row["cpu"] / row["size"] for row in mine], **style)
        memory.plot(sizes, [row["peak_bytes"] / 1e6 for row in mine], **style)
    memory.axhline(600, color=GREY, linestyle="--", linewidth=1)
    first = min(row["size"] for row in rows)
    memory.text(first, 590, "wanted: below 600 MB", color="#555555", fontsize=8, va="top")
    cost.set_ylabel("CPU seconds per submission")
    memory.set_ylabel("peak memory of all processes (MB)")
    for axes in (cost, memory):
        axes.set_xscale("log")
        axes.set_ylim(0, 1.15 * axes.get_ylim()[1])
        axes.set_xlabel("submissions in the class")
        ticks = sorted({row["size"] for row in rows})
        axes.set_xticks(ticks, [f"{size:,}" for size in ticks])
        axes.minorticks_off()
        axes.grid(alpha=0.3)
        axes.legend()
    _save(figure, path)


def phase_figure(results: Results, path: Path) -> None:
    """A bar per phase, the grader's share and the student process's."""
    plt = _pyplot()
    found = results.get("profile", {})
    if not found:
        return
    figure, panels = plt.subplots(
        1, len(found), figsize=(9, 3), layout="constrained", sharey=True, squeeze=False
    )
    for axes, (title, phases) in zip(panels[0], found.items(), strict=True):
        names = list(phases)[::-1]
        grader = [1e3 * phases[name][0] for name in names]
        student = [1e3 * phases[name][1] for name in names]
        axes.barh(names, grader, color=BLUE, label="grader")
        axes.barh(names, student, left=grader, color=ORANGE, hatch="//", label="student process")
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("CPU milliseconds")
    panels[0][-1].legend(loc="lower right")
    _save(figure, path)


def _pyplot() -> Any:
    import matplotlib

    matplotlib.use("Agg")
    # The same results give the same bytes; text stays text.
    matplotlib.rcParams.update({"svg.hashsalt": "bench", "svg.fonttype": "none"})
    import matplotlib.pyplot as plt

    return plt


def _save(figure: Any, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    _pyplot().close(figure)
