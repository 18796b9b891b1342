"""One utterance in the list: a line about it, and two lines of its text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.icons import icon
from desktop.theme import Theme
from desktop.windows.history.model import ABOUT, UTTERANCE
from engine.library.entities import Utterance

PAD = 10
TEXT_LINES = 2
MARK = 16


class UtteranceDelegate(QStyledItemDelegate):
    """Draws the rows; their height is that of three lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """The same for all, so that long lists scroll well."""
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(200, (1 + TEXT_LINES) * line + 2 * PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one."""
        utterance = index.data(UTTERANCE)
        colours = self._theme.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        painter.setLayoutDirection(option.direction)
        box = option.rect.adjusted(2, 2, -2, -2)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight) if selected else colours.raised)
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.WindowText), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        inside = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        line = QFontMetrics(option.font).lineSpacing()
        painter.setPen(colours.on_accent if selected else colours.muted)
        heading = QRect(inside.left(), inside.top(), inside.width() - 2 * MARK - 8, line)
        heading = QStyle.visualRect(option.direction, inside, heading)
        text = QFontMetrics(option.font).elidedText(index.data(ABOUT), Qt.TextElideMode.ElideRight, heading.width())
        painter.drawText(heading, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), text)
        mark = QStyle.visualRect(option.direction, inside, QRect(inside.right() - MARK, inside.top(), MARK, MARK))
        self._draw_mark(painter, utterance, mark, selected)
        painter.setPen(colours.on_accent if selected else colours.text)
        self._draw_text(painter, option, inside.adjusted(0, line, 0, 0), utterance.text)
        painter.restore()

    def _draw_mark(self, painter: QPainter, utterance: Utterance, place: QRect, selected: bool) -> None:
        name = {"corrected": "correct", "accepted": "check", "read": "enrolment"}.get(utterance.status, "")
        if utterance.later:
            name = "warning"
        if name:
            icon(name, on_accent=selected).paint(painter, place)

    def _draw_text(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str) -> None:
        metrics = QFontMetrics(option.font)
        text = " ".join(text.split())
        layout = QTextLayout(text, option.font)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(wrapping)
        layout.beginLayout()
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        for number in range(TEXT_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            part = text[line.textStart() : line.textStart() + line.textLength()]
            if number == TEXT_LINES - 1:
                part = metrics.elidedText(text[line.textStart() :], Qt.TextElideMode.ElideRight, room.width())
            rect = QRect(room.left(), room.top() + number * metrics.lineSpacing(), room.width(), metrics.lineSpacing())
            painter.drawText(rect, flags, part)
        layout.endLayout()
