"""The icon in the panel: the state at a glance, and a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.icons import app_icon
from engine.session.live import State

ICONS: dict[str, str] = {
    "idle": "attune",
    "arming": "tray-busy",
    "recording": "tray-recording",
    "finalising": "tray-busy",
    "training": "tray-training",
}


class Tray(QObject):
    """Says what was chosen by signals; shows what it is told. `available` is false where the desktop has no place."""

    toggled = Signal()
    cancelled = Signal()
    window_wanted = Signal()
    learning_switched = Signal(bool)
    correction_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = {name: app_icon(name) for name in {*ICONS.values(), "tray-private"}}
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self._menu = QMenu()
        self.dictate = self._add("", self.toggled)
        self.cancel = self._add(self.tr("Cancel the dictation"), self.cancelled)
        self._add(self.tr("Correct what was said last"), self.correction_wanted)
        self._menu.addSeparator()
        self.private = self._menu.addAction(self.tr("Do not learn (nothing is stored)"))
        self.private.setCheckable(True)
        self.private.toggled.connect(lambda checked: self.learning_switched.emit(not checked))
        self._menu.addSeparator()
        self._add(self.tr("Open Attune"), self.window_wanted)
        self._add(self.tr("Quit"), self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self.show_state("idle", learning=True, training=False)
        self._icon.show()

    @property
    def available(self) -> bool:
        """Whether the desktop shows it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_state(self, state: State, *, learning: bool, training: bool) -> None:
        """Icon, tooltip and menu as they fit."""
        words = {
            "idle": self.tr("ready"),
            "arming": self.tr("opening the microphone"),
            "recording": self.tr("recording"),
            "finalising": self.tr("finishing"),
            "training": self.tr("training your model"),
        }
        shown = "training" if training and state == "idle" else state
        name = ICONS[shown] if learning or state != "idle" else "tray-private"
        self._icon.setIcon(self._icons[name])
        tip = f"Attune: {words[shown]}" if learning else self.tr("Attune: {state}, not learning")
        self._icon.setToolTip(tip.format(state=words[shown]))
        on = state in ("arming", "recording")
        self.dictate.setText(self.tr("End the dictation") if on else self.tr("Dictate"))
        self.cancel.setEnabled(on)
        self.private.blockSignals(True)
        self.private.setChecked(not learning)
        self.private.blockSignals(False)

    def say(self, title: str, text: str) -> None:
        """A notification of the desktop's."""
        if self.available:
            self._icon.showMessage(title, text, self._icons["attune"], 8_000)

    def close(self) -> None:
        """Take it away."""
        self._icon.hide()

    def _add(self, text: str, chosen: SignalInstance) -> QAction:
        action = self._menu.addAction(text)
        action.triggered.connect(lambda checked: chosen.emit())
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.toggled.emit()
