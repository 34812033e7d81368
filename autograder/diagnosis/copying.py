"""Copies of what a call is given, so that it can be made again and again as if for the first time.

What is shared stays shared: aliases, views of one array, a Generator that a callback draws from
too. A function is copied with what it closes over, so that one that counts its calls counts anew.
"""

from __future__ import annotations

import copy
import types
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.random import Generator

from autograder.boundary.opaque import Opaque

MAX_BYTES: Final = 1 << 20
"""of one call's arrays; what is larger tests memory or time, and would be dear to keep"""
_ATOMS: Final = (type(None), bool, int, float, complex, str, bytes, np.generic, Opaque)


class TooLarge(Exception):  # noqa: N818 - a decision, not a mistake
    """The call is too large to be kept."""


class Copier:
    """Copies values that belong together: what one holds twice, its copy holds twice."""

    def __init__(self) -> None:
        self.changeable: list[tuple[Any, Any]] = []
        """arrays, containers and Generators with their copies, in the order of the arguments"""
        self._copies: dict[int, Any] = {}
        self._memory: dict[int, tuple[int, bytearray]] = {}
        self._kept: list[Any] = []  # an id is of use only while its owner lives
        self._bytes = 0
        self._inside_functions = 0

    def copy(self, value: Any) -> Any:
        """The copy; a value of no known kind is its own."""
        if isinstance(value, _ATOMS):
            return value
        if id(value) not in self._copies:
            self._kept.append(value)
            new = self._copy(value)
            self._copies.setdefault(id(value), new)
        return self._copies[id(value)]

    def _copy(self, value: Any) -> Any:
        kind = type(value)
        if kind is np.ndarray:
            return self._changeable(value, self._array(value))
        if kind is list:
            items: list[Any] = self._changeable(value, [])
            items.extend(map(self.copy, value))
            return items
        if kind is dict:
            entries: dict[Any, Any] = self._changeable(value, {})
            entries.update((key, self.copy(entry)) for key, entry in value.items())
            return entries
        if kind is tuple:
            return tuple(map(self.copy, value))
        if kind is Generator:
            return self._changeable(value, copy.deepcopy(value))
        self._inside_functions += 1
        try:
            return self._function(value)
        finally:
            self._inside_functions -= 1

    def _changeable(self, value: Any, new: Any) -> Any:
        self._copies[id(value)] = new  # before its entries are copied: it may hold itself
        if not self._inside_functions:
            self.changeable.append((value, new))
        return new

    def _array(self, array: Any) -> Any:
        """A view, at the same place, of a copy of the memory that it shares with others."""
        root = array
        while type(root.base) is np.ndarray:
            root = root.base
        if array.dtype.hasobject or not array.size:
            return array.copy("K")
        if id(root) not in self._memory:
            first, size = _span(root)
            self._bytes += size
            if self._bytes > MAX_BYTES:
                raise TooLarge
            memory = bytearray(size)
            place: Any = np.ndarray(
                root.shape, root.dtype, memory, _address(root) - first, root.strides
            )
            place[...] = root
            self._memory[id(root)] = first, memory
            self._kept.append(root)
        first, memory = self._memory[id(root)]
        offset = _address(array) - first
        new: Any = np.ndarray(array.shape, array.dtype, memory, offset, array.strides)
        new.flags.writeable = array.flags.writeable
        return new

    def _function(self, value: Any) -> Any:
        if type(value) is types.FunctionType:
            return self._python_function(value)
        if type(value) is partial:
            arguments = self.copy(value.args), self.copy(value.keywords)
            return partial(self.copy(value.func), *arguments[0], **arguments[1])
        if isinstance(value, types.MethodType):
            return types.MethodType(value.__func__, self.copy(value.__self__))
        if isinstance(value, types.BuiltinMethodType):
            owner = value.__self__
            known = owner is not None and not isinstance(owner, types.ModuleType | type)
            return getattr(self.copy(owner), value.__name__) if known else value
        return value

    def _python_function(self, function: types.FunctionType) -> Any:
        held = function.__closure__, function.__defaults__, function.__kwdefaults__
        if not any(held) and not function.__dict__:
            return function
        cells = tuple(types.CellType() for _ in function.__closure__ or ())
        new = types.FunctionType(
            function.__code__, function.__globals__, function.__name__, None, cells or None
        )
        self._copies[id(function)] = new  # before what it closes over, which may be itself
        for cell, old in zip(cells, function.__closure__ or (), strict=True):
            try:
                cell.cell_contents = self.copy(old.cell_contents)
            except ValueError:  # a name that has no value yet
                continue
        new.__defaults__ = self.copy(function.__defaults__)
        new.__kwdefaults__ = self.copy(function.__kwdefaults__)
        new.__dict__.update((name, self.copy(entry)) for name, entry in vars(function).items())
        return new


def _address(array: Any) -> int:
    return int(array.__array_interface__["data"][0])


def _span(array: Any) -> tuple[int, int]:
    """The address of the first byte, and how many there are up to the last."""
    low = high = _address(array)
    for length, stride in zip(array.shape, array.strides, strict=True):
        reach = (length - 1) * stride
        low, high = low + min(reach, 0), high + max(reach, 0)
    return low, high + array.itemsize - low
