"""A table of terms or rules: sorted, searched, with what is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.windows.vocabulary.models import ROW, SORT, RulesModel, TermsModel

WIDEST = 36  # characters of a column; more is cut, and shown when it is edited or pointed at
SWITCH = 24  # pixels of the switch in the first column, which Qt forgets


class VocabularyTable(QTableView):
    """Shows a model. Delete asks for the selected rows to be removed."""

    removal_wanted = Signal()

    def __init__(self, model: TermsModel | RulesModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._hint = ""
        self.rows = model
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(model)
        self.proxy.setSortRole(SORT)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 14)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        model.modelReset.connect(self.fit_columns)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def selected(self) -> list[Any]:
        """The terms or rules of the selected rows."""
        return [index.data(ROW) for index in self.selectionModel().selectedRows()]

    def search(self, text: str) -> None:
        """Show only the rows that have this somewhere."""
        self.proxy.setFilterFixedString(text.strip())

    @property
    def hint(self) -> str:
        """What stands in the middle while no row does."""
        return self._hint

    def say_empty(self, hint: str) -> None:
        """Say this where there is no row to show."""
        self._hint = hint
        self.setAccessibleDescription(hint if not self.proxy.rowCount() else "")
        self.viewport().update()

    def fit_columns(self) -> None:
        """Each column as wide as what is in it, up to a limit; the first two share the room that is left."""
        self.resizeColumnsToContents()
        most = self.fontMetrics().averageCharWidth() * WIDEST
        count = self.proxy.columnCount()
        for column in range(count):
            switch = SWITCH if column == 0 else 0
            self.setColumnWidth(column, min(self.columnWidth(column) + switch, most))
        left = self.viewport().width() - sum(self.columnWidth(column) for column in range(count))
        for column in (0, 1):
            self.setColumnWidth(column, self.columnWidth(column) + max(left, 0) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 # Qt's name
        """There is more or less room."""
        super().resizeEvent(event)
        self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 # Qt's name
        """The rows, or what to do where there are none."""
        super().paintEvent(event)
        if not self.proxy.rowCount() and self._hint:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(40, 20, -40, -20)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and self.selected:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
