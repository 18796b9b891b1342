"""Pressing keys on Wayland: by the program wtype (compositors of wlroots), or through the RemoteDesktop portal."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from desktop.insertion.desk import CannotInsertError
from desktop.insertion.pieces import even_pieces, word_pieces
from desktop.linux import portal
from desktop.linux.bus import Bus, BusError

PIECE = 200  # characters between two looks at the focus: wtype sets up a keyboard each time
COMMAND_SECONDS = 30.0
_KEYBOARD = 1  # a device type of the portal
_UNTIL_REVOKED = 2  # how long the user's permission lasts
_RELEASED, _PRESSED = 0, 1
_KEY_SECONDS = 0.002  # between keys: compositors drop what comes in bursts
_KEYSYMS = {
    "ctrl": 0xFFE3, "shift": 0xFFE1, "Left": 0xFF51, "Right": 0xFF53, "BackSpace": 0xFF08, "\n": 0xFF0D, "\t": 0xFF09
}  # fmt: skip


class Keys(Protocol):
    """A way to press keys. `types_anything`: text in any script arrives exactly."""

    types_anything: bool

    def type(self, text: str, before_piece: Callable[[int], None]) -> None:
        """Type `text`; before each part `before_piece` is told how many characters are out, and may raise.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def press(self, key: str, *modifiers: str, times: int = 1) -> None:
        """Press a key ("v", "Left", "BackSpace") while modifiers ("ctrl", "shift") are held.

        Raises:
            CannotInsertError: no key can be pressed.
        """

    def close(self) -> None:
        """Give back what was asked for."""


# The first key of a new keyboard is lost now and then (seen in Qt): it is one that does nothing, and a moment follows.
_WTYPE = ["wtype", "-k", "Shift_L", "-s", "40"]


class WtypeKeys:
    """The program wtype, which makes a keyboard of its own with exactly the characters that are needed."""

    types_anything = True

    @staticmethod
    def works() -> bool:
        """Whether wtype is there and the compositor lets it make a keyboard."""
        return shutil.which("wtype") is not None and _run(["wtype", ""]) is not None

    def type(self, text: str, before_piece: Callable[[int], None]) -> None:
        """Type `text` in pieces."""
        done = 0
        for piece in even_pieces(text, PIECE):
            before_piece(done)
            if _run([*_WTYPE, "-"], piece.encode("utf-8")) is None:
                if done == 0:
                    raise CannotInsertError("the compositor lets no program press keys")
                before_piece(done)
            done += len(piece)

    def press(self, key: str, *modifiers: str, times: int = 1) -> None:
        """Press a key, with modifiers."""
        command = [*_WTYPE]
        for modifier in modifiers:
            command += ["-M", modifier]
        for _ in range(times):
            command += ["-k", key]
        for modifier in reversed(modifiers):
            command += ["-m", modifier]
        if _run(command) is None:
            raise CannotInsertError("the compositor lets no program press keys")

    def close(self) -> None:
        """Nothing is kept."""


class PortalKeys:
    """A session of the RemoteDesktop portal, for which the desktop asks the user once.

    The permission is remembered by a token in `token_file` (0600), so that the question does not come again.
    Whether a character arrives that the keyboard layout lacks is up to the desktop, and it does not tell.
    """

    types_anything = False

    def __init__(self, token_file: Path | None) -> None:
        """Raises:
        BusError: there is no such portal.
        """
        self._bus = Bus()
        self._address = portal.interface("RemoteDesktop")
        self._token_file = token_file
        self._session = ""
        self._refused = ""
        if not portal.version(self._bus, "RemoteDesktop"):
            self._bus.close()
            raise BusError("The desktop has no RemoteDesktop portal.")
        portal.introduce(self._bus)

    def type(self, text: str, before_piece: Callable[[int], None]) -> None:
        """Type `text` key by key."""
        self._open()
        done = 0
        for piece in word_pieces(text):
            before_piece(done)
            for character in piece:
                self._stroke(_KEYSYMS.get(character) or _keysym(character))
            done += len(piece)

    def press(self, key: str, *modifiers: str, times: int = 1) -> None:
        """Press a key, with modifiers."""
        self._open()
        held = [_KEYSYMS[modifier] for modifier in modifiers]
        for keysym in held:
            self._send(keysym, _PRESSED)
        for _ in range(times):
            self._stroke(_KEYSYMS.get(key) or _keysym(key))
        for keysym in reversed(held):
            self._send(keysym, _RELEASED)

    def close(self) -> None:
        """End the session."""
        if self._session:
            portal.close_session(self._bus, self._session)
        self._bus.close()

    def _open(self) -> None:
        """Ask the user, the first time; a refusal holds until Attune is started again."""
        if self._refused:
            raise CannotInsertError(self._refused)
        if self._session:
            return
        try:
            session = portal.create_session(self._bus, self._address)
            options: portal.Options = {"types": ("u", _KEYBOARD), "persist_mode": ("u", _UNTIL_REVOKED)}
            if token := self._read_token():
                options["restore_token"] = ("s", token)
            portal.request(self._bus, self._address, "SelectDevices", "o", (session,), options)
            granted = portal.request(self._bus, self._address, "Start", "os", (session, ""), {})
        except BusError as error:
            self._refused = "the desktop did not allow Attune to press keys"
            raise CannotInsertError(self._refused) from error
        if not int(granted.get("devices", 0)) & _KEYBOARD:
            self._refused = "the desktop gave Attune no keyboard"
            portal.close_session(self._bus, session)
            raise CannotInsertError(self._refused)
        self._write_token(str(granted.get("restore_token", "")))
        self._session = session

    def _stroke(self, keysym: int) -> None:
        self._send(keysym, _PRESSED)
        self._send(keysym, _RELEASED)
        time.sleep(_KEY_SECONDS)

    def _send(self, keysym: int, state: int) -> None:
        try:
            self._bus.call(self._address, "NotifyKeyboardKeysym", "oa{sv}iu", (self._session, {}, keysym, state))
        except BusError as error:
            self._session = ""
            raise CannotInsertError("the desktop ended the permission to press keys") from error

    def _read_token(self) -> str:
        with suppress(OSError):
            if self._token_file is not None:
                return self._token_file.read_text().strip()
        return ""

    def _write_token(self, token: str) -> None:
        """A token can be used once; each start gives the next."""
        if self._token_file is None or not token:
            return
        with suppress(OSError):  # the question comes again then
            handle = os.open(self._token_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(token)


def _keysym(character: str) -> int:
    code = ord(character)
    return code if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF else 0x0100_0000 | code


def _run(command: list[str], given: bytes = b"") -> bytes | None:
    """What a program printed; None if it failed."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=COMMAND_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
