"""Curves and intervals, drawn in the colours of the theme."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Colours, Theme

GRID_LINES = 2
Point = tuple[float, float]


@dataclass(frozen=True)
class Series:
    """One curve: its points by x, and the scheme's colour it is drawn in. With `dots` each point is marked."""

    name: str
    points: tuple[Point, ...]
    colour: str = "accent"
    dots: bool = False


@dataclass(frozen=True)
class Scale:
    """How figures are written along the axes."""

    x: Callable[[float], str]
    y: Callable[[float], str]


class LineChart(QWidget):
    """One or more curves above zero. `empty` stands there while there is nothing to draw."""

    def __init__(self, theme: Theme, title: str, scale: Scale, empty: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._scale = scale
        self._empty = empty
        self._series: tuple[Series, ...] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """Wide enough to see something; as high as a dozen lines of text."""
        return QSize(260, 11 * self.fontMetrics().height())

    def show_series(self, series: Sequence[Series]) -> None:
        """Draw these curves instead."""
        self._series = tuple(one for one in series if one.points)
        last = (f"{one.name}: {self._scale.y(one.points[-1][1])}" for one in self._series)
        self.setAccessibleDescription("; ".join(last) or self._empty)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 # Qt's name
        """Draw title, grid, curves and legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        line = self.fontMetrics().height()
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, self._title)
        if not self._series:
            painter.setPen(QColor(colours.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(0, line, 0, 0), int(flags), self._empty)
            return
        top = max(value for one in self._series for _, value in one.points)
        top = nice_ceiling(top)
        marks = [top * number / GRID_LINES for number in range(GRID_LINES + 1)]
        left = max(self.fontMetrics().horizontalAdvance(self._scale.y(mark)) for mark in marks) + 8.0
        plot = QRectF(left, 1.6 * line, self.width() - left - 8.0, self.height() - 4.2 * line)
        self._draw_grid(painter, plot, colours, marks)
        self._draw_ends(painter, plot, colours)
        for one in self._series:
            self._draw_curve(painter, plot, one, colours, top)
        self._draw_legend(painter, colours)

    def _range(self) -> tuple[float, float]:
        places = [x for one in self._series for x, _ in one.points]
        return min(places), max(places)

    def _draw_grid(self, painter: QPainter, plot: QRectF, colours: Colours, marks: Sequence[float]) -> None:
        half = self.fontMetrics().height() / 2
        for mark in marks:
            y = plot.bottom() - plot.height() * mark / marks[-1]
            painter.setPen(QPen(QColor(colours.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours.muted))
            box = QRectF(0, y - half, plot.left() - 6, 2 * half)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._scale.y(mark))

    def _draw_ends(self, painter: QPainter, plot: QRectF, colours: Colours) -> None:
        first, last = self._range()
        painter.setPen(QColor(colours.muted))
        box = QRectF(plot.left(), plot.bottom() + 3, plot.width(), self.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._scale.x(first))
        if last > first:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._scale.x(last))

    def _draw_curve(self, painter: QPainter, plot: QRectF, one: Series, colours: Colours, top: float) -> None:
        first, last = self._range()
        width = max(1e-9, last - first)

        def place(point: Point) -> QPointF:
            across = (point[0] - first) / width if last > first else 0.5
            return QPointF(plot.left() + plot.width() * across, plot.bottom() - plot.height() * point[1] / top)

        colour = QColor(getattr(colours, one.colour))
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = [place(point) for point in one.points]
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for dot in places if one.dots else places[-1:]:
            painter.drawEllipse(dot, 3.5, 3.5)

    def _draw_legend(self, painter: QPainter, colours: Colours) -> None:
        metrics = self.fontMetrics()
        x, y = 0.0, self.height() - metrics.height() / 2
        for one in self._series:
            text = f"{one.name} {self._scale.y(one.points[-1][1])}"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, one.colour)))
            painter.drawEllipse(QPointF(x + 5, y - 1), 4, 4)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x + 14, y - 1 + metrics.ascent() / 2 - metrics.descent() / 2), text)
            x += 30 + metrics.horizontalAdvance(text)


class IntervalBar(QWidget):
    """Two estimates with their intervals on one scale: before above, after below."""

    def __init__(
        self, theme: Theme, before: tuple[float, float, float], after: tuple[float, float, float], top: float
    ) -> None:
        """Each is (value, low, high); `top` is the end of the scale, which begins at 0."""
        super().__init__()
        self._theme = theme
        self._rows = (before, after)
        self._top = top or 1.0
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """A line of text high."""
        return QSize(160, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 # Qt's name
        """Draw both."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        width = self.width() - 10.0
        for row, (value, low, high), colour in zip((0.3, 0.7), self._rows, ("muted", "accent"), strict=True):
            y = self.height() * row
            left, middle, right = (5 + width * min(1.0, one / self._top) for one in (low, value, high))
            shade = QColor(getattr(colours, colour))
            painter.setPen(QPen(shade, 2))
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            painter.setBrush(shade)
            painter.drawEllipse(QPointF(middle, y), 3.5, 3.5)


def nice_ceiling(value: float) -> float:
    """The next of 1, 2, 4, 6 or 8 times a power of ten, so that half of it is a short figure too."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1.0, 2.0, 4.0, 6.0, 8.0, 10.0) if step * power >= value * 0.999)
