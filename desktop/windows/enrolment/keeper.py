"""Takes the readings into the library, judged by the active model where that can listen."""

from __future__ import annotations

from pathlib import Path

from desktop.bridge import Bridge
from desktop.listening import listener
from engine.audio.ring import Samples
from engine.enrolment.checks import Check
from engine.enrolment.choice import sentences_to_read
from engine.enrolment.enrolment import Enrolment
from engine.enrolment.texts import bundled_texts, read_texts
from engine.errors import ChildError, DeviceError, InputError, ModelError
from engine.library.library import Library

FALLBACK_LANGUAGE = "en"


class Keeper:
    """One sitting's way into the library. Its methods take a while: never on the window's thread."""

    def __init__(self, bridge: Bridge, device: str, *, gold: bool) -> None:
        self._library = bridge.library
        self._enrolment = Enrolment(self._library, listener(bridge), bridge.active_model().id, device, gold=gold)
        self._unjudged = Enrolment(self._library, None, "", device, gold=gold)

    def keep(
        self, samples: Samples, text: str, others: tuple[str, ...], replaced: str | None
    ) -> tuple[Check, str | None]:
        """Check a reading of `text` and keep it if it is good, in place of the one called `replaced`.

        A model that cannot listen now is no reason to read again: the level and the noise are judged all the same.

        Raises:
            StorageError: the disk refused.
        """
        try:
            found, identifier = self._enrolment.take(samples, text, others)
        except (ModelError, ChildError, DeviceError):
            found, identifier = self._unjudged.take(samples, text)
        if identifier is not None and replaced is not None:
            self._library.deletions.delete([replaced])
        return found, identifier


def find_sentences(library: Library, language: str, file: Path | None) -> tuple[list[str], bool]:
    """What there is to read, the most useful first, and whether it is in the language; English where there is none.

    Raises:
        InputError: the file cannot be read, or holds no text.
    """
    if file is not None:
        return sentences_to_read(library, read_texts(file), own=False), True
    try:
        found, known = bundled_texts(language), True
    except InputError:
        found, known = bundled_texts(FALLBACK_LANGUAGE), False
    return sentences_to_read(library, found, own=True), known
