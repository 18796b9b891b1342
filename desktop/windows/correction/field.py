"""The text that is put right: current words selected, doubtful ones marked, keys turned into what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

FEWEST_LINES, MOST_LINES = 2, 8
SLACK = 6  # pixels: Qt shows a scroll bar where the last line just fits
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CorrectionField(QPlainTextEdit):
    """Shows what it is told. While nothing is `typing`, keys move and choose; a letter begins to type.

    Characters are counted as Python does: Qt counts an emoji as two.
    """

    chosen = Signal(int)
    played = Signal()
    moved = Signal(int)  # to the next (1) or previous (-1) word
    extended = Signal(int)
    doubtful_wanted = Signal(int)
    pointed = Signal(int, int)  # characters
    removed = Signal()
    edited = Signal(str)
    submitted = Signal()
    left = Signal()
    undone = Signal()
    redone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typing = False
        self.setUndoRedoEnabled(False)  # the correction has its own
        self.setTabChangesFocus(False)
        self.setPlaceholderText(self.tr("Looking…"))
        self.setAccessibleName(self.tr("What was said"))
        self.setAccessibleDescription(
            self.tr(
                "Digits choose an alternative, typing replaces the selected words, Tab goes to the next doubtful "
                "word, F6 to the buttons."
            )
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.setFont(font)
        self.document().setDocumentMargin(10)
        self.textChanged.connect(self._note_text)
        self._word_keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: self.played.emit,
            Qt.Key.Key_Right: lambda: self.moved.emit(1),
            Qt.Key.Key_Left: lambda: self.moved.emit(-1),
            Qt.Key.Key_Home: lambda: self.pointed.emit(0, 0),
            Qt.Key.Key_End: lambda: self.pointed.emit(len(self.toPlainText()), len(self.toPlainText())),
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Backspace: self.removed.emit,
        }
        self._any_keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.submitted.emit,
            Qt.Key.Key_Enter: self.submitted.emit,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Tab: lambda: self.doubtful_wanted.emit(1),
            Qt.Key.Key_Backtab: lambda: self.doubtful_wanted.emit(-1),
            Qt.Key.Key_F2: self.begin_typing,
            Qt.Key.Key_F6: self._leave_field,  # Tab has something better to do here
        }

    def show_text(self, text: str, current: tuple[int, int]) -> None:
        """Show another text, or other current words; what is being typed stays as it is."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._fit()
        if not self.typing:
            cursor = self.textCursor()
            cursor.setPosition(_to_qt(text, current[0]))
            cursor.setPosition(_to_qt(text, current[1]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def mark(self, doubtful: Sequence[tuple[int, int]], colour: str) -> None:
        """Colour and underline words, given by their characters."""
        text = self.toPlainText()
        style = QTextCharFormat()
        style.setForeground(QColor(colour))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        style.setUnderlineColor(QColor(colour))
        marks = []
        for start, end in doubtful:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_to_qt(text, start))
            cursor.setPosition(_to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
        self.setExtraSelections(marks)

    def begin_typing(self) -> None:
        """The user edits the text itself, from the end of the current words on."""
        if not self.typing:
            self.typing = True
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            self.setTextCursor(cursor)

    @property
    def at(self) -> int:
        """The character the cursor stands before."""
        return _from_qt(self.toPlainText(), self.textCursor().position())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """Carry out what the key means."""
        if not (self._command_key(event) or self._plain_key(event) or (not self.typing and self._word_key(event))):
            if event.text() and event.text().isprintable():
                self.typing = True
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 # Qt's name
        """An accent or a whole word is being put together: that is typing."""
        if event.preeditString() or event.commitString():
            self.typing = True
        super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 # Qt's name
        """Point at words."""
        super().mouseReleaseEvent(event)
        if not self.typing:
            cursor, text = self.textCursor(), self.toPlainText()
            self.pointed.emit(_from_qt(text, cursor.selectionStart()), _from_qt(text, cursor.selectionEnd()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 # Qt's name
        """As high as its text, within limits."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 # Qt's name
        """As wide as there is room."""
        return QSize(600, self.height())

    def _command_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redone.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.played.emit()
        else:
            return False
        return True

    def _plain_key(self, event: QKeyEvent) -> bool:
        action = self._any_keys.get(event.key())
        held = event.modifiers() & ~(KEYPAD | Qt.KeyboardModifier.ShiftModifier)
        if action is None or held:
            return False
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            return False  # a line break
        action()
        return True

    def _word_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~KEYPAD
        if modifiers == Qt.KeyboardModifier.ShiftModifier and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.extended.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            return True
        if modifiers:
            return False
        if "1" <= event.text() <= "9":
            self.chosen.emit(int(event.text()))
            return True
        action = self._word_keys.get(event.key())
        if action is not None:
            action()
        return action is not None

    def _leave_field(self) -> None:
        """As Tab does elsewhere; the field's own way is closed where Tab has another use."""
        parent = self.parentWidget()
        if parent is not None:
            parent.focusNextChild()

    def _note_text(self) -> None:
        self._fit()
        self.typing = True
        self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # Each block has its lines laid out by now; a plain text document counts its height in lines.
        lines = min(max(round(self.document().size().height()), FEWEST_LINES), MOST_LINES)
        height = line * lines + 2 * round(self.document().documentMargin()) + 2 * self.frameWidth() + SLACK
        if height != self.height():
            self.setFixedHeight(height)


def _to_qt(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le")) // 2


def _from_qt(text: str, position: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", errors="ignore"))
