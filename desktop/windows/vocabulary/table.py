"""A table of terms or rules: sorted, searched, with what is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.windows.vocabulary.models import ROW, SORT, RulesModel, TermsModel


class VocabularyTable(QTableView):
    """Shows a model. Delete asks for the selected rows to be removed."""

    removal_wanted = Signal()

    def __init__(self, model: TermsModel | RulesModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
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
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def selected(self) -> list[Any]:
        """The terms or rules of the selected rows."""
        return [index.data(ROW) for index in self.selectionModel().selectedRows()]

    def search(self, text: str) -> None:
        """Show only the rows that have this somewhere."""
        self.proxy.setFilterFixedString(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 # Qt's name
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and self.selected:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
