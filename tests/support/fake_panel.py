"""A panel of the test's own, on the session bus: it takes in tray icons, looks at them, and clicks as a user does.

Stands for the panels of KDE, GNOME with its extension and others, none of which runs without a whole desktop. They
speak the protocols StatusNotifierItem and com.canonical.dbusmenu.
"""

from __future__ import annotations

import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection as open_blocking
from jeepney.io.threading import ReceiveStopped, open_dbus_connection

NAME = "org.kde.StatusNotifierWatcher"
PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


class FakePanel:
    """Answers on a thread. `items` are the bus names of the icons that came."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self._calls = open_blocking()
        self._watcher = open_dbus_connection()
        self._watcher.send(message_bus.RequestName(NAME), serial=next(self._watcher.outgoing_serial))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._watcher.interrupt()
        self._thread.join()
        self._watcher.close()
        self._calls.close()

    def look(self, name: str) -> Any:
        """A property of the icon that came last, such as ToolTip."""
        return self._call(Properties(self._item()).get(name))[0][1]

    def activate(self) -> None:
        """A click."""
        self._call(new_method_call(self._item(), "Activate", "ii", (0, 0)))

    def menu(self) -> dict[str, dict[str, Any]]:
        """The entries by their text, each with its id, whether it is enabled, and whether it is ticked."""
        entries = self._call(new_method_call(self._menu(), "GetLayout", "iias", (0, -1, [])))[1][2]
        found = {}
        for _, (number, properties, _) in entries:
            said = {name: value for name, (_, value) in properties.items()}
            if label := said.get("label", ""):
                found[label.replace("_", "")] = {
                    "id": number, "enabled": said.get("enabled", True), "ticked": said.get("toggle-state", 0) == 1
                }  # fmt: skip
        return found

    def choose(self, text: str) -> None:
        """Click an entry of the menu."""
        self._call(new_method_call(self._menu(), "AboutToShow", "i", (0,)))
        event = (self.menu()[text]["id"], "clicked", ("i", 0), 0)
        self._call(new_method_call(self._menu(), "Event", "isvu", event))

    def _item(self) -> DBusAddress:
        return DBusAddress("/StatusNotifierItem", self.items[-1], "org.kde.StatusNotifierItem")

    def _menu(self) -> DBusAddress:
        return DBusAddress(self.look("Menu"), self.items[-1], "com.canonical.dbusmenu")

    def _call(self, message: Message) -> Any:
        reply = self._calls.send_and_get_reply(message, timeout=30)
        if reply.header.message_type is MessageType.error:
            raise RuntimeError(str(reply.body))
        return reply.body

    def _serve(self) -> None:
        try:
            while True:
                message = self._watcher.receive()
                if message.header.message_type is MessageType.method_call:
                    answer = self._answer(message)
                    self._watcher.send(answer, serial=next(self._watcher.outgoing_serial))
        except ReceiveStopped:
            pass

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        match fields[HeaderFields.member]:
            case "RegisterStatusNotifierItem":
                said = message.body[0]
                self.items.append(said if not said.startswith("/") else fields[HeaderFields.sender])
                return new_method_return(message)
            case "RegisterStatusNotifierHost":
                return new_method_return(message)
            case "Get":
                return new_method_return(message, "v", (PROPERTIES[message.body[1]],))
            case "GetAll":
                return new_method_return(message, "a{sv}", (PROPERTIES,))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
