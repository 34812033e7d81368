"""Results become ratios, tables and pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.page import PAGES, refreshed
from benchmarks.ratios import ratios
from benchmarks.results import store, stored
from benchmarks.tables import assignment_table, class_table, ratio_table, sizing_table, text

DOCS = Path(__file__).parents[2] / "docs"


def cost(cpu: float, wall: float | None = None) -> dict[str, float]:
    return {"cpu": cpu, "wall": cpu if wall is None else wall}


def results() -> dict[str, Any]:
    """01 costs 6 over a floor of 2; without its black-box questions 1.5 over 1."""
    one = {"floor": cost(2), "warm 1": cost(6), "warm 2": cost(6, 3), "cold": cost(9)}
    one |= {"apart floor": cost(1), "apart warm": cost(4.5), "otter run": cost(30)}
    two = {"floor": cost(1), "warm 1": cost(1.5), "warm 2": cost(2, 1), "cold": cost(1.9)}
    two |= {"otter run": cost(20)}
    rows = [
        {"assignment": "02_inner_products", "size": size, "workers": 2, "cpu": cpu, "wall": 50.0}
        | {"peak_bytes": 400_000_000, "first_result": 1.0, "rerun": cost(4)}
        for size, cpu in ((100, 100.0), (1_000, 1_200.0))
    ]
    return {
        "assignments": {"01_bilinear_forms": one, "02_inner_products": two},
        "classes": rows,
        "detection": {"01_bilinear_forms": {"mutants": 10, "caught": 9}},
    }


def test_ratios() -> None:
    """Each ratio is the quotient that it names, and says whether it is as wanted."""
    found = {ratio.what: (round(ratio.measured, 6), ratio.met) for ratio in ratios(results())}
    floor = "CPU over the floor, 01_bilinear_forms, 02_inner_products, without 1.3 and 1.4"
    assert found[floor] == (1.5, True)
    assert found["CPU over the floor, questions 1.3 and 1.4 (black-box forms)"] == (4.5, True)
    assert found["throughput over `otter run`, `02`"] == (20, False)
    assert found["CPU of `otter run`, `02`, over ours"] == (10, None)
    larger = "CPU per submission, class of 1,000 over class of 100, 2 workers"
    assert found[larger] == (1.2, False)
    assert found["peak memory of all processes, class of 1,000, 2 workers"] == (400, True)
    assert found["a class of 1,000 again, nothing changed"] == (4, True)
    assert found["mutants caught by the checks"] == (0.9, False)


def test_tables_are_rectangular() -> None:
    """Every row of a table is as long as its heading, and every line as wide."""
    for table in (assignment_table, class_table, ratio_table, sizing_table):
        rows = table(results())
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len({len(line) for line in text(rows).splitlines()}) == 1


def test_sizing() -> None:
    """500 submissions of 2 to 6 CPU seconds on two cores: 8 to 25 minutes."""
    assert sizing_table(results())[1] == ["a course", "500", "2", "8.3 min", "17 min", "25 min"]


def test_a_page_is_refreshed_between_its_markers() -> None:
    """What stood there goes, what stands around stays, and a second time changes nothing."""
    page = "before\n<!-- bench: ratios -->\nold\n<!-- end -->\nafter\n"
    new = refreshed(page, results())
    assert new.startswith("before\n<!-- bench: ratios -->\n| What")
    assert new.endswith("|\n<!-- end -->\nafter\n")
    assert "old" not in new
    assert refreshed(new, results()) == new


def test_an_unknown_marker_is_refused() -> None:
    """A page that asks for what there is not is an error, not an empty place."""
    with pytest.raises(SystemExit, match="found the marker 'ratio' in a page; wanted: machine,"):
        refreshed("<!-- bench: ratio -->\n<!-- end -->", results())


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_can_be_refreshed(name: str) -> None:
    """Our pages ask for tables that there are, and hold some."""
    page = (DOCS / name).read_text(encoding="utf-8")
    assert "| What" in refreshed(page, results()) or "| Who" in refreshed(page, results())


def test_parts_are_stored_one_by_one(tmp_path: Path) -> None:
    """A part that is measured again replaces itself and leaves the others."""
    path = tmp_path / "bench.json"
    store(path, "detection", {"a": 1})
    store(path, "classes", [1])
    store(path, "classes", [2])
    assert stored(path)["detection"] == {"a": 1}
    assert stored(path)["classes"] == [2]
    assert set(stored(path)["measured"]) == {"detection", "classes"}
