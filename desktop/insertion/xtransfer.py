"""Contents of an X11 selection, and how they travel through window properties: at once, or in pieces (INCR).

The protocol is the ICCCM, section 2.7.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from Xlib import X
from Xlib.xobject.drawable import Window

# Below the smallest limit of a request that servers have, 256 KiB, with room for its head.
PROPERTY_BYTES = 200_000


@dataclass(frozen=True)
class Data:
    """What one format holds: `type` is an atom; bytes when `width` is 8, integers when it is 16 or 32."""

    type: int
    width: int
    items: bytes | tuple[int, ...]

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.items) * self.width // 8


Formats = dict[int, Data]
"""By target atom."""


def read_property(window: Window, name: int) -> Data | None:
    """Take a property off a window; None if it is not there."""
    found = window.get_full_property(name, X.AnyPropertyType)
    window.delete_property(name)
    if found is None:
        return None
    items = bytes(found.value) if found.format == 8 else tuple(int(item) for item in found.value)
    return Data(int(found.property_type), int(found.format), items)


def write_property(window: Window, name: int, data: Data) -> None:
    """Set a property of a window; `data` is to be small enough for one request."""
    window.change_property(name, data.type, data.width, data.items if data.width == 8 else list(data.items))


class Outgoing:
    """A content on its way to another program, piece by piece: each is sent when the one before has been taken."""

    def __init__(self, window: Window, name: int, data: Data, incr: int) -> None:
        self._window = window
        self._name = name
        self._data = data
        self._sent = 0
        self.done = False
        self.moved_at = time.monotonic()
        window.change_attributes(event_mask=X.PropertyChangeMask)
        window.change_property(name, incr, 32, [data.size])

    def go_on(self) -> None:
        """The other program has taken what was there: send the next piece, an empty one at the end."""
        self.moved_at = time.monotonic()
        count = PROPERTY_BYTES * 8 // self._data.width
        piece: Any = self._data.items[self._sent : self._sent + count]
        write_property(self._window, self._name, Data(self._data.type, self._data.width, piece))
        self._sent += len(piece)
        if not piece:
            self.done = True
            self._window.change_attributes(event_mask=0)
