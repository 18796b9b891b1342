"""Selecting text that was inserted before, only if it is seen to be there."""

from __future__ import annotations

import time
import unicodedata

from desktop.insertion.desk import CannotInsertError, Desk
from desktop.insertion.fields import Fields
from desktop.insertion.results import NotReplacedError
from desktop.insertion.window import Window

LONGEST = 5000  # characters that are selected key by key; each is a key press
PATIENCE = 1.5  # seconds without news after which a program has told what is selected
FIRST_PATIENCE = 4.0  # and in which it begins to; a browser may still be looking for the fonts of what was pasted
_TRIES = 6
_JOINER = "\u200d"
_REMEDY = "Correct it there by hand."


class Replacer:
    """Selects what stands before the cursor: by accessibility, else by Shift+Left and a look at the selection."""

    def __init__(self, desk: Desk, fields: Fields) -> None:
        self._desk = desk
        self._fields = fields

    def select(self, text: str, window: Window | None) -> None:
        """Select exactly `text`.

        Raises:
            NotReplacedError: it does not stand right before the cursor, or that cannot be seen; nothing is selected.
        """
        if window is not None and window.terminal:
            raise NotReplacedError("A terminal does not let its text be changed.", _REMEDY, "", False)
        if window is None or self._desk.focused() != window:
            raise NotReplacedError("Another window has the keyboard.", _REMEDY, "", False)
        selected = self._fields.select_before(window, text)
        if selected is None:
            selected = len(text) <= LONGEST and not _is_office(window) and self._select_by_keys(text)
        if not selected:
            raise NotReplacedError("The text before the cursor was changed meanwhile.", _REMEDY, "", False)

    def _select_by_keys(self, text: str) -> bool:
        """Whether `text` is selected now. Programs differ in what one step over an emoji is, so steps are corrected."""
        before: str | None = ""
        try:
            self._desk.forget_selected()
            step = steps(text)
            for _ in range(_TRIES):
                self._desk.select_back(step)
                seen = self._wait_for_selection(text)
                if seen == text:
                    return True
                step = _correction(text, seen)
                if step == 0 or seen == before:  # it does not follow what is pressed
                    break
                before = seen
            self._desk.unselect()
        except CannotInsertError:
            return False
        return False

    def _wait_for_selection(self, text: str) -> str | None:
        """What is selected, when that is `text` or nothing has come for a while: programs tell it some time later."""
        seen, since = None, time.monotonic()
        while time.monotonic() - since < (FIRST_PATIENCE if seen is None else PATIENCE):
            latest = self._desk.selected()
            if latest == text:
                return latest
            if latest != seen:
                seen, since = latest, time.monotonic()
            time.sleep(0.03)
        return seen


def _is_office(window: Window) -> bool:
    """LibreOffice tells only the beginning of what is selected by keys, so what would be replaced cannot be seen."""
    return window.app.lower().startswith(("libreoffice", "soffice"))


def steps(text: str) -> int:
    """How often the cursor key is pressed to pass over `text`: about one for each visible character."""
    count = 0
    joined = flag = False
    for character in text:
        first_of_flag = "\U0001f1e6" <= character <= "\U0001f1ff" and not flag
        second_of_flag = "\U0001f1e6" <= character <= "\U0001f1ff" and flag
        if not (joined or second_of_flag or _extends(character)):
            count += 1
        joined, flag = character == _JOINER, first_of_flag
    return count


def _extends(character: str) -> bool:
    """Whether it only changes the character before it: accents, joiners, variation and skin tones."""
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character == _JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _correction(text: str, seen: str | None) -> int:
    """How many steps more (or less, if negative) select `text`, when `seen` is; 0 if this leads nowhere."""
    if seen and text.endswith(seen):
        return max(1, steps(text[: -len(seen)]))
    if seen and seen.endswith(text):
        return -max(1, steps(seen[: -len(text)]))
    return 0
