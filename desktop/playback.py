"""What plays now, for the buttons that show it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.audio.player import Player
from engine.audio.ring import Samples
from engine.errors import AttuneError


class Playback(QObject):
    """Plays one piece at a time; a piece is known by a name, such as the id of its utterance."""

    changed = Signal(str)  # the name of what plays now, "" for nothing
    failed = Signal(object)  # AttuneError
    _ended = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = Player()
        self.playing = ""
        self._ended.connect(self._note_ended)

    @property
    def position(self) -> float:
        """Seconds into the piece that plays."""
        return self._player.position

    def play(self, name: str, samples: Samples) -> None:
        """Play `samples`, float32 mono at 16 kHz, instead of what plays now."""
        self.playing = name
        self._player.play(samples, lambda error: self._ended.emit(name, error))
        self.changed.emit(name)

    def stop(self) -> None:
        """Be silent."""
        self._player.stop()

    def _note_ended(self, name: str, error: AttuneError | None) -> None:
        if name == self.playing:
            self.playing = ""
            self.changed.emit("")
        if error is not None:
            self.failed.emit(error)
