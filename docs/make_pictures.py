"""Makes the README's picture from a real feedback page: run `make demo` first, then this script.

It needs Chromium (Debian: apt-get install chromium).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = "build/demo/01_bilinear_forms/feedback/dara__01_bilinear_forms.html"
WINDOW = "960,1560"


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    page = ROOT / PAGE
    if browser is None:
        sys.exit("make_pictures: found no Chromium; wanted one; install it and run this again")
    if not page.exists():
        sys.exit(f"make_pictures: found no {PAGE}; wanted the sample class; run: make demo")
    target = ROOT / "docs" / "figures" / "feedback.png"
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


if __name__ == "__main__":
    main()
