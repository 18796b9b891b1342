"""What is kept, and for how long, as the user has decided: in ``retention.json``, beside the library."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import InputError
from engine.json_text import parse_json
from engine.models.durable import write_json
from engine.paths import Home

FILE = "retention.json"
MOST_DAYS = 36_500


@dataclass(frozen=True)
class Retention:
    """What is kept: sound for `audio_days` (None: for ever), and nothing from `excluded_apps`."""

    audio_days: int | None = None
    excluded_apps: frozenset[str] = frozenset()


KEEP_ALL = Retention()


def load_retention(home: Home) -> Retention:
    """The user's decision; everything is kept where there is none.

    Raises:
        InputError: the file is damaged. Whoever reads it as "keep everything" would keep what must not be kept.
    """
    try:
        content = parse_json((home.base / FILE).read_text(encoding="utf-8"))
        days = content["audio_days"]
        return Retention(days if days is None else int(days), frozenset(map(str, content["excluded_apps"])))
    except FileNotFoundError:
        return KEEP_ALL
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{home.base / FILE} cannot be read: it says what may be kept.",
            "Set it anew: `attune library retention --forever --keep-all-apps`.",
        ) from error


def save_retention(home: Home, retention: Retention) -> None:
    """Remember the user's decision; it holds from the next time the library is opened.

    Raises:
        InputError: the number of days is impossible.
    """
    days = retention.audio_days
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise InputError(f"{days} days are impossible.", f"Give 1 to {MOST_DAYS} days.")
    write_json(home.base / FILE, {"audio_days": days, "excluded_apps": sorted(retention.excluded_apps)})
