"""The application's side of `engine.control`: one line of JSON in, one out, for programs of the same user."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.control import LONGEST_LINE, address
from engine.errors import AttuneError, StorageError
from engine.paths import Home, make_private_folder

Command = Callable[[Mapping[str, Any]], Mapping[str, Any] | None]


class ControlServer(QObject):
    """Carries out `commands`, by name, for whoever asks at the home's address.

    A command gets the request's fields and returns those of the answer; an AttuneError becomes its error.
    """

    def __init__(self, home: Home, commands: Mapping[str, Command], parent: QObject | None = None) -> None:
        """Listen.

        Raises:
            StorageError: the socket cannot be made.
        """
        super().__init__(parent)
        self._commands = dict(commands)
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
            connection.readyRead.connect(self._answer)
            connection.disconnected.connect(connection.deleteLater)
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
        answer = self._carry_out(bytes(connection.readLine().data()))
        connection.write(json.dumps(answer).encode() + b"\n")
        connection.disconnectFromServer()

    def _carry_out(self, line: bytes) -> Mapping[str, Any]:
        try:
            request = json.loads(line)
        except (ValueError, RecursionError):
            request = None
        command = self._commands.get(str(request.get("command"))) if isinstance(request, dict) else None
        if command is None or not isinstance(request, dict):
            return {"error": "The running Attune does not know this command.", "remedy": "Start it anew."}
        try:
            return command(request) or {}
        except AttuneError as error:
            return {"error": error.what, "remedy": error.remedy}
