"""Global keys: one to dictate, one to correct the last utterance, and one that cancels while recording.

How the application uses it:

    class Bridge(QObject):
        pressed = Signal(Hotkey); released = Signal(Hotkey); failed = Signal(Hotkey, str)

    listener = Listener(bridge.pressed.emit, bridge.released.emit, bridge.failed.emit)
    hotkeys = create_hotkeys({Hotkey.DICTATE: Shortcut.parse("Ctrl+Space")}, listener)
    gesture = Gesture(Mode.HYBRID)

Events come on the hotkeys' own thread; a Qt signal carries them to the window's. On `pressed(DICTATE)` and
`released(DICTATE)` ask `gesture.press()` and `gesture.release()`: they answer Command.START, Command.STOP or None.
When recording begins call `hotkeys.set_cancel(True)`, when it ends `set_cancel(False)`; when it was ended by something
other than the key, also `gesture.ended()`. While `gesture.held`, insertion must wait (see desktop.insertion).

`failed(hotkey, reason)` says, in words for the user, that a key does not work: another program has it, or this desktop
lets no program have global keys. The application goes on without it and shows the reason; `COMPOSITOR_ADVICE` says
what to do instead on Wayland.
"""

from __future__ import annotations

import os
import sys

from desktop.hotkeys.gesture import Command, Gesture, Mode
from desktop.hotkeys.interface import Hotkey, Hotkeys, Listener
from desktop.hotkeys.shortcut import Modifier, Shortcut

__all__ = [
    "COMPOSITOR_ADVICE",
    "Command",
    "Gesture",
    "Hotkey",
    "Hotkeys",
    "Listener",
    "Mode",
    "Modifier",
    "Shortcut",
    "create_hotkeys",
]

COMPOSITOR_ADVICE = (
    "This desktop lets no program have a global key. Bind a key to 'attune toggle' in its settings; for push-to-talk "
    "bind its press to 'attune start' and its release to 'attune stop'."
)


def create_hotkeys(bindings: dict[Hotkey, Shortcut], listener: Listener) -> Hotkeys:
    """The hotkeys of this platform, at work. A key that does not work is told by `listener.failed`.

    `bindings`: DICTATE, CORRECT, and CANCEL if it is not to be Esc.

    Raises:
        DeviceError: there is no desktop to talk to.
    """
    if sys.platform == "win32":
        from desktop.hotkeys.windows import WindowsHotkeys

        return WindowsHotkeys(bindings, listener)
    if sys.platform == "darwin":
        from desktop.hotkeys.macos import MacHotkeys

        return MacHotkeys(bindings, listener)
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("XDG_SESSION_TYPE") != "x11":
        from desktop.hotkeys.portal import PortalHotkeys

        return PortalHotkeys(bindings, listener)
    from desktop.hotkeys.x11 import X11Hotkeys

    return X11Hotkeys(bindings, listener)
