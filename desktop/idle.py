"""How long nobody has touched keyboard or mouse."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress


def idle_seconds() -> float | None:
    """Seconds since the last key or movement; None where the system does not tell."""
    with suppress(Exception):  # whatever the system's own interfaces raise: then it is not known
        if sys.platform == "win32":
            return _on_windows()
        if sys.platform == "darwin":
            return _on_macos()
        if os.environ.get("WAYLAND_DISPLAY"):
            return _on_wayland()
        if os.environ.get("DISPLAY"):
            return _on_x11()
    return None


def _on_x11() -> float | None:
    """By the screen saver extension."""
    from Xlib.display import Display

    display = Display()
    try:
        if not display.has_extension("MIT-SCREEN-SAVER"):
            return None
        return float(display.screen().root.screensaver_query_info().idle) / 1000
    finally:
        display.close()


def _on_wayland() -> float | None:
    """By GNOME's monitor; other compositors tell only those whom they wake."""
    from jeepney import DBusAddress

    from desktop.linux.bus import Bus

    bus = Bus()
    try:
        monitor = DBusAddress(
            "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor", "org.gnome.Mutter.IdleMonitor"
        )
        return float(bus.call(monitor, "GetIdletime", seconds=1.0)[0]) / 1000
    finally:
        bus.close()


def _on_windows() -> float | None:
    class LastInput(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("time", ctypes.c_uint))

    last = LastInput(ctypes.sizeof(LastInput), 0)
    windows = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    if not windows.user32.GetLastInputInfo(ctypes.byref(last)):
        return None
    return float((windows.kernel32.GetTickCount() - last.time) & 0xFFFFFFFF) / 1000


def _on_macos() -> float | None:
    services = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    ask = services.CGEventSourceSecondsSinceLastEventType
    ask.restype, ask.argtypes = ctypes.c_double, (ctypes.c_int, ctypes.c_uint32)
    return float(ask(1, 0xFFFFFFFF))  # the hardware's state, events of any type
