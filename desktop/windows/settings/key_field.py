"""A field for a key combination that takes one only when it is asked to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit

BEGIN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)


class KeyField(QKeySequenceEdit):
    """Qt's own takes whatever is pressed while it has the focus: who comes by with the keyboard and goes on with Alt+N
    has made Alt+N the key. This one begins with a click, Enter, the space bar or F2, and ends with the key or Esc.
    """

    # Qt asks this class already while it makes its own part of it.
    _taking = False
    _line: QLineEdit | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(220)
        self.setToolTip(self.tr("Click here, or press Enter, then press the new key."))
        self._line = self.findChild(QLineEdit)
        if self._line is not None:
            self._line.installEventFilter(self)
        self.editingFinished.connect(self._end)

    @property
    def taking(self) -> bool:
        """Whether the next key is the new one."""
        return self._taking

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 # Qt's name
        """A click begins."""
        if watched is self._line and event.type() == QEvent.Type.MouseButtonPress:
            self._begin()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something elsewhere in the window keep their meaning while none is being taken."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut) and not self._taking:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """Begin, take a key, or leave it to the window."""
        if self._taking:
            if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._end()
            else:
                super().keyPressEvent(event)
        elif event.key() in BEGIN and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._begin()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """The end of a key that is being taken."""
        if self._taking:
            super().keyReleaseEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 # Qt's name
        """Nothing is taken behind the user's back."""
        self._end()
        super().focusOutEvent(event)

    def _begin(self) -> None:
        self._taking = True
        self._show("", self.tr("Press the new key…"))

    def _end(self) -> None:
        if self._taking:
            self._taking = False
            self._show(self.keySequence().toString(QKeySequence.SequenceFormat.NativeText), "")

    def _show(self, text: str, placeholder: str) -> None:
        if self._line is not None:
            with QSignalBlocker(self._line):  # an empty line is the clear button's way to say that there is no key
                self._line.setPlaceholderText(placeholder)
                self._line.setText(text)
