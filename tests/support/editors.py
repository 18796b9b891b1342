"""Real programs that text is put into on a test's desktop, and what stands in them."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from desktop_session import DesktopSession
from programs import wait_until

MIXED = "Grüße, naïf – 12 € [a];\tЖук. 漢字かな文!\n\tEmoji: 👩‍👩‍👧 🇩🇪 👍🏽 ❤️ and {b} <c> ~ \\ | @ # 'd' \"e\".\n"
TEXT = (MIXED * 30)[:2000]

QT_EDITOR = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
edit = QPlainTextEdit()
edit.setWindowTitle(sys.argv[2])
timer = QTimer(singleShot=True, interval=20)
def save():
    with open(sys.argv[1] + ".new", "w") as file:
        file.write(edit.toPlainText())
    os.replace(sys.argv[1] + ".new", sys.argv[1])
timer.timeout.connect(save)
edit.textChanged.connect(timer.start)
edit.show()
app.exec()
"""


class Editor:
    """A running program with the focus. `text()` is what stands in it now."""

    def __init__(self, desktop: DesktopSession, title: str) -> None:
        self.desktop = desktop
        self.title = title
        self.file = desktop.root / f"{title}.txt"
        self.file.write_text("")
        self.process = desktop.start(*self.command())
        self.window = desktop.wait_for_window(title)
        desktop.focus(self.window)
        self.ready()

    def command(self) -> tuple[str, ...]:
        raise NotImplementedError

    def ready(self) -> None:
        """Wait for what a program needs beyond its window."""

    def text(self) -> str:
        return self.file.read_text()

    def wait_for(self, text: str, seconds: float = 30.0) -> None:
        """Wait until exactly `text` stands in it."""
        try:
            wait_until(lambda: self.text() == text, seconds)
        except TimeoutError:
            assert self.text() == text

    def close(self) -> None:
        self.desktop.stop(self.process)


class QtEditor(Editor):
    def command(self) -> tuple[str, ...]:
        return (sys.executable, "-c", QT_EDITOR, str(self.file), self.title)


class Mousepad(Editor):
    """A GTK 3 editor; it is made to save before its text is read."""

    def command(self) -> tuple[str, ...]:
        return ("mousepad", "--disable-server", str(self.file))

    def text(self) -> str:
        self.desktop.xdotool("key", "ctrl+s")
        time.sleep(0.05)
        return self.file.read_text()


class Terminal(Editor):
    """xterm with a program that takes every character as it comes."""

    def command(self) -> tuple[str, ...]:
        ready = Path(f"{self.file}.ready")
        reader = f"stty -icanon -echo -ixon; touch '{ready}'; exec cat > '{self.file}'"
        return ("xterm", "-T", self.title, "-e", "sh", "-c", reader)

    def ready(self) -> None:
        wait_until(Path(f"{self.file}.ready").exists)

    def text(self) -> str:
        # Read while it is being written, the file may end in half a character.
        return self.file.read_bytes().decode(errors="replace")
