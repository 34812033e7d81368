"""What an answer may use and leave no trace by it, and what it may not: see `separable`."""

from __future__ import annotations

import builtins


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PURE_MODULES = _words("""
    __future__ cmath collections collections.abc fractions functools itertools math numbers numpy
    numpy.linalg numpy.random operator statistics typing
""")
TOP_LEVEL_ONLY = _words("IPython json matplotlib otter pathlib warnings")
"""Packages that a cell may use as it runs, which is the same whatever is asked later."""
KEEPING = _words("""
    seterr seterrcall setbufsize set_printoptions set_string_function typecodes sctypeDict sctypes
    cast nbytes load save savez savez_compressed loadtxt savetxt genfromtxt fromfile memmap lib
    core testing ctypeslib f2py test rec char strings ma polynomial fft emath matlib exceptions
    dtypes typing version compat show_config show_runtime array_api linalg lapack_lite random
    ndarray cache lru_cache cached_property singledispatch singledispatchmethod wraps
    update_wrapper attrgetter methodcaller abc
""")
"""What pure modules have that keeps something, or leads to what does: settings, files, tables."""
UNFILLED = _words("empty empty_like")
"""Memory that holds what was there before: for answers that have shown that they fill it."""
FRESH_GENERATORS = _words("default_rng Generator PCG64 PCG64DXSM SeedSequence Philox")
"""Of `numpy.random`: makers of something new."""
PURE_BUILTINS = _words("""
    abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter
    float format frozenset hash hex int isinstance issubclass iter len list map max min next oct
    ord pow print range repr reversed round set slice sorted str sum tuple type zip Ellipsis
    NotImplemented
""")
REACHING = _words("""
    setattr delattr getattr exec eval compile globals locals vars open breakpoint input get_ipython
    exit quit super
""")
"""Names that lead anywhere: nowhere in such a notebook."""


def is_pure_builtin(name: str) -> bool:
    """Whether it is one of these, or an exception."""
    found = getattr(builtins, name, None)
    raised = isinstance(found, type) and issubclass(found, BaseException)
    return raised or name in PURE_BUILTINS
