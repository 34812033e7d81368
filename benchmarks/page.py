"""build/bench.json → the tables in docs/performance.md and docs/scale.md, and the figures.

`make bench-page` runs it after `make bench`: what stands between a page's markers is replaced.
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks import tables
from benchmarks.figures import class_figure, phase_figure
from benchmarks.results import Results, stored

ROOT = Path(__file__).parents[1]
PAGES = ("performance.md", "scale.md")
MARKED = re.compile(r"(<!-- bench: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def refreshed(page: str, results: Results) -> str:
    """The page with what the results say between its markers."""
    parts = {
        "machine": lambda: machine(results),
        "ratios": lambda: tables.text(tables.ratio_table(results)),
        "assignments": lambda: tables.text(tables.assignment_table(results)),
        "nbgrader": lambda: tables.text(tables.nbgrader_table(results)),
        "classes": lambda: tables.text(tables.class_table(results)),
        "phases": lambda: tables.text(tables.phase_table(results)),
        "sizing": lambda: tables.text(tables.sizing_table(results)),
    }

    def filled(found: re.Match[str]) -> str:
        if found[2] not in parts:
            known = ", ".join(parts)
            raise SystemExit(f"bench: found the marker '{found[2]}' in a page; wanted: {known}")
        return f"{found[1]}{parts[found[2]]()}\n{found[3]}"

    return MARKED.sub(filled, page)


def machine(results: Results) -> str:
    """What was measured where, and how busy that machine was."""
    told = {
        part: f"{at['processor']}, {at['cores']} cores, Python {at['python']}, {at['day']}; "
        f"load before: {at['load_before']}"
        for part, at in results.get("measured", {}).items()
    }
    return "\n".join(f"- {part}: {where}" for part, where in sorted(told.items()))


def main() -> None:
    results = stored(ROOT / "build" / "bench.json")
    if not results:
        raise SystemExit("bench: found no build/bench.json; wanted one; run: make bench")
    docs = ROOT / "docs"
    for name in PAGES:
        path = docs / name
        path.write_text(refreshed(path.read_text(encoding="utf-8"), results), encoding="utf-8")
    class_figure(results, docs / "figures" / "performance-classes.svg")
    phase_figure(results, docs / "figures" / "performance-phases.svg")
    print("bench: docs/performance.md, docs/scale.md and their figures say what was measured")


if __name__ == "__main__":
    main()
