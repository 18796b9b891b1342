"""What happens when Attune itself is at fault: the user is told, and can hand on a report that quotes nobody.

A report has types, files and line numbers. Messages of exceptions and the values of variables may hold what was said,
so they are left out.
"""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from importlib.metadata import version
from io import FileIO
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from engine.errors import AttuneError
from engine.paths import PROGRAM, Home, make_private_folder

LOG = "faults.log"
LARGEST_LOG = 1 << 20  # bytes


class Faults(QObject):
    """Catches exceptions that nobody handled, on every thread, and shows them. Use `install` once, `remove` at the end.

    An AttuneError that got here is shown as what it is: a fault of the world.
    """

    world = Signal(object)  # AttuneError
    _caught = Signal(str)

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._log = make_private_folder(home.logs) / LOG
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._show)
        self._hooks = (sys.excepthook, threading.excepthook)
        self._file: FileIO | None = None

    def install(self) -> None:
        """From now on."""
        sys.excepthook = self._catch
        threading.excepthook = lambda args: self._catch(args.exc_type, args.exc_value, args.exc_traceback)
        self._file = FileIO(self._log, "ab")
        self._log.chmod(0o600)
        faulthandler.enable(self._file)  # a crash below Python leaves its stack there
        qInstallMessageHandler(_print_message)

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def _catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._hooks[0](kind, error or kind(), trace)
        elif isinstance(error, AttuneError):
            self.world.emit(error)
        else:
            text = report(kind, trace)
            self._keep(text)
            self._caught.emit(text)

    def _keep(self, text: str) -> None:
        try:
            if self._log.stat().st_size > LARGEST_LOG:
                self._log.write_bytes(b"")
            with self._log.open("a", encoding="utf-8") as log:
                log.write(text + "\n")
        except OSError:  # a full disk; the dialog has it
            return

    def _show(self, text: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return  # what follows a defect is mostly its consequence
        self._dialog = CrashDialog(text)
        self._dialog.open()


class CrashDialog(QDialog):
    """Says that it is not the user's fault, and what is safe; the report can be copied."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("A fault in Attune"))
        self.setMinimumSize(560, 380)
        said = QLabel(
            self.tr(
                "Something went wrong inside Attune. What you said until now is kept. You can go on; if it acts "
                "strangely, quit and start it again."
            )
        )
        said.setWordWrap(True)
        about = QLabel(self.tr("This report holds nothing that was said or written:"))
        about.setProperty("look", "muted")
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(lambda checked: QGuiApplication.clipboard().setText(text))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, about, self.report, buttons):
            column.addWidget(widget)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The report of one fault: where it happened, in which versions; no message and no value."""
    lines = [
        f"Attune {version('attune-dictation')}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.system()} {platform.machine()}, "
        f"{QGuiApplication.platformName() if QGuiApplication.instance() else 'no window'}",
        "",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    frames = traceback.extract_tb(trace, limit=-40)
    lines += [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(lines)


def _short(file: str) -> str:
    """A path without what it says about the user's machine."""
    path = Path(file)
    if path.is_relative_to(PROGRAM) and ".venv" not in path.parts:
        return path.relative_to(PROGRAM).as_posix()
    return "/".join(path.parts[-2:])


def _print_message(kind: QtMsgType, place: object, text: str) -> None:
    if kind != QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{text}\n")
