"""Adding a term or a rule by hand, and choosing among what a document holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.learning.documents import FoundTerm

TERM, COUNT, EXAMPLE = range(3)


class AddTermDialog(QDialog):
    """Asks for a term, how it is said, and what is recognised instead of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a term"))
        self.setMinimumWidth(440)
        self.term, self.spoken, self.heard = QLineEdit(), QLineEdit(), QLineEdit()
        self.term.setPlaceholderText(self.tr("such as Kubernetes, or a name"))
        self.spoken.setPlaceholderText(self.tr("only where writing does not tell: “cute” for Qt"))
        self.heard.setPlaceholderText(self.tr("what Attune writes now, if you know"))
        form = QFormLayout(self)
        for label, field in (
            (self.tr("&Written:"), self.term),
            (self.tr("&Said as:"), self.spoken),
            (self.tr("&Heard instead:"), self.heard),
        ):
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        note = QLabel(self.tr("What is heard instead is replaced by the term from now on, everywhere."))
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        form.addRow(note)
        form.addRow(_buttons(self, self.term))


class AddRuleDialog(QDialog):
    """Asks what is heard, and what is to be written instead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a rule"))
        self.setMinimumWidth(440)
        self.heard, self.written = QLineEdit(), QLineEdit()
        form = QFormLayout(self)
        for label, field in ((self.tr("When this is &heard:"), self.heard), (self.tr("&Write:"), self.written)):
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        form.addRow(_buttons(self, self.heard, self.written))


class DocumentDialog(QDialog):
    """Shows what a document holds; what is ticked is to be added."""

    def __init__(self, parent: QWidget, name: str, found: Sequence[FoundTerm]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Terms in {name}").format(name=name))
        self.resize(720, 480)
        self._found = list(found)
        intro = QLabel(self.tr("These words are not ordinary ones. Tick those that you say; they will be expected."))
        intro.setWordWrap(True)
        self.least = QSpinBox()
        self.least.setRange(1, max([2, *(term.count for term in found)]))
        self.least.setValue(2 if sum(term.count > 1 for term in found) >= 5 else 1)
        self.least.setAccessibleName(self.tr("Least number of times"))
        self.table = self._make_table()
        self._add = QPushButton()
        self._add.setProperty("look", "primary")
        self._add.setDefault(True)
        self._add.clicked.connect(self.accept)
        self._lay_out(intro)
        self.least.valueChanged.connect(self._tick_frequent)
        self.table.itemChanged.connect(lambda item: self._count())
        self._tick_frequent(self.least.value())

    @property
    def chosen(self) -> list[str]:
        """The terms that are ticked."""
        return [term.text for term, item in zip(self._found, self._items(), strict=True) if _ticked(item)]

    def tick(self, *, on: bool) -> None:
        """Tick all, or none."""
        self._set([on] * len(self._found))

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._found), 3)
        table.setHorizontalHeaderLabels([self.tr("Term"), self.tr("Times"), self.tr("First seen in")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Terms that were found"))
        for row, term in enumerate(self._found):
            item = QTableWidgetItem(term.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            times = QTableWidgetItem(str(term.count))
            times.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            example = QTableWidgetItem(term.example)
            example.setToolTip(term.example)
            for column, cell in ((TERM, item), (COUNT, times), (EXAMPLE, example)):
                table.setItem(row, column, cell)
        header = table.horizontalHeader()
        header.setSectionResizeMode(TERM, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _lay_out(self, intro: QLabel) -> None:
        every = QPushButton(self.tr("Tick &all"))
        every.clicked.connect(lambda: self.tick(on=True))
        none = QPushButton(self.tr("Tick &none"))
        none.clicked.connect(lambda: self.tick(on=False))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        caption = QLabel(self.tr("Tick what occurs at &least so often:"))
        caption.setBuddy(self.least)
        row.addWidget(caption)
        row.addWidget(self.least)
        row.addStretch(1)
        row.addWidget(every)
        row.addWidget(none)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self._add)
        column = QVBoxLayout(self)
        column.addWidget(intro)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addLayout(ends)

    def _tick_frequent(self, least: int) -> None:
        self._set([term.count >= least for term in self._found])

    def _set(self, ticks: Sequence[bool]) -> None:
        self.table.blockSignals(True)
        for item, on in zip(self._items(), ticks, strict=True):
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.table.blockSignals(False)
        self.table.viewport().update()
        self._count()

    def _items(self) -> list[QTableWidgetItem]:
        items = (self.table.item(row, TERM) for row in range(self.table.rowCount()))
        return [item for item in items if item is not None]

    def _count(self) -> None:
        count = len(self.chosen)
        self._add.setText(self.tr("Add %n term(s)", "", count))
        self._add.setEnabled(count > 0)


def _ticked(item: QTableWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _buttons(dialog: QDialog, *needed: QLineEdit) -> QDialogButtonBox:
    """OK, once what is needed is there, and Cancel."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    ok = box.button(QDialogButtonBox.StandardButton.Ok)

    def look() -> None:
        ok.setEnabled(all(field.text().strip() for field in needed))

    for field in needed:
        field.textChanged.connect(look)
    look()
    return box
