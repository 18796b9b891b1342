"""Global keys on Windows: a low-level keyboard hook, which sees releases too and can keep a key from other programs.

RegisterHotKey would tell presses only, which is not enough for push-to-talk. Written after Microsoft's documentation of
SetWindowsHookEx and LowLevelKeyboardProc; never run yet, for want of such a machine.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from desktop.hotkeys.interface import Hotkey, Listener
    from desktop.hotkeys.seen_keys import KeyWatch
    from desktop.hotkeys.shortcut import Modifier, Shortcut

    _WH_KEYBOARD_LL = 13
    _DOWN = (0x0100, 0x0104)  # WM_KEYDOWN, WM_SYSKEYDOWN
    _WM_QUIT = 0x0012
    _INJECTED = 0x10  # LLKHF_INJECTED: typed by a program, perhaps by Attune itself
    _MODIFIER_KEYS = {
        Modifier.CTRL: (0xA2, 0xA3, 0x11),
        Modifier.ALT: (0xA4, 0xA5, 0x12),
        Modifier.SHIFT: (0xA0, 0xA1, 0x10),
        Modifier.META: (0x5B, 0x5C),
    }
    _KEYS = {
        "Space": 0x20, "Tab": 0x09, "Backspace": 0x08, "Return": 0x0D, "Enter": 0x0D, "Esc": 0x1B, "Ins": 0x2D,
        "Del": 0x2E, "Home": 0x24, "End": 0x23, "PgUp": 0x21, "PgDown": 0x22, "Left": 0x25, "Right": 0x27, "Up": 0x26,
        "Down": 0x28, "Pause": 0x13, "ScrollLock": 0x91, "Print": 0x2C, "Menu": 0x5D, "CapsLock": 0x14,
        "NumLock": 0x90, "Right Ctrl": 0xA3, "Right Alt": 0xA5, "Right Shift": 0xA1, "Right Meta": 0x5C,
    }  # fmt: skip
    _HOOK = ctypes.WINFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, wintypes.WPARAM, wintypes.LPARAM)

    class _KeyboardInput(ctypes.Structure):
        """KBDLLHOOKSTRUCT."""

        _fields_ = (
            ("vkCode", wintypes.DWORD),
            ("scanCode", wintypes.DWORD),
            ("flags", wintypes.DWORD),
            ("time", wintypes.DWORD),
            ("dwExtraInfo", ctypes.c_size_t),
        )

    class WindowsHotkeys(KeyWatch):
        """A keyboard hook on a thread with a message loop. Windows drops a hook that is slow: it only looks and tells.

        A key that is another program's hotkey is not seen to be so: hooks come before hotkeys, and Attune wins.
        """

        def __init__(self, bindings: dict[Hotkey, Shortcut], listener: Listener) -> None:
            super().__init__(listener, self._code_of)
            self._user32 = ctypes.WinDLL("user32", use_last_error=True)
            self._user32.CallNextHookEx.argtypes = (
                wintypes.HHOOK, ctypes.c_int, wintypes.WPARAM, wintypes.LPARAM
            )  # fmt: skip
            self._user32.CallNextHookEx.restype = ctypes.c_ssize_t
            self._user32.SetWindowsHookExW.argtypes = (ctypes.c_int, _HOOK, wintypes.HINSTANCE, wintypes.DWORD)
            self._user32.SetWindowsHookExW.restype = wintypes.HHOOK
            self._user32.UnhookWindowsHookEx.argtypes = (wintypes.HHOOK,)
            self._hook = _HOOK(self._on_key)  # kept: Windows holds only its address
            self._thread_id = 0
            self._start(bindings)

        def _end(self) -> bool:
            self._user32.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)
            return True

        def _run(self) -> None:
            self._thread_id = ctypes.WinDLL("kernel32").GetCurrentThreadId()
            handle = self._user32.SetWindowsHookExW(_WH_KEYBOARD_LL, self._hook, None, 0)
            self._ready.set()
            if not handle:
                self._fail("Windows allows Attune no global keys.")
                return
            message = wintypes.MSG()
            while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                pass
            self._user32.UnhookWindowsHookEx(handle)

        def _on_key(self, code: int, kind: int, address: int) -> int:
            """Returns 1 for a key that nobody else is to get."""
            if code == 0:
                key = ctypes.cast(address, ctypes.POINTER(_KeyboardInput)).contents
                seen = int(key.vkCode)
                if not key.flags & _INJECTED and self._keys.take(seen, self._held(seen), down=kind in _DOWN):
                    return 1
            return int(self._user32.CallNextHookEx(None, code, kind, address))

        def _held(self, but: int) -> frozenset[Modifier]:
            return frozenset(
                modifier
                for modifier, keys in _MODIFIER_KEYS.items()
                if but not in keys and any(self._user32.GetAsyncKeyState(key) & 0x8000 for key in keys)
            )

        def _code_of(self, shortcut: Shortcut) -> int | None:
            if shortcut.key in _KEYS:
                return _KEYS[shortcut.key]
            if len(shortcut.key) == 1:
                code = self._user32.VkKeyScanW(ctypes.c_wchar(shortcut.key.lower())) & 0xFF
                return None if code == 0xFF else code
            number = int(shortcut.key[1:])
            return 0x6F + number if number <= 24 else None
