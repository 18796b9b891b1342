"""Putting dictated text into other programs, with a truthful result.

How the application uses it:

    target = create_target(profiles.insertion, wait_while=lambda: gesture.held, on_correct=bridge.correct.emit)
    window = target.begin()     # when recording starts, before any window of Attune's own is shown; then a session
                                # is given `target` as its engine.session.target.Target
    ...
    target.close()              # at the end of the application: the clipboard is given back

What can come of it:
- `target.last`, an Insertion, tells how the latest text went in and whether the program is known to have taken it.
- NotInsertedError (session Trouble): `error.text` is missing, `error.in_clipboard` says whether it can be pasted.
  `target.kept` is all that is missing since `begin`: what the overlay offers by "not inserted, click to copy", with
  `target.copy(target.kept)`.
- SecretFieldError (from `begin` too): the keyboard is in a password field. Nothing is inserted, shown or kept.
- `target.replace(old, new)`, for corrections: NotReplacedError says why it was not safe; the new text is in the
  clipboard then.

Every call may take a while (the other program is waited for, and the user's hands): never call from Qt's main thread.

On X11: pasting with read receipts, else typing by XTEST. On Wayland: what is found of wtype, the RemoteDesktop portal
and wl-clipboard. Windows: pasting, else typing; macOS: typing;
both are written and not run yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.insertion.desk import Desk, Method
from desktop.insertion.fields import Fields, NoFields
from desktop.insertion.options import InsertOptions
from desktop.insertion.results import Insertion, NotInsertedError, NotReplacedError
from desktop.insertion.target import DesktopTarget
from desktop.insertion.window import Window

__all__ = [
    "DesktopTarget",
    "InsertOptions",
    "Insertion",
    "Method",
    "NotInsertedError",
    "NotReplacedError",
    "Window",
    "create_target",
]


def create_target(
    options_for: Callable[[str], InsertOptions] = lambda app: InsertOptions(),
    wait_while: Callable[[], bool] = lambda: False,
    on_correct: Callable[[], None] | None = None,
    announce: bool = True,
    token_file: Path | None = None,
) -> DesktopTarget:
    """The target for this platform.

    `announce`: tell programs that an assistive technology runs, so that Qt's say where their password fields are.
    `token_file`: where a Wayland desktop's permission to press keys is remembered, in a folder that is there; without
    it the desktop asks again at each start.

    Raises:
        DeviceError: there is no desktop to talk to.
    """
    return DesktopTarget(_create_desk(token_file), _create_fields(announce), options_for, wait_while, on_correct)


def _create_desk(token_file: Path | None) -> Desk:
    if sys.platform == "win32":
        from desktop.insertion.windows import WindowsDesk

        return WindowsDesk()
    if sys.platform == "darwin":
        from desktop.insertion.macos import MacDesk

        return MacDesk()
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("XDG_SESSION_TYPE") != "x11":
        from desktop.insertion.wayland import WaylandDesk

        return WaylandDesk(token_file)
    from desktop.insertion.x11 import X11Desk

    return X11Desk()


def _create_fields(announce: bool) -> Fields:
    if sys.platform == "win32":
        from desktop.insertion.windows import WindowsFields

        return WindowsFields()
    if sys.platform == "darwin":
        from desktop.insertion.macos import MacFields

        return MacFields()
    from desktop.insertion.accessibility import Accessibility
    from desktop.linux.bus import BusError

    try:
        return Accessibility(announce)
    except BusError:
        return NoFields()
