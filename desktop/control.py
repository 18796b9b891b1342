"""The application's side of `engine.control`: one line of JSON in, one out, for programs of the same user."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.control import LONGEST_LINE, address, is_same_user
from engine.errors import AttuneError, StorageError
from engine.json_text import parse_json
from engine.paths import Home, make_private_folder

Command = Callable[[Mapping[str, Any]], Mapping[str, Any] | None]
# Begins something that lasts until the asker is gone: gets what answers the asker, returns what ends it.
Lasting = Callable[[Callable[[Mapping[str, Any]], None]], Callable[[], None]]
UNKNOWN = {"error": "The running Attune does not know this command.", "remedy": "Start it anew."}


class ControlServer(QObject):
    """Carries out `commands`, by name, for whoever asks at the home's address.

    A command gets the request's fields and returns those of the answer; an AttuneError becomes its error. A lasting
    one is answered when it has begun, from any thread, and ended when the asker closes the connection.
    """

    _answered = Signal(object, object)

    def __init__(
        self,
        home: Home,
        commands: Mapping[str, Command],
        lasting: Mapping[str, Lasting] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Listen.

        Raises:
            StorageError: the socket cannot be made.
        """
        super().__init__(parent)
        self._commands = dict(commands)
        self._lasting = dict(lasting or {})
        self._answered.connect(self._send)
        make_private_folder(home.runtime)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        name = address(home)
        QLocalServer.removeServer(name)  # of an application that was killed: only the holder of the home comes here
        if not self._server.listen(name):
            raise StorageError(
                f"Attune cannot listen for its commands: {self._server.errorString()}.",
                f"Check the folder {home.runtime}.",
            )

    def close(self) -> None:
        """Stop listening; the socket goes away."""
        self._server.close()

    def _take(self) -> None:
        while self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            if not is_same_user(connection.socketDescriptor()):
                connection.abort()
                continue
            connection.readyRead.connect(self._answer)
            self._answer_on(connection)

    def _answer(self) -> None:
        connection = self.sender()
        if isinstance(connection, QLocalSocket):
            self._answer_on(connection)

    def _answer_on(self, connection: QLocalSocket) -> None:
        if connection.bytesAvailable() > LONGEST_LINE:
            connection.abort()
            return
        if not connection.canReadLine():
            return
        request = _parse(bytes(connection.readLine().data()))
        name = str(request.get("command"))
        try:
            if name in self._lasting:
                end = self._lasting[name](lambda answer: self._answered.emit(connection, answer))
                connection.disconnected.connect(end)
                return
            answer = self._commands[name](request) or {} if name in self._commands else UNKNOWN
        except AttuneError as error:
            answer = {"error": error.what, "remedy": error.remedy}
        self._send(connection, answer)
        connection.disconnectFromServer()

    def _send(self, connection: QLocalSocket, answer: Mapping[str, Any]) -> None:
        if shiboken6.isValid(connection):
            connection.write(json.dumps(answer).encode() + b"\n")
            connection.flush()


def _parse(line: bytes) -> dict[str, Any]:
    try:
        request = parse_json(line)
    except ValueError:
        return {}
    return request if isinstance(request, dict) else {}
