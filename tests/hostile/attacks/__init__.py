"""The corpus of hostile submissions: one module for each thing that they are after."""

from __future__ import annotations

from tests.hostile.attacks import forgery, harm, notebooks, points, secrets
from tests.hostile.attacks.attack import Attack

MODULES = (points, forgery, secrets, harm, notebooks)
ATTACKS: dict[str, Attack] = {
    name: attack for module in MODULES for name, attack in module.ATTACKS.items()
}
