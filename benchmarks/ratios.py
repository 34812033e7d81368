"""Results → the ratios that were wanted, as one table: what, measured, wanted, whether it is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.cost import Cost, total
from benchmarks.results import Results, as_cost

NO_MORE = "≤"
AT_LEAST = "≥"
THROUGHPUT = (("02_inner_products", 30), ("01_bilinear_forms", 15))
MANY = 1_000


@dataclass(frozen=True)
class Ratio:
    """One line; `wanted` is a bound, None where there is none."""

    what: str
    measured: float
    unit: str = "×"
    sign: str = NO_MORE
    wanted: float | None = None
    said: str = ""
    """in place of the number"""

    @property
    def met(self) -> bool | None:
        if self.wanted is None:
            return None
        if self.sign == NO_MORE:
            return self.measured <= self.wanted
        return self.measured >= self.wanted


def ratios(results: Results) -> list[Ratio]:
    """All that the results allow."""
    found: list[Ratio] = []
    if of := results.get("assignments"):
        found += _against_floor(of)
        found += _against_otter(of)
    for slug, costs in results.get("nbgrader", {}).items():
        if of and slug in of:
            found += _against_nbgrader(slug, of[slug], costs)
    if of and "02_inner_products" in of:
        cold = as_cost(of["02_inner_products"]["cold"]).wall
        what = "one submission of `02`, from the command's start to its end"
        found.append(Ratio(what, cold, " s", NO_MORE, 2.0))
    found += _of_classes([*results.get("classes", []), *results.get("large", [])])
    if caught := results.get("detection"):
        found.append(_detection(caught.values()))
    return found


def split(of: Results) -> tuple[Cost, Cost, Cost, Cost]:
    """Floor and engine of the black-box questions, then of all else; one worker, warm."""
    floor = total(as_cost(costs["floor"]) for costs in of.values())
    grade = total(as_cost(costs["warm 1"]) for costs in of.values())
    apart = [costs for costs in of.values() if "apart floor" in costs]
    floor_apart = total(as_cost(costs["apart floor"]) for costs in apart)
    grade_apart = total(as_cost(costs["apart warm"]) for costs in apart)
    return floor_apart, grade_apart, floor - floor_apart, grade - grade_apart


def _against_floor(of: Results) -> Iterator[Ratio]:
    floor_apart, grade_apart, floor, grade = split(of)
    named = "all seven assignments" if len(of) == 7 else ", ".join(of)
    without = ", without 1.3 and 1.4" if floor_apart.cpu else ""
    yield Ratio(f"CPU over the floor, {named}{without}", grade.cpu / floor.cpu, wanted=1.5)
    if floor_apart.cpu > 0:
        what = "CPU over the floor, questions 1.3 and 1.4 (black-box forms)"
        yield Ratio(what, grade_apart.cpu / floor_apart.cpu, wanted=6)


def _against_otter(of: Results) -> Iterator[Ratio]:
    for slug, wanted in THROUGHPUT:
        if slug in of:
            yield from _faster(
                f"`otter run`, `{slug[:2]}`", of[slug], of[slug]["otter run"], wanted
            )
    if len(of) == 7:
        grade = total(as_cost(costs["warm 2"]) for costs in of.values())
        otter = total(as_cost(costs["otter run"]) for costs in of.values())
        what = "over `otter run`, all seven"
        yield Ratio(f"throughput {what}", otter.wall / grade.wall, "×", AT_LEAST, 10)
        yield Ratio("CPU of `otter run` over ours, all seven", otter.cpu / grade.cpu)


def _against_nbgrader(slug: str, ours: Results, theirs: Results) -> Iterator[Ratio]:
    yield from _faster(f"nbgrader's autograde, `{slug[:2]}`", ours, theirs["warm"], None)


def _faster(
    who: str, ours: Results, theirs: dict[str, float], wanted: float | None
) -> Iterator[Ratio]:
    """Submissions per second on this machine with two workers, and CPU seconds."""
    mine, other = as_cost(ours["warm 2"]), as_cost(theirs)
    yield Ratio(f"throughput over {who}", other.wall / mine.wall, "×", AT_LEAST, wanted)
    yield Ratio(f"CPU of {who}, over ours", other.cpu / mine.cpu)


def _of_classes(rows: list[Results]) -> Iterator[Ratio]:
    for workers in sorted({row["workers"] for row in rows}):
        mine = {row["size"]: row for row in rows if row["workers"] == workers}
        small, large = min(mine), max(mine)
        if small < large:
            each = [mine[size]["cpu"] / size for size in (large, small)]
            what = f"CPU per submission, class of {large:,} over class of {small:,}"
            yield Ratio(f"{what}, {_workers(workers)}", each[0] / each[1], wanted=1.1)
    if rows:
        row = max(rows, key=lambda row: (row["size"], row["workers"]))
        what = f"peak memory of all processes, class of {row['size']:,}"
        bound = 600 if row["workers"] == 2 else None
        told = f"{what}, {_workers(row['workers'])}"
        yield Ratio(told, row["peak_bytes"] / 1e6, " MB", wanted=bound)
    for row in rows:
        if row["size"] == MANY and row["workers"] == 2:
            what = f"a class of {MANY:,} again, nothing changed"
            yield Ratio(what, row["rerun"]["wall"], " s", wanted=5)


def _detection(found: Iterable[Results]) -> Ratio:
    counts = list(found)
    caught = sum(count["caught"] for count in counts)
    mutants = sum(count["mutants"] for count in counts)
    said = f"{caught:,} of {mutants:,}"
    return Ratio("mutants caught by the checks", caught / mutants, "", AT_LEAST, 1, said)


def _workers(count: int) -> str:
    return f"{count} worker" + "s" * (count > 1)
