"""A desktop portal of the test's own, on the session bus: it grants everything, and remembers what it was asked.

Stands for xdg-desktop-portal's GlobalShortcuts and RemoteDesktop, which no compositor that runs without a screen has.
"""

from __future__ import annotations

import threading
import time
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"


class FakePortal:
    """Answers on a thread. `calls` holds (method, body) in order; `refuse` makes every request be declined."""

    def __init__(self, interfaces: tuple[str, ...] = ("GlobalShortcuts", "RemoteDesktop")) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.refuse = False
        self.granted_devices = 3
        self._interfaces = {f"org.freedesktop.portal.{name}" for name in interfaces}
        self._connection: DBusConnection = open_dbus_connection()
        self._connection.send(message_bus.RequestName(NAME), serial=next(self._connection.outgoing_serial))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def bodies(self, method: str) -> list[tuple[Any, ...]]:
        """The arguments of each call of `method`."""
        return [body for name, body in self.calls if name == method]

    def signal(self, member: str, session: str, shortcut: str) -> None:
        """Activated or Deactivated, as when the user presses or releases the key."""
        address = DBusAddress(PATH, NAME, "org.freedesktop.portal.GlobalShortcuts")
        stamp = int(time.monotonic() * 1000)
        self._send(new_signal(address, member, "osta{sv}", (session, shortcut, stamp, {})))

    def _send(self, message: Message) -> None:
        self._connection.send(message, serial=next(self._connection.outgoing_serial))

    def _serve(self) -> None:
        try:
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
        except ReceiveStopped:
            pass

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        method, interface = fields[HeaderFields.member], fields.get(HeaderFields.interface, "")
        if interface == "org.freedesktop.DBus.Properties":
            known = message.body[0] in self._interfaces
            self._send(
                new_method_return(message, "v", (("u", 2),)) if known else new_error(message, "org.freedesktop.No")
            )
            return
        if interface not in self._interfaces | {"org.freedesktop.portal.Session"}:
            self._send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        self.calls.append((method, message.body))
        options = message.body[-1] if message.body and isinstance(message.body[-1], dict) else {}
        if "handle_token" not in options:
            self._send(new_method_return(message))
            return
        sender = fields[HeaderFields.sender][1:].replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
        self._send(new_method_return(message, "o", (path,)))
        results = {} if self.refuse else self._results(method, sender, message.body, options)
        request = DBusAddress(path, NAME, "org.freedesktop.portal.Request")
        self._send(new_signal(request, "Response", "ua{sv}", (1 if self.refuse else 0, results)))

    def _results(self, method: str, sender: str, body: tuple[Any, ...], options: dict[str, Any]) -> dict[str, Any]:
        if method == "CreateSession":
            return {"session_handle": ("s", f"{PATH}/session/{sender}/{options['session_handle_token'][1]}")}
        if method == "BindShortcuts":
            return {"shortcuts": ("a(sa{sv})", [(name, {}) for name, _ in body[1]])}
        if method == "Start":
            return {"devices": ("u", self.granted_devices), "restore_token": ("s", "token-1")}
        return {}
