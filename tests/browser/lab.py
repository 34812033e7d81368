"""JupyterLab as a student has it: a server of its own, driven by clicks and keys."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

PATIENCE_SECONDS = 120.0
ENDING_SECONDS = 30.0
SETTINGS = {
    # Asks a server outside, which is no business of a test.
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    }
}
OPTIONS = (
    "--no-browser",
    "--allow-root",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=0",
    "--LanguageServerManager.autodetect=False",
    # The page can then be asked whether the kernel is done; a student sees the circle.
    "--LabApp.expose_app_in_browser=True",
)
OWN_FOLDERS = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"),
    *("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
)
NOTEBOOK = ".jp-NotebookPanel:not(.lm-mod-hidden)"
KERNEL_IDLE = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  return panel?.sessionContext?.session?.kernel?.status === "idle";
}"""
# A count is set when the kernel has answered and all that a cell shows has arrived.
ALL_HAVE_RUN = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const models = panel.content.widgets.map((cell) => cell.model).filter((m) => m.type === "code");
  const stopped = models.some((m) => m.outputs.toJSON().some((o) => o.output_type === "error"));
  const done = models.every((m) => m.executionCount || !m.sharedModel.source.trim());
  return stopped || (done && panel.sessionContext.session.kernel.status === "idle");
}"""
RUN_AGAIN = """([index, before]) => {
  const panel = window.jupyterapp.shell.currentWidget;
  const count = panel.content.widgets[index].model.executionCount;
  return count > before && panel.sessionContext.session.kernel.status === "idle";
}"""
COUNTS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(
  (cell) => cell.model.executionCount ?? 0
)"""


@dataclass(frozen=True)
class Server:
    """Where it listens, with the token, and the folder it shows."""

    url: str
    token: str
    desk: Path

    @property
    def start(self) -> str:
        return f"{self.url}lab?token={self.token}"


@contextlib.contextmanager
def serving(desk: Path, private: Path) -> Iterator[Server]:
    """A server for `desk` with settings of its own; it and its kernels end with the block."""
    token = secrets.token_hex(16)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
    environment |= {name: str(private / name.lower()) for name in OWN_FOLDERS}
    settings = private / "jupyter_config_dir" / "labconfig" / "default_setting_overrides.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS))
    command = [sys.executable, "-m", "jupyterlab", *OPTIONS]
    command += [f"--ServerApp.root_dir={desk}", f"--IdentityProvider.token={token}"]
    log = private / "log"
    with log.open("w") as written:
        process = subprocess.Popen(
            command, env=environment, cwd=desk, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            url = _address(process, private / "jupyter_runtime_dir", log)
            yield Server(url, token, desk)
        finally:
            _end(process)


def _address(process: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """As the server wrote it down, for it chose a free port itself; returns when it answers."""
    end = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < end:
        # The file may be missing or half, and it is there before anybody listens.
        with contextlib.suppress(OSError, json.JSONDecodeError):
            url = json.loads((runtime / f"jpserver-{process.pid}.json").read_text())["url"]
            with urllib.request.urlopen(f"{url}api", timeout=PATIENCE_SECONDS):
                return str(url)
        time.sleep(0.05)
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text()}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM lets the server end its kernels; a kernel whose server was killed ends by itself."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@dataclass(frozen=True)
class Lab:
    """JupyterLab in a page. Cells are named by their ids in the notebook's file."""

    page: Page
    server: Server

    def open(self, path: str) -> list[str]:
        """By double clicks in the file browser; the ids of the notebook's cells."""
        self.page.locator(".jp-BreadCrumbs-home").click()
        for name in path.split("/"):
            text = self.page.get_by_text(name, exact=True)
            self.page.locator(".jp-DirListing-item").filter(has=text).dblclick()
        self.page.locator(NOTEBOOK).wait_for()
        self.page.wait_for_function(KERNEL_IDLE)
        return [cell["id"] for cell in read_notebook(self.server.desk / path)["cells"]]

    def menu(self, menu: str, item: str) -> None:
        self.page.get_by_role("menubar").get_by_role("menuitem", name=menu, exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()

    def run_all(self) -> None:
        """Run → Run All Cells; returns when the last cell is done or one has stopped."""
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function(ALL_HAVE_RUN)
        unread = self.page.locator(f"{NOTEBOOK} .jp-MarkdownCell:not(.jp-mod-rendered)")
        unread.first.wait_for(state="detached")

    def cell(self, index: int) -> Locator:
        cell = self.page.locator(f"{NOTEBOOK} .jp-Cell").nth(index)
        cell.scroll_into_view_if_needed()
        return cell

    def run(self, index: int) -> Locator:
        """Click into the cell, Shift + Enter; what it shows then."""
        before = self.page.evaluate(COUNTS)[index]
        self.cell(index).locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(RUN_AGAIN, arg=[index, before])
        return self.cell(index).locator(".jp-OutputArea-output")

    def replace_line(self, index: int, text: str, new: str) -> None:
        """Click into the line that holds `text`, and write `new` in its place."""
        self.cell(index).locator(".cm-line", has_text=text).click()
        self.page.keyboard.press("Home")
        self.page.keyboard.press("Shift+End")
        self.page.keyboard.insert_text(new)

    def append_to_line(self, index: int, text: str, more: str) -> None:
        """Click into the line that holds `text`, and type on at its end, key by key."""
        self.cell(index).locator(".cm-line", has_text=text).click()
        self.page.keyboard.press("End")
        self.page.keyboard.type(more)

    def save(self) -> None:
        """Ctrl + S, until the tab no longer says that there is something to save."""
        self.page.keyboard.press("Control+s")
        self.page.locator(".lm-TabBar-tab.jp-mod-current.jp-mod-dirty").wait_for(state="detached")

    def close(self) -> None:
        """The notebook and its kernel."""
        self.menu("File", "Close and Shut Down Notebook…")
        self.page.get_by_role("dialog").get_by_role("button", name="Ok", exact=True).click()
        self.page.locator(NOTEBOOK).wait_for(state="detached")


def read_notebook(path: Path) -> Any:
    return json.loads(path.read_text())


def desk_for(folder: Path, assignments: Path) -> Path:
    """A copy of all that a student receives."""
    return shutil.copytree(assignments, folder / "desk")
