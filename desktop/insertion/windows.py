"""Insertion on Windows: pasting by Ctrl+V, else typing by SendInput.

Windows does not tell who reads the clipboard unless the text is rendered late by a window's message loop, which this
does not do: what was there is given back after a time, if nobody has changed it meanwhile. Written after Microsoft's
documentation; never run yet, for want of such a machine.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import threading
    import time
    from collections.abc import Callable, Iterator
    from contextlib import contextmanager
    from ctypes import wintypes
    from pathlib import PureWindowsPath

    from desktop.insertion.desk import CannotInsertError, Handover, Method
    from desktop.insertion.fields import NoFields
    from desktop.insertion.pieces import word_pieces
    from desktop.insertion.presses import KeyNames, Presses
    from desktop.insertion.window import Window

    GIVE_BACK_SECONDS = 1.0
    _SHIFT, _CTRL, _ALT, _LEFT_WIN, _RIGHT_WIN = 0x10, 0x11, 0x12, 0x5B, 0x5C
    _BACKSPACE, _TAB, _RETURN, _LEFT, _RIGHT = 0x08, 0x09, 0x0D, 0x25, 0x27
    _KEY_UP, _UNICODE, _EXTENDED = 0x0002, 0x0004, 0x0001
    _UNICODE_TEXT = 13  # CF_UNICODETEXT
    # Formats that are handles of the graphics system, not memory; Windows makes those of pictures from CF_DIB again.
    _NOT_MEMORY = {2, 3, 9, 14, 0x80, 0x82, 0x83, 0x8E}
    _MOVEABLE = 0x0002
    _ES_PASSWORD = 0x20
    _MESSAGE_ONLY = wintypes.HWND(-3)
    _TERMINALS = {"consolewindowclass", "cascadia_hosting_window_class", "mintty", "putty"}
    _REFUSED = "a program that runs as administrator takes no keys from others"

    class _KeyboardInput(ctypes.Structure):
        _fields_ = (
            ("wVk", wintypes.WORD),
            ("wScan", wintypes.WORD),
            ("dwFlags", wintypes.DWORD),
            ("time", wintypes.DWORD),
            ("dwExtraInfo", ctypes.c_size_t),
        )

    class _Union(ctypes.Union):
        # The largest member, MOUSEINPUT, has 32 bytes on 64-bit Windows and 24 on 32-bit.
        _fields_ = (
            ("ki", _KeyboardInput),
            ("size", ctypes.c_byte * (32 if ctypes.sizeof(ctypes.c_void_p) == 8 else 24)),
        )

    class _Input(ctypes.Structure):
        _fields_ = (("type", wintypes.DWORD), ("u", _Union))

    class _GuiThreadInfo(ctypes.Structure):
        _fields_ = (
            ("cbSize", wintypes.DWORD),
            ("flags", wintypes.DWORD),
            ("hwndActive", wintypes.HWND),
            ("hwndFocus", wintypes.HWND),
            ("hwndCapture", wintypes.HWND),
            ("hwndMenuOwner", wintypes.HWND),
            ("hwndMoveSize", wintypes.HWND),
            ("hwndCaret", wintypes.HWND),
            ("rcCaret", wintypes.RECT),
        )

    def _libraries() -> tuple[ctypes.WinDLL, ctypes.WinDLL]:
        user = ctypes.WinDLL("user32", use_last_error=True)
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        user.GetForegroundWindow.restype = wintypes.HWND
        user.CreateWindowExW.argtypes = (
            wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_int, ctypes.c_int,
            ctypes.c_int, ctypes.c_int, wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
        )  # fmt: skip
        user.CreateWindowExW.restype = wintypes.HWND
        user.OpenClipboard.argtypes = (wintypes.HWND,)
        user.GetClipboardData.restype = wintypes.HANDLE
        user.SetClipboardData.argtypes = (wintypes.UINT, wintypes.HANDLE)
        user.SetClipboardData.restype = wintypes.HANDLE
        user.SendInput.argtypes = (wintypes.UINT, ctypes.c_void_p, ctypes.c_int)
        user.SendInput.restype = wintypes.UINT
        kernel.GlobalAlloc.argtypes = (wintypes.UINT, ctypes.c_size_t)
        kernel.GlobalAlloc.restype = wintypes.HGLOBAL
        for name in ("GlobalLock", "GlobalUnlock", "GlobalSize"):
            getattr(kernel, name).argtypes = (wintypes.HGLOBAL,)
        kernel.GlobalLock.restype = ctypes.c_void_p
        kernel.GlobalSize.restype = ctypes.c_size_t
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.QueryFullProcessImageNameW.argtypes = (
            wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD)
        )  # fmt: skip
        return user, kernel

    class WindowsDesk(Presses[int]):
        """The windows of the user's desktop."""

        names = KeyNames(_BACKSPACE, _LEFT, _RIGHT, _SHIFT, (ord("Z"), _CTRL))
        methods: tuple[Method, ...] = (Method.PASTE, Method.TYPE, Method.CLIPBOARD)

        def __init__(self) -> None:
            self._user, self._kernel = _libraries()
            # The clipboard takes data only from a window; this one shows nothing.
            self._owner = self._user.CreateWindowExW(0, "STATIC", None, 0, 0, 0, 0, 0, _MESSAGE_ONLY, None, None, None)
            self._lock = threading.RLock()
            self._returning: threading.Thread | None = None

        def focused(self) -> Window | None:
            """The foreground window; its program is named by its executable."""
            handle = self._user.GetForegroundWindow()
            if not handle:
                return None
            pid = wintypes.DWORD()
            self._user.GetWindowThreadProcessId(handle, ctypes.byref(pid))
            title = ctypes.create_unicode_buffer(512)
            self._user.GetWindowTextW(handle, title, len(title))
            kind = ctypes.create_unicode_buffer(256)
            self._user.GetClassNameW(handle, kind, len(kind))
            terminal = kind.value.lower() in _TERMINALS
            return Window(str(handle), self._program(pid.value), title.value, pid.value, terminal)

        def wait_for_modifiers(self, give_up: Callable[[], bool]) -> bool:
            """Wait until no modifier key is down."""
            while any(
                self._user.GetAsyncKeyState(key) & 0x8000 for key in (_SHIFT, _CTRL, _ALT, _LEFT_WIN, _RIGHT_WIN)
            ):
                if give_up():
                    return False
                time.sleep(0.02)
            return True

        def paste(self, text: str, window: Window | None) -> Handover:
            """Put the text into the clipboard and press Ctrl+V (with Shift in a terminal)."""
            with self._lock:
                self._wait_for_return()
                saved = self._save()
                self._write({_UNICODE_TEXT: _encode(text)} | self._stay_out_of_history())
                held = (_CTRL, _SHIFT) if window is not None and window.terminal else (_CTRL,)
                try:
                    self._press(ord("V"), *held)
                except CannotInsertError:
                    self._write(saved)
                    raise
                mark = self._user.GetClipboardSequenceNumber()
                self._returning = threading.Thread(target=self._return_later, args=(saved, mark), daemon=True)
                self._returning.start()
                return Handover.SENT

        def type(self, text: str, window: Window | None, before_piece: Callable[[int], None]) -> None:
            """Type through SendInput, as characters, whatever the keyboard layout."""
            with self._lock:
                done = 0
                for piece in word_pieces(text):
                    before_piece(done)
                    events = [event for character in piece for event in _character(character)]
                    if not self._send(events):
                        if done == 0:
                            raise CannotInsertError(_REFUSED)
                        before_piece(done)
                    done += len(piece)

        def copy(self, text: str) -> None:
            """Put `text` into the clipboard."""
            with self._lock:
                self._wait_for_return()
                self._write({_UNICODE_TEXT: _encode(text)})

        def forget_selected(self) -> None:
            """There is nothing to forget."""

        def selected(self) -> str | None:
            """Windows does not tell."""
            return None

        def close(self) -> None:
            """Give the clipboard back."""
            self._wait_for_return()

        def _program(self, pid: int) -> str:
            process = self._kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
            if not process:
                return ""
            name = ctypes.create_unicode_buffer(1024)
            size = wintypes.DWORD(len(name))
            self._kernel.QueryFullProcessImageNameW(process, 0, name, ctypes.byref(size))
            self._kernel.CloseHandle(process)
            return PureWindowsPath(name.value).stem

        def _press(self, key: int, *held: int, times: int = 1) -> None:
            events = [_key(modifier) for modifier in held] + times * [_key(key), _key(key, up=True)]
            events += [_key(modifier, up=True) for modifier in reversed(held)]
            if not self._send(events):
                raise CannotInsertError(_REFUSED)

        def _send(self, events: list[_Input]) -> bool:
            """Whether Windows took all of them; it drops those for programs of higher rank."""
            array = (_Input * len(events))(*events)
            return int(self._user.SendInput(len(events), array, ctypes.sizeof(_Input))) == len(events)

        # ---- The clipboard -------------------------------------------------------------------------------------

        def _return_later(self, saved: dict[int, bytes], mark: int) -> None:
            time.sleep(GIVE_BACK_SECONDS)
            if self._user.GetClipboardSequenceNumber() == mark:
                self._write(saved)

        def _wait_for_return(self) -> None:
            if self._returning is not None:
                self._returning.join()
                self._returning = None

        @contextmanager
        def _open(self) -> Iterator[None]:
            """Only one program can have the clipboard open: try for a while."""
            for _ in range(50):
                if self._user.OpenClipboard(self._owner):
                    break
                time.sleep(0.01)
            else:
                raise CannotInsertError("another program keeps the clipboard open")
            try:
                yield
            finally:
                self._user.CloseClipboard()

        def _save(self) -> dict[int, bytes]:
            saved: dict[int, bytes] = {}
            with self._open():
                kind = 0
                while kind := self._user.EnumClipboardFormats(kind):
                    handle = None if kind in _NOT_MEMORY else self._user.GetClipboardData(kind)
                    address = self._kernel.GlobalLock(handle) if handle else None
                    if address:
                        saved[kind] = ctypes.string_at(address, self._kernel.GlobalSize(handle))
                        self._kernel.GlobalUnlock(handle)
                if not saved and self._user.CountClipboardFormats():
                    raise CannotInsertError("what is in the clipboard could not be saved")
            return saved

        def _write(self, contents: dict[int, bytes]) -> None:
            with self._open():
                self._user.EmptyClipboard()
                for kind, data in contents.items():
                    handle = self._kernel.GlobalAlloc(_MOVEABLE, max(1, len(data)))
                    address = self._kernel.GlobalLock(handle)
                    ctypes.memmove(address, data, len(data))
                    self._kernel.GlobalUnlock(handle)
                    self._user.SetClipboardData(kind, handle)  # it is Windows' from now on

        def _stay_out_of_history(self) -> dict[int, bytes]:
            names = {
                "ExcludeClipboardContentFromMonitorProcessing": b"\0",
                "CanIncludeInClipboardHistory": b"\0\0\0\0",
                "CanUploadToCloudClipboard": b"\0\0\0\0",
            }
            return {int(self._user.RegisterClipboardFormatW(name)): data for name, data in names.items()}

    class WindowsFields(NoFields):
        """Knows the password fields of Windows' own controls; those of browsers only UI Automation would tell."""

        def __init__(self) -> None:
            self._user, _ = _libraries()

        def is_secret(self, window: Window | None) -> bool | None:
            """Whether the focused control is an edit field that hides what is typed."""
            info = _GuiThreadInfo(cbSize=ctypes.sizeof(_GuiThreadInfo))
            if not self._user.GetGUIThreadInfo(0, ctypes.byref(info)) or not info.hwndFocus:
                return None
            kind = ctypes.create_unicode_buffer(256)
            self._user.GetClassNameW(info.hwndFocus, kind, len(kind))
            if "edit" not in kind.value.lower():
                return None
            return bool(self._user.GetWindowLongW(info.hwndFocus, -16) & _ES_PASSWORD)

    def _encode(text: str) -> bytes:
        return text.replace("\n", "\r\n").encode("utf-16-le") + b"\0\0"

    def _key(code: int, up: bool = False) -> _Input:
        flags = (_KEY_UP if up else 0) | (_EXTENDED if code in (_LEFT, _RIGHT) else 0)
        return _Input(1, _Union(ki=_KeyboardInput(wVk=code, dwFlags=flags)))

    def _character(character: str) -> list[_Input]:
        """A press and a release; Enter and Tab are keys, all else UTF-16 units."""
        key = {"\n": _RETURN, "\t": _TAB}.get(character)
        if key is not None:
            return [_key(key), _key(key, up=True)]
        encoded = character.encode("utf-16-le")
        units = [int.from_bytes(encoded[index : index + 2], "little") for index in range(0, len(encoded), 2)]
        return [
            _Input(1, _Union(ki=_KeyboardInput(wScan=unit, dwFlags=_UNICODE | flag)))
            for unit in units
            for flag in (0, _KEY_UP)
        ]
