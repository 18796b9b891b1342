"""The program that has the keyboard, as a target of dictation (engine.session.target.Target)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.insertion.arrival import Arrival
from desktop.insertion.desk import CannotInsertError, Desk, Handover, Method
from desktop.insertion.fields import Fields
from desktop.insertion.options import InsertOptions
from desktop.insertion.replacing import Replacer
from desktop.insertion.results import Insertion, NotInsertedError, NotReplacedError
from desktop.insertion.window import Window
from engine.errors import AttuneError, InputError, SecretFieldError
from engine.text.commands import Action

CONTEXT = 200  # characters before the cursor that the formatter looks at
MEMORY_SECONDS = 120.0  # for which the end of what was inserted is taken for what stands before the cursor
HISTORY = 50
_PASTE_IT = "It is in the clipboard: paste it where you want it."
_COPY_IT = "It is kept: copy it from Attune."


@dataclass
class _Entry:
    """Something that was inserted, in order."""

    text: str
    window: Window | None
    when: float


class DesktopTarget:
    """Inserts into the window that had the keyboard when `begin` was called, and into no other.

    `options_for`: the insertion settings for a program, by its name. `wait_while`: whether the user still holds the
    dictation key; insertion waits for as long as that lasts, because keys would mix with it. `on_correct` is called
    when the user says "correct that". Methods may be called from any thread; they take turns.
    """

    def __init__(
        self,
        desk: Desk,
        fields: Fields,
        options_for: Callable[[str], InsertOptions] = lambda app: InsertOptions(),
        wait_while: Callable[[], bool] = lambda: False,
        on_correct: Callable[[], None] | None = None,
    ) -> None:
        self._desk = desk
        self._fields = fields
        self._options_for = options_for
        self._wait_while = wait_while
        self._on_correct = on_correct
        self._lock = threading.RLock()
        self._window: Window | None = None
        self._begun = False
        self._left = False  # the user has gone to another window; the rest of this dictation is kept
        self._kept: list[str] = []
        self._history: list[_Entry] = []
        self._replacer = Replacer(desk, fields)
        #: The latest insertion that succeeded, for "how was it inserted".
        self.last: Insertion | None = None

    @property
    def app(self) -> str:
        """The name of the program that is dictated into; empty if it is not known."""
        return self._window.app if self._window is not None else ""

    @property
    def kept(self) -> str:
        """What was not inserted since `begin`, in order."""
        return "".join(self._kept)

    def begin(self) -> Window | None:
        """A dictation begins: it goes into the window that has the keyboard now, which is returned.

        Raises:
            SecretFieldError: the keyboard is in a password field.
        """
        with self._lock:
            self._window = self._desk.focused()
            self._begun, self._left = True, False
            self._kept.clear()
            self._refuse_secret()
            return self._window

    def before(self) -> str:
        """What stands before the cursor: by accessibility, else the end of what was just inserted there."""
        with self._lock:
            self._begin_if_needed()
            known = self._fields.before(self._window, CONTEXT)
            if known is not None:
                return known
            if not self._history or self._history[-1].window != self._window:
                return ""
            if time.monotonic() - self._history[-1].when > MEMORY_SECONDS:
                return ""
            return "".join(entry.text for entry in self._history if entry.window == self._window)[-CONTEXT:]

    def insert(self, text: str) -> None:
        """Insert exactly this.

        Raises:
            SecretFieldError: the keyboard is in a password field; nothing is kept.
            NotInsertedError: it could not be inserted. The error has what is missing, and `kept` all of it.
        """
        if not text:
            return
        with self._lock:
            self._begin_if_needed()
            self._refuse_secret()
            try:
                self._check_window(text)
                self._wait_for_hands(text)
                self._check_place(text, 0)
                done = self._insert(text)
            except NotInsertedError as error:
                self._kept.append(error.text)
                self._remember(error.inserted)
                raise
            self._remember(text)
            self.last = done

    def act(self, action: Action) -> None:
        """Carry out a spoken editing command.

        Raises:
            NotReplacedError: what was inserted is not there any more, or cannot be seen.
            InputError: there is nothing it could refer to.
        """
        with self._lock:
            self._begin_if_needed()
            match action:
                case Action.CORRECT:
                    if self._on_correct is not None:
                        self._on_correct()
                case Action.UNDO:
                    self._undo()
                case Action.SCRATCH:
                    self._scratch()
                case Action.SELECT:
                    self._replacer.select(self._last_entry().text, self._window)

    def replace(self, old: str, new: str) -> None:
        """Replace a text that was inserted, the latest that reads `old`, wherever it is safe; spaces around it stay.

        Safe means: its window has the keyboard, and it was seen to stand right before the cursor, along with what was
        inserted after it.

        Raises:
            NotReplacedError: that was not so. Nothing was changed; the new text is in the clipboard.
        """
        with self._lock:
            self._window = self._desk.focused()
            index = self._find(old)
            if index is None:
                raise self._not_replaced("The text is not in the window that has the keyboard.", new)
            entry = self._history[index]
            text = _around(entry.text, new)
            later = [other for other in self._history[index + 1 :] if other.window == entry.window]
            tail = "".join(other.text for other in later)
            try:
                self._refuse_secret()
                self._wait_for_hands(text)
                self._replacer.select(entry.text + tail, self._window)
                self._overwrite(text + tail)
            except (NotInsertedError, NotReplacedError, SecretFieldError) as error:
                raise self._not_replaced(error.what, new) from error
            entry.text = text
            if not text:
                self._history.remove(entry)

    def copy(self, text: str) -> None:
        """Put `text` into the clipboard.

        Raises:
            InputError: there is no clipboard.
        """
        try:
            self._desk.copy(text)
        except CannotInsertError as error:
            raise InputError(f"It was not copied: {error}.", "Select it and copy it by hand.") from error

    def close(self) -> None:
        """Give the clipboard back and stop watching."""
        with self._lock:
            self._fields.close()
            self._desk.close()

    # ---- Where -----------------------------------------------------------------------------------------------------

    def _begin_if_needed(self) -> None:
        if not self._begun:
            self.begin()

    def _refuse_secret(self) -> None:
        if self._fields.is_secret(self._desk.focused()):
            raise SecretFieldError(
                "This is a password field. Nothing was inserted, and nothing is kept.", "Type it instead."
            )

    def _check_window(self, text: str, done: int = 0) -> None:
        if not self._left and self._desk.focused() == self._window:
            return
        self._left = True
        raise NotInsertedError(
            "Another window has the keyboard than at the start.",
            _COPY_IT,
            text[done:],
            inserted=text[:done],
        )

    def _check_place(self, text: str, done: int) -> None:
        """Between two words: the user may have gone to another window, or to another field of this one."""
        self._check_window(text, done)
        if self._fields.is_secret(self._window):
            self._left = True
            raise NotInsertedError(
                "The keyboard has gone to a password field.", _COPY_IT, text[done:], inserted=text[:done]
            )

    def _wait_for_hands(self, text: str) -> None:
        """Wait until the dictation key and all modifiers are up: held, they make commands of letters."""
        while self._wait_while():
            time.sleep(0.02)
        patience = time.monotonic() + self._options_for(self.app).modifier_seconds

        def give_up() -> bool:
            return time.monotonic() > patience

        if not self._desk.wait_for_modifiers(give_up):
            raise NotInsertedError("Shift, Ctrl, Alt or Meta is held down.", _COPY_IT, text)

    # ---- How -------------------------------------------------------------------------------------------------------

    def _insert(self, text: str) -> Insertion:
        options = self._options_for(self.app)
        self._refuse_to_run_lines(text, options)
        methods = self._desk.methods if options.method is None else (options.method,)
        reasons = []
        for method in methods:
            try:
                return self._insert_by(method, text, options)
            except CannotInsertError as error:
                reasons.append(str(error))
        raise self._left_in_clipboard(f"It was not inserted: {reasons[0]}.", text)

    def _insert_by(self, method: Method, text: str, options: InsertOptions) -> Insertion:
        match method:
            case Method.PASTE:
                return self._paste(text)
            case Method.TYPE:
                return self._type(text, options)
            case Method.CLIPBOARD:
                if options.method is not Method.CLIPBOARD:  # the last resort: the user has something to do
                    raise CannotInsertError("this program takes no text from others")
                self._desk.copy(text)
                return Insertion(text, self._window, method, confirmed=False)

    def _paste(self, text: str) -> Insertion:
        handover = self._desk.paste(text, self._window)
        if handover is Handover.IGNORED:
            # Typing it now could put it there twice: a slow program may still paste.
            raise NotInsertedError("The program did not take the text.", _PASTE_IT, text, in_clipboard=True)
        return Insertion(text, self._window, Method.PASTE, handover is Handover.TAKEN)

    def _type(self, text: str, options: InsertOptions) -> Insertion:
        if not options.press_enter_and_tab and ("\n" in text or "\t" in text):
            raise CannotInsertError("typing it would press Enter or Tab")
        arrival = Arrival(self._fields, self._window)

        def before_piece(done: int) -> None:
            arrival.wait(done)
            self._check_place(text, done)

        self._desk.type(text, self._window, before_piece)
        return Insertion(text, self._window, Method.TYPE, confirmed=False)

    def _refuse_to_run_lines(self, text: str, options: InsertOptions) -> None:
        in_terminal = self._window is not None and self._window.terminal
        if in_terminal and "\n" in text and not options.press_enter_and_tab:
            raise self._left_in_clipboard("A terminal would carry out each line of it.", text)

    def _left_in_clipboard(self, what: str, text: str) -> NotInsertedError:
        try:
            self._desk.copy(text)
        except CannotInsertError:
            return NotInsertedError(what, _COPY_IT, text)
        return NotInsertedError(what, _PASTE_IT, text, in_clipboard=True)

    # ---- Taking back -----------------------------------------------------------------------------------------------

    def _overwrite(self, text: str) -> None:
        """Put `text` in place of what is selected."""
        if text:
            self._insert(text)
            return
        try:
            self._desk.erase()
        except CannotInsertError as error:
            raise NotReplacedError(f"It was not removed: {error}.", "Remove it by hand.", "", False) from error

    def _undo(self) -> None:
        try:
            self._desk.undo()
        except CannotInsertError as error:
            raise InputError(f"Nothing was undone: {error}.", "Undo it by hand.") from error

    def _scratch(self) -> None:
        entry = self._last_entry()
        self._replacer.select(entry.text, self._window)
        self._overwrite("")
        self._history.remove(entry)

    def _last_entry(self) -> _Entry:
        for entry in reversed(self._history):
            if entry.window == self._window:
                return entry
        raise InputError("Nothing was dictated into this window yet.", "Dictate something first.")

    def _find(self, old: str) -> int | None:
        for index in range(len(self._history) - 1, -1, -1):
            entry = self._history[index]
            if entry.window == self._window and entry.text.strip() == old.strip():
                return index
        return None

    def _not_replaced(self, what: str, new: str) -> AttuneError:
        try:
            self._desk.copy(new)
        except CannotInsertError:
            return NotReplacedError(what, "Correct it there by hand.", new, in_clipboard=False)
        return NotReplacedError(what, "The corrected text is in the clipboard.", new, in_clipboard=True)

    def _remember(self, text: str) -> None:
        if text:
            self._history = [*self._history[1 - HISTORY :], _Entry(text, self._window, time.monotonic())]


def _around(old: str, new: str) -> str:
    """`new` with the spaces that stand around `old`; nothing if it is empty."""
    core = old.strip()
    if not core or not new.strip():
        return new.strip()
    start = old.index(core)
    return old[:start] + new.strip() + old[start + len(core) :]
