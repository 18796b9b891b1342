"""The small window that puts the last utterance right, from wherever the user is."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context import Context
from desktop.icons import app_icon
from desktop.windows.correction.outcome import Outcome
from desktop.windows.correction.panel import CorrectionPanel
from engine.errors import StorageError
from engine.settings.declarations import GEOMETRY

FIRST_WIDTH, FIRST_LINES = 90, 32  # in characters
GEOMETRY_NAME = "correction"


class CorrectionWindow(QWidget):
    """Shown for one utterance, and gone with the decision. `decided` comes once it is hidden."""

    decided = Signal(object)  # Outcome

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._settings = context.settings
        self.setWindowTitle(self.tr("Attune: correct what was said"))
        self.setWindowIcon(app_icon())
        self.panel = CorrectionPanel(context)
        self.panel.shown.connect(self._come)
        self.panel.left.connect(self.close)
        self.panel.decided.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(self.panel)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * FIRST_WIDTH, metrics.lineSpacing() * FIRST_LINES)
        kept = self._settings.get(GEOMETRY).get(GEOMETRY_NAME)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def open(self, identifier: str) -> None:
        """Load an utterance and come up with it; while another one is being put right, that one stays."""
        correction = self.panel.editor.correction
        if self.isVisible() and correction is not None and correction.changed:
            self._come("")
            return
        self.panel.open(identifier)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 # Qt's name
        """Remember the place."""
        places = dict(self._settings.get(GEOMETRY))
        places[GEOMETRY_NAME] = bytes(self.saveGeometry().toBase64().data()).decode()
        with suppress(StorageError):  # a full disk; the place is not worth a word
            self._settings.set(GEOMETRY, places)
        super().closeEvent(event)

    def _come(self, identifier: str) -> None:
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.panel.editor.field.setFocus()

    def _go(self, outcome: Outcome) -> None:
        self.close()
        self.decided.emit(outcome)
