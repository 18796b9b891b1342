"""The focused text field by AT-SPI, the accessibility bus of Linux desktops.

The field is known from events (`object:state-changed:focused`): asking for it now and then gives stale answers. An
answer counts only if its program is the one whose window has the keyboard.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from desktop.insertion.window import Window
from desktop.linux.bus import Bus, BusError

_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_LAUNCHER = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
_PASSWORD_TEXT = 40  # ATSPI_ROLE_PASSWORD_TEXT
_SECONDS = 1.0  # for an answer; a program that hangs must not hold up dictation for longer
_LOOKS = 5  # while the focus goes from field to field
_FOCUS_EVENT = "object:state-changed:focused"


class Accessibility:
    """Watches which field has the focus, from creation on.

    `announce` tells programs that an assistive technology runs (org.a11y.Status IsEnabled): without it Qt programs say
    nothing. It is a setting of the whole session; `close` puts it back.
    """

    def __init__(self, announce: bool = True) -> None:
        """Raises:
        BusError: there is no accessibility bus.
        """
        self._session = Bus()
        self._announced = False
        self._lock = threading.Lock()
        self._focus: tuple[str, str] | None = None  # name on the bus, object path
        self._processes: dict[str, int | None] = {}
        try:
            self._bus = Bus(self._session.call(_LAUNCHER, "GetAddress")[0])
        except BusError:
            self._session.close()
            raise
        try:
            self._watch()
            if announce:
                self._announce()
        except BusError:
            self.close()
            raise

    def is_secret(self, window: Window | None) -> bool | None:
        """Whether the focused field is one for passwords."""
        with suppress(BusError):
            for _ in range(_LOOKS):
                field = self._field(window)
                if field is None:
                    return None
                role = self._call(field, "Accessible", "GetRole")[0]
                self._bus.wait_for_signals(_SECONDS)
                if self._field(window) == field:  # nothing else was told before the answer
                    return bool(role == _PASSWORD_TEXT)
        return None

    def caret(self, window: Window | None) -> int | None:
        """How many characters stand before the cursor."""
        with suppress(BusError):
            field = self._field(window)
            return None if field is None else self._caret(field)
        return None

    def before(self, window: Window | None, characters: int) -> str | None:
        """What stands before the cursor."""
        with suppress(BusError):
            field = self._field(window)
            if field is not None:
                caret = self._caret(field)
                return str(self._call(field, "Text", "GetText", "ii", (max(0, caret - characters), caret))[0])
        return None

    def select_before(self, window: Window | None, text: str) -> bool | None:
        """Select `text` right before the cursor, if that is what stands there."""
        with suppress(BusError):
            field = self._field(window)
            if field is not None:
                caret = self._caret(field)
                start = self._start_of(field, text, caret)
                return start is not None and self._select(field, start, caret)
        return None

    def close(self) -> None:
        """Stop watching, and put the session's setting back."""
        if self._announced:
            self._announced = False
            with suppress(BusError):
                self._session.put(_STATUS, "IsEnabled", "b", False)
        self._bus.close()
        self._session.close()

    def _watch(self) -> None:
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
        self._bus.listen(rule, self._hear)
        self._bus.call(_REGISTRY, "RegisterEvent", "s", (_FOCUS_EVENT,))

    def _announce(self) -> None:
        if not self._session.get(_STATUS, "IsEnabled"):
            self._session.put(_STATUS, "IsEnabled", "b", True)
            self._announced = True

    def _hear(self, message: Message) -> None:
        detail, gained = message.body[0], message.body[1]
        if detail != "focused":
            return
        source = (str(message.header.fields[HeaderFields.sender]), str(message.header.fields[HeaderFields.path]))
        with self._lock:
            if gained:
                self._focus = source
            elif self._focus == source:
                self._focus = None

    def _field(self, window: Window | None) -> tuple[str, str] | None:
        """The focused field, if it belongs to the program of `window`; without a window it is believed."""
        with self._lock:
            field = self._focus
        if field is None or window is None:
            return field
        if window.pid is None:
            return None
        if field[0] not in self._processes:
            self._processes[field[0]] = self._bus.process_of(field[0])
        return field if self._processes[field[0]] == window.pid else None

    def _caret(self, field: tuple[str, str]) -> int:
        address = DBusAddress(field[1], field[0], "org.a11y.atspi.Text")
        return int(self._bus.get(address, "CaretOffset", _SECONDS))

    def _start_of(self, field: tuple[str, str], text: str, caret: int) -> int | None:
        """Where `text` begins that ends at the caret. Some toolkits count characters, some UTF-16 units."""
        for length in dict.fromkeys((len(text), len(text.encode("utf-16-le")) // 2)):
            start = caret - length
            if start >= 0 and self._call(field, "Text", "GetText", "ii", (start, caret))[0] == text:
                return start
        return None

    def _select(self, field: tuple[str, str], start: int, end: int) -> bool:
        if self._call(field, "Text", "GetNSelections")[0]:
            chosen = self._call(field, "Text", "SetSelection", "iii", (0, start, end))[0]
        else:
            chosen = self._call(field, "Text", "AddSelection", "ii", (start, end))[0]
        return bool(chosen) and tuple(self._call(field, "Text", "GetSelection", "i", (0,))) == (start, end)

    def _call(
        self, field: tuple[str, str], interface: str, method: str, signature: str | None = None, body: Any = ()
    ) -> tuple[Any, ...]:
        address = DBusAddress(field[1], field[0], f"org.a11y.atspi.{interface}")
        return self._bus.call(address, method, signature, body, _SECONDS)
