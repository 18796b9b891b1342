from __future__ import annotations

import pytest

from desktop.insertion import arrival
from desktop.insertion.arrival import Arrival
from desktop.insertion.fields import NoFields


class Cursor(NoFields):
    """Stands at the given places, one look after the other, and at the last of them from then on."""

    def __init__(self, *places: int | None) -> None:
        self.places = list(places)
        self.looks = 0

    def caret(self, window):
        self.looks += 1
        return self.places.pop(0) if len(self.places) > 1 else self.places[0]


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(arrival, "PATIENCE_SECONDS", 0.05)


def test_the_next_word_waits_until_the_last_one_stands_there():
    fields = Cursor(10, 10, 12, 15, 99)
    Arrival(fields, None).wait(5)
    assert fields.places == [99]


def test_nobody_waits_where_the_cursor_is_not_known_or_goes_elsewhere():
    unknown, left = Cursor(None), Cursor(10, 11, None)
    Arrival(unknown, None).wait(5)
    Arrival(left, None).wait(5)
    assert (unknown.looks, left.looks) == (1, 3)


def test_a_field_that_counts_otherwise_is_waited_for_once():
    fields = Cursor(0, 1)
    waiting = Arrival(fields, None)
    waiting.wait(5)
    looks = fields.looks
    assert looks > 2
    waiting.wait(10)
    assert fields.looks == looks
