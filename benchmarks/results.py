"""build/bench.json: what was measured, part by part; a part measured again replaces itself."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.cost import Cost

Results = dict[str, Any]
"""part → what it found; every cost is {"wall": seconds, "cpu": seconds}"""


def stored(path: Path) -> Results:
    """What earlier runs measured; nothing when there is none."""
    if not path.exists():
        return {}
    results: Results = json.loads(path.read_text(encoding="utf-8"))
    return results if results.get("format") == 2 else {}


def store(path: Path, part: str, found: Any) -> Results:
    """Put a part into the file; the machine and the day belong to it."""
    results = stored(path) | {"format": 2, part: found}
    results["measured"] = results.get("measured", {}) | {part: _here()}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return results


def as_cost(found: dict[str, float]) -> Cost:
    return Cost(found["wall"], found["cpu"])


def _here() -> dict[str, Any]:
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
