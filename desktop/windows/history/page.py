"""The page of what was said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QSplitter

from desktop.context import Action, Context
from desktop.icons import icon
from desktop.windows.history.delegate import UtteranceDelegate
from desktop.windows.history.details import DetailsPanel
from desktop.windows.history.empty import EmptyState
from desktop.windows.history.model import UTTERANCE, UtteranceModel
from desktop.windows.history.recognise import RecogniseDialog
from desktop.windows.main.page import Page
from engine.library.entities import Utterance, UtteranceDetails
from engine.library.utterances import EVERYTHING, Filter

SEARCH_MS = 200  # after the last key


class HistoryPage(Page):
    """A list to search and filter, and the chosen utterance beside it. Deleting can be undone."""

    key = "history"
    icon = "history"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = UtteranceModel(context.library, context.tasks, self)
        self.model.loaded.connect(self._show_loaded)
        self.details = DetailsPanel(context)
        self.details.correct.connect(lambda identifier: context.open_page("correct", identifier))
        self.details.delete.connect(self.delete)
        self.details.recognise.connect(self._recognise)
        self.details.copied.connect(self._copy)
        self.search = QLineEdit()
        self.filter = QComboBox()
        self.list = QListView()
        self._dictate = QPushButton()
        self._dictate.setProperty("look", "primary")
        self._dictate.clicked.connect(context.bridge.toggle)
        context.bridge.state_changed.connect(self._show_state)
        self._empty = EmptyState(context)
        self._wanted = ""  # to be selected when the list has come
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self._reload)
        self._prepare()
        self._lay_out()
        self._show_state(context.bridge.state)
        context.bridge.library_changed.connect(self._changed)

    @classmethod
    def title(cls) -> str:
        """Its name."""
        return QCoreApplication.translate("HistoryPage", "History")

    def open(self, argument: object) -> None:
        """Show the utterance with this id."""
        self._wanted = str(argument)
        self.search.clear()
        self._reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 # Qt's name
        """Fetch what is new."""
        super().showEvent(event)
        self._reload()

    def delete(self, identifier: str) -> None:
        """Delete, and offer to undo it."""
        library = self.context.library
        self.context.tasks.run(
            self,
            lambda control: library.deletions.delete([identifier]),
            lambda traces: self._deleted(identifier, traces[0].models),
        )

    def _deleted(self, identifier: str, models: tuple[str, ...]) -> None:
        text = self.tr("Deleted.")
        if models:
            text = self.tr("Deleted. These models were trained with it: {models}.").format(models=", ".join(models))
        self.context.notify(text, action=Action(self.tr("&Undo"), lambda: self._undo(identifier)))
        self.context.bridge.library_changed.emit()

    def _undo(self, identifier: str) -> None:
        def back(nothing: None) -> None:
            self._wanted = identifier
            self.context.bridge.library_changed.emit()

        self.context.tasks.run(self, lambda control: self.context.library.deletions.undo(identifier), back)

    def _recognise(self, identifier: str, model: str) -> None:
        dialog = RecogniseDialog(self.context, self.context.library.utterances.get(identifier), model, self)
        dialog.open()

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.context.notify(self.tr("Copied."))

    def _changed(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _reload(self) -> None:
        if not self._wanted:
            current = self._current()
            self._wanted = current.id if current else ""
        self.model.search = self.search.text()
        self.model.only = self.filter.currentData() or EVERYTHING
        self.model.reload()

    def _show_loaded(self) -> None:
        row = self.model.row_of(self._wanted) if self._wanted else -1
        self._wanted = ""
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(max(0, row)))
        filtered = bool(self.model.search.strip()) or self.model.only != EVERYTHING
        self._nothing.setVisible(filtered and not self.model.rowCount())
        self._empty.setVisible(not filtered and not self.model.rowCount())
        self._split.setVisible(bool(self.model.rowCount()))
        if not self.model.rowCount():
            self.details.show_details(None)

    def _show_current(self, current: QModelIndex, before: QModelIndex) -> None:
        utterance = self._current()
        if utterance is None:
            self.details.show_details(None)
            return
        identifier = utterance.id

        def show(details: UtteranceDetails) -> None:
            now = self._current()
            if now is not None and now.id == identifier:
                self.details.show_details(details)

        # Deleted meanwhile: the list hears of it soon.
        self.context.tasks.run(
            self,
            lambda control: self.context.library.utterances.details(identifier),
            show,
            failed=lambda error: self._reload(),
        )

    def _current(self) -> Utterance | None:
        index = self.list.currentIndex()
        found = index.data(UTTERANCE) if index.isValid() else None
        return found if isinstance(found, Utterance) else None

    def _show_state(self, state: str) -> None:
        on = state in ("arming", "recording")
        self._dictate.setText(self.tr("End the dictation") if on else self.tr("Dictate"))
        self._dictate.setIcon(icon("stop" if on else "microphone", on_accent=True))

    def _prepare(self) -> None:
        self.search.setPlaceholderText(self.tr("Search what you said"))
        self.search.setAccessibleName(self.tr("Search what you said"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda text: self._timer.start())
        self.filter.setAccessibleName(self.tr("Which to show"))
        for label, only in (
            (self.tr("All"), EVERYTHING),
            (self.tr("Not looked at"), Filter(status="dictated")),
            (self.tr("To correct later"), Filter(later=True)),
            (self.tr("Corrected"), Filter(status="corrected")),
            (self.tr("Accepted"), Filter(status="accepted")),
            (self.tr("Read aloud"), Filter(status="read")),
            (self.tr("Imported"), Filter(status="imported")),
        ):
            self.filter.addItem(label, only)
        self.filter.currentIndexChanged.connect(lambda index: self._reload())
        self.list.setAccessibleName(self.tr("What you said"))
        self.list.setModel(self.model)
        self._delegate = UtteranceDelegate(self.context.theme)  # the view does not own it
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.doubleClicked.connect(lambda index: self.details.correct_button.click())
        for keys, do in (
            ("Ctrl+F", self.search.setFocus),
            ("Return", self.details.correct_button.click),
            ("Space", self.details.play),
            ("Delete", self.details.delete_button.click),
            ("Ctrl+C", self.details.copy),
        ):
            place = self if keys == "Ctrl+F" else self.list
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.filter)
        top.addWidget(self._dictate)
        self.body.addLayout(top)
        self._nothing = QLabel(self.tr("Nothing fits. Change the search or the filter."))
        self._nothing.setProperty("look", "muted")
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self.details)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self.list.setMinimumWidth(220)
        self.details.setMinimumWidth(320)
        self.body.addWidget(self._split, 1)
        self.body.addStretch(0)
