"""Requests to the desktop portal (xdg-desktop-portal), which stands between programs and a Wayland compositor.

A request answers at once with the path of an object, and later, when the user has decided, by that object's signal
Response (0 granted, 1 cancelled, 2 failed).
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from jeepney import DBusAddress, MatchRule, Message

from desktop.linux.bus import Bus, BusError

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
APPLICATION_ID = "attune"  # the name of the desktop entry, without ".desktop"
DIALOG_SECONDS = 120.0  # the user may be reading

Options = dict[str, tuple[str, Any]]


def interface(name: str) -> DBusAddress:
    """The portal's object under one of its interfaces."""
    return DBusAddress(PATH, NAME, f"org.freedesktop.portal.{name}")


def introduce(bus: Bus) -> None:
    """Tell the portal which application this is, so that permissions are kept under its name.

    Portals before 1.19 have no such interface and work without.
    """
    registry = DBusAddress(PATH, NAME, "org.freedesktop.host.portal.Registry")
    with suppress(BusError):
        bus.call(registry, "Register", "sa{sv}", (APPLICATION_ID, {}))


def version(bus: Bus, name: str) -> int:
    """The version of one of the portal's interfaces; 0 where it has none of that name."""
    try:
        return int(bus.get(interface(name), "version"))
    except BusError:
        return 0


def request(
    bus: Bus, address: DBusAddress, method: str, signature: str, arguments: tuple[Any, ...], options: Options
) -> dict[str, Any]:
    """Make a request, wait for the user's decision, and return the results by name.

    `signature` and `arguments` are the method's without its last, the options.

    Raises:
        BusError: there is no portal, the user said no, or nobody answered.
    """
    token = new_token()
    path = f"{PATH}/request/{bus.name[1:].replace('.', '_')}/{token}"
    answers: SimpleQueue[Message] = SimpleQueue()
    rule = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=path)
    stop = bus.listen(rule, answers.put)
    try:
        bus.call(address, method, signature + "a{sv}", (*arguments, options | {"handle_token": ("s", token)}))
        code, results = answers.get(timeout=DIALOG_SECONDS).body
    except Empty:
        with suppress(BusError):
            bus.call(DBusAddress(path, NAME, "org.freedesktop.portal.Request"), "Close")
        raise BusError("The desktop's question was not answered.", "Try again, and allow it when asked.") from None
    finally:
        stop()
    if code != 0:
        raise BusError("The desktop did not allow it.", "Try again, and allow it when asked.")
    return {name: value for name, (_, value) in results.items()}


def new_token() -> str:
    """A name for a request or session that nobody can guess."""
    return f"attune_{secrets.token_hex(8)}"


def create_session(bus: Bus, address: DBusAddress) -> str:
    """Open a session of one of the portal's interfaces, and return its object path.

    Raises:
        BusError: it was refused.
    """
    results = request(bus, address, "CreateSession", "", (), {"session_handle_token": ("s", new_token())})
    return str(results["session_handle"])


def close_session(bus: Bus, session: str) -> None:
    """End a session; does nothing if it has ended already."""
    with suppress(BusError):
        bus.call(DBusAddress(session, NAME, "org.freedesktop.portal.Session"), "Close")
