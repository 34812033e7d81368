"""Which paths a student process may read, and whom it runs as."""

from __future__ import annotations

import os
import tempfile
from importlib import util
from pathlib import Path

from autograder.sandbox import identity
from autograder.sandbox.allowlist import Allowed, allowed, expand


def beneath(path: str, folders: tuple[str, ...] | list[str]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def place_of(package: str) -> str:
    spec = util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return os.path.realpath(spec.submodule_search_locations[0])


def test_a_package_brings_what_it_requires() -> None:
    """matplotlib comes with numpy, its shared libraries, and pillow's."""
    names = {Path(path).name for path in allowed(["matplotlib"]).readable}
    assert {"matplotlib", "mpl_toolkits", "numpy", "PIL", "cycler", "kiwisolver"} <= names
    libraries = {path.name for path in Path(place_of("numpy")).parent.glob("numpy.libs")}
    assert libraries <= names


def test_nothing_else_is_readable() -> None:
    """Neither site-packages as a whole, nor start-up hooks, nor ours."""
    readable, listable = expand(allowed(["numpy", "matplotlib", "ipython"]))
    for package in ("otter", "pytest", "autograder", "mathtx_ref", "numpy.f2py"):
        assert beneath(place_of(package), readable) == (package == "numpy.f2py"), package
    site = os.path.dirname(place_of("otter"))
    assert site in listable
    assert not any(path.endswith((".pth", "__pycache__")) for path in readable if site in path)


def test_a_hidden_folder_stays_hidden_wherever_it_lies(tmp_path: Path) -> None:
    """Its siblings are readable one by one; permitted children of it come back."""
    for folder in ("lib/site/numpy", "lib/site/otter", "lib/json", "lib/deep/ours"):
        (tmp_path / folder).mkdir(parents=True)
    lib = os.path.realpath(tmp_path / "lib")
    lists = Allowed((lib, f"{lib}/site/numpy"), (f"{lib}/site", f"{lib}/deep/ours"))
    readable, listable = expand(lists)
    assert readable == [f"{lib}/json", f"{lib}/site/numpy"]
    assert listable == [lib, f"{lib}/deep", f"{lib}/site"]


def test_ids_are_distinct_and_never_those_of_people() -> None:
    """For each zygote and each of its children, also where a container has few ids."""
    wide = {identity.id_for(z, c, 2**32 - 2) for z in (1, 2, 4_194_303) for c in range(64)}
    assert len(wide) == 3 * 64
    assert min(wide) >= 0x70000000
    assert max(wide) < 0x80000000
    narrow = {identity.id_for(1000, c, 65_535) for c in range(64)}
    assert len(narrow) == 64
    assert min(narrow) > 60_000
    assert max(narrow) < 65_534


def test_a_folder_that_others_may_not_pass_is_found() -> None:
    """The first one on the way."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        inner = Path(folder, "python")
        inner.mkdir()
        assert identity.unreachable([str(inner)]) == folder
        os.chmod(folder, 0o711)
        assert identity.unreachable([str(inner)]) == ""
