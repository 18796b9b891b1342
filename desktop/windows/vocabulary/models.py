"""Terms and rules as tables: what is switched or edited there is asked for by a signal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from engine.learning.rules import Context
from engine.learning.vocabulary import FROM_CORRECTION, FROM_USER, Rule, Term

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole)  # the Term or Rule
SORT = ROW + 1


class _Rows(QAbstractTableModel):
    """Rows of one kind of thing; the first column has the switch."""

    switched = Signal(object, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def headings(self) -> list[tuple[str, str]]:
        """The name of each column, with what it means."""
        raise NotImplementedError

    def cells(self, row: Any) -> list[str]:
        """What stands in each column."""
        raise NotImplementedError

    def tip(self, row: Any) -> str:
        """More about a row."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 # Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 # Qt's name
        """How many columns."""
        return len(self.headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 # Qt's name
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        name, tip = self.headings()[section]
        return {Qt.ItemDataRole.DisplayRole: name, Qt.ItemDataRole.ToolTipRole: tip}.get(Qt.ItemDataRole(role))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.cells(row)[index.column()]
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0:
                return Qt.CheckState.Checked if row.enabled else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return f"{self.cells(row)[index.column()]}\n{self.tip(row)}".strip()
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == self.numbers:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == ROW:
                return row
            case _ if role == SORT:
                cell = self.cells(row)[index.column()]
                return int(cell) if index.column() == self.numbers else cell.casefold()
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 # Qt's name
        """The switch was used."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self.switched.emit(self.rows[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be switched."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    numbers: ClassVar[int]  # the column with a number


class TermsModel(_Rows):
    """The terms; how one is spoken can be edited."""

    spoken = Signal(object, str)
    numbers = 3
    SPOKEN = 1

    def headings(self) -> list[tuple[str, str]]:
        """The columns."""
        return [
            (self.tr("Term"), self.tr("How it is written. Switched off, it is not expected any more.")),
            (
                self.tr("Said as"),
                self.tr("How it is spoken where writing does not tell: “cute” for Qt. Double-click or F2."),
            ),
            (self.tr("From"), self.tr("Where it came from: your corrections, you, or a document.")),
            (self.tr("Corrections"), self.tr("How many of your corrections speak for it.")),
        ]

    def cells(self, row: Term) -> list[str]:
        """One term."""
        return [row.text, row.spoken, origin_of(row.origin), str(row.evidence)]

    def tip(self, row: Term) -> str:
        """Since when."""
        return self.tr("Since {date}").format(date=row.created_at[:10])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 # Qt's name
        """Another way to say it."""
        if role == Qt.ItemDataRole.EditRole and index.column() == self.SPOKEN:
            term = self.rows[index.row()]
            if str(value).strip() != term.spoken:
                self.spoken.emit(term, str(value).strip())
            return True
        return super().setData(index, value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """How it is said can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.SPOKEN else flags


class RulesModel(_Rows):
    """The rules."""

    numbers = 4

    def headings(self) -> list[tuple[str, str]]:
        """The columns."""
        return [
            (self.tr("Heard"), self.tr("What is recognised. Switched off, it stays as it is.")),
            (self.tr("Written"), self.tr("What is written instead.")),
            (self.tr("Where"), self.tr("Anywhere, or only beside certain words, so that it does no harm elsewhere.")),
            (self.tr("From"), self.tr("Where it came from: your corrections, or you.")),
            (self.tr("Corrections"), self.tr("How many of your corrections speak for it.")),
            (self.tr("State"), self.tr("Whether it is applied, and why not.")),
        ]

    def cells(self, row: Rule) -> list[str]:
        """One rule."""
        where = self.tr("nowhere") if row.blocked else where_of(row.context)
        return [row.pattern, row.replacement, where, origin_of(row.origin), str(row.evidence), self._state(row)]

    def tip(self, row: Rule) -> str:
        """Why it does nothing, or since when it does."""
        return row.blocked or self.tr("Since {date}").format(date=row.created_at[:10])

    def _state(self, row: Rule) -> str:
        if not row.enabled:
            return self.tr("off")
        if row.blocked:
            return self.tr("does nothing")
        return self.tr("needless now") if row.retired_at else self.tr("applied")


def origin_of(origin: str) -> str:
    """Where a term or rule came from, for the user."""
    if origin == FROM_CORRECTION:
        return QCoreApplication.translate("Vocabulary", "corrections")
    return QCoreApplication.translate("Vocabulary", "you") if origin == FROM_USER else origin


def where_of(context: Context) -> str:
    """Where a rule holds, for the user."""
    if context.anywhere:
        return QCoreApplication.translate("Vocabulary", "anywhere")
    parts = []
    if context.left:
        after = QCoreApplication.translate("Vocabulary", "after {words}")
        parts.append(after.format(words=" / ".join(sorted(context.left))))
    if context.right:
        before = QCoreApplication.translate("Vocabulary", "before {words}")
        parts.append(before.format(words=" / ".join(sorted(context.right))))
    for left, right in sorted(context.both):
        between = QCoreApplication.translate("Vocabulary", "between {left} and {right}")
        parts.append(between.format(left=left, right=right))
    return ", ".join(parts)
