"""A connection to a D-Bus daemon that any thread may use. No Qt: insertion works on threads that have no event loop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from typing import Any

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

from engine.errors import DeviceError

CALL_SECONDS = 5.0


class BusError(DeviceError):
    """The bus is not there, or who was asked on it refused or did not answer. `name` is D-Bus's name of the error."""

    def __init__(self, what: str, remedy: str = "", name: str = "") -> None:
        super().__init__(what, remedy)
        self.name = name


class Bus:
    """One connection with two threads: one reads, one calls those who listen, who may therefore call back."""

    def __init__(self, address: str = "SESSION") -> None:
        """`address`: SESSION, or where the daemon listens ("unix:path=...").

        Raises:
            BusError: no daemon answers there.
        """
        try:
            self._connection: DBusConnection = open_dbus_connection(address)
        except (OSError, KeyError, RuntimeError, StopIteration, ValueError) as error:
            raise BusError("No D-Bus daemon answers.", "Start Attune inside a graphical session.") from error
        self.name: str = self._connection.unique_name
        self._waiting: dict[int, Future[Message]] = {}
        self._listeners: list[tuple[MatchRule, Callable[[Message], None]]] = []
        self._signals: SimpleQueue[Message | threading.Event | None] = SimpleQueue()
        self._gone = False
        self._reader = threading.Thread(target=self._read, name="bus", daemon=True)
        self._caller = threading.Thread(target=self._tell, name="bus signals", daemon=True)
        self._reader.start()
        self._caller.start()

    def call(
        self,
        address: DBusAddress,
        method: str,
        signature: str | None = None,
        body: tuple[Any, ...] = (),
        seconds: float = CALL_SECONDS,
    ) -> tuple[Any, ...]:
        """Call a method and return what it answered.

        Raises:
            BusError: it failed, or did not answer in time.
        """
        return self._ask(new_method_call(address, method, signature, body), seconds)

    def get(self, address: DBusAddress, name: str, seconds: float = CALL_SECONDS) -> Any:
        """The value of a property.

        Raises:
            BusError: there is none, or nobody answered.
        """
        return self._ask(Properties(address).get(name), seconds)[0][1]

    def put(self, address: DBusAddress, name: str, signature: str, value: Any) -> None:
        """Set a property.

        Raises:
            BusError: it cannot be set.
        """
        self._ask(Properties(address).set(name, signature, value), CALL_SECONDS)

    def listen(self, rule: MatchRule, heard: Callable[[Message], None]) -> Callable[[], None]:
        """Have signals that fit `rule` brought to `heard`, on a thread of the bus; returns what ends that.

        Raises:
            BusError: the daemon refused.
        """
        entry = (rule, heard)
        self._listeners.append(entry)
        self._ask(message_bus.AddMatch(rule), CALL_SECONDS)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(entry)
            with suppress(BusError):
                self._ask(message_bus.RemoveMatch(rule), CALL_SECONDS)

        return stop

    def wait_for_signals(self, seconds: float = CALL_SECONDS) -> None:
        """Return when the listeners have heard what had come until now; of a program's signals, all before its answer.

        Raises:
            BusError: that took too long.
        """
        reached = threading.Event()
        self._signals.put(reached)
        if not reached.wait(seconds):
            raise BusError("Signals of D-Bus are not handled in time.")

    def process_of(self, name: str) -> int | None:
        """The process id behind a name on the bus; None if that is not known."""
        with suppress(BusError):
            return int(self._ask(message_bus.GetConnectionUnixProcessID(name), CALL_SECONDS)[0])
        return None

    def close(self) -> None:
        """Leave the bus; calls that still wait fail."""
        if not self._gone:
            self._connection.interrupt()
        self._reader.join()
        if threading.current_thread() is not self._caller:
            self._caller.join()
        with suppress(OSError, ValueError):
            self._connection.close()

    def _ask(self, message: Message, seconds: float) -> tuple[Any, ...]:
        serial = next(self._connection.outgoing_serial)
        answer: Future[Message] = Future()
        self._waiting[serial] = answer
        try:
            if self._gone:
                raise BusError("The D-Bus daemon has gone.")
            self._connection.send(message, serial=serial)
            return _unwrap(answer.result(timeout=seconds))
        except TimeoutError as error:
            raise BusError("A program asked over D-Bus did not answer in time.") from error
        except OSError as error:
            raise BusError("The D-Bus daemon has gone.") from error
        finally:
            self._waiting.pop(serial, None)

    def _read(self) -> None:
        with suppress(ReceiveStopped, OSError):
            while True:
                self._sort(self._connection.receive())
        self._gone = True
        for answer in list(self._waiting.values()):
            answer.set_exception(BusError("The D-Bus daemon has gone."))
        self._signals.put(None)

    def _sort(self, message: Message) -> None:
        waiting = self._waiting.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
        if waiting is not None:
            waiting.set_result(message)
        elif message.header.message_type is MessageType.signal:
            self._signals.put(message)

    def _tell(self) -> None:
        while (message := self._signals.get()) is not None:
            if isinstance(message, threading.Event):
                message.set()
                continue
            for rule, heard in list(self._listeners):
                if rule.matches(message):
                    heard(message)


def _unwrap(message: Message) -> tuple[Any, ...]:
    if message.header.message_type is MessageType.error:
        error = DBusErrorResponse(message)
        raise BusError("A program asked over D-Bus refused.", name=str(error.name))
    return tuple(message.body)
