"""What is kept, and for how long, as the user has decided in the settings."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import InputError
from engine.paths import Home
from engine.settings import Settings
from engine.settings.declarations import AUDIO_DAYS, EXCLUDED_APPS, SETTINGS


@dataclass(frozen=True)
class Retention:
    """What is kept: sound for `audio_days` (None: for ever), and nothing from `excluded_apps`."""

    audio_days: int | None = None
    excluded_apps: frozenset[str] = frozenset()


KEEP_ALL = Retention()


def retention_of(settings: Settings) -> Retention:
    """The decision in the settings."""
    return Retention(settings.get(AUDIO_DAYS) or None, frozenset(settings.get(EXCLUDED_APPS)))


def load_retention(home: Home) -> Retention:
    """The user's decision; everything is kept where there is none.

    Raises:
        InputError: what was decided cannot be read, and must not be taken for "keep everything".
    """
    settings = Settings(home.settings, SETTINGS)
    troubles = [one for one in settings.problems if "privacy." in one or "The setting " not in one]
    if troubles:
        raise InputError(troubles[0], "Decide anew what may be kept: `attune library retention --forever`.")
    return retention_of(settings)


def save_retention(home: Home, retention: Retention) -> None:
    """Remember the user's decision; it holds from the next time the library is opened.

    Raises:
        InputError: the number of days or an application's name is impossible.
        StorageError: it cannot be written.
    """
    settings = Settings(home.settings, SETTINGS)
    try:
        settings.set(AUDIO_DAYS, retention.audio_days or 0)
        settings.set(EXCLUDED_APPS, tuple(sorted(retention.excluded_apps)))
    except ValueError as error:
        raise InputError(f"It must be {error}.", "See: attune library retention --help") from error
