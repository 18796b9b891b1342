"""A panel with round corners above all windows, which never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import OVERLAY_RADIUS

FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class FloatingPanel(QWidget):
    """Where windows cannot be translucent, its corners are cut off: they would be black."""

    def __init__(self, width: int) -> None:
        super().__init__(None, FLAGS)
        self._cut = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(width)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """It comes up; a compositor may have come or gone since the last time."""
        super().showEvent(event)
        self._cut = not _translucent()
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 # Qt's name
        """The corners are elsewhere."""
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        if not self._cut:
            if not self.mask().isEmpty():
                self.clearMask()
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), OVERLAY_RADIUS, OVERLAY_RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))


def _translucent() -> bool:
    if QGuiApplication.platformName() != "xcb":
        return True
    from desktop.linux.compositor import is_composited

    return is_composited()
