"""The icons: SVG files that are drawn in the colour of the text around them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import RESOURCES

FOLDER = RESOURCES / "icons"


class _Drawn(QIconEngine):
    """Paints the file with `currentColor` as the palette has it at that moment, so that a theme needs no new icons."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        _renderer(self._name, _colour(mode, self._role)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, *, on_accent: bool = False) -> QIcon:
    """The icon of the file `name`.svg, in the colour of text; or of text on the accent colour."""
    role = QPalette.ColorRole.HighlightedText if on_accent else QPalette.ColorRole.WindowText
    return QIcon(_Drawn(name, role))


def app_icon(name: str = "attune") -> QIcon:
    """A coloured icon: the program's own, or one of the tray's."""
    made = QIcon()
    for side in (16, 22, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(str(FOLDER / f"{name}.svg")).render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made


def _colour(mode: QIcon.Mode, role: QPalette.ColorRole) -> str:
    group = QPalette.ColorGroup.Active
    if mode == QIcon.Mode.Disabled:
        group, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText
    elif mode == QIcon.Mode.Selected:
        role = QPalette.ColorRole.HighlightedText
    return QGuiApplication.palette().color(group, role).name()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
