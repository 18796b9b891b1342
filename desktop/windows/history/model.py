"""The utterances as a list that grows as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
    Signal,
)

from desktop.tasks import Control, Task, Tasks
from engine.library.entities import Utterance
from engine.library.library import Library
from engine.library.utterances import EVERYTHING, Filter

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PAGE = 60
MOST_FOUND = 300

UTTERANCE = int(Qt.ItemDataRole.UserRole)
ABOUT = UTTERANCE + 1  # when, where, how long, in a line


class UtteranceModel(QAbstractListModel):
    """Newest first. `search` and `only` choose; `loaded` follows each answer of the library."""

    loaded = Signal()

    def __init__(self, library: Library, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._rows: list[Utterance] = []
        self._more = False
        self._task: Task[list[Utterance]] | None = None
        self.search = ""
        self.only: Filter = EVERYTHING

    def reload(self) -> None:
        """Ask the library anew, for as many rows as there were."""
        count = max(PAGE, len(self._rows))
        self._ask(None, count, self._replace)

    def row_of(self, identifier: str) -> int:
        """Where this utterance is, -1 if it is not in the list."""
        return next((row for row, utterance in enumerate(self._rows) if utterance.id == identifier), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 # Qt's name
        """How many there are so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Text, line about it, or the utterance itself."""
        utterance = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return utterance.text
        if role == UTTERANCE:
            return utterance
        if role == ABOUT:
            return about(utterance)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{utterance.text} {about(utterance)}"
        return None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 # Qt's name
        """Whether the library has older ones."""
        return self._more and self._task is None and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 # Qt's name
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._ask(self._rows[-1].id, PAGE, self._append)

    def _ask(self, before: str | None, count: int, then: Callable[[list[Utterance]], None]) -> None:
        if self._task is not None:
            self._task.cancel()
        search, only = self.search.strip(), self.only

        def work(control: Control) -> list[Utterance]:
            if search:
                found = [match.utterance for match in self._library.search(search, MOST_FOUND)]
                return [utterance for utterance in found if fits(utterance, only)]
            return self._library.utterances.page(count, before, only)

        def take(rows: list[Utterance]) -> None:
            self._task = None
            self._more = not search and len(rows) == count
            then(rows)
            self.loaded.emit()

        self._task = self._tasks.run(self, work, take)

    def _replace(self, rows: list[Utterance]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _append(self, rows: list[Utterance]) -> None:
        first = len(self._rows)
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()


def fits(utterance: Utterance, only: Filter) -> bool:
    """Whether a filter leaves this utterance."""
    return all(wanted is None or getattr(utterance, name) == wanted for name, wanted in vars(only).items())


def about(utterance: Utterance) -> str:
    """When it was said, into which program, how long it is."""
    parts = [when(utterance.created_at), utterance.app, seconds(utterance.duration)]
    return "  ·  ".join(part for part in parts if part)


def when(stamp: str, today: date | None = None) -> str:
    """The moment as the user's language writes it: the time alone if it was today."""
    moment = datetime.fromisoformat(stamp).astimezone()
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    time = locale.toString(QTime(moment.hour, moment.minute), short)
    if moment.date() == (today or datetime.now().astimezone().date()):
        return time
    return f"{locale.toString(QDate(moment.year, moment.month, moment.day), short)} {time}"


def seconds(duration: float) -> str:
    """The length of a recording."""
    if duration < 60:
        return f"{QLocale().toString(duration, 'f', 1)} s"
    return f"{int(duration // 60)}:{int(duration % 60):02d}"
