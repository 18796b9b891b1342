"""Global keys on macOS: an event tap of Quartz, which sees releases too and can keep a key from other programs.

It needs the permission "Input Monitoring" or "Accessibility", and says so if that is missing. Written after Apple's
documentation of CGEventTapCreate; never run yet, for want of such a machine.
"""

from __future__ import annotations

import sys

if sys.platform == "darwin":
    import ctypes
    from ctypes import c_bool, c_int32, c_int64, c_uint32, c_uint64, c_void_p

    from desktop.hotkeys.interface import Hotkey, Listener
    from desktop.hotkeys.seen_keys import KeyWatch
    from desktop.hotkeys.shortcut import Modifier, Shortcut

    _KEY_DOWN, _KEY_UP = 10, 11
    _FLAGS_CHANGED = 12
    _TAP_DISABLED = (0xFFFFFFFE, 0xFFFFFFFF)  # by a time-out, by the user
    _KEYCODE_FIELD, _SOURCE_PID_FIELD = 9, 41
    _FLAGS = {Modifier.SHIFT: 1 << 17, Modifier.CTRL: 1 << 18, Modifier.ALT: 1 << 19, Modifier.META: 1 << 20}
    _MODIFIER_KEYS = {62: Modifier.CTRL, 61: Modifier.ALT, 60: Modifier.SHIFT, 54: Modifier.META}
    # Virtual key codes name places on an ANSI keyboard (Carbon's Events.h); letters are those of that layout.
    _KEYS = {
        "Space": 49, "Tab": 48, "Backspace": 51, "Return": 36, "Enter": 76, "Esc": 53, "Ins": 114, "Del": 117,
        "Home": 115, "End": 119, "PgUp": 116, "PgDown": 121, "Left": 123, "Right": 124, "Up": 126, "Down": 125,
        "Right Ctrl": 62, "Right Alt": 61, "Right Shift": 60, "Right Meta": 54,
        "F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100, "F9": 101, "F10": 109,
        "F11": 103, "F12": 111, "F13": 105, "F14": 107, "F15": 113, "F16": 106, "F17": 64, "F18": 79, "F19": 80,
        "F20": 90,
        "A": 0, "S": 1, "D": 2, "F": 3, "H": 4, "G": 5, "Z": 6, "X": 7, "C": 8, "V": 9, "B": 11, "Q": 12, "W": 13,
        "E": 14, "R": 15, "Y": 16, "T": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "=": 24, "9": 25,
        "7": 26, "-": 27, "8": 28, "0": 29, "]": 30, "O": 31, "U": 32, "[": 33, "I": 34, "P": 35, "L": 37, "J": 38,
        "'": 39, "K": 40, ";": 41, "\\": 42, ",": 43, "/": 44, "N": 45, "M": 46, ".": 47, "`": 50,
    }  # fmt: skip
    _CALLBACK = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_uint32, c_void_p, c_void_p)
    _REFUSED = (
        "macOS lets Attune have no global keys. Allow it under System Settings, Privacy & Security, Input Monitoring "
        "and Accessibility, then start it again."
    )

    class MacHotkeys(KeyWatch):
        """An event tap on a thread with a run loop."""

        def __init__(self, bindings: dict[Hotkey, Shortcut], listener: Listener) -> None:
            super().__init__(listener, lambda shortcut: _KEYS.get(shortcut.key))
            self._quartz, self._foundation = _load()
            self._callback = _CALLBACK(self._on_event)  # kept: Quartz holds only its address
            self._tap: int | None = None
            self._loop: int | None = None
            self._start(bindings)

        def _end(self) -> bool:
            if self._loop:
                self._foundation.CFRunLoopStop(self._loop)
            return bool(self._loop)

        def _run(self) -> None:
            mask = 1 << _KEY_DOWN | 1 << _KEY_UP | 1 << _FLAGS_CHANGED
            self._tap = self._quartz.CGEventTapCreate(1, 0, 0, mask, self._callback, None)
            self._loop = self._foundation.CFRunLoopGetCurrent()
            self._ready.set()
            if not self._tap:
                self._fail(_REFUSED)
                return
            source = self._foundation.CFMachPortCreateRunLoopSource(None, self._tap, 0)
            modes = c_void_p.in_dll(self._foundation, "kCFRunLoopCommonModes")
            self._foundation.CFRunLoopAddSource(self._loop, source, modes)
            self._foundation.CFRunLoopRun()
            self._foundation.CFMachPortInvalidate(self._tap)

        def _on_event(self, _proxy: int, kind: int, event: int, _info: int) -> int | None:
            """Returns None for a key that nobody else is to get."""
            if kind in _TAP_DISABLED:
                self._quartz.CGEventTapEnable(self._tap, True)
                return event
            if self._quartz.CGEventGetIntegerValueField(event, _SOURCE_PID_FIELD):
                return event  # typed by a program, perhaps by Attune itself
            key = self._quartz.CGEventGetIntegerValueField(event, _KEYCODE_FIELD)
            flags = self._quartz.CGEventGetFlags(event)
            down = bool(flags & _FLAGS[_MODIFIER_KEYS[key]]) if kind == _FLAGS_CHANGED and key in _MODIFIER_KEYS else (
                kind == _KEY_DOWN
            )  # fmt: skip
            held = frozenset(modifier for modifier, bit in _FLAGS.items() if flags & bit) - {_MODIFIER_KEYS.get(key)}
            return None if self._keys.take(key, held, down=down) else event

    def _load() -> tuple[ctypes.CDLL, ctypes.CDLL]:
        quartz = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
        foundation = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
        quartz.CGEventTapCreate.argtypes = (c_uint32, c_uint32, c_uint32, c_uint64, _CALLBACK, c_void_p)
        quartz.CGEventTapCreate.restype = c_void_p
        quartz.CGEventTapEnable.argtypes = (c_void_p, c_bool)
        quartz.CGEventGetIntegerValueField.argtypes = (c_void_p, c_uint32)
        quartz.CGEventGetIntegerValueField.restype = c_int64
        quartz.CGEventGetFlags.argtypes = (c_void_p,)
        quartz.CGEventGetFlags.restype = c_uint64
        foundation.CFMachPortCreateRunLoopSource.argtypes = (c_void_p, c_void_p, c_int32)
        foundation.CFMachPortCreateRunLoopSource.restype = c_void_p
        foundation.CFRunLoopGetCurrent.restype = c_void_p
        foundation.CFRunLoopAddSource.argtypes = (c_void_p, c_void_p, c_void_p)
        foundation.CFRunLoopStop.argtypes = (c_void_p,)
        foundation.CFMachPortInvalidate.argtypes = (c_void_p,)
        return quartz, foundation
