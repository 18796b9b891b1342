"""Whether windows of this X screen can be translucent."""

from __future__ import annotations

from Xlib.display import Display
from Xlib.error import DisplayError


def is_composited() -> bool:
    """Whether a compositing manager runs, as EWMH lets it say: by owning _NET_WM_CM_Sn. False without an X server."""
    try:
        display = Display()
    except (DisplayError, OSError):
        return False
    try:
        owner = display.get_selection_owner(display.intern_atom(f"_NET_WM_CM_S{display.get_default_screen()}"))
        return bool(owner)
    finally:
        display.close()
