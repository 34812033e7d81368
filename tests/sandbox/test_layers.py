"""Which layers are found, required and reported."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from autograder.errors import ConfinementError
from autograder.sandbox import layers
from autograder.sandbox.platforms import require_linux
from autograder.sandbox.probe import probe

ROOT = os.geteuid() == 0


def test_probe_describes_every_layer_once() -> None:
    """Each with a sentence, and those that are always required are in force here."""
    found = {layer.name: layer for layer in probe()}
    assert tuple(found) == layers.ALL
    assert all(len(layer.detail) > 20 for layer in found.values())
    for name in ("limits", "no new privileges", "Landlock", "system calls"):
        assert found[name].active, found[name]
        assert found[name].required
    assert found["user"].required == ROOT


def test_a_missing_required_layer_is_refused(make_zygote: Any) -> None:
    """In one line that names the layer and the way to go on; exit code 3."""
    with make_zygote(without=["Landlock"]) as zygote, pytest.raises(ConfinementError) as caught:
        zygote.spawn()
    text = str(caught.value)
    assert "Landlock needs Linux 5.13" in text
    assert text.endswith("or accept the risk with --allow-weak-sandbox")
    assert "\n" not in text
    assert caught.value.exit_code == 3


def test_a_missing_layer_is_accepted_on_request(make_zygote: Any) -> None:
    """And stays visible as missing."""
    with make_zygote(without=["system calls"], allow_weak=True) as zygote:
        zygote.spawn().close()
        missing = layers.missing(zygote.layers)
    assert [layer.name for layer in missing] == ["system calls"]


def test_namespaces_are_never_required() -> None:
    """A container that refuses them still grades, and the report says so."""
    refused = dict.fromkeys(layers.ALL, "") | dict.fromkeys(layers.NAMESPACES, "not permitted")
    found = layers.describe(refused, root=True)
    assert not layers.missing(found)
    assert [layer.name for layer in found if not layer.active] == list(layers.NAMESPACES)


def test_python_in_a_private_home_has_an_answer() -> None:
    """Without the file view, the message says which folder to open."""
    problems = dict.fromkeys(layers.ALL, "") | {"user": "other users may not pass /root"}
    (user,) = layers.missing(layers.describe(problems, root=True))
    assert "other users may not pass /root" in user.detail


@pytest.mark.parametrize(
    ("platform", "advice"),
    [("darwin", "Docker Desktop"), ("win32", "WSL 2"), ("freebsd14", "Linux container")],
)
def test_other_systems_are_refused_with_a_way_out(platform: str, advice: str) -> None:
    """macOS and Windows: a container or WSL."""
    with pytest.raises(ConfinementError, match=advice):
        require_linux(platform)


def test_all_modules_import_where_linux_modules_are_missing() -> None:
    """On Windows there is no fcntl and no resource; importing must still work."""
    code = (
        "import pkgutil, sys\n"
        "sys.modules.update(fcntl=None, resource=None, pwd=None, grp=None)\n"
        "import autograder.sandbox as room\n"
        "for module in pkgutil.iter_modules(room.__path__, room.__name__ + '.'):\n"
        "    __import__(module.name)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
