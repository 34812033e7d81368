"""Results → tables, aligned for a terminal and valid Markdown at once."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.cost import Cost, total
from benchmarks.ratios import Ratio, ratios, split
from benchmarks.results import Results, as_cost

Table = list[list[str]]
COURSES = (("a course", 500, 2), ("a faculty", 10_000, 16), ("an open course", 100_000, 64))
"""who, submissions, cores"""
ASSIGNMENTS = (
    *("Assignment", "Floor CPU s", "`grade` CPU s", "× floor", "2 workers: wall s"),
    *("Cold, one: wall s", "`otter run` CPU s", "wall s", "Mutants caught"),
)
CLASSES = (
    *("Class", "Workers", "CPU s", "Wall s", "CPU s each", "Submissions/s"),
    *("Peak MB", "First result s", "Again, unchanged s"),
)


def text(rows: Table) -> str:
    """The first row is the heading; all columns but the first are numbers."""
    widths = [max(2, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in [rows[0], rule, *rows[1:]])


def ratio_table(results: Results) -> Table:
    """What was wanted, and what is."""
    rows = [["What", "Measured", "Wanted", ""]]
    return rows + [_ratio_row(ratio) for ratio in ratios(results)]


def assignment_table(results: Results) -> Table:
    """Seconds per submission, warm, by assignment; the solution's notebook, figures included."""
    of = results.get("assignments", {})
    caught = results.get("detection", {})
    rows = [[*ASSIGNMENTS]]
    for slug, costs in of.items():
        known = {who: as_cost(cost) for who, cost in costs.items()}
        count = caught.get(slug)
        rows.append([slug, *_costs(known), _caught([count] if count else [])])
    if len(of) > 1:
        names = ("floor", "warm 1", "warm 2", "cold", "otter run")
        sums = {who: total(as_cost(costs[who]) for costs in of.values()) for who in names}
        rows.append(["all", *_costs(sums), _caught([*caught.values()])])
    if any("apart floor" in costs for costs in of.values()):
        floor_apart, grade_apart, floor, grade = split(of)
        rows.append(["of it 1.3, 1.4", *_two(floor_apart, grade_apart)])
        rows.append(["all else", *_two(floor, grade)])
    return rows


def nbgrader_table(results: Results) -> Table:
    """nbgrader's autograde, per submission."""
    rows = [["nbgrader's autograde", "CPU s", "wall s", "Cold, one: CPU s", "wall s"]]
    for slug, costs in results.get("nbgrader", {}).items():
        cold, warm = as_cost(costs["cold"]), as_cost(costs["warm"])
        rows.append([slug, *(f"{s:.2f}" for s in (warm.cpu, warm.wall, cold.cpu, cold.wall))])
    return rows


def class_table(results: Results) -> Table:
    """Whole commands on synthetic classes."""
    rows = [[*CLASSES]]
    measured = [*results.get("classes", []), *results.get("large", [])]
    for row in sorted(measured, key=lambda row: (row["size"], row["workers"])):
        size = row["size"]
        first = "–" if row["first_result"] is None else f"{row['first_result']:.2f}"
        cells = (
            *(f"{size:,} of `{row['assignment'][:2]}`", str(row["workers"]), f"{row['cpu']:.1f}"),
            *(f"{row['wall']:.1f}", f"{row['cpu'] / size:.3f}", f"{size / row['wall']:.2f}"),
            *(f"{row['peak_bytes'] / 1e6:.0f}", first, f"{row['rerun']['wall']:.2f}"),
        )
        rows.append([*cells])
    return rows


def phase_table(results: Results) -> Table:
    """Milliseconds of CPU by phase, grader + student process."""
    found = results.get("profile", {})
    rows = [["Phase (ms of CPU: grader + student process)", *found]]
    for phase in next(iter(found.values()), {}):
        cells = [split[phase] for split in found.values()]
        rows.append([phase, *(f"{1e3 * ours:.0f} + {1e3 * theirs:.0f}" for ours, theirs in cells)])
    return rows


def sizing_table(results: Results) -> Table:
    """Cores and minutes for larger numbers of submissions, from the cost of one."""
    rows = [["Who", "Submissions", "Cores", "Cheapest assignment", "Mean of all", "Dearest"]]
    of = results.get("assignments", {})
    if not of:
        return rows
    each = sorted(as_cost(costs["warm 2"]).cpu for costs in of.values())
    chosen = (each[0], sum(each) / len(each), each[-1])
    for who, submissions, cores in COURSES:
        minutes = [submissions * cpu / cores / 60 for cpu in chosen]
        rows.append([who, f"{submissions:,}", str(cores), *(f"{_minutes(m)}" for m in minutes)])
    return rows


def _caught(counts: Sequence[Results]) -> str:
    if not counts:
        return "–"
    caught, mutants = (sum(count[key] for count in counts) for key in ("caught", "mutants"))
    return f"{caught:,} of {mutants:,}"


def _minutes(minutes: float) -> str:
    return f"{minutes:.0f} min" if minutes >= 9.5 else f"{minutes:.1f} min"


def _costs(known: dict[str, Cost]) -> list[str]:
    floor, one, two = known["floor"], known["warm 1"], known["warm 2"]
    otter = known["otter run"]
    return [
        *(f"{floor.cpu:.3f}", f"{one.cpu:.3f}", f"{one.cpu / floor.cpu:.2f}", f"{two.wall:.3f}"),
        *(f"{known['cold'].wall:.2f}", f"{otter.cpu:.2f}", f"{otter.wall:.2f}"),
    ]


def _two(floor: Cost, grade: Cost) -> list[str]:
    ratio = f"{grade.cpu / floor.cpu:.2f}" if floor.cpu > 0 else "–"
    return [f"{floor.cpu:.3f}", f"{grade.cpu:.3f}", ratio, "", "", "", "", ""]


def _ratio_row(ratio: Ratio) -> list[str]:
    precise = ratio.unit == " s" or ratio.measured < 10
    measured = ratio.said or f"{ratio.measured:,.{2 if precise else 0}f}{ratio.unit}"
    if ratio.wanted is None:
        return [ratio.what, measured, "", ""]
    wanted = "all" if ratio.said else f"{ratio.sign} {ratio.wanted:g}{ratio.unit}"
    return [ratio.what, measured, wanted, "yes" if ratio.met else "**no**"]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [row[0].ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "| " + " | ".join(cells) + " |"
