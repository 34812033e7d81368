"""The engine: builds, grades and proves assignments.

It knows no mathematics and no assignment by name.
"""

__version__ = "0.1.0"
