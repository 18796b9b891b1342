"""How loud it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

QUIETEST_DBFS, LOUDEST_DBFS = -60.0, 0.0
TOO_LOUD_DBFS = -3.0
FALL_DB = 1.5  # a block: the peak sinks slowly, so that the eye can follow
BARS = 20


class LevelMeter(QWidget):
    """A row of bars; the last ones, where the sound is cut off, in the colour of a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = QUIETEST_DBFS
        self.good, self.bad, self.empty = QColor("#1a7340"), QColor("#b3261e"), QColor("#cfd4dc")
        self.setAccessibleName(self.tr("Level of the microphone"))
        self.setMinimumWidth(60)
        self.setFixedHeight(14)

    def sizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """Room for the bars."""
        return QSize(140, 14)

    def show_peak(self, dbfs: float) -> None:
        """A block with this peak has come."""
        level = max(dbfs, self.level - FALL_DB, QUIETEST_DBFS)
        if self._bars(level) != self._bars(self.level):
            self.update()
        self.level = level

    def clear(self) -> None:
        """Nothing is heard."""
        self.level = QUIETEST_DBFS
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 # Qt's name
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / BARS
        loud = self._bars(TOO_LOUD_DBFS)
        for bar in range(BARS):
            lit = bar < self._bars(self.level)
            painter.setBrush(self.empty if not lit else self.bad if bar >= loud else self.good)
            painter.drawRoundedRect(QRectF(bar * step, 0, step * 0.7, self.height()), 1.5, 1.5)

    @staticmethod
    def _bars(level: float) -> int:
        share = (level - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)
        return round(BARS * min(1.0, max(0.0, share)))
