"""The settings file: versioned, replaced atomically, and forgiving.

    {"version": 1, "values": {"appearance.theme": "dark"}}

Only what differs from the defaults is written. A value that cannot be used is reported, its default is used, and it
stays in the file until the user chooses another; so do names that this version does not know.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from engine.errors import StorageError
from engine.json_text import parse_json
from engine.models.durable import write_json
from engine.settings.setting import Setting

T = TypeVar("T")
Values = dict[str, Any]

# From version n to n + 1, at index n - 1: renames and changes of meaning.
MIGRATIONS: tuple[Callable[[Values], Values], ...] = ()


class Settings:
    """The user's choices. Any thread may read and change them; listeners are called on the thread that changes.

    `problems` says what in the file could not be used, one line each.
    """

    def __init__(
        self, path: Path, known: Sequence[Setting[Any]], migrations: Sequence[Callable[[Values], Values]] = MIGRATIONS
    ) -> None:
        self.known = tuple(known)
        self.problems: list[str] = []
        self._path = path
        self._version = len(migrations) + 1
        self._lock = threading.RLock()
        self._listeners: list[Callable[[Setting[Any]], None]] = []
        self._raw = self._read(migrations)
        self._values: dict[str, Any] = {}
        for setting in self.known:
            if setting.name in self._raw:
                self._parse(setting)

    def get(self, setting: Setting[T]) -> T:
        """The user's choice, or the default."""
        value: T = self._values.get(setting.name, setting.default)
        return value

    def is_default(self, setting: Setting[Any]) -> bool:
        """Whether nothing else was chosen."""
        return setting.name not in self._raw

    def set(self, setting: Setting[T], value: T) -> None:
        """Choose `value`, on the disk too.

        Raises:
            ValueError: it is not allowed; nothing has changed.
            StorageError: it cannot be written; it holds until the program ends.
        """
        parsed = setting.parse(value)
        with self._lock:
            if parsed == setting.default:
                self._raw.pop(setting.name, None)
            else:
                self._raw[setting.name] = parsed
            self._change(setting, parsed)

    def reset(self, setting: Setting[Any]) -> None:
        """Go back to the default.

        Raises:
            StorageError: it cannot be written; it holds until the program ends.
        """
        self.set(setting, setting.default)

    def on_change(self, listener: Callable[[Setting[Any]], None]) -> None:
        """Call `listener` with each setting that changes, after the change."""
        self._listeners.append(listener)

    def _change(self, setting: Setting[Any], value: Any) -> None:
        changed = self.get(setting) != value
        self._values[setting.name] = value
        try:
            self._write()
        finally:
            if changed:
                for listener in self._listeners:
                    listener(setting)

    def _parse(self, setting: Setting[Any]) -> None:
        try:
            self._values[setting.name] = setting.parse(self._raw[setting.name])
        except ValueError as error:
            self.problems.append(f"The setting {setting.name} is not usable: it must be {error}. The default is used.")

    def _read(self, migrations: Sequence[Callable[[Values], Values]]) -> Values:
        try:
            version, values = _unpack(parse_json(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.problems.append(f"The settings cannot be read: {error.strerror}. The defaults are used.")
            return {}
        except (ValueError, KeyError, TypeError):
            self._set_aside()
            return {}
        for migrate in migrations[version - 1 :]:
            values = migrate(values)
        self._version = max(self._version, version)  # a newer Attune's file stays one
        return values

    def _set_aside(self) -> None:
        kept = self._path.with_name(f"{self._path.name}.damaged")
        self.problems.append(f"The settings file is damaged. It is kept as {kept.name}, and the defaults are used.")
        try:
            self._path.replace(kept)
        except OSError:  # then the next change replaces it
            self.problems[-1] = "The settings file is damaged. The defaults are used."

    def _write(self) -> None:
        try:
            write_json(self._path, {"version": self._version, "values": self._raw})
        except OSError as error:
            raise StorageError(
                f"The settings cannot be saved: {error.strerror}.", "Free some space, or check the folder's rights."
            ) from error


def _unpack(content: Any) -> tuple[int, Values]:
    version, values = content["version"], content["values"]
    if not isinstance(values, dict) or not isinstance(version, int) or version < 1:
        raise ValueError("no settings")
    return version, values
