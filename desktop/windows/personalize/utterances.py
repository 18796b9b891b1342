"""Utterances of a test: what was said, and what each model wrote, to be heard."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.icons import icon
from desktop.tasks import Control
from desktop.windows.cards import clear, make_button, make_label
from engine.audio.ring import Samples
from engine.errors import InputError
from engine.jobs.report import TestedUtterance

SHOWN_AT_ONCE = 5
FATE_COLOURS = {"fixed": "good", "still wrong": "warning", "newly wrong": "bad"}


class UtteranceList(QWidget):
    """A few at a time, each with a button to hear it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rest: list[TestedUtterance] = []
        self._buttons: dict[str, QToolButton] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._nothing = make_label(self.tr("No utterance of the test was wrong, before or after."), "muted")
        self._more = make_button(self.tr("Show more"), self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        context.bridge.playback.changed.connect(self._mark)

    def show_utterances(self, utterances: Sequence[TestedUtterance]) -> None:
        """Show these instead."""
        clear(self._rows)
        self._buttons.clear()
        self._rest = list(utterances)
        self._nothing.setVisible(not utterances)
        self._show_more()

    def _show_more(self) -> None:
        shown, self._rest = self._rest[:SHOWN_AT_ONCE], self._rest[SHOWN_AT_ONCE:]
        for one in shown:
            self._rows.addWidget(self._row(one))
        self._more.setVisible(bool(self._rest))

    def _row(self, one: TestedUtterance) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(2, 1)
        button = QToolButton()
        button.setIcon(icon("play"))
        button.setToolTip(self.tr("Hear it"))
        button.setAccessibleName(self.tr("Hear: {text}").format(text=one.said))
        button.clicked.connect(lambda: self._play(one))
        self._buttons[one.id] = button
        grid.addWidget(button, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        said = QLabel(self._coloured(one))
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setWordWrap(True)
        said.setAccessibleName(one.said)
        lines = ((self.tr("said"), said), (self.tr("before"), make_label(one.before, "muted")))
        for number, (name, text) in enumerate((*lines, (self.tr("after"), make_label(one.after, "muted")))):
            title = make_label(name, "muted")
            title.setWordWrap(False)
            grid.addWidget(title, number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 2)
        return row

    def _coloured(self, one: TestedUtterance) -> str:
        colours = self._context.theme.colours
        parts = []
        for word, fate in one.fates:
            colour = FATE_COLOURS.get(fate)
            text = escape(word)
            parts.append(f'<b style="color:{getattr(colours, colour)}">{text}</b>' if colour else text)
        return " ".join(parts) or escape(one.said)

    def _play(self, one: TestedUtterance) -> None:
        playback = self._context.bridge.playback
        if playback.playing == one.id:
            playback.stop()
            return
        library = self._context.library

        def work(control: Control) -> Samples:
            audio = library.utterances.get(one.id).audio
            if audio is None:
                raise InputError("This recording is no longer kept.")
            return library.recordings.read(audio)

        self._context.tasks.run(self, work, lambda samples: playback.play(one.id, samples))

    def _mark(self, playing: str) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon("stop" if name == playing else "play"))
