"""Names: whose submission a file is, and what its report is called."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# What learning platforms write around a student's name. The first that fits wins.
FOLDER_PATTERNS = (
    re.compile(r"^(?P<student>.+?)_\d+_assignsubmission_\w+$"),  # Moodle
    re.compile(r"^(?P<student>submission_\d+)$"),  # Gradescope
    re.compile(r"^\d+-\d+ - (?P<student>.+?) - .+\d$"),  # Brightspace
)
STEM_PATTERNS = (
    re.compile(r"^(?P<student>.+?)_\d+_assignsubmission_\w+.*$"),  # Moodle, without folders
    re.compile(r"^(?P<student>[^_].*?)(?:_LATE)?_\d{2,}_\d{2,}_.+$"),  # Canvas
    re.compile(r"^.+?_(?P<student>[^_]+)_attempt_\d{4}(?:-\d\d){5}(?:_.*)?$"),  # Blackboard
    re.compile(r"^\d+-\d+ - (?P<student>.+?) - .+? - .+$"),  # Brightspace, without folders
)
LATE = re.compile(r"_LATE(?=_|$)")
# What file managers, browsers and Google Drive write around a copy's name.
COPY = re.compile(r"(?: ?\(\d+\)| ?- ?copy(?: ?\(\d+\))?|-copy\d+| copy(?: \d+)?)+$", re.IGNORECASE)
COPY_OF = re.compile(r"^(?:copy of|kopie von|copie de|copia de|kopi af) +", re.IGNORECASE)
TWO_ENDINGS = re.compile(r"\.(?:ipynb|zip|py)$", re.IGNORECASE)
# Around all students' folders, and no student: what people call the folder of an unpacked download.
WRAPPER = re.compile(r"^(submissions?|submitted|downloads?|exports?|students?|all)$", re.IGNORECASE)

UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
MAX_ID_BYTES = 150
"""A file name may have 255, some of which are for endings."""


def clean(text: str) -> str:
    """A name as it is shown: valid Unicode in one normal form, no control characters."""
    shown = "".join(
        "\ufffd" if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in text
    )
    return unicodedata.normalize("NFC", shown)


def student_of_stem(stem: str) -> str:
    """The student's name in a file's stem, without the platform's decoration."""
    bare = COPY_OF.sub("", COPY.sub("", stem.strip()))
    for pattern in STEM_PATTERNS:
        if match := pattern.match(bare):
            bare = match["student"]
            break
    bare = LATE.sub("", bare).strip()
    return bare or stem


def student_of_folder(folder: str) -> str:
    """The student's name in the name of a per-student folder."""
    for pattern in FOLDER_PATTERNS:
        if match := pattern.match(folder):
            return match["student"]
    return student_of_stem(folder)


def is_platform_stem(stem: str) -> bool:
    """Whether a learning platform put a student's name before this stem."""
    return any(pattern.match(stem) for pattern in STEM_PATTERNS)


def is_platform_folder(folder: str) -> bool:
    """Whether a learning platform named this folder after a student."""
    return any(pattern.match(folder) for pattern in FOLDER_PATTERNS)


def students(paths: Sequence[tuple[str, ...]], stems: Sequence[str]) -> list[str]:
    """The student of each file, from the folders above it (outermost first) and its stem.

    A student's folder is the one a platform named, else the outermost that holds one submission,
    else the innermost whose name stands in one place only (`ps1` under every student is none). A
    folder called `submissions` or the like is none, nor one whose files a platform named after
    several students.
    """
    held = Counter(path[:depth] for path in paths for depth in range(1, len(path) + 1))
    places: dict[str, set[tuple[str, ...]]] = {}
    by_stem: dict[tuple[str, ...], set[str]] = {}
    for path, stem in zip(paths, stems, strict=True):
        by_stem.setdefault(path, set()).add(student_of_stem(stem) if is_platform_stem(stem) else "")
        for depth in range(1, len(path) + 1):
            places.setdefault(path[depth - 1], set()).add(path[:depth])
    found = []
    for path, stem in zip(paths, stems, strict=True):
        several = len(by_stem[path]) > 1 and is_platform_stem(stem)
        depths = [d for d in range(1, len(path) + 1) if not WRAPPER.match(path[d - 1])]
        named = [path[d - 1] for d in depths if is_platform_folder(path[d - 1])]
        alone = [path[d - 1] for d in depths if held[path[:d]] == 1]
        unique = [path[d - 1] for d in reversed(depths) if len(places[path[d - 1]]) == 1]
        others = [] if several else [*alone, *unique, *(path[d - 1] for d in depths)]
        folder = next(iter([*named, *others]), "")
        found.append(
            clean(
                student_of_folder(folder) if folder else student_of_stem(TWO_ENDINGS.sub("", stem))
            )
        )
    return found


def without_wrapper(paths: Sequence[tuple[str, ...]], *, strip_any: bool) -> list[tuple[str, ...]]:
    """The paths without a folder around all of them that is no student's."""
    remaining = list(paths)
    while len(remaining) > 1 and all(remaining) and len({path[0] for path in remaining}) == 1:
        top = remaining[0][0]
        if is_platform_folder(top) or not (strip_any or WRAPPER.match(top)):
            break
        remaining = [path[1:] for path in remaining]
    return remaining


def submission_ids(paths: Sequence[tuple[str, ...]]) -> list[str]:
    """A safe, distinct file name for each path (folders, then the stem), whatever its letters.

    The first of several that would be one file on some file system keeps its name, the others get
    `-2`, `-3`, …; the order of `paths` decides.
    """
    bases = [_safe("__".join(path)) for path in paths]
    taken: set[str] = set()
    ids = [""] * len(bases)
    later = []
    for index, base in enumerate(bases):
        if _folded(base) in taken:
            later.append(index)
        else:
            taken.add(_folded(base))
            ids[index] = base
    for index in later:
        number = 2
        while _folded(f"{bases[index]}-{number}") in taken:
            number += 1
        ids[index] = f"{bases[index]}-{number}"
        taken.add(_folded(ids[index]))
    return ids


def _safe(name: str) -> str:
    """Usable as a file name everywhere; a name that had to be cut carries a digest of the whole."""
    safe = unicodedata.normalize("NFC", UNSAFE.sub("_", name)).strip(" ").rstrip(".")
    safe = re.sub(r"^\.+", "_", safe)
    if RESERVED.match(safe):
        safe = f"_{safe}"
    if len(safe.encode()) > MAX_ID_BYTES:
        mark = hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]
        safe = f"{safe.encode()[: MAX_ID_BYTES - 9].decode(errors='ignore')}-{mark}"
    return safe or "_"


def _folded(name: str) -> str:
    """Equal for names that are one file where letters' case or form does not count."""
    return unicodedata.normalize("NFD", name).casefold()
