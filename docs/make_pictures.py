"""Makes the pictures of the README and the guides in docs/figures/.

The guides' pictures are those that the browser tests left in build/screens/: run
`pytest tests/browser` first. The README's is a page of the sample class: run `make demo` first; it
needs Chromium (Debian: apt-get install chromium). What is not there is said, and its old picture
stays.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
SCREENS = ROOT / "build" / "screens"
FIGURES = ROOT / "docs" / "figures"
PAGE = "build/demo/01_bilinear_forms/feedback/dara__01_bilinear_forms.html"
WINDOW = "960,1560"
WIDTH = 1200
COLOURS = 96
LARGEST = 200_000
"""bytes; tests/docs holds the guides' pictures to it"""
HEIGHTS = {
    "student-open": 850,
    "start-wrong": 850,
    "student-figure": 850,
    "feedback-page": 1500,
    "class-page": 1300,
    "marking-page": 1000,
    "solutions-page": 1300,
}
"""the pictures, and how much of each is shown, from the top, when it is WIDTH wide

The wrong answer is shown in the start notebook: a picture of an assignment's would show students
most of a solution.
"""


def main() -> None:
    missing = [name for name, height in HEIGHTS.items() if not from_screen(name, height)]
    if missing:
        print(f"found no {', '.join(missing)} in build/screens; run: pytest tests/browser")
    if not readme_picture():
        print(f"found no Chromium or no {PAGE}; install it, run: make demo")
        missing.append("feedback")
    sys.exit(bool(missing))


def from_screen(name: str, height: int) -> bool:
    """The upper part of a screenshot, with few colours: text stays sharp, the file small."""
    source = SCREENS / f"{name}.png"
    if not source.is_file():
        return False
    with Image.open(source) as opened:
        picture = opened.convert("RGB")
    if picture.width > WIDTH:
        scaled = round(picture.height * WIDTH / picture.width)
        picture = picture.resize((WIDTH, scaled), Image.Resampling.LANCZOS)
    picture = picture.crop((0, 0, picture.width, min(height, picture.height)))
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    target = FIGURES / f"{name}.png"
    few.save(target, optimize=True)
    size = target.stat().st_size
    if size > LARGEST:
        sys.exit(f"found {size} bytes in {target.name}; wanted {LARGEST}; lower its height")
    print(f"{target.relative_to(ROOT)} {size // 1000} kB")
    return True


def readme_picture() -> bool:
    """The feedback page of one of the sample class, as a browser shows it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    page = ROOT / PAGE
    if browser is None or not page.is_file():
        return False
    target = FIGURES / "feedback.png"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                f"--window-size={WINDOW}",
                f"--screenshot={target}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
    print(target.relative_to(ROOT))
    return True


if __name__ == "__main__":
    main()
