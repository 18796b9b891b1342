"""Sortable ids: 48 bits of time, 80 random bits, in 26 characters (the ULID format, in lower case)."""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32
RANDOM_BITS = 80
LENGTH = 26
MAXIMUM = 1 << (48 + RANDOM_BITS)
PATTERN = re.compile(f"[0-7][{ALPHABET}]{{{LENGTH - 1}}}")


class IdMaker:
    """Makes ids that sort in the order they were made, even when the clock jumps back.

    `last` is the greatest id made so far, by an earlier run of the program.
    """

    def __init__(self, last: str | None = None, clock: Callable[[], float] = time.time) -> None:
        self._last = decode(last) if last else 0
        self._clock = clock
        self._lock = threading.Lock()

    def make(self) -> str:
        """The next id."""
        fresh = (int(self._clock() * 1000) << RANDOM_BITS) | secrets.randbits(RANDOM_BITS)
        with self._lock:
            self._last = max(fresh, self._last + 1)
            return encode(self._last)


def encode(number: int) -> str:
    """The id for a number below 2**128."""
    assert 0 <= number < MAXIMUM
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def decode(identifier: str) -> int:
    """The number behind an id."""
    number = 0
    for character in identifier:
        number = number << 5 | ALPHABET.index(character)
    return number


def is_id(text: str) -> bool:
    """Whether `text` could have come from `IdMaker`."""
    return PATTERN.fullmatch(text) is not None


def time_of(identifier: str) -> float:
    """Seconds since 1970 at which an id was made."""
    return (decode(identifier) >> RANDOM_BITS) / 1000
