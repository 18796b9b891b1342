"""Insertion on macOS: typing by Quartz events, else the clipboard.

It needs the permission "Accessibility". There is no pasting yet: saving all that a pasteboard holds needs AppKit.
Written after Apple's documentation; never run yet, for want of such a machine.
"""

from __future__ import annotations

import sys

if sys.platform == "darwin":
    import ctypes
    import subprocess
    import threading
    import time
    from collections.abc import Callable
    from ctypes import c_bool, c_int32, c_int64, c_uint16, c_uint32, c_uint64, c_ulong, c_void_p

    from desktop.insertion.desk import CannotInsertError, Handover, Method
    from desktop.insertion.fields import NoFields
    from desktop.insertion.pieces import word_pieces
    from desktop.insertion.presses import KeyNames, Presses
    from desktop.insertion.window import Window

    _UNITS = 20  # UTF-16 units that one event carries at most
    _EVENT_SECONDS = 0.005  # programs lose what comes faster
    _RETURN, _TAB, _DELETE, _LEFT, _RIGHT, _Z = 36, 48, 51, 123, 124, 6
    _SHIFT, _CONTROL, _OPTION, _COMMAND = 1 << 17, 1 << 18, 1 << 19, 1 << 20
    _HID_TAP = 0
    _COMBINED = 0  # kCGEventSourceStateCombinedSessionState
    _ON_SCREEN, _WITHOUT_DESKTOP = 1, 16
    _UTF8, _NUMBER_INT64 = 0x0800_0100, 4
    _TERMINALS = {"terminal", "iterm2", "alacritty", "kitty", "wezterm-gui", "ghostty"}
    _SECONDS = 5.0

    class MacDesk(Presses[int]):
        """The windows of the user's session."""

        names = KeyNames(_DELETE, _LEFT, _RIGHT, _SHIFT, (_Z, _COMMAND))  # what is held are flags
        methods: tuple[Method, ...] = (Method.TYPE, Method.CLIPBOARD)

        def __init__(self) -> None:
            self._quartz, self._foundation = _libraries()
            self._lock = threading.RLock()

        def focused(self) -> Window | None:
            """The frontmost ordinary window and its program."""
            windows = self._quartz.CGWindowListCopyWindowInfo(_ON_SCREEN | _WITHOUT_DESKTOP, 0)
            if not windows:
                return None
            try:
                for index in range(self._foundation.CFArrayGetCount(windows)):
                    entry = self._foundation.CFArrayGetValueAtIndex(windows, index)
                    if self._number(entry, "kCGWindowLayer") == 0:
                        app = self._string(entry, "kCGWindowOwnerName")
                        pid = self._number(entry, "kCGWindowOwnerPID")
                        number = str(self._number(entry, "kCGWindowNumber"))
                        return Window(number, app, "", pid, app.lower() in _TERMINALS)
            finally:
                self._foundation.CFRelease(windows)
            return None

        def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
            """Wait until no modifier key is down."""
            held = _SHIFT | _CONTROL | _OPTION | _COMMAND
            while self._quartz.CGEventSourceFlagsState(_COMBINED) & held:
                if give_up():
                    return False
                time.sleep(0.02)
            return True

        def paste(self, text: str, window: Window | None) -> Handover:
            """Not yet."""
            raise CannotInsertError("pasting is not possible on macOS yet")

        def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
            """Type by events that carry the characters."""
            self._need_permission()
            with self._lock:
                done = 0
                for piece in word_pieces(text):
                    before_piece(done)
                    for part in _parts(piece):
                        self._post_part(part)
                    done += len(piece)

        def copy(self, text: str) -> None:
            """Put `text` into the clipboard."""
            try:
                subprocess.run(["pbcopy"], input=text.encode("utf-8"), check=True, timeout=_SECONDS)
            except (OSError, subprocess.SubprocessError) as error:
                raise CannotInsertError("the clipboard does not answer") from error

        def forget_selected(self) -> None:
            """There is nothing to forget."""

        def selected(self) -> str | None:
            """Not known here."""
            return None

        def close(self) -> None:
            """Nothing is kept."""

        def _need_permission(self) -> None:
            if not self._quartz.AXIsProcessTrusted():
                raise CannotInsertError("macOS lets Attune press no keys (Privacy & Security, Accessibility)")

        def _press(self, key: int, *held: int, times: int = 1) -> None:
            self._need_permission()
            with self._lock:
                for _ in range(times):
                    self._post(key, "", sum(held))

        def _post_part(self, part: str) -> None:
            key = {"\n": _RETURN, "\t": _TAB}.get(part)
            if key is None:
                self._post(0, part, 0)
            else:
                self._post(key, "", 0)

        def _post(self, key: int, characters: str, flags: int) -> None:
            for down in (True, False):
                event = self._quartz.CGEventCreateKeyboardEvent(None, key, down)
                if characters:
                    encoded = characters.encode("utf-16-le")
                    units = (c_uint16 * (len(encoded) // 2)).from_buffer_copy(encoded)
                    self._quartz.CGEventKeyboardSetUnicodeString(event, len(units), units)
                self._quartz.CGEventSetFlags(event, flags)
                self._quartz.CGEventPost(_HID_TAP, event)
                self._foundation.CFRelease(event)
            time.sleep(_EVENT_SECONDS)

        def _value(self, entry: int, name: str) -> int | None:
            found = self._foundation.CFDictionaryGetValue(entry, c_void_p.in_dll(self._quartz, name))
            return int(found) if found else None

        def _number(self, entry: int, name: str) -> int:
            result = c_int64()
            value = self._value(entry, name)
            if value is not None:
                self._foundation.CFNumberGetValue(value, _NUMBER_INT64, ctypes.byref(result))
            return result.value

        def _string(self, entry: int, name: str) -> str:
            value = self._value(entry, name)
            buffer = ctypes.create_string_buffer(1024)
            if value is not None and self._foundation.CFStringGetCString(value, buffer, len(buffer), _UTF8):
                return buffer.value.decode("utf-8", "replace")
            return ""

    class MacFields(NoFields):
        """Knows that some field has switched secure input on, as password fields do."""

        def __init__(self) -> None:
            self._carbon = ctypes.CDLL("/System/Library/Frameworks/Carbon.framework/Carbon")
            self._carbon.IsSecureEventInputEnabled.restype = c_bool

        def is_secret(self, window: Window | None) -> bool | None:
            """Whether secure input is on."""
            return bool(self._carbon.IsSecureEventInputEnabled())

    def _parts(text: str) -> list[str]:
        """Enter and Tab alone, all else in parts that fit into one event."""
        parts: list[str] = []
        for character in text:
            fits = parts and parts[-1] not in "\n\t" and len((parts[-1] + character).encode("utf-16-le")) // 2 <= _UNITS
            if fits and character not in "\n\t":
                parts[-1] += character
            else:
                parts.append(character)
        return parts

    def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
        quartz = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
        foundation = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
        quartz.CGEventCreateKeyboardEvent.argtypes = (c_void_p, c_uint16, c_bool)
        quartz.CGEventCreateKeyboardEvent.restype = c_void_p
        quartz.CGEventKeyboardSetUnicodeString.argtypes = (c_void_p, c_ulong, c_void_p)
        quartz.CGEventSetFlags.argtypes = (c_void_p, c_uint64)
        quartz.CGEventPost.argtypes = (c_uint32, c_void_p)
        quartz.CGEventSourceFlagsState.argtypes = (c_int32,)
        quartz.CGEventSourceFlagsState.restype = c_uint64
        quartz.CGWindowListCopyWindowInfo.argtypes = (c_uint32, c_uint32)
        quartz.CGWindowListCopyWindowInfo.restype = c_void_p
        quartz.AXIsProcessTrusted.restype = c_bool
        foundation.CFRelease.argtypes = (c_void_p,)
        foundation.CFArrayGetCount.argtypes = (c_void_p,)
        foundation.CFArrayGetCount.restype = c_int64
        foundation.CFArrayGetValueAtIndex.argtypes = (c_void_p, c_int64)
        foundation.CFArrayGetValueAtIndex.restype = c_void_p
        foundation.CFDictionaryGetValue.argtypes = (c_void_p, c_void_p)
        foundation.CFDictionaryGetValue.restype = c_void_p
        foundation.CFNumberGetValue.argtypes = (c_void_p, c_int64, c_void_p)
        foundation.CFStringGetCString.argtypes = (c_void_p, c_void_p, c_int64, c_uint32)
        foundation.CFStringGetCString.restype = c_bool
        return quartz, foundation
