import re
from random import Random

import pytest

from trainer.text.numbers import NUMBER_SLOTS, cardinal, clock, ordinal, year


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (cardinal(0), "zero"),
        (cardinal(23), "twenty-three"),
        (cardinal(205), "two hundred and five"),
        (cardinal(1_000), "one thousand"),
        (cardinal(12_007), "twelve thousand and seven"),
        (cardinal(340_120), "three hundred and forty thousand one hundred and twenty"),
        (cardinal(2_000_001), "two million and one"),
        (ordinal(1), "first"),
        (ordinal(12), "twelfth"),
        (ordinal(20), "twentieth"),
        (ordinal(31), "thirty-first"),
        (year(1984), "nineteen eighty-four"),
        (year(1900), "nineteen hundred"),
        (year(1807), "eighteen oh seven"),
        (year(2009), "two thousand and nine"),
        (year(2026), "twenty twenty-six"),
        (clock(9, 0), "nine o'clock"),
        (clock(9, 15), "a quarter past nine"),
        (clock(12, 45), "a quarter to one"),
        (clock(9, 40), "twenty to ten"),
        (clock(4, 5), "five past four"),
    ],
)
def test_numbers_are_written_as_they_are_said(said: str, expected: str) -> None:
    assert said == expected


def test_a_number_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 is outside"):
        cardinal(-1)


@pytest.mark.parametrize("slot", sorted(NUMBER_SLOTS))
def test_every_slot_gives_words_only(slot: str) -> None:
    chance = Random(1)
    for _ in range(200):
        assert re.fullmatch(r"[A-Za-z' ,-]+", NUMBER_SLOTS[slot](chance))
