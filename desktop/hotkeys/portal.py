"""Global keys on Wayland, through the desktop portal's GlobalShortcuts.

The desktop asks the user once and decides which key it will be; what Attune wants is only a proposal. Where there is no
such portal (sway and its relatives, at present), the user binds Attune's commands in the compositor.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from jeepney import MatchRule, Message

from desktop.hotkeys.interface import Hotkey, Listener
from desktop.hotkeys.shortcut import Modifier, Shortcut
from desktop.linux import portal
from desktop.linux.bus import Bus, BusError

_MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.ALT: "ALT", Modifier.SHIFT: "SHIFT", Modifier.META: "LOGO"}
_KEYS = {
    "Space": "space", "Backspace": "BackSpace", "Enter": "KP_Enter", "Esc": "Escape", "Ins": "Insert",
    "Del": "Delete", "PgUp": "Page_Up", "PgDown": "Page_Down", "ScrollLock": "Scroll_Lock", "CapsLock": "Caps_Lock",
    "NumLock": "Num_Lock", "Right Ctrl": "Control_R", "Right Alt": "Alt_R", "Right Shift": "Shift_R",
    "Right Meta": "Super_R",
}  # fmt: skip
_DESCRIPTIONS = {
    Hotkey.DICTATE: "Dictate",
    Hotkey.CORRECT: "Correct the last dictation",
    Hotkey.CANCEL: "Cancel a dictation that is running",
}


class PortalHotkeys:
    """A session of the GlobalShortcuts portal; asking the user goes on a thread of its own.

    Escape cannot be borrowed here for the time of a recording, so no key is proposed for CANCEL; a key that the user
    gives it acts only while `set_cancel(True)` holds.
    """

    chooses_keys = False

    def __init__(self, bindings: dict[Hotkey, Shortcut], listener: Listener) -> None:
        self._listener = listener
        self._bus: Bus | None = None
        self._session = ""
        self._cancelling = False
        self._closed = False
        self._down: set[Hotkey] = set()
        self._lock = threading.Lock()  # one question at a time
        self.bind(bindings)

    def bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        """Propose these keys to the desktop, which may ask the user; returns at once."""
        threading.Thread(target=self._propose, args=(dict(bindings),), name="hotkeys", daemon=True).start()

    def set_cancel(self, active: bool) -> None:
        """Let the cancel key act, if the user has given it one."""
        self._cancelling = active

    def close(self) -> None:
        """End the session, and with it the keys."""
        self._closed = True
        bus, self._bus = self._bus, None
        if bus is not None:
            if self._session:
                portal.close_session(bus, self._session)
            bus.close()

    def _propose(self, bindings: dict[Hotkey, Shortcut]) -> None:
        with self._lock:
            try:
                self._bind(bindings)
            except BusError as error:
                if not self._closed:
                    self._tell_failure(bindings, error)
            if self._closed:
                self.close()

    def _bind(self, bindings: dict[Hotkey, Shortcut]) -> None:
        address = portal.interface("GlobalShortcuts")
        if self._bus is None:
            self._bus = Bus()
            portal.introduce(self._bus)
            for member in ("Activated", "Deactivated"):
                rule = MatchRule(type="signal", interface=address.interface, member=member, path=portal.PATH)
                self._bus.listen(rule, self._hear)
        elif self._session:
            portal.close_session(self._bus, self._session)  # a session's keys can be bound only once
        bus = self._bus
        self._session = portal.create_session(bus, address)
        wanted = [(hotkey.value, _describe(hotkey, bindings)) for hotkey in Hotkey if _wanted(hotkey, bindings)]
        results = portal.request(bus, address, "BindShortcuts", "oa(sa{sv})s", (self._session, wanted, ""), {})
        self._tell_missing(bindings, {identifier for identifier, _ in results.get("shortcuts", ())})

    def _tell_failure(self, bindings: dict[Hotkey, Shortcut], error: BusError) -> None:
        from desktop.hotkeys import COMPOSITOR_ADVICE

        missing = self._bus is None or portal.version(self._bus, "GlobalShortcuts") == 0
        for hotkey in bindings:
            self._listener.failed(hotkey, COMPOSITOR_ADVICE if missing else str(error))

    def _tell_missing(self, bindings: dict[Hotkey, Shortcut], bound: set[str]) -> None:
        for hotkey in bindings:
            if hotkey.value not in bound:
                self._listener.failed(hotkey, "The desktop gave it no key. Choose one in its keyboard settings.")

    def _hear(self, message: Message) -> None:
        session, identifier = message.body[0], message.body[1]
        with suppress(ValueError):
            hotkey = Hotkey(identifier)
            if session == self._session:
                self._act(hotkey, str(message.header.fields.get(3, "")) == "Activated")

    def _act(self, hotkey: Hotkey, down: bool) -> None:
        """Some desktops repeat Activated while a key is held: only changes are told."""
        if down and hotkey not in self._down and (hotkey is not Hotkey.CANCEL or self._cancelling):
            self._down.add(hotkey)
            self._listener.pressed(hotkey)
        elif not down and hotkey in self._down:
            self._down.discard(hotkey)
            self._listener.released(hotkey)


def _wanted(hotkey: Hotkey, bindings: dict[Hotkey, Shortcut]) -> bool:
    return hotkey in bindings or hotkey is Hotkey.CANCEL


def _describe(hotkey: Hotkey, bindings: dict[Hotkey, Shortcut]) -> dict[str, tuple[str, Any]]:
    described = {"description": ("s", _DESCRIPTIONS[hotkey])}
    if hotkey is not Hotkey.CANCEL and hotkey in bindings:
        described["preferred_trigger"] = ("s", trigger(bindings[hotkey]))
    return described


def trigger(shortcut: Shortcut) -> str:
    """The shortcut as the XDG shortcuts specification writes it: "CTRL+SHIFT+space"."""
    key = shortcut.key.lower() if len(shortcut.key) == 1 else _KEYS.get(shortcut.key, shortcut.key)
    return "+".join([_MODIFIERS[modifier] for modifier in Modifier if modifier in shortcut.modifiers] + [key])
