"""The user's own texts: seen, added, changed and removed, each written where its phrase is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.context import Action, Context
from desktop.engine_text import in_language
from engine.errors import AttuneError
from engine.settings.declarations import SNIPPETS
from engine.settings.snippets import LONGEST_PHRASE, with_snippet, without_snippet

SPOKEN, TEXT = range(2)
Snippets = Sequence[dict[str, str]]


class SnippetsTable(QTableWidget):
    """Phrase and text of every snippet. Enter or a double click changes one, Delete removes what is selected."""

    changed = Signal()  # there are others now, or others are selected

    def __init__(self, context: Context) -> None:
        super().__init__(0, 2)
        self._context = context
        self._wanted = ""
        self.setAccessibleName(self.tr("Own texts"))
        self.setHorizontalHeaderLabels([self.tr("Spoken"), self.tr("Written")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.itemSelectionChanged.connect(self.changed)
        self.cellDoubleClicked.connect(lambda row, column: self.edit_row(row))
        self.refresh()

    @property
    def selected(self) -> list[str]:
        """The phrases of the selected rows."""
        return [self._phrase(index.row()) for index in self.selectionModel().selectedRows()]

    def refresh(self) -> None:
        """Show what the settings hold."""
        snippets = sorted(self._context.settings.get(SNIPPETS), key=lambda one: one["spoken"].casefold())
        self.setRowCount(len(snippets))
        for row, snippet in enumerate(snippets):
            self.setItem(row, SPOKEN, QTableWidgetItem(snippet["spoken"]))
            written = QTableWidgetItem(" ⏎ ".join(snippet["text"].splitlines()))
            written.setToolTip(snippet["text"])
            self.setItem(row, TEXT, written)
        self.resizeColumnToContents(SPOKEN)
        self.search(self._wanted)

    def search(self, words: str) -> None:
        """Show only the rows that have this somewhere."""
        self._wanted = words.strip().casefold()
        for row in range(self.rowCount()):
            texts = (self._cell(row, SPOKEN), self._cell(row, TEXT))
            self.setRowHidden(row, not any(self._wanted in text.casefold() for text in texts))
        self.changed.emit()

    def add(self) -> None:
        """Ask for a phrase and its text."""
        self._ask(SnippetDialog(self.window()), replaced="")

    def edit_row(self, row: int) -> None:
        """Ask for another phrase or text."""
        phrase = self._phrase(row)
        text = next(one["text"] for one in self._context.settings.get(SNIPPETS) if one["spoken"] == phrase)
        self._ask(SnippetDialog(self.window(), phrase, text), replaced=phrase)

    def keep(self, spoken: str, text: str, replaced: str = "") -> None:
        """Add a snippet, in the place of the one with the phrase `replaced`."""
        before = self._context.settings.get(SNIPPETS)
        said = self.tr("From now on “{phrase}” writes your text.").format(phrase=spoken.strip())
        self._set(with_snippet(without_snippet(before, replaced), spoken, text), said, before)

    def remove(self) -> None:
        """Remove what is selected."""
        chosen = self.selected
        if not chosen:
            return
        before: Snippets = self._context.settings.get(SNIPPETS)
        left = before
        for phrase in chosen:
            left = without_snippet(left, phrase)
        self._set(left, self.tr("%n text(s) removed.", "", len(chosen)), before)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """Delete removes, Enter changes."""
        if event.key() == Qt.Key.Key_Delete and self.selected:
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.currentRow() >= 0:
            self.edit_row(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _set(self, snippets: Snippets, said: str, before: Snippets) -> None:
        try:
            self._context.settings.set(SNIPPETS, tuple(snippets))
        except AttuneError as error:
            self._context.notify(in_language(str(error)), warning=True)
            return
        undo = Action(self.tr("Undo"), lambda: self._set(before, self.tr("Undone."), snippets))
        self._context.notify(said, action=undo)
        self.refresh()

    def _ask(self, dialog: SnippetDialog, replaced: str) -> None:
        dialog.accepted.connect(
            lambda: self.keep(dialog.spoken.text(), dialog.written.toPlainText(), replaced=replaced)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _phrase(self, row: int) -> str:
        return self._cell(row, SPOKEN)

    def _cell(self, row: int, column: int) -> str:
        item: Any = self.item(row, column)
        return str(item.text()) if item is not None else ""


class SnippetDialog(QDialog):
    """Asks for the phrase and for what it writes."""

    def __init__(self, parent: QWidget, spoken: str = "", written: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your own text"))
        self.setMinimumWidth(460)
        self.spoken, self.written = QLineEdit(spoken), QPlainTextEdit(written)
        self.spoken.setMaxLength(LONGEST_PHRASE)
        self.spoken.setPlaceholderText(self.tr("such as: my signature"))
        self.written.setTabChangesFocus(True)
        form = QFormLayout(self)
        for label, field in ((self.tr("When I &say:"), self.spoken), (self.tr("&Write:"), self.written)):
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        self.problem = QLabel()
        self.problem.setProperty("look", "muted")
        self.problem.setWordWrap(True)
        form.addRow(self.problem)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form.addRow(self.buttons)
        self.spoken.textChanged.connect(self._look)
        self.written.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        """OK where the phrase can be said and there is something to write."""
        phrase, text = self.spoken.text().strip(), self.written.toPlainText()
        sayable = any(sign.isalnum() for sign in phrase)
        self.problem.setText(
            self.tr("Nobody can say that: it needs a word.")
            if phrase and not sayable
            else self.tr("Say the phrase while you dictate; the text is written exactly as it stands here.")
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(sayable and bool(text.strip()))
