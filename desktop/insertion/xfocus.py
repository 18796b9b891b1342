"""Which window has the keyboard on X11, and which program is behind it."""

from __future__ import annotations

from typing import Any

from Xlib import X
from Xlib import error as xerror
from Xlib.display import Display
from Xlib.ext.res import LocalClientPIDMask

from desktop.insertion.terminals import TERMINALS
from desktop.insertion.window import Window


class XFocus:
    """Looks at windows over a connection that belongs to one thread at a time."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._root = display.screen().root
        self._mask = ~display.display.info.resource_id_mask

    def focused(self) -> Window | None:
        """The program's window that has the keyboard; None if none has, or it vanished while being looked at."""
        try:
            window = self._client_window()
            return None if window is None else self._describe(window)
        except (xerror.BadWindow, xerror.BadDrawable):
            return None

    def same_program(self, requestor: int, window: Window) -> bool:
        """Whether a window belongs to the program that shows `window`: the same connection, or the same process."""
        if requestor & self._mask == int(window.id) & self._mask:
            return True
        # Some programs paste over a connection of their own (LibreOffice).
        return window.pid is not None and self.process_of(requestor) == window.pid

    def process_of(self, window: int) -> int | None:
        """The id of the local process to which a window belongs, by the server's own knowledge (X-Resource 1.2)."""
        try:
            reply = self._display.res_query_client_ids([{"client": window, "mask": LocalClientPIDMask}])
        except (xerror.XError, AttributeError):
            return None
        return next((int(entry.value[0]) for entry in reply.ids if entry.value), None)

    def answers_pings(self, window: int) -> bool:
        """Whether a window has promised to answer _NET_WM_PING; one that is gone answers nothing."""
        try:
            protocols = self._property(self._window(window), "WM_PROTOCOLS")
        except xerror.BadWindow:
            return False
        return protocols is not None and self._atom("_NET_WM_PING") in protocols

    def _client_window(self) -> Any:
        focus = self._display.get_input_focus().focus
        if isinstance(focus, int) or focus.id == self._root.id:  # None or PointerRoot: ask the window manager
            active = self._property(self._root, "_NET_ACTIVE_WINDOW")
            return self._window(active[0]) if active and active[0] else None
        window = focus
        while window is not None and window.id != self._root.id:
            if self._property(window, "WM_STATE") is not None:
                return window
            window = window.query_tree().parent
        return focus

    def _describe(self, window: Any) -> Window:
        classes = window.get_wm_class()
        app = classes[1] if classes else ""
        title = self._property(window, "_NET_WM_NAME")
        pid = self.process_of(window.id)
        return Window(
            id=str(window.id),
            app=app,
            title=bytes(title).decode("utf-8", "replace") if title is not None else window.get_wm_name() or "",
            pid=pid,
            terminal=app.lower() in TERMINALS,
        )

    def _window(self, identifier: int) -> Any:
        return self._display.create_resource_object("window", identifier)

    def _property(self, window: Any, name: str) -> Any:
        found = window.get_full_property(self._atom(name), X.AnyPropertyType)
        return None if found is None else found.value

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))
